import Foundation
import SutraWords
import Testing

@testable import SutraCommand
@testable import SutraReader

/// The tables of sentences, `SutraResources/Interface`: one a language, all complete.
struct SentenceTableTests {
  private static let english = SentenceTable.all[0]

  /// A key without the form of the plural.
  private static func plain(_ key: String) -> String {
    String(key.split(separator: "#", maxSplits: 1)[0])
  }

  /// The placeholders of a sentence.
  private static func placeholders(_ text: String) -> Set<String> {
    Set(text.matches(of: /\{([A-Za-z.-]+)\}/).map { String($0.1) })
  }

  @Test("a table is sorted, so that sentences are found in it, and says nothing twice")
  func order() {
    for table in SentenceTable.all {
      let keys = table.rows.map(\.key)
      #expect(!keys.isEmpty)
      for (one, other) in zip(keys, keys.dropFirst()) {
        #expect(
          Array(one.utf8).lexicographicallyPrecedes(Array(other.utf8)), "\(table.code) \(other)")
      }
      for row in table.rows {
        #expect(table.sentence(row.key) != nil, "\(table.code) \(row.key)")
        #expect(row.text.first != " " && row.text.last != " ", "\(table.code) \(row.key)")
      }
    }
  }

  @Test("every language has the sentences of English, with the same placeholders")
  func completeness() {
    func sentences(_ table: SentenceTable) -> [String: [(form: String?, text: String)]] {
      var found: [String: [(form: String?, text: String)]] = [:]
      for row in table.rows {
        let parts = row.key.split(separator: "#", maxSplits: 1).map(String.init)
        found[parts[0], default: []].append((parts.count > 1 ? parts[1] : nil, row.text))
      }
      return found
    }
    let wanted = sentences(Self.english)
    for table in SentenceTable.all {
      let own = sentences(table)
      #expect(Set(own.keys) == Set(wanted.keys), "\(table.code)")
      let forms = Set((0...200).map { table.form(for: $0) } + ["other"])
      for (key, rows) in own {
        let named = rows.compactMap(\.form)
        if !named.isEmpty { #expect(Set(named) == forms, "\(table.code) \(key)") }
        let placeholders = wanted[key]?.last.map { Self.placeholders($0.text) } ?? []
        for row in rows {
          // Where a form is that of a single number, the number may be in words.
          let missing = placeholders.subtracting(Self.placeholders(row.text))
          #expect(
            missing.isEmpty || row.form == "one" && missing == ["count"], "\(table.code) \(key)")
          #expect(Self.placeholders(row.text).isSubset(of: placeholders), "\(table.code) \(key)")
        }
      }
    }
  }

  @Test("keys that sentences name are those of actions")
  func namedKeys() {
    for table in SentenceTable.all {
      for row in table.rows {
        for name in Self.placeholders(row.text) where name.hasPrefix("key.") {
          #expect(
            Keymap.action(named: String(name.dropFirst(4))) != nil, "\(table.code) \(row.key)")
        }
      }
    }
  }

  /// The beginnings of calls that tell a sentence.
  private static let calls = ["say(", "Message("]

  private static func isCalled(_ literal: SourceStrings.Literal) -> Bool {
    let before = literal.before.filter { !$0.isWhitespace }
    return calls.contains { before.hasSuffix($0) }
      // The second branch of a choice between two keys.
      || literal.text.wholeMatch(of: /[a-z-]+(\.[a-z-]+)+/) != nil
        && english.sentence(literal.text, for: 1) != nil
  }

  @Test("no sentence is missing and none is left over")
  func use() {
    let keys = Set(Self.english.rows.map { Self.plain($0.key) })
    var used: Set<String> = []
    for literal in SourceStrings.all where Self.isCalled(literal) {
      guard literal.text.contains("@") else {
        used.insert(literal.text)
        #expect(
          keys.contains(literal.text), "\(literal.file):\(literal.line) \(literal.text)")
        continue
      }
      // What is put into a key names one of a family.
      let parts = literal.text.split(separator: "@", omittingEmptySubsequences: false)
      let family = keys.filter { $0.hasPrefix(parts[0]) && $0.hasSuffix(parts[parts.count - 1]) }
      #expect(!family.isEmpty, "\(literal.file):\(literal.line) \(literal.text)")
      used.formUnion(family)
    }
    #expect(keys.subtracting(used).sorted() == [])
  }

  @Test("a sentence gets all that it has places for")
  func values() {
    for literal in SourceStrings.all where Self.isCalled(literal) && !literal.text.contains("@") {
      guard let row = Self.english.rows.last(where: { Self.plain($0.key) == literal.text }) else {
        continue
      }
      let wanted = Self.placeholders(row.text).filter { !$0.hasPrefix("key.") }
      let before = literal.before.filter { !$0.isWhitespace }
      // Keys that are chosen between get their values behind the choice.
      guard Self.calls.contains(where: { before.hasSuffix($0) }) else { continue }
      let given = literal.after.prefix { $0 != "]" || wanted.isEmpty }
      for name in wanted {
        #expect(
          literal.after.contains("\"\(name)\":"), "\(literal.file):\(literal.line) \(name) \(given)"
        )
      }
    }
  }
}

