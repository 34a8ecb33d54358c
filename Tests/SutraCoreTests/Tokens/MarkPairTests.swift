import SutraTestSupport
import Testing

@testable import SutraCore

@Suite("Pairs of quotation marks")
struct MarkPairTests {
  static let cases = [
    Stage.Case("bn", "মেয়র বলেন, «“সেতু খোলা।”» সবাই খুশি।"),
    Stage.Case("bn", "«‘কাজ শেষ,’» বলেন মেয়র, «‘কাল খুলবে।’»"),
    Stage.Case("bn", "মেয়র বলেন, «\"সেতু খোলা।\"» সবাই খুশি।"),
    // The outermost pair alone counts.
    Stage.Case("bn", "«“তিনি বলেছিলেন, ‘এসো।’ আমি গেলাম।”»"),
    // A mark that is never closed ends with its paragraph.
    Stage.Case("bn", "মেয়র বলেন, «“সেতু খোলা। সবাই আসুন।»¶রাতে বৃষ্টি হয়েছে।"),
    Stage.Case("bn", "«‘সবুজ’»-এর সভা হয়েছে।"),
    Stage.Case("bn", "«“প্রথম কথা।¶“শেষ কথা।”»"),
    Stage.Case("en", "«“The road is open,”» she said. «“Go.”»"),
    Stage.Case("en", "«'We're late,'» he said."),
    // Apostrophes are no marks.
    Stage.Case("en", "The workers' hall is shut; the mayor's is open."),
    Stage.Case("en", "They danced in the ’90s, didn’t they?"),
    Stage.Case("en", "«‘It’s the boys’ turn,’» she said."),
    Stage.Case("en", "«“He shouted ‘Go’ at me,”» she said."),
    Stage.Case("en", "«“One day.¶“Another day.”» She left."),
    Stage.Case("en", "She said, «“The road is open.»¶Nobody came."),
  ]

  @Test("are found where a reader sees them", arguments: cases)
  func pairs(row: Stage.Case) throws {
    let stage = try Stage(row)
    let found = stage.text.pairs.flatMap { stage.mark("", $0.open..<$0.close + 1) }
    #expect(stage.written(found) == row.marked)
  }
}

@Suite("Sentences")
struct SentenceTests {
  static let cases = [
    Stage.Case("bn", "«সেতু খোলা।» «সবাই খুশি।»"),
    Stage.Case("bn", "«ড. মুহাম্মদ ইউনূস এসেছেন।» «তাঁর বয়স কত?» «কেউ জানে না!»"),
    Stage.Case("bn", "«মো. রফিকুল ইসলাম ৫.৩০ মিনিটে এসেছেন।»"),
    // A cue behind the marks belongs to them.
    Stage.Case("bn", "«“সেতু খোলা।” বলেন মেয়র।» «সবাই খুশি।»"),
    Stage.Case("bn", "«মেয়র বলেন, “সেতু খোলা।”» «সবাই খুশি।»"),
    Stage.Case("en", "«Mr. Reed left at 5.30 p.m. on Friday.» «Nobody came.»"),
    Stage.Case("en", "«“The road is open,” she said.» «“Go!” he said.»"),
    Stage.Case("en", "«“The road is open.”» «Nobody came.»"),
    Stage.Case("en", "«She was born in the U.S.» «The town is small.»"),
    Stage.Case("en", "«“Why?” asked the mayor.» «It rained.»"),
  ]

  @Test("end where a reader stops", arguments: cases)
  func sentences(row: Stage.Case) throws {
    let stage = try Stage(row)
    let found = stage.context.sentences.flatMap { stage.mark("", $0.tokens) }
    #expect(stage.written(found) == row.marked)
  }
}
