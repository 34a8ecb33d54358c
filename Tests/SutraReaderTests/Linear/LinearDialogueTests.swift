import SutraCore
import SutraExport
import Testing

@testable import SutraReader

@Suite("The linear dialogue")
struct LinearDialogueTests {
  /// The answers to some commands, one after the other.
  private static func answers(_ article: Article, _ commands: String...) -> [[String]?] {
    var dialogue = LinearDialogue(article)
    return commands.map { dialogue.answer(to: $0) }
  }

  private static func last(_ article: Article, _ commands: String...) -> [String] {
    var dialogue = LinearDialogue(article)
    var answer: [String]? = []
    for command in commands { answer = dialogue.answer(to: command) }
    return answer ?? ["the end"]
  }

  @Test("opens with the headline, what there is, and how to go on")
  func opening() {
    #expect(
      LinearDialogue(Articles.turns).opening == [
        "Article: সেতুর কাজ শেষ",
        "4 paragraphs, 4 quotes, \(Articles.turns.sources.count) sources, "
          + "\(Articles.turns.entities.count) entities.",
        "Enter reads the next paragraph, h lists the commands, q quits.",
      ])
    #expect(LinearDialogue(Articles.long).opening[0] == "Article: test.txt")
  }

  @Test("Enter reads paragraph after paragraph, each with its quotes announced")
  func paragraphs() {
    let answers = Self.answers(Articles.turns, "", "", "", "", "", "b", "r")
    #expect(answers[0] == ["Headline.", "সেতুর কাজ শেষ"])
    let first = answers[1] ?? []
    #expect(first[0] == "Paragraph 2 of 4.")
    #expect(first[1].hasPrefix("মেয়র করিম উদ্দিন বলেন, সেতুর কাজ"))
    #expect(first[2].hasPrefix("Quote 1, indirect, by করিম উদ্দিন (named), here called মেয়র করিম উদ্দিন"))
    #expect(first[2].hasSuffix(", cue বলেন (statement), role মেয়র."))
    #expect(first[3].hasPrefix("Quote 2, indirect, by সালমা খাতুন (named)"))
    #expect(first.count == 4)
    #expect(answers[3]?.count == 2)
    #expect(answers[4] == ["End of the article."])
    #expect(answers[5]?[0] == "Paragraph 3 of 4.")
    #expect(answers[6] == answers[5])
  }

  @Test(
    "the whole article can be read paragraph by paragraph, no word is lost",
    arguments: ["bn", "en"])
  func whole(code: String) {
    let article = code == "bn" ? Articles.bengali : Articles.english
    var dialogue = LinearDialogue(article)
    for span in article.document.paragraphs {
      let answer = dialogue.answer(to: "") ?? []
      #expect(answer.count >= 2 && Array(answer[1].utf8) == Array(article.document.text[span].utf8))
    }
    #expect(dialogue.answer(to: "") == ["End of the article."])
  }

  @Test("n, p and w go through the quotes with their words")
  func quotes() {
    let turns = Articles.turns
    let answers = Self.answers(turns, "n", "n", "w", "p", "p", "n", "]", "[", "n", "n", "n", "n")
    #expect(answers[0]?.count == 1)
    #expect(answers[0]?[0].hasPrefix("Quote 1, indirect, by করিম উদ্দিন") == true)
    #expect(answers[0]?[0].hasSuffix(": " + QuotationRecords(turns).record(0).told) == true)
    #expect(answers[1]?[0].hasPrefix("Quote 2") == true)
    #expect(answers[2]?.first == answers[1]?.first)
    #expect(answers[2]?.dropFirst().first?.hasPrefix("It is quoted because ") == true)
    #expect(answers[3] == answers[0])
    #expect(answers[4] == ["This is before the first quote; n reads it."])
    #expect(answers[5] == answers[1] && answers[7] == answers[1])
    #expect(answers[11] == ["There are no more quotes."])
    #expect(Self.last(turns, "w") == ["This is before the first quote; n reads it."])
    #expect(Self.last(Articles.long, "n") == ["This article quotes nobody."])
    #expect(Self.last(Articles.long, "l") == ["This article quotes nobody."])
  }

  @Test("quotes go on from the paragraph that was read, and paragraphs from the quote")
  func together() {
    #expect(Self.last(Articles.turns, "3", "n")[0].hasPrefix("Quote 3"))
    #expect(Self.last(Articles.turns, "n", "n", "n", "")[0] == "Paragraph 4 of 4.")
  }

  @Test("addressee, medium and doubt are told where there are any")
  func details() throws {
    let article = Articles.bengali
    var dialogue = LinearDialogue(article)
    let answer = dialogue.answer(to: "l")
    let list = try #require(answer)
    #expect(list.count == article.quotations.count)
    for (number, line) in list.enumerated() {
      let attribution = article.attributions[number]
      #expect(line.contains(", to ") == (attribution.addressee != nil))
      #expect(attribution.medium.map { line.contains(", in \(article.line($0.span))") } ?? true)
      #expect(line.contains(", doubtful") == (article.quotations[number].confidence < 0.5))
      #expect(line.hasSuffix("."))
    }
  }

  @Test("a number reads a paragraph, and one that is none says so")
  func numbers() {
    #expect(Self.last(Articles.long, "150")[1].hasPrefix("অনুচ্ছেদ 150:"))
    #expect(Self.last(Articles.long, "201") == ["End of the article."])
    #expect(Self.last(Articles.long, "0") == ["This is the beginning."])
    #expect(Self.last(Articles.long, "-9223372036854775808") == ["This is the beginning."])
    #expect(Self.last(Articles.long, "9223372036854775807") == ["End of the article."])
    #expect(Self.last(Articles.long, "b") == ["This is the beginning."])
    #expect(Self.last(Articles.long, "r") == ["This is the beginning."])
  }

  @Test("f and / find words, f alone the next place, round and round")
  func finds() {
    var dialogue = LinearDialogue(Articles.long)
    #expect(dialogue.answer(to: "f") == ["f and words finds them."])
    #expect(dialogue.answer(to: "f অনুচ্ছেদ 19")?.first == "Place 1 of 11.")
    #expect(dialogue.answer(to: "f")?[1] == "Paragraph 190 of 200.")
    for _ in 0..<9 { _ = dialogue.answer(to: "f") }
    #expect(dialogue.answer(to: "f")?[0] == "Place 1 of 11.")
    #expect(dialogue.answer(to: "/হিমালয়") == ["হিমালয় was not found."])
    #expect(dialogue.answer(to: "f kind:big")?.first?.hasPrefix("there is no kind 'big'") == true)
    #expect(dialogue.answer(to: "/kind:quantity") != nil)
  }

  @Test("s and e tell sources and entities, one a line")
  func lists() {
    let turns = Articles.turns
    let sources = Self.last(turns, "s")
    #expect(sources.count == turns.sources.count)
    #expect(sources.contains { $0.hasPrefix("Source: করিম উদ্দিন, named, speaker, share ") })
    #expect(sources.contains { $0.hasSuffix(", 2 quotes.") })
    let entities = Self.last(turns, "entities")
    #expect(entities.count == turns.entities.count)
    #expect(
      entities.contains("person: করিম উদ্দিন, 2 times.")
        || entities.contains { $0.hasPrefix("person: করিম উদ্দিন, 2 times, also") })
    #expect(entities.contains { $0.hasPrefix("place: ঢাকা, once") })
    let plain = Articles.article("আকাশ বেশ মেঘলা।")
    #expect(Self.last(plain, "s") == ["No sources are named."])
    #expect(Self.last(plain, "e") == ["Nobody and nothing is named."])
  }

  @Test("help names every command, and every command that it names is known")
  func help() {
    let help = Self.last(Articles.turns, "h")
    #expect(Self.last(Articles.turns, "?") == help && Self.last(Articles.turns, "help") == help)
    let text = help.joined(separator: "\n")
    for command in ["b", "r", "n", "p", "w", "l", "s", "e", "f", "q"] {
      #expect(text.contains("\(command):") || text.contains("\(command) WORDS:"), "\(command)")
    }
    for command in [
      "b", "r", "n", "p", "w", "l", "s", "e", "f", "7", "back", "who", "list", "find",
    ] {
      #expect(Self.last(Articles.turns, command).first?.hasPrefix("Unknown") == false)
    }
  }

  @Test("what is no command is said, with a way out", arguments: ["x", "কি", "nn", ":q", "--"])
  func unknown(command: String) {
    #expect(
      Self.last(Articles.turns, command) == ["Unknown command: \(command). h lists the commands."])
  }

  @Test("q and quit end it", arguments: ["q", "quit"])
  func quits(command: String) {
    #expect(Self.answers(Articles.turns, command) == [nil])
  }

  @Test("a line end and blanks around a command do no harm", arguments: ["n\r", "n\n", " n", "n "])
  func blanks(command: String) {
    #expect(Self.last(Articles.turns, command)[0].hasPrefix("Quote 1"))
  }
}
