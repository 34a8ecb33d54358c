import CNetwork
import Testing

@testable import SutraCore

/// What becomes of what only the network takes for said.
///
/// In the cases `r` is the word that reports, `n` what the network would have as content and `w` as source; what
/// the quotation is in the end is written as `q`, `c` and `s`.
@Suite("Quotations that only the network finds")
struct ReadingFinderTests {
  private let needed = ReadingBounds(margin: 2, leastClause: -1, leastThing: 3)

  private func find(_ stage: Stage, clause: Float, thing: Float = -9) throws -> ReadingFind? {
    let report = try #require(stage.tokens("r")).lowerBound
    var scores = [Float](repeating: 0, count: stage.text.tokens.count * NETWORK_SCORES)
    func choose(_ tokens: Range<Int>?, _ part: ReadingChoice.Part) {
      guard let tokens else { return }
      scores[tokens.lowerBound * NETWORK_SCORES + part.rawValue] = 30
      scores[(tokens.upperBound - 1) * NETWORK_SCORES + part.rawValue + 1] = 30
    }
    choose(stage.tokens("n"), .content)
    choose(stage.tokens("w"), .source)
    return ReadingFinder(stage.context, needed).find(
      at: report, ReadingReport(clause: clause, nobody: 10, thing: thing),
      ReadingChoice(scores, first: 0))
  }

  @Test(
    "have the cue of the tables or the word alone, and a speaker whose head is read as the rules do",
    arguments: [
      (
        "«w:Rina Das» «r:fears» «n:that the ferry will sink».",
        "«s:Rina Das» «c:fears that» «q:the ferry will sink»."
      ),
      (
        "«w:Rina Das, who was there,» «r:groused» that «n:the ferry was late.»",
        "«s:Rina Das», who was there, «c:groused» that «q:the ferry was late»."
      ),
      (
        "«w:The mayor of the town» «r:dreads» «n:“a cold winter”» this year.",
        "«s:The mayor» of the town «c:dreads» «q:“a cold winter”» this year."
      ),
    ])
  func parts(marked: String, wanted: String) throws {
    let stage = try Stage(Stage.Case("en", marked))
    let draft = try #require(try find(stage, clause: 4)).draft
    #expect(
      stage.written(
        stage.mark("q", draft.content) + stage.mark("c", draft.cue?.tokens)
          + stage.mark("s", draft.speaker?.tokens)) == wanted)
    #expect(draft.rule == .secondReading)
  }

  @Test("stand where the network is sure, of a thing that is spoken about more than of a clause")
  func sureness() throws {
    let stage = try Stage(Stage.Case("en", "«w:He» «r:dreads» «n:the winter» in the hills."))
    #expect(try find(stage, clause: -0.9)?.surplus ?? -1 < 0.2)
    #expect(try find(stage, clause: -1.1) == nil)
    #expect(try find(stage, clause: -9, thing: 2.9) == nil)
    #expect(try find(stage, clause: -9, thing: 3.2) != nil)
  }

  @Test("have somebody who says it")
  func nobody() throws {
    let stage = try Stage(Stage.Case("en", "It was «r:rumoured» that «n:the ferry sank»."))
    #expect(try find(stage, clause: 9) == nil)
  }

  @Test("do not begin or end inside of a pair of quotation marks that holds more")
  func marks() throws {
    for (marked, isFound) in [
      ("«w:He» «r:dreads» «n:“a long» and cold winter” here.", false),
      ("She says: “«w:He» «r:dreads» «n:a cold winter» here.”", true),
    ] {
      #expect(try (find(Stage(Stage.Case("en", marked)), clause: 4) != nil) == isFound)
    }
  }
}
