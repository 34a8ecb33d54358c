import SutraTestSupport
import Testing

@testable import SutraCore

@Suite("Names of one thing")
struct EntityLinkerTests {
  @Test(
    "have one number",
    arguments: [
      Stage.Case("bn", "মেয়র «1:রফিকুল ইসলাম» এসেছেন। «1:রফিকুল» কথা বলেননি।"),
      Stage.Case("bn", "«1:রফিকুল ইসলাম» ও «2:নাজমা পারভীন» এসেছেন। «2:নাজমা» কথা বলেছেন।"),
      Stage.Case("bn", "«1:ঢাকায়» বৃষ্টি হয়েছে। «1:ঢাকার» রাস্তায় পানি।"),
      Stage.Case("en", "Mayor «1:Ruth Okafor» came. «1:Okafor» left early."),
      Stage.Case("en", "«1:Ruth Okafor» met «2:Paul Low» in «3:Paris». «2:Low» left."),
      Stage.Case(
        "en", "The «1:World Health Organization» («1:WHO») met. The «1:WHO» will meet again."),
    ])
  func entities(row: Stage.Case) throws {
    let stage = try Stage(row)
    var numbers: [Int: Int] = [:]
    let found = zip(stage.context.names, stage.entityOfName).flatMap { name, entity in
      let number = numbers[entity] ?? numbers.count + 1
      numbers[entity] = number
      return stage.mark("\(number)", name.tokens)
    }
    #expect(stage.written(found) == row.marked)
  }

  @Test(
    "know the role that a person is named with",
    arguments: [
      Stage.Case("bn", "«পৌরসভার মেয়র» রফিকুল ইসলাম এসেছেন। মেয়র কথা বলেননি।"),
      Stage.Case("bn", "রফিকুল ইসলাম এসেছেন।"),
      Stage.Case("en", "«Mayor» Ruth Okafor came. The mayor left early."),
      Stage.Case("en", "Ruth Okafor came."),
    ])
  func roles(row: Stage.Case) throws {
    let stage = try Stage(row)
    let book = RoleBook(stage.context, stage.entityOfName)
    let found = book.holders.sorted().flatMap { stage.mark("", book.tokens(ofHolder: $0)) }
    #expect(stage.written(found) == row.marked)
  }
}