/// Files whose longer literals are no sentences to people.
private let unspoken = [
  // What shells and browsers read.
  "Options/Completions/", "Report/ReportStyle.swift",
  // Names of values, in JSON and in `explain`'s tables.
  "Attribution/AttributionRule.swift", "SutraCompare/ArticleComparison.swift",
  // Names of classes in pages, and of encodings.
  "Pages/PageMarks.swift", "SutraInput/TextEncoding.swift",
  // How a command is typed.
  "Commands/CommandTable.swift", "Screen/HelpScreen.swift",
  // What a mistake of the code is called where it ends the program, or its own format.
  "SutraCore/Article/Article.swift", "SutraCore/Text/Document.swift", "Layout/LineBreakTable.swift",
  "Tagger/NameModel.swift",
  // What who looks for a fault, trains or measures reads, in one language.
  "Journal/Journal.swift", "sutra-train/", "sutra-bench/",
]

/// Whether a literal is one for SQLite.
private func isStatement(_ literal: SourceStrings.Literal) -> Bool {
  let words = literal.text.split { !$0.isLetter && $0 != "_" }
  return literal.file.contains("SutraLibrary/")
    && words.contains { $0.count > 1 && $0.allSatisfy(\.isUppercase) }
}

struct SentencesInSourceTests {
  @Test("no sentence to a person stands in the code")
  func code() {
    for literal in SourceStrings.all
    where !unspoken.contains(where: { literal.file.contains($0) }) && !isStatement(literal) {
      let words = literal.text.split(separator: " ").filter { word in
        word.count > 1 && word.allSatisfy { $0.isLetter || "',;:.".contains($0) }
      }
      #expect(words.count < 3, "\(literal.file):\(literal.line) \(literal.text)")
    }
  }

  @Test("every command and option tells what it does, in every language")
  func options() throws {
    for code in InterfaceLanguage.codes {
      let language = try #require(InterfaceLanguage(code))
      language.speaking {
        for command in ProgramCommand.all {
          #expect(!command.summary.hasPrefix("task."), "\(command.name)")
          #expect(!command.details.hasPrefix("task."), "\(command.name)")
          for option in command.allOptions {
            #expect(!option.help.hasPrefix("option."), "\(command.name) \(option.name)")
            #expect(!option.help.contains("{"), "\(command.name) \(option.name)")
          }
        }
        for setting in SettingTable.all {
          #expect(!setting.explanation.hasPrefix("setting."), "\(setting.name)")
          if setting.kind == .flag {
            #expect(!setting.off.hasPrefix("setting."), "\(setting.name)")
          }
        }
        for binding in KeyTable.groups.flatMap(\.bindings) {
          #expect(!binding.explanation().hasPrefix("key."), "\(binding.name)")
        }
        for command in CommandTable.all {
          #expect(!command.explanation().hasPrefix("command."), "\(command.names)")
        }
      }
    }
  }

  @Test("what stands for a value has a name in every language, and no capitals in Bengali")
  func values() throws {
    let bengali = try #require(InterfaceLanguage("bn"))
    let english = try #require(InterfaceLanguage("en"))
    let patterns =
      ProgramCommand.all.map(\.synopsis) + CommandTable.all.map(\.argument)
      + ProgramCommand.all.flatMap(\.allOptions).map(\.placeholder)
      + SettingTable.all.map(\.placeholder)
    for pattern in patterns {
      #expect(english.speaking { typed(pattern) } == pattern)
      let shown = bengali.speaking { typed(pattern) }
      #expect(!shown.contains { $0.isASCII && $0.isUppercase }, "\(pattern): \(shown)")
    }
    #expect(bengali.speaking { typed("[FILE... | -]") } == "[<ফাইল>... | -]")
    #expect(bengali.speaking { typed("FILE:LINE") } == "<ফাইল>:<লাইন>")
    #expect(bengali.speaking { typed("--nOtHING bn|en XYZZY") } == "--nOtHING bn|en XYZZY")
  }

