import SutraTestSupport
import Testing

@testable import SutraCore

/// The name before the brackets is marked `o`, each place of its short form `a`.
@Suite("Short forms in brackets behind names")
struct AcronymEchoTests {
  static let cases = [
    Stage.Case(
      "en", "The «o:Harbour Safety Board» («a:HSB») met on Monday. The «a:HSB» said no."),
    // Small letters are a word of the clause where names have capitals, and so are numbers.
    Stage.Case("en", "The «o:Harbour Safety Board» (again) met. The HSB said no."),
    Stage.Case("en", "The «o:Harbour Safety Board» (2024) met. The HSB said no."),
    // More than one word says something about it.
    Stage.Case("en", "The «o:Harbour Safety Board» (HSB of Selby) met. The HSB said no."),
    Stage.Case("bn", "«o:নদী রক্ষা পরিষদ» («a:নরপ») সভা করে। «a:নরপ» বলেছে, সেতু খোলা।"),
    // With an ending as well.
    Stage.Case("bn", "«o:নদী রক্ষা পরিষদ» («a:নরপ») সভা করে। «a:নরপের» সভাপতি আসেননি।"),
    // Where it is says no name.
    Stage.Case("bn", "«o:নদী রক্ষা পরিষদ» (ঢাকা) সভা করে। ঢাকা বলেছে, সেতু খোলা।"),
  ]

  @Test("are the name's wherever they stand", arguments: cases)
  func echoes(row: Stage.Case) throws {
    let stage = try Stage(row)
    let name = MentionProposal(
      tokens: try #require(stage.tokens("o")), kind: .organization, weight: 0.8, canonical: nil,
      stemLength: 0, cases: [], isMedia: false)
    let found = AcronymEcho([name], stage.text).proposals(in: stage.text)
    #expect(
      stage.written(given: ["o"], found.flatMap { stage.mark("a", $0.tokens) }) == row.marked)
    #expect(found.allSatisfy { $0.kind == .organization })
  }

  @Test("are those of an organisation that is sure to be one")
  func unsure() throws {
    let stage = try Stage(Stage.Case("en", "The «o:Harbour Safety Board» (HSB) met."))
    let tokens = try #require(stage.tokens("o"))
    for (kind, weight) in [(EntityKind.person, 0.8), (.organization, AcronymEcho.least / 2)] {
      let name = MentionProposal(
        tokens: tokens, kind: kind, weight: weight, canonical: nil, stemLength: 0, cases: [],
        isMedia: false)
      #expect(AcronymEcho([name], stage.text).proposals(in: stage.text).isEmpty)
    }
  }
}
