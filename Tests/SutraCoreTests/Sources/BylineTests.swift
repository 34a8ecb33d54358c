import SutraTestSupport
import Testing

@testable import SutraCore

/// Whoever wrote the article is marked `by`, whose pictures they are `photo`, where all of it is from `of`.
@Suite("Bylines and credits")
struct BylineTests {
  static let cases = [
    Stage.Case("en", "The bridge is open¶By «by:Rosa Klein»¶It rained all night."),
    Stage.Case("en", "The bridge is open¶Photo: «photo:Rosa Klein»¶It rained all night."),
    // A sentence that begins like one is none.
    Stage.Case("en", "The bridge is open¶By noon it rained.¶It rained all night."),
    Stage.Case("bn", "সেতু খোলা¶«by:নিজস্ব প্রতিবেদক», ঢাকা¶রাতে বৃষ্টি হয়েছে।"),
    Stage.Case("bn", "সেতু খোলা¶ছবি: «photo:রিনা আক্তার»¶রাতে বৃষ্টি হয়েছে।"),
    Stage.Case("bn", "সেতু খোলা¶ছবি তোলা হয়েছে রাতে।¶রাতে বৃষ্টি হয়েছে।"),
  ]

  @Test("are short lines that are nothing else", arguments: cases)
  func bylines(row: Stage.Case) throws {
    let stage = try Stage(row)
    let found = Byline.all(stage.context, stage.entityOfName)
    #expect(
      stage.written(found.map { stage.mark($0.role == .photo ? "photo" : "by", $0.span) })
        == row.marked)
  }

  @Test(
    "tell at the end where the whole article is from",
    arguments: [
      Stage.Case("en", "The bridge is open. It rained all night.¶Source: «of:Reuters»"),
      Stage.Case("bn", "সেতু খোলা। রাতে বৃষ্টি হয়েছে।¶সূত্র: «of:বিবিসি», «of:রয়টার্স»"),
      Stage.Case("en", "The source of the river is far away. It rained all night."),
    ])
  func credits(row: Stage.Case) throws {
    let stage = try Stage(row)
    let found = CreditLine(stage.context, stage.entityOfName)?.parties ?? []
    #expect(stage.written(found.map { stage.mark("of", $0.span) }) == row.marked)
  }
}
