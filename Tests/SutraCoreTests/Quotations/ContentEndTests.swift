import SutraTestSupport
import Testing

@testable import SutraCore

/// Where what is said ends, from the token on which it begins, which is marked with the content.
@Suite("Where a content ends")
struct ContentEndTests {
  static let cases = [
    // With its sentence.
    Stage.Case("en", "The mayor «c:said» «q:the road is open.»"),
    // Where the reporter goes on: before a comma and "but", or before another sentence's subject.
    Stage.Case("en", "The mayor «c:said» «q:the road is open», but nobody came."),
    Stage.Case("en", "The mayor «c:said» «q:“it is open,”» and left the hall."),
    Stage.Case("en", "The mayor «c:said» «q:the road is open»; the council wants it closed."),
    Stage.Case("en", "The mayor «c:realised» «q:“it is late”» and left the hall."),
    // A pair of marks that is closed behind a comma or full stop is all of it.
    Stage.Case("en", "The mayor «c:said»: «q:“It is open.”» Then she left."),
    // What only begins in marks goes on behind them.
    Stage.Case("en", "The mayor «c:said» «q:“open” is not the word for it.»"),
    // A clause that opens its sentence ends at its comma.
    Stage.Case("en", "While she «c:said» «q:it was late», the mayor stayed."),
    // What reporters sum up behind a dash is theirs, what only tells more is not.
    Stage.Case("en", "The mayor «c:said» «q:the road is open» - a claim that residents deny."),
    Stage.Case("en", "The mayor «c:said» «q:the road is open» - an obvious jibe at the council."),
    Stage.Case("en", "The mayor «c:said» «q:the road is open - a new bridge is planned.»"),
    // So does one between commas.
    Stage.Case("en", "The mayor, who «c:says» «q:it is late», has left."),
    Stage.Case("en", "The mayor «c:said» «q:the road, which was closed in May, is open.»"),
  ]

  @Test("is where the reporter goes on", arguments: cases)
  func ends(row: Stage.Case) throws {
    let stage = try Stage(row)
    let (cue, clause) = try #require(stage.cue())
    let start = try #require(stage.tokens("q")).lowerBound
    let end = ContentReach(clause, ClauseReader(stage.context)).end(from: start, of: cue)
    #expect(stage.written(given: ["c"], stage.mark("q", start..<end)) == row.marked)
  }
}
