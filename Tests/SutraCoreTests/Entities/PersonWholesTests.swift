import SutraTestSupport
import Testing

@testable import SutraCore

/// Names as they were found are marked `x` (an organisation) and `y` (a person) in the first sentence,
/// and as they are made whole `o` and `p` in the second.
@Suite("Names of persons, whole")
struct PersonWholesTests {
  typealias Case = BodyMendingTests.Case

  @Test(
    "have their initials and what stands behind them, and lend their surname",
    arguments: [
      Case("Minister T.K. «y:Selvan» came back.", "Minister «p:T.K. Selvan» came back."),
      Case("Minister T. K. «y:Selvan» came back.", "Minister «p:T. K. Selvan» came back."),
      Case("«y:Samuel K Harrow» Jr came back.", "«p:Samuel K Harrow Jr» came back."),
      Case("«y:Zhi» Fen, one of the best, sang.", "«p:Zhi Fen», one of the best, sang."),
      Case("«y:Zhi» Na, one of the best, sang.", "«p:Zhi Na», one of the best, sang."),
      Case("«y:Zhi» Fen, 45, sang.", "«p:Zhi Fen», 45, sang."),
      Case("«y:Zhi» Fen sang.", "«p:Zhi» Fen sang."),
      Case("«y:Zhi» Monday, as always, sang.", "«p:Zhi» Monday, as always, sang."),
      Case("In the U.S. «y:Selvan» came back.", "In the U.S. «p:Selvan» came back."),
      Case("Mr. «y:Selvan» came back.", "Mr. «p:Selvan» came back."),
      Case("It was plan B.¶«y:Selvan» came back.", "It was plan B.¶«p:Selvan» came back."),
      Case(
        "«y:Mark Tarney» came, and «x:Tarney» left.", "«p:Mark Tarney» came, and «p:Tarney» left."),
      Case(
        "Minister for «x:Works T.K. Selvan» and Mr. «y:Selvan» came.",
        "Minister for Works «p:T.K. Selvan» and Mr. «p:Selvan» came."),
      Case(
        "The «x:Works T.K. Selvan» and Mr. «y:Tarney» came.",
        "The «o:Works T.K. Selvan» and Mr. «p:Tarney» came."),
      // What tables know as a place or body stays one.
      Case(
        "«y:Anna London» came to «x:London» again.", "«p:Anna London» came to «o:London» again."),
      Case("«y:Tarney» came, and «x:Tarney» left.", "«p:Tarney» came, and «o:Tarney» left."),
      Case("Nothing is named here.", "Nothing is named here."),
    ])
  func whole(row: Case) throws {
    let stage = try Stage(Stage.Case("en", row.before))
    let names = BodyMendingTests.names(in: stage) { $0 == .organization ? 0.6 : 0.8 }
    let found = PersonWholes(stage.text).whole(names)
    #expect(
      stage.written(
        found.flatMap { stage.mark($0.kind == .organization ? "o" : "p", $0.tokens) }) == row.after)
  }
}
