import SutraTestSupport
import Testing

@testable import SutraCore

/// Whoever was asked is marked `a`, the pronoun behind that `p`.
@Suite("Who was asked before a pronoun")
struct AskedPartyTests {
  static let cases = [
    Stage.Case("bn", "«a:মেয়র রফিকুল ইসলামকে» জিজ্ঞাসা করা হলে «p:তিনি» বলেন, সেতু খোলা।"),
    Stage.Case("bn", "«a:মেয়রের» কাছে জানতে চাইলে «p:তিনি» বলেন, সেতু খোলা।"),
    Stage.Case("bn", "এ বিষয়ে জানতে চাইলে «p:তিনি» বলেন, সেতু খোলা।"),
    Stage.Case("bn", "মেয়র রফিকুল ইসলামকে সবাই চেনে, «p:তিনি» বলেন, সেতু খোলা।"),
  ]

  @Test("is whom the clause before it has as its object", arguments: cases)
  func asked(row: Stage.Case) throws {
    let stage = try Stage(row)
    let pronoun = try #require(stage.tokens("p")).lowerBound
    let found = AskedParty(stage.context).phrase(before: pronoun, from: 0)
    #expect(stage.written(given: ["p"], stage.mark("a", found?.tokens)) == row.marked)
  }
}
