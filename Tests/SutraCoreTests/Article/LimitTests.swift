import Glibc
import SutraResources
import Testing

@testable import SutraCore

@Suite("Limits of a text and its analysis")
struct LimitTests {
  /// What is said of limits in an article.
  private static func notes(_ article: Article) -> [String] {
    article.diagnostics.filter { $0.code == .beyondLimit }.map(\.message)
  }

  @Test("a paragraph as long as may be is nothing to tell of, one byte more is")
  func line() {
    let said = "মেয়র সালমা বেগম বলেন, “কাজ শেষ হয়েছে।” "
    let filling = String(repeating: "a", count: Limits.lineBytes - said.utf8.count)
    let longest = Fixtures.article(said + filling)
    #expect(longest.document.paragraphs.map(\.length) == [Limits.lineBytes])
    #expect(Self.notes(longest) == [])
    let longer = Fixtures.article("শিরোনাম\n\n" + said + filling + "a")
    #expect(
      Self.notes(longer) == [
        "One paragraph has more than 16384 bytes; a row begins where its parts meet."
      ])
    #expect(longer.diagnostics.last?.span == longer.document.paragraphs[1])
    #expect(longer.quotations.count == 1 && longest.quotations.count == 1)
  }

  @Test(
    "a text that repeats itself takes no longer than others of its length",
    arguments: ["ক্", "he said that ", "মেয়র বলেন যে "])
  func repetition(piece: String) {
    func seconds(_ piece: String) -> Double {
      let text = "The mayor spoke.\n\n" + String(repeating: piece, count: 30_000 / piece.utf8.count)
      var (start, end) = (timespec(), timespec())
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &start)
      _ = Fixtures.article(text)
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &end)
      return Double(end.tv_sec - start.tv_sec) + Double(end.tv_nsec - start.tv_nsec) / 1e9
    }
    let ordinary = seconds("The mayor of Calder said that the bridge is shut. ")
    #expect(seconds(piece) < 4 * ordinary + 0.1)
  }

  @Test(
    "a syllable as long as may be is nothing to tell of, one sign more is",
    arguments: ["ক\u{9CD}", "e\u{301}", "কখগঘঙচছজঝঞটঠডঢণতথদধনপফবভমযরলশষসহ\u{9BE}"])
  func cluster(text: String) throws {
    let sign = try #require(text.unicodeScalars.last)
    let lead = text.unicodeScalars.dropLast()
    func article(_ count: Int) -> Article {
      let signs = String(repeating: String(Character(sign)), count: count - 1)
      return Fixtures.article("আজ " + String(lead) + signs + " বলেন তিনি। e 中文 কাল\n")
    }
    #expect(Self.notes(article(Limits.clusterScalars)) == [])
    let longer = article(Limits.clusterScalars + 1)
    #expect(
      Self.notes(longer) == [
        "One syllable has more than 32 characters; one mark stands for those beyond."
      ])
    let span = try #require(longer.diagnostics.last?.span)
    #expect(longer.document.text[span].unicodeScalars.count == Limits.clusterScalars + 1)
  }

  @Test("marks stand in each other as deep as may be, deeper ones are left alone and told")
  func nesting() {
    func article(_ depth: Int) -> Article {
      let marks = (0..<depth).map { $0 % 2 == 0 ? ("“", "”") : ("‘", "’") }
      let words = marks.map { "\($0.0)ক খ " }.joined() + "গ" + marks.reversed().map(\.1).joined()
      return Fixtures.article("মেয়র সালমা বেগম বলেন, \(words)।")
    }
    #expect(Self.notes(article(Limits.quotationMarkDepth)) == [])
    let deeper = article(Limits.quotationMarkDepth + 1)
    #expect(
      Self.notes(deeper) == [
        "Quotation marks stand in more than 8 others; those from here on are left alone."
      ])
    #expect(deeper.quotations.count == 1)
  }

  @Test("quotes of a paragraph beyond the limit are left out and told, the next has its own")
  func quotations() {
    func article(_ count: Int) -> Article {
      let paragraph = String(repeating: "“It is done,” she said. ", count: count)
      return Fixtures.article(paragraph + "\nHe said: “It is new.”", language: "en")
    }
    let most = article(Limits.quotationsInParagraph)
    // The paragraph is a long one as well, which is told first.
    #expect(Self.notes(most).count == 1)
    #expect(most.quotations.count == Limits.quotationsInParagraph + 1)
    let more = article(Limits.quotationsInParagraph + 1)
    #expect(more.quotations.count == Limits.quotationsInParagraph + 1)
    #expect(
      Self.notes(more).dropFirst() == [
        "A paragraph has more than 1000 quotes; from here on one is left out."
      ])
    #expect(more.quotations.last.map { more.document.text[$0.content] } == "“It is new.”")
  }

  @Test("a quote runs over as many paragraphs as may be, and ends with its first one otherwise")
  func paragraphs() {
    func article(_ count: Int) -> Article {
      let begun = (0..<count).map { "“Part \($0) of it." }.joined(separator: "\n\n")
      return Fixtures.article(begun + "\n\n“And the end,” she said.", language: "en")
    }
    let most = article(Limits.quotationParagraphs)
    #expect(!most.diagnostics.contains { $0.code == .unterminatedQuotation })
    let more = article(Limits.quotationParagraphs + 1)
    #expect(more.diagnostics.contains { $0.code == .unterminatedQuotation })
  }

  @Test("names beyond the last entity are not marked, which is told, and quotes are found still")
  func entities() {
    let text = "Anna Bell met Omar Reed in London. “It is done,” Mr. Stone said."
    func article(_ most: Int) -> Article {
      ArticleAnalyzer(mostEntities: most).article(Fixtures.document(text, language: "en"))
    }
    let all = article(Limits.entities)
    #expect(all.entities.count == 4)
    #expect(Self.notes(article(4)) == [])
    #expect(article(4).mentions == all.mentions)
    let fewer = article(3)
    #expect(fewer.entities.map(\.name) == Array(all.entities.map(\.name).prefix(3)))
    #expect(
      Self.notes(fewer) == [
        "There are too many different names; from here on 1 are not marked."
      ])
    #expect(fewer.quotations.count == all.quotations.count)
    DamagedInputTests.check(fewer)
  }

  @Test("invalid bytes are told one by one as long as may be, then summed up")
  func diagnostics() throws {
    func text(_ count: Int) throws -> SourceText {
      try SourceDecoder.text((0..<count).flatMap { _ in [0xFF, UInt8(ascii: "a")] })
    }
    #expect(try text(Limits.diagnostics).diagnostics.count == Limits.diagnostics)
    let more = try text(Limits.diagnostics + 1).diagnostics
    #expect(more.count == Limits.diagnostics + 1)
    #expect(more.last?.message.contains("1 more U+FFFD") == true)
  }
}
