import SutraTestSupport
import Testing

@testable import SutraCore

/// A pronoun is marked `p`, whom the sentences before it are about `t`.
@Suite("Whom the sentences before a pronoun are about")
struct TopicTrailTests {
  static let cases = [
    Stage.Case("en", "«t:Rosa Klein» came on Monday. «p:She» said no."),
    // Whoever is only an object is not what a sentence is about.
    Stage.Case("en", "«t:Rosa Klein» met Anna Wolf on Monday. «p:She» said no."),
    Stage.Case("en", "«t:Rosa Klein» sat with Anna Wolf. «p:She» said no."),
    // A sentence about a pronoun goes on about the same person.
    Stage.Case(
      "en", "«t:Rosa Klein» came on Monday. She had met Anna Wolf before. «p:She» said no."),
    // Somebody new whom a sentence ends with.
    Stage.Case("en", "It was told by «t:another officer». «p:He» said no."),
    Stage.Case("en", "It rained all night. «p:She» said no."),
  ]

  @Test("is their subject, and goes on with its pronouns", arguments: cases)
  func topics(row: Stage.Case) throws {
    let stage = try Stage(row)
    let pronoun = try #require(stage.tokens("p")).lowerBound
    let parties = ArticleParties(stage.context, stage.entityOfName, stage.entities)
    let trail = TopicTrail(
      parties: parties, gender: stage.text.pronounTraits(at: pronoun)?.gender, agrees: { _ in true }
    )
    let found: Range<Int>? =
      switch trail.topic(before: pronoun, since: 0) {
      case .named(let name): stage.context.names[name].tokens
      case .described(let phrase): phrase.tokens
      case .none: nil
      }
    #expect(stage.written(given: ["p"], stage.mark("t", found)) == row.marked)
  }

  @Test("reach no further back than to where somebody's words end")
  func since() throws {
    let stage = try Stage(
      Stage.Case("en", "Rosa Klein came on Monday. It rained all night. «p:She» said no."))
    let pronoun = try #require(stage.tokens("p")).lowerBound
    let parties = ArticleParties(stage.context, stage.entityOfName, stage.entities)
    let trail = TopicTrail(parties: parties, gender: nil, agrees: { _ in true })
    let start = stage.context.sentences[1].tokens.lowerBound
    guard case .none = trail.topic(before: pronoun, since: start) else {
      Issue.record("somebody is found before the place that was asked for")
      return
    }
  }
}
