import Foundation
import SutraAudit
import SutraCore
import SutraResources
import Testing

private let analyzer = ArticleAnalyzer()
private func audited(_ text: String) -> (article: Article, audit: SourceAudit) {
  let article = analyzer.article(
    analyzer.document(id: "test", text: SourceText(validBytes: Array(text.utf8))))
  return (article, SourceAuditor.standard.audit(article))
}

@Suite("An audit of what an article rests on")
struct SourceAuditTests {
  @Test("tells sentences that somebody says from those the article claims itself")
  func counted() {
    var (right, all) = (0, 0)
    var wrong: [String] = []
    for counted in CountedArticle.all {
      let (article, audit) = audited(counted.text)
      for sentence in counted.sentences {
        all += 1
        let found = audit.sentences.first {
          $0.span.start <= sentence.middle && sentence.middle < $0.span.end
        }
        if found?.isAttributed == sentence.isAttributed {
          right += 1
        } else {
          wrong.append(found.map { article.document.text[$0.span] } ?? "no sentence")
        }
      }
    }
    #expect(all >= 80)
    #expect(right * 100 >= all * 93, "\(right) of \(all); wrong are: \(wrong)")
  }

  @Test("gives figures that are sums over what it lists", arguments: CountedArticle.all.indices)
  func sums(number: Int) {
    let (article, audit) = audited(CountedArticle.all[number].text)
    #expect(audit.sentences.reduce(0) { $0 + $1.attributedWords } == audit.attributedWords)
    #expect(audit.speakers.reduce(0) { $0 + $1.words } == audit.attributedWords)
    #expect(audit.kinds.reduce(0) { $0 + $1.words } == audit.attributedWords)
    #expect(audit.quotations.map(\.words).reduce(0, +) == audit.attributedWords)
    #expect(audit.attributedWords <= audit.words)
    let outer = article.quotations.indices.filter {
      article.quotations[$0].parent == nil && !article.onlyCarriesOn($0)
    }
    #expect(audit.quotations.map(\.quotation) == outer)
    #expect(Set(audit.claims).count == audit.claims.count)
    #expect(audit.claims.allSatisfy { !audit.sentences[$0].isAttributed })
  }

  @Test("lists claims with numbers, accusations and superlatives first")
  func claims() {
    let (article, audit) = audited(
      """
      The council met in the old hall on the hill. The mayor was accused of fraud in the spring. \
      The town has 4,000 people and two schools. It is the smallest town of the whole county.
      """)
    let texts = audit.claims.map { article.document.text[audit.sentences[$0].span] }
    #expect(texts.first?.contains("4,000") == true)
    #expect(texts.dropFirst().first?.contains("fraud") == true)
    #expect(texts.dropFirst(2).first?.contains("smallest") == true)
    #expect(texts.last?.contains("old hall") == true)
  }

  @Test(
    "takes numbers in words for numbers, but for those of dates",
    arguments: [
      ("Forty homes were flooded near the old mill.", true),
      ("The council closed two-thirds of its schools.", true),
      ("Twenty-five buses stood idle at the depot.", true),
      ("The old mill by the river was flooded.", false),
      ("The boat left Harlow on Friday for good.", false),
      ("বাগমারার পাঁচটি স্কুল বন্ধ হয়ে গেছে।", true), ("নৌকাটিতে চারজন যাত্রী ছিলেন বলে কেউ জানেন না।", true),
      ("কারখানাটির দুই হাজার শ্রমিক কাজ হারিয়েছেন।", true),
      ("গ্রামের চারদিকে শুধু পানি আর পানি।", false), ("সাতক্ষীরার সেই বাঁধ এখনো ভাঙা।", false),
    ])
  func numbersInWords(text: String, hasNumber: Bool) {
    let claims = audited(text).audit.sentences
    #expect(claims.contains { $0.signs.contains(.number) } == hasNumber)
  }