  @Test("a locale names the language")
  func locales() throws {
    let bengali = try #require(InterfaceLanguage("bn"))
    for name in ["bn", "bn_BD.UTF-8", "bn_IN", "bn@x", "BN_BD"] {
      #expect(InterfaceLanguage.ofLocale(name) == bengali)
    }
    for name in ["", "C", "C.UTF-8", "en_GB.UTF-8", "bnx_BD", "de_DE"] {
      #expect(InterfaceLanguage.ofLocale(name) == .english)
    }
    #expect(InterfaceLanguage.ofLocale(nil) == .english)
    #expect(digits(1_205, in: bengali) == "১২০৫")
    #expect(digits(-7, in: bengali.with(ownDigits: false)) == "-7")
  }

  @Test(
    "the program speaks the language of its environment or of its option",
    arguments: [["LC_ALL": "bn_BD.UTF-8"], ["LC_MESSAGES": "bn_BD"], ["LANG": "bn_IN.UTF-8"]])
  func environment(_ variables: [String: String]) throws {
    var environment = variables
    environment["LANG"] = environment["LANG"] ?? ""
    let told = try Program.run(["no such file"], environment: environment)
    #expect(told.complaint.contains("নামে কোনো ফাইল নেই"))
    let english = try Program.run(["--language", "en", "--help"], environment: environment)
    #expect(english.text.hasPrefix("sutra - reads news"))
    let help = try Program.run(["analyze", "--language=bn", "--help"], environment: [:])
    #expect(help.text.hasPrefix("ব্যবহার: sutra analyze"))
    let before = try Program.run(["--language", "bn", "audit"], environment: [:])
    #expect(before.ending == .exit(2) && before.complaint.hasPrefix("sutra: audit-এর"))
    // What programs read is the same for everybody.
    let ours = try Program.run(["analyze", "--sample", "bn"], environment: environment)
    let theirs = try Program.run(["analyze", "--sample", "bn"], environment: [:])
    #expect(ours.output == theirs.output && !ours.output.isEmpty)
  }

  @Test("the settings file names the language of every command, and of what is wrong with words")
  func settingsFile() throws {
    let home = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: home.path(of: "config/sutra"), withIntermediateDirectories: true)
    _ = try home.write(
      "nothing = 1\nlanguage = bn\ndigits = western\n", to: "config/sutra/config")
    let environment = Program.environment(home: home)
    for words in [["audit"], ["--nope"], ["export", "NONE"], ["config"]] {
      let told = try Program.run(words, environment: environment)
      #expect(
        told.complaint.unicodeScalars.contains { (0x0980...0x09FF).contains($0.value) },
        "\(words)")
    }
    let audit = try Program.run(["audit", "--sample", "bn"], environment: environment)
    #expect(audit.text.contains("22 শব্দ") && !audit.text.contains("২২"))
    let english = try Program.run(["audit", "--language", "en"], environment: environment)
    #expect(english.complaint.hasPrefix("sutra: audit needs"))
  }

  @Test("a command behind options of others is told to stand first")
  func commandFirst() throws {
    let told = try Program.run(["--theme", "x", "analyze", "a.txt"])
    #expect(told.ending == .exit(2))
    #expect(told.complaint.contains("'analyze' is a command and stands before its options"))
  }

  @Test("numbers are taken in the digits of either language")
  func typedNumbers() throws {
    #expect(wholeNumber("১২0") == 120 && wholeNumber("-৩") == -3)
    #expect(wholeNumber("") == nil && wholeNumber("১.৫") == nil && wholeNumber("x") == nil)
    #expect(westernDigits("২০২৬-11-২৮ কথা") == "2026-11-28 কথা")
    let narrow = try Program.run(["--width", "৪০", "--print", "--sample", "bn"])
    let same = try Program.run(["--width", "40", "--print", "--sample", "bn"])
    #expect(narrow.ending == .exit(0) && narrow.output == same.output)
    var settings = Settings()
    try settings.set("pane-width", to: "৪২", .reader)
    #expect(settings["pane-width"] == "42" && settings.number("pane-width") == 42)
  }

  @Test("numbers of a sentence itself are in the digits of the language")
  func ownNumbers() throws {
    let bengali = try #require(InterfaceLanguage("bn"))
    let sentence = Message("error.no-offset", ["file": "x", "count": 138, "last": 137])
    #expect(sentence.text(in: bengali).contains("০ থেকে ১৩৭"))
    #expect(sentence.text(in: bengali.with(ownDigits: false)).contains("0 থেকে 137"))
  }
}
