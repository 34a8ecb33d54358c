import CNetwork
import Testing

@testable import SutraCore

/// Where rules and network disagree.
///
/// In the cases `q` is what the rules find, `n` what the network would have.
@Suite("The meeting of two readings")
struct ReadingMeetingTests {
  /// A row, and whether the network's ends count where it is sure of them.
  struct Case: Sendable {
    let row: Stage.Case
    let label: String

    init(_ language: String, _ marked: String, stands label: String) {
      row = Stage.Case(language, marked)
      self.label = label
    }
  }

  /// What the rules' quotation becomes where the network is surer of `n` by so much.
  private func met(
    _ stage: Stage, by margin: Float, rule: Construction = .bareContent
  ) throws -> QuotationDraft {
    let (ruled, wanted) = (try #require(stage.tokens("q")), try #require(stage.tokens("n")))
    var scores = [Float](repeating: 0, count: stage.text.tokens.count * NETWORK_SCORES)
    scores[wanted.lowerBound * NETWORK_SCORES] = 1
    scores[(wanted.upperBound - 1) * NETWORK_SCORES + 1] = 1
    let choice = ReadingChoice(scores, first: 0)
    let own = try #require(choice.score(of: ruled))
    for place in scores.indices where scores[place] > 0 { scores[place] = margin / (2 - own) }
    let draft = QuotationDraft(
      content: ruled, cue: nil, speaker: nil, sentence: 0, confidence: 0.5, rule: rule)
    return ReadingMeeting(context: stage.context, margin: 4)
      .met(draft, ReadingChoice(scores, first: 0))
  }

  @Test(
    "other ends count where the network is sure, but cut no pair of marks and hold no introduction",
    arguments: [
      Case("en", "Rina Das said «q:«n:the ferry would sail» after the storm».", stands: "n"),
      Case("bn", "রিনা দাস বলেন, «q:কাল «n:ফেরি চলবে না»»।", stands: "n"),
      Case("en", "Rina Das said «n:that «q:the ferry would sail today»».", stands: "q"),
      Case("en", "She said «q:it was “«n:old and slow»” and would be sold».", stands: "q"),
      Case("en", "She said «q:it was «n:“old and slow”» and would be sold».", stands: "n"),
      Case("en", "She said «q:it was old«n:.»»", stands: "q"),
    ])
  func ends(row: Case) throws {
    let stage = try Stage(row.row)
    let met = try met(stage, by: 30)
    #expect(met.content == stage.tokens(row.label))
    #expect(met.isMended == (row.label == "n"))
  }

  @Test("ends stay where the network is less sure than the margin, and where a layout tells them")
  func margins() throws {
    let stage = try Stage(
      Stage.Case("en", "Rina Das said «q:«n:the ferry would sail» after the storm»."))
    #expect(try met(stage, by: 3).isMended == false)
    #expect(try met(stage, by: 30, rule: .transcript).isMended == false)
  }

  @Test("the best ends are two in their order")
  func best() {
    // Beginnings and ends of three tokens: the best end stands before the best beginning.
    let scores: [Float] = [1, 5, 0, 0, /**/ 0, 2, 0, 0, /**/ 9, 1, 0, 0]
    let best = ReadingChoice(scores, first: 10).best()
    #expect(best == ReadingChoice.Ends(tokens: 12..<13, score: 10))
    #expect(ReadingChoice(scores, first: 10).score(of: 10..<12) == 3)
    #expect(ReadingChoice(scores, first: 10).score(of: 9..<12) == nil)
    #expect(ReadingChoice(scores, first: 10).score(of: 11..<14) == nil)
    #expect(ReadingChoice([], first: 0).best() == nil)
  }
}
