import SutraTestSupport
import Testing

@testable import SutraCore

/// A speaker's phrase is marked `p` by its last token, what is told of the speaker `role`, why no name is
/// told `why`.
@Suite("What is told of a speaker")
struct SpeakerDetailsTests {
  private func speaker(_ stage: Stage) throws -> (NounPhrase, Cue) {
    let (cue, clause) = try #require(stage.cue())
    let reader = NounPhraseReader(stage.context)
    let last = try #require(stage.tokens("p")).upperBound - 1
    let found = try #require(reader.head(endingAt: last))
    return (reader.phrase(of: found, from: clause.tokens.lowerBound), cue)
  }

  @Test(
    "is the role before a name, behind it between commas, or the phrase itself",
    arguments: [
      Stage.Case("en", "«role:Mayor» Ruth «p:Okafor» «c:said» no."),
      Stage.Case("en", "Ruth «p:Okafor», the «role:mayor of Selby», «c:said» no."),
      Stage.Case("en", "Ruth «p:Okafor» «c:said» no."),
      // What goes on with a verb is a clause, and no role.
      Stage.Case("en", "Ruth «p:Okafor», who is the mayor, «c:said» no."),
      Stage.Case("bn", "«role:পৌরসভার মেয়র» রফিকুল «p:ইসলাম» «c:বলেন», সেতু খোলা।"),
      Stage.Case("bn", "রফিকুল «p:ইসলাম» «c:বলেন», সেতু খোলা।"),
    ])
  func roles(row: Stage.Case) throws {
    let stage = try Stage(row)
    let (phrase, _) = try speaker(stage)
    let found = SpeakerDetails(stage.context).role(of: phrase)
    #expect(stage.written(given: ["c", "p"], stage.mark("role", found)) == row.marked)
  }

  @Test(
    "is why nobody is named",
    arguments: [
      Stage.Case("en", "An «p:official» who «why:asked not to be named» «c:said» no."),
      Stage.Case(
        "en", "An «p:official» «c:said» no, speaking on «why:condition of anonymity»."),
      Stage.Case("en", "An «p:official» «c:said» no."),
      Stage.Case("bn", "«why:নাম প্রকাশে অনিচ্ছুক» এক «p:কর্মকর্তা» «c:বলেন», সেতু খোলা।"),
      Stage.Case("bn", "এক «p:কর্মকর্তা» «c:বলেন», সেতু খোলা।"),
    ])
  func reasons(row: Stage.Case) throws {
    let stage = try Stage(row)
    let (phrase, cue) = try speaker(stage)
    let found = SpeakerDetails(stage.context).reason(for: phrase, cue)
    #expect(stage.written(given: ["c", "p"], stage.mark("why", found)) == row.marked)
  }
}
