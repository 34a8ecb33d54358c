import Testing

@testable import SutraCore

/// Random numbers that are the same in every run (SplitMix64, Steele and others 2014).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64
  init(seed: Int) { state = UInt64(truncatingIfNeeded: seed) }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

@Suite("Damaged input")
struct DamagedInputTests {
  static let pieces = [
    "মেয়র সালমা বেগম বলেন, ", "‘কাজ শেষ হবে। ", "“টাকা নেই”", "’", "”", "\"", "'", "«", "»", "\n", "\r\n",
    "\n\n", "বলে জানান তিনি।", "বিবিসির খবর অনুসারে, ", "জানা যায়নি। ", "যে ", "মতে", "প্রতিশ্রুতি দিয়েছেন",
    "এক চিঠিতে ", "পানি উন্নয়ন বোর্ড (", ")", "ড. ", "কি.মি.", "৯,৫০০", "সূত্র : ", "।", "॥", ".", ",", ":", "—",
    "The mayor said: “We won’t.” ", "according to Reuters", "don't", "😀", "👩‍👩‍👧", "\u{200D}",
    "\u{200C}",
    "\u{9CD}", "\u{9BE}", "\u{301}", "\u{202E}", "\u{FEFF}", "\u{FFFD}", "\u{0}", "\u{1B}[31m", " ",
    "\u{A0}",
    "নাম প্রকাশে অনিচ্ছুক এক কর্মকর্তা ", "উল্লেখ করে ", "তাঁরা বলেন, ", "ে", "অভিযোগ, ",
  ]

  /// Everything that must hold for any article whatever.
  static func check(_ article: Article) {
    let bytes = article.document.text.bytes
    func isBoundary(_ offset: Int) -> Bool {
      offset == bytes.count || (offset >= 0 && offset < bytes.count && bytes[offset] & 0xC0 != 0x80)
    }
    func isGood(_ span: Span?) -> Bool {
      span.map { isBoundary($0.start) && isBoundary($0.end) && !$0.isEmpty } ?? true
    }
    #expect(String(validating: bytes, as: UTF8.self) != nil)
    #expect(article.document.paragraphs.allSatisfy { isGood($0) })
    #expect(
      article.mentions.allSatisfy { isGood($0.span) && article.entities.indices ~= $0.entity })
    for (one, next) in zip(article.mentions, article.mentions.dropFirst()) {
      #expect(one.span.end <= next.span.start)
    }
    for entity in article.entities {
      #expect(entity.mentions.allSatisfy { article.mentions.indices ~= $0 })
      #expect(entity.references.allSatisfy { isGood($0) })
      #expect(!entity.mentions.isEmpty)
    }
    for quotation in article.quotations {
      #expect(isGood(quotation.content) && isGood(quotation.cue))
      #expect((0...1).contains(quotation.confidence))
      #expect(isGood(quotation.time) && !quotation.segments.isEmpty)
      #expect(quotation.segments.allSatisfy { isGood($0) && quotation.content.contains($0) })
      #expect(quotation.parent.map { article.quotations.indices ~= $0 } ?? true)
      if let cue = quotation.cue {
        #expect(!cue.overlaps(quotation.content) || quotation.content.contains(cue))
      }
    }
    for (one, next) in zip(article.quotations, article.quotations.dropFirst()) {
      #expect(one.content.start <= next.content.start)
      let (left, right) = (one.content, next.content)
      #expect(!left.overlaps(right) || left.contains(right) || right.contains(left))
    }
    for attribution in article.attributions {
      #expect(isGood(attribution.speaker?.span) && isGood(attribution.addressee))
      #expect(isGood(attribution.medium?.span) && isGood(attribution.origin?.span))
      #expect(isGood(attribution.speaker?.reason) && attribution.evidence.allSatisfy { isGood($0) })
      for entity in [attribution.speaker?.entity, attribution.medium?.entity].compactMap({ $0 }) {
        #expect(article.entities.indices ~= entity)
      }
    }
    #expect(
      article.quotations.indices.allSatisfy { Explanation(of: article, quotation: $0) != nil })
    for source in article.sources {
      #expect((0...1).contains(source.share) && isGood(source.firstMention))
      #expect(source.quotations.allSatisfy { article.quotations.indices ~= $0 })
      #expect(source.entity.map { article.entities.indices ~= $0 } ?? true)
      #expect(
        source.spans.allSatisfy { isGood($0) } && !source.name.isEmpty && !source.roles.isEmpty)
    }
    #expect(article.diagnostics.allSatisfy { isGood($0.span) })
    #expect(throws: Never.self) { try Analysis(article) }
  }

  private static func analyze(_ bytes: [UInt8]) {
    guard let text = try? SourceDecoder.text(bytes) else { return }
    check(Fixtures.analyzer.article(Fixtures.analyzer.document(id: "damaged", text: text)))
  }

  @Test("random bytes neither trap nor give a bad span", arguments: 0..<8)
  func randomBytes(seed: Int) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<8 {
      let count = Int.random(in: 1...2000, using: &random)
      Self.analyze((0..<count).map { _ in UInt8.random(in: 1...255, using: &random) })
    }
  }

  @Test("pieces of articles in any order neither trap nor give a bad span", arguments: 0..<24)
  func splicedPieces(seed: Int) {
    var random = SeededGenerator(seed: 1000 + seed)
    for _ in 0..<6 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 1...80, using: &random) {
        bytes += (Self.pieces.randomElement(using: &random) ?? "").utf8
      }
      Self.analyze(bytes)
    }
  }

  @Test("cut and flipped bytes of an article neither trap nor give a bad span", arguments: 0..<8)
  func cutArticle(seed: Int) {
    var random = SeededGenerator(seed: 2000 + seed)
    let whole = SampleArticleTests.article.document.text.bytes
    for _ in 0..<3 {
      let start = Int.random(in: 0..<whole.count, using: &random)
      var bytes = Array(whole[start..<min(whole.count, start + 3000)])
      for _ in 0..<Int.random(in: 0...20, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
          in: 1...255, using: &random)
      }
      Self.analyze(bytes)
    }
  }

  @Test(
    "long runs of one thing take no long time",
    arguments: [
      "‘", "“ক ", "’", "(", "ক", "ক ", "বলেন, ", "বলে ", "যে ", "।", "\n", "ড.", "র‍্য", "মতে, ", "ও ",
      "🏳️‍🌈",
    ])
  func longRuns(piece: String) {
    Self.analyze(Array(String(repeating: piece, count: 1500).utf8) + Array(" শেষ।".utf8))
  }

  @Test("whole articles keep the same rules")
  func whole() {
    Self.check(SampleArticleTests.article)
    Self.check(EntityTests.article)
  }
}