  @Test("tells who is not named and whether a reason is given, in both languages")
  func anonymous() {
    let english = audited(
      """
      A manager who asked not to be named because he feared for his job said the plant would close. \
      Anna Berg, the mayor, said she knew nothing.
      """)
    #expect(english.audit.anonymous.count == 1)
    let bengali = audited(
      "নাম প্রকাশে অনিচ্ছুক এক কর্মকর্তা বলেন, কারখানাটি বন্ধ হয়ে যাবে। মেয়র সেলিনা হায়াৎ বলেন, তিনি কিছু জানেন না।")
    #expect(bengali.audit.anonymous.count == 1)
    #expect(bengali.audit.speakers.contains { $0.kind == .anonymous && $0.words > 0 })
  }

  @Test("tells whether those who are accused are heard")
  func accused() throws {
    let (article, audit) = audited(
      """
      Prosecutors accuse Daniel Price of taking bribes from builders. They also accuse Peter Vance of fraud. \
      "I have done nothing wrong," Daniel Price said on Friday.
      """)
    func answer(_ name: String) -> SourceAudit.Answer? {
      audit.accused.first { article.entities[$0.entity].name.contains(name) }?.answer
    }
    #expect(answer("Price") == .quoted)
    #expect(answer("Vance") == SourceAudit.Answer.none)
  }

  @Test("is one line of JSON whose figures a script of ten lines finds again")
  func script() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "sutra-audit-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var lines: [UInt8] = []
    for counted in CountedArticle.all {
      let (article, audit) = audited(counted.text)
      let line = AuditWriter.line(audit, of: article)
      #expect(!line.contains(0x0A))
      lines += line + [0x0A]
    }
    try Data(lines).write(to: folder.appending(path: "audits.jsonl"))
    let script = """
      import json, sys
      for line in open(sys.argv[1], encoding="utf-8"):
          a = json.loads(line)
          said = sum(q["words"] for q in a["quotes"])
          assert a["words"] == sum(s["words"] for s in a["sentences"])
          assert a["attributed_words"] == said == sum(s["attributed_words"] for s in a["sentences"])
          for i, p in enumerate(a["speakers"]):
              assert p["words"] == sum(q["words"] for q in a["quotes"] if q["speaker"] == i)
          for k in a["kinds"]:
              assert k["words"] == sum(p["words"] for p in a["speakers"] if p["kind"] == k["kind"])
          people = [p["gender"] for p in a["speakers"] if p["person"]]
          assert a["persons"] == {k: people.count(g) for k, g in [("women", "woman"), ("men", "man"), ("not_told", None)]}
          assert all(not a["sentences"][c]["attributed"] for c in a["claims"])
      """
    try Data(script.utf8).write(to: folder.appending(path: "sums.py"))
    let python = Process()
    python.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    python.arguments = [
      "python3", folder.appending(path: "sums.py").path,
      folder.appending(path: "audits.jsonl").path,
    ]
    try python.run()
    python.waitUntilExit()
    #expect(python.terminationStatus == 0)
  }

  @Test("counts places in the text as it came, as the analysis does")
  func places() throws {
    let text = """
      The old bridge over the river Lenn will be closed for repairs from Monday
      on and stay closed until the first week of May, the town council said on
      Friday, after engineers had found cracks in two of its seven stone piers.
      “We cannot wait for the summer any longer,” said Anna Berg, the mayor of
      the town, who had walked over the bridge with reporters in the morning.

      """
    let (article, audit) = audited(text)
    try #require(article.document.text.bytes != article.document.text.bytesAsTheyCame)
    func object(_ line: [UInt8]) throws -> [String: Any] {
      try #require(try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
    }
    let analysis = try object(AnalysisWriter.line(article))
    let quotes = try #require(analysis["quotes"] as? [[String: Any]])
    let audits = try #require(
      try object(AuditWriter.line(audit, of: article))["quotes"] as? [[String: Any]])
    try #require(!audits.isEmpty)
    for quoted in audits {
      let number = try #require(quoted["quote"] as? Int)
      #expect(quoted["span"] as? [Int] == quotes[number - 1]["content"] as? [Int])
    }
  }

  @Test(
    "holds together for texts of nothing much", arguments: ["", " ", "।", "“", "x", "\u{1B}[2J ক"])
  func odd(text: String) {
    let (article, audit) = audited(text)
    #expect(audit.attributedWords <= audit.words)
    #expect(!AuditReport.lines(audit, of: article).isEmpty)
  }
}
