import SutraCore
import SutraResources
import Testing

@Suite("Words as they are looked up")
struct SearchWordsTests {
  private func holds(_ text: String, _ words: String, language: String) -> Bool {
    var maker = SearchWords(language: language, in: .builtIn)
    let index = Set(maker.index(of: text).split(separator: " ").map(String.init))
    let query = maker.query(words)
    return !query.isEmpty && query.allSatisfy { !index.isDisjoint(with: $0) }
  }

  @Test(
    "a word is found whatever its case ending, its digits and its spelling in code points",
    arguments: [
      ("বৈঠকে পুতিনের বক্তব্য শোনা হয়।", "পুতিন", "bn"),
      ("পুতিন বললেন, আসবেন।", "পুতিনের", "bn"),
      ("নির্বাচন হয় ২০২৪ সালে।", "2024", "bn"), ("In 2024, twice.", "২০২৪", "en"),
      ("সিলেটের ৫০টি নৌকা।", "সিলেট", "bn"), ("নদীবন্দরে ভিড়", "নদীবন্দর", "bn"),
      ("সময\u{9BC} নেই", "সময়", "bn"), ("ক\u{200C}ষ", "কষ", "bn"),
      ("The mayor’s ferry", "mayor", "en"), ("FERRY SERVICE", "ferry service", "en"),
      ("“সেতুটি খুলছে।”", "সেতু", "bn"), ("মাত্র ৭টি নৌকা", "7", "bn"), ("২০৩৯টি গাছ", "2039", "bn"),
    ])
  func found(text: String, words: String, language: String) {
    #expect(holds(text, words, language: language))
  }

  @Test(
    "other words are not",
    arguments: [
      ("বৈঠকে পুতিনের বক্তব্য", "পুতুল", "bn"), ("২০২৪ সালে", "2025", "bn"),
      ("The mayor’s ferry", "may", "en"), ("নৌকা চলছে", "নৌ", "bn"), ("নৌকা", "।!?", "bn"),
      ("২০৩৯টি গাছ", "203", "bn"), ("৭ম দিন", "77", "bn"),
    ])
  func notFound(text: String, words: String, language: String) {
    #expect(!holds(text, words, language: language))
  }

  @Test("a word stands once in the words of a text, and again in those of the next")
  func distinct() {
    var maker = SearchWords(language: "en", in: .builtIn)
    #expect(maker.index(of: "The pier, the PIER and ১২ or 12") == "the pier and 12 or")
    #expect(maker.query("pier") == [["pier"]])
    #expect(maker.index(of: "Pier 12") == "pier 12")
  }

  @Test("parts of a text have the words that they have alone, but for those that begin within one")
  func parts() {
    var (maker, alone) = (
      SearchWords(language: "bn", in: .builtIn), SearchWords(language: "bn", in: .builtIn)
    )
    let text = Array("মেয়র বলেন, “সেতুটি ২০২৪ সালে খুলবে”। 'সেতুটি' নিয়ে the mayor’s word, সেতুটি।".utf8)
    let parts = text.indices.flatMap { start in (start..<text.count).map { start..<$0 } }
    let found = text.withUnsafeBufferPointer { maker.index(of: $0, parts: parts + [nil]) }
    #expect(found.whole == text.withUnsafeBufferPointer { alone.index(of: $0) })
    #expect(found.parts.last == .some(nil))
    var count = 0
    for (part, own) in zip(parts, found.parts) {
      guard let own else { continue }
      count += 1
      let words = Array(text[part]).withUnsafeBufferPointer { alone.index(of: $0) }
      guard own == words else {
        Issue.record("\(String(decoding: text[part], as: UTF8.self)): \(own), not \(words)")
        return
      }
    }
    #expect(count > 100)
  }

  @Test("what is given out is letters and digits alone, whatever the bytes are")
  func harmless() {
    var maker = SearchWords(language: "bn", in: .builtIn)
    var seed: UInt64 = 7
    for _ in 0..<300 {
      var bytes: [UInt8] = []
      for _ in 0..<60 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes.append(UInt8(seed >> 33 & 0xFF))
      }
      let index = bytes.withUnsafeBufferPointer { maker.index(of: $0) }
      let isHarmless = index.utf8.allSatisfy {
        $0 >= 0x80 || $0 == 0x20 || (0x30...0x39).contains($0) || (0x61...0x7A).contains($0)
      }
      #expect(isHarmless)
    }
    #expect(SearchWords.key(of: "  ড. “আমিনা” রহমান! ") == "ড আমিনা রহমান")
  }
}
