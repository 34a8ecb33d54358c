import SutraTestSupport
import Testing

@testable import SutraCore

/// What each step adds to the quotations of the cues; those from before are marked `q`, what it adds
/// or lengthens `more`.
@Suite("Steps behind the rules for quotations")
struct QuotationStepTests {
  private func check(_ step: QuotationStep, _ row: Stage.Case) throws {
    let stage = try Stage(row)
    let before = stage.drafts(before: step)
    let after = step.completed(before, in: stage.context)
    let known = Set(before.map(\.content))
    let found = after.flatMap { draft in
      stage.mark(known.contains(draft.content) ? "q" : "more", draft.content)
    }
    #expect(stage.written(found) == row.marked)
  }

  @Test(
    "a speaker's words carry on",
    arguments: [
      Stage.Case("bn", "মেয়র বলেন, «q:‘সেতু খোলা।’» «more:‘সবাই আজ থেকে গাড়ি নিয়ে আসুন।’»"),
      // Who carries on stays in the paragraph.
      Stage.Case("bn", "মেয়র বলেন, «q:সেতু খোলা»।¶রাতে বৃষ্টি হয়েছে।"),
      // What somebody did just then is the reporter's; what they had done may be the speaker's.
      Stage.Case("bn", "মেয়র বলেন, «q:সেতু খোলা»। সালমা খাতুন দেখলেন।"),
      Stage.Case("bn", "মেয়র বলেন, «q:সেতু খোলা»। «more:সালমা খাতুন এর জন্য জমি দিয়েছিলেন»।"),
    ])
  func carryOn(row: Stage.Case) throws { try check(.carryOn, row) }

  @Test(
    "speech split by its cue is one",
    arguments: [
      Stage.Case("en", "«more:“It is open,” the mayor said. “All may come.”»"),
      Stage.Case("en", "«q:“It is open,”» the mayor said. Nobody came."),
    ])
  func splitSpeech(row: Stage.Case) throws { try check(.splitSpeech, row) }

  @Test(
    "words in marks beside who speaks are theirs",
    arguments: [
      Stage.Case("bn", "«more:“বীজতলা ডুবে গেছে, এবার ধান হবে না।”» কথাগুলো বলছিলেন কৃষক আক্কাস মিয়া।"),
      Stage.Case("bn", "দলের নাম ‘সবুজ’। রাতে বৃষ্টি হয়েছে।"),
    ])
  func standingSpeech(row: Stage.Case) throws { try check(.standingSpeech, row) }

  @Test(
    "words in marks that no cue reports are somebody's",
    arguments: [
      Stage.Case(
        "en", "The mayor was pleased. «more:“It is the best road we have ever had here.”»"),
      Stage.Case("en", "The shop is called “Bread and Salt”. It rained."),
    ])
  func uncuedSpeech(row: Stage.Case) throws { try check(.uncuedSpeech, row) }

  @Test(
    "a line with a colon introduces the next",
    arguments: [
      Stage.Case(
        "en",
        "In a letter to parents, the head teacher wrote:¶«more:The roof will be mended by June.»"),
      Stage.Case("en", "The shop sells three things:¶Bread is the best of them."),
    ])
  func leadIn(row: Stage.Case) throws { try check(.leadIn, row) }

  @Test(
    "what B says as A tells it",
    arguments: [
      Stage.Case(
        "en",
        "The paper reported that «q:the mayor said «more:the road had been closed for years»»."),
      Stage.Case(
        "en",
        "The paper reported that «q:she said «more:the road had been closed for years»»."),
      Stage.Case("en", "The paper reported that «q:she refused to close the road for years»."),
    ])
  func chainedSpeech(row: Stage.Case) throws { try check(.chainedSpeech, row) }

  @Test(
    "words in the marks of others",
    arguments: [
      Stage.Case("bn", "কৃষক আক্কাস মিয়া বলেন, «q:“মেয়র আমাকে বললেন, «more:‘কাল আসেন।’» আমি গেলাম।”»"),
      Stage.Case("bn", "কৃষক আক্কাস মিয়া বলেন, «q:“আমরা ‘সবুজ’ দলের লোক।”»"),
      // Without marks somebody else must say it, and say so.
      Stage.Case("bn", "কৃষক আক্কাস মিয়া বলেন, «q:“মেয়র বলেছেন, «more:বাঁধ আর ভাঙবে না»। আমি গেলাম।”»"),
      Stage.Case("bn", "কৃষক আক্কাস মিয়া বলেন, «q:“ঘাটে সবাইকে বলেছি, বাঁধ আর ভাঙবে না। আমি গেলাম।”»"),
      Stage.Case(
        "en",
        "«q:“The doctors said that «more:he would never walk again». I did not believe them,”» Ann Reed said."
      ),
      Stage.Case(
        "en",
        "Ann Reed said: «q:“My mother says, «more:‘Be careful on the ice.’» She calls all day.”»"),
      Stage.Case("en", "Ann Reed said: «q:“I would say that he can walk again.”»"),
    ])
  func innerSpeech(row: Stage.Case) throws { try check(.innerSpeech, row) }

  @Test(
    "a headline with who says it",
    arguments: [
      Stage.Case("bn", "«more:আগামী শীতে সেতু খুলে দেওয়া হবে»: মেয়র¶রাতে বৃষ্টি হয়েছে।"),
      Stage.Case("bn", "সেতু খুলে দেওয়া হলো¶রাতে বৃষ্টি হয়েছে।"),
    ])
  func headline(row: Stage.Case) throws { try check(.headline, row) }

  @Test(
    "turns of a talk",
    arguments: [
      Stage.Case(
        "bn",
        "প্রতিবেদক: «more:আপনারা কী চান?»¶নাসরিন আক্তার: «more:আমরা বাঁধ চাই।»¶প্রতিবেদক: «more:কবে থেকে?»¶নাসরিন আক্তার: «more:গত বছর থেকে।»"
      ),
      Stage.Case("en", "ASKER: «more:When will it open?»¶ANN LEE: «more:We hope in May.»"),
      Stage.Case("en", "Menu: soup of the day.¶The road is open."),
    ])
  func transcript(row: Stage.Case) throws { try check(.transcript, row) }
}
