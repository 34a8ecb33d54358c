import Testing

@testable import SutraCore

/// Names that neither tables nor a model know, by what stands around them.
@Suite("Names by their frames")
struct NameFrameTests {
  static let cases = [
    // Between a role and a verb of speech.
    "প্রধান শিক্ষক «n:টুনু রহমতুল্লা» জানান, পরীক্ষা পিছিয়েছে।",
    // No name: a common word, a clause without a verb of speech.
    "উপজেলা চেয়ারম্যান আজ বলেন, সেতু খোলা আছে।",
    "সেতু আজ বিকেলে খোলা আছে।",
  ]

  @Test("are found whole, and nothing else is", arguments: cases)
  func frames(marked: String) throws {
    let stage = try Stage(Stage.Case("bn", marked))
    let found = NameFrames.completed([], in: stage.text)
    #expect(stage.written(found.flatMap { stage.mark("n", $0.tokens) }) == marked)
    #expect(found.allSatisfy { $0.kind == .person && $0.tokens.count <= NameFrames.longest })
  }

  @Test("never make a name shorter that stands already")
  func keeps() throws {
    let stage = try Stage(Stage.Case("bn", "প্রধান শিক্ষক «n:টুনু রহমতুল্লা» জানান, পরীক্ষা পিছিয়েছে।"))
    let tokens = try #require(stage.tokens("n"))
    let whole = try #require(NameFrames.completed([], in: stage.text).first)
    #expect(whole.tokens == tokens)
    let again = NameFrames.completed([whole], in: stage.text)
    #expect(again.map(\.tokens) == [tokens])
  }
}
