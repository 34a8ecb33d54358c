import SutraTestSupport
import Testing

@testable import SutraCore

/// A phrase for a party is marked `all`, its head `head`; it is read from the token with which it ends.
@Suite("Noun phrases, read from their end")
struct NounPhraseReaderTests {
  static let cases = [
    Stage.Case("en", "«all:The «head:mayor»» said no."),
    Stage.Case("en", "«all:The young «head:mayor»» said no."),
    Stage.Case("en", "«all:Mayor «head:Ruth Okafor»» said no."),
    Stage.Case("en", "Yesterday «all:«head:she»» said no."),
    Stage.Case("en", "«all:Two «head:officials»» said no."),
    Stage.Case("bn", "«all:«head:মেয়র»» বলেন, সেতু খোলা।"),
    Stage.Case("bn", "«all:পৌরসভার «head:মেয়র»» বলেন, সেতু খোলা।"),
    Stage.Case("bn", "«all:পৌরসভার মেয়র «head:রফিকুল ইসলাম»» বলেন, সেতু খোলা।"),
    Stage.Case("bn", "গতকাল «all:«head:তিনি»» বলেন, সেতু খোলা।"),
    Stage.Case("bn", "«all:স্থানীয় «head:বাসিন্দারা»» বলেন, সেতু খোলা।"),
    // Where something happened is another part of the clause.
    Stage.Case("bn", "ঢাকায় «all:«head:পুলিশ»» বলে, সেতু খোলা।"),
  ]

  @Test("go back to where another part of the clause ends", arguments: cases)
  func phrases(row: Stage.Case) throws {
    let stage = try Stage(row)
    let reader = NounPhraseReader(stage.context)
    let last = try #require(stage.tokens("head")).upperBound - 1
    let found = try #require(reader.head(endingAt: last))
    let phrase = reader.phrase(of: found, from: 0)
    #expect(
      stage.written(stage.mark("all", phrase.tokens) + stage.mark("head", phrase.headTokens))
        == row.marked)
  }

  @Test(
    "are none where a token ends no party",
    arguments: [
      Stage.Case("en", "The «head:bridge» is open."),
      Stage.Case("en", "It rained in «head:London»."),
      Stage.Case("bn", "«head:সেতু» খোলা আছে।"), Stage.Case("bn", "বৃষ্টি «head:হয়েছে»।"),
    ])
  func none(row: Stage.Case) throws {
    let stage = try Stage(row)
    let last = try #require(stage.tokens("head")).upperBound - 1
    #expect(NounPhraseReader(stage.context).head(endingAt: last) == nil)
  }

  @Test(
    "tell what their head is",
    arguments: [
      (
        Stage.Case("en", "«head:She» said no."),
        NounPhrase.Head.pronoun(isPlural: false, isThing: false)
      ),
      (Stage.Case("en", "«head:They» said no."), .pronoun(isPlural: true, isThing: false)),
      (Stage.Case("en", "The «head:mayor» said no."), .role),
      (Stage.Case("en", "The «head:report» said no."), .document),
      (Stage.Case("bn", "«head:তিনি» বলেন।"), .pronoun(isPlural: false, isThing: false)),
      (Stage.Case("bn", "«head:তারা» বলেন।"), .pronoun(isPlural: true, isThing: false)),
      (Stage.Case("bn", "«head:মেয়র» বলেন।"), .role),
      (Stage.Case("bn", "«head:বাসিন্দারা» বলেন।"), .collective),
      (Stage.Case("bn", "«head:প্রতিবেদনে» বলা হয়।"), .document),
    ])
  func heads(row: Stage.Case, head: NounPhrase.Head) throws {
    let stage = try Stage(row)
    let last = try #require(stage.tokens("head")).upperBound - 1
    #expect(NounPhraseReader(stage.context).head(endingAt: last)?.head == head)
  }
}
