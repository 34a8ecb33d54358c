import Foundation
import SutraReader
import SutraWords
import Testing

@testable import SutraCommand

/// The manual page of a language: parts that somebody wrote, and parts made from the tables.
struct ManualPage: CustomTestStringConvertible, Sendable {
  /// The code of its language.
  let code: String
  /// Its file in `Sources/sutra/Manual`.
  let file: String
  /// The headings that it must have.
  let headings: [String]
  /// What it says around values.
  private let of: @Sendable (String) -> String
  private let number: @Sendable (Int, Int) -> String
  private let oneOf: @Sendable (String) -> String
  private let standard: @Sendable (String) -> String
  private let anyText: String
  private let empty: String
  private let stop: String
  var testDescription: String { file }

  /// Where it is.
  var url: URL { KeysInManualTests.folder.appendingPathComponent(file) }

  static let all = [
    ManualPage(
      code: "en", file: "sutra.1",
      headings: [
        "NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "KEYS", "COMMANDS", "SETTINGS", "FILES",
        "ENVIRONMENT", "EXIT STATUS", "EXAMPLES",
      ],
      of: { "Of \($0)." }, number: { "A number from \($0) to \($1);" }, oneOf: { "One of \($0);" },
      standard: { "\($0) if nothing is said." }, anyText: "Any text;", empty: "empty", stop: "."),
    ManualPage(
      code: "bn", file: "sutra.bn.1",
      headings: [
        "নাম", "সংক্ষেপ", "বিবরণ", "বিকল্প", "বোতাম", "পাঠকের কমান্ড", "সেটিং", "ফাইল", "পরিবেশ",
        "শেষ অবস্থা", "উদাহরণ",
      ],
      of: { "\($0) কমান্ডের।" }, number: { "\(digits($0)) থেকে \(digits($1))-এর একটি সংখ্যা;" },
      oneOf: { "এগুলোর একটি: \($0);" }, standard: { "কিছু না বললে \($0)।" },
      anyText: "যেকোনো লেখা;", empty: "খালি", stop: "।"),
  ]

  /// A text in which roff sees no marks.
  func escaped(_ text: String) -> String {
    let marks: [Character: String] = [
      "\\": "\\e", "-": "\\-", "'": "\\(aq", "`": "\\(ga", "^": "\\(ha", "~": "\\(ti",
      "\"": "\\(dq",
    ]
    return text.map { marks[$0] ?? String($0) }.joined()
  }

  var keys: String {
    KeyTable.groups.map { group in
      ".SS \(escaped(group.title))\n"
        + group.bindings.map { binding in
          let keys = binding.keys.map { escaped($0.settingName) }.joined(separator: ", ")
          return """
            .TP
            .B \(keys)
            \(escaped(binding.explanation()))
            .RB [ \(escaped(binding.name)) ]

            """
        }.joined()
    }.joined()
  }

  var commands: String {
    CommandTable.all.map { command in
      let names = command.names.map { ":\(escaped($0))" }.joined(separator: ", ")
      let argument = command.argument.isEmpty ? "" : " \\fI\(escaped(typed(command.argument)))\\fP"
      return ".TP\n.B \(names)\(argument)\n\(escaped(command.explanation()))\n"
    }.joined()
  }

  var settings: String {
    SettingTable.all.map { setting in
      var text = ".TP\n.B \(escaped(setting.name))\n\(escaped(setting.explanation))\(stop)\n"
      switch setting.kind {
      case .number(let range):
        text += number(range.lowerBound, range.upperBound) + "\n"
      case .choice, .flag:
        text +=
          oneOf(setting.values.map { "\\fB\(escaped($0))\\fP" }.joined(separator: ", "))
          + "\n"
      case .text: text += anyText + "\n"
      }
      let value = setting.standard.isEmpty ? empty : "\\fB\(escaped(setting.standard))\\fP"
      return text + standard(value) + "\n"
    }.joined()
  }

  /// A text in which words between two ` are bold.
  func marked(_ text: String) -> String {
    text.split(separator: "`", omittingEmptySubsequences: false).enumerated().map {
      $0 % 2 == 0 ? escaped(String($1)) : "\\fB\(escaped(String($1)))\\fP"
    }.joined()
  }

  /// A sentence in lines that are short enough for a page of roff.
  func lines(_ text: String) -> String {
    var lines = [""]
    for word in marked(text).split(separator: " ") {
      if lines[lines.count - 1].unicodeScalars.count + word.unicodeScalars.count > 98 {
        lines.append("")
      }
      lines[lines.count - 1] += lines[lines.count - 1].isEmpty ? word : " \(word)"
    }
    return lines.map { $0 + "\n" }.joined()
  }

  var synopsis: String {
    ProgramCommand.all.map { command in
      let name = command.name.isEmpty ? "sutra" : "sutra \(command.name)"
      let word = say("help.options").dropFirst().dropLast()
      let options =
        command.options.isEmpty && command.takenSettings.isEmpty
        ? "" : " \\fR[\\fP\(word)\\fR]\\fP"
      return ".B \(name)\n.I \\&\(options) \(escaped(typed(command.synopsis)))\n"
    }.joined(separator: ".br\n")
  }

  var subcommands: String {
    ProgramCommand.named.map { ".TP\n.B \(escaped($0.name))\n\(lines($0.details))" }.joined()
  }

  var options: String {
    func row(_ option: CommandOption, of command: String) -> String {
      let short = option.letter.map { "\\-\($0), " } ?? ""
      let value = option.placeholder.isEmpty ? "" : " \\fI\(escaped(typed(option.placeholder)))\\fP"
      let whose = command.isEmpty ? "" : of("\\fB\(command)\\fP") + "\n"
      return ".TP\n.B \(short)\\-\\-\(escaped(option.name))\(value)\n"
        + whose + lines(option.details)
    }
    return ProgramCommand.all.flatMap { command in
      command.options.map { row($0, of: command.name) }
    }.joined() + CommandOption.common.map { row($0, of: "") }.joined()
  }

  /// The page with its made parts made anew.
  func made(_ page: String) throws -> String {
    let language = try #require(InterfaceLanguage(code))
    return try language.speaking { () throws -> String in try filled(page) }
  }

  private func filled(_ page: String) throws -> String {
    var page = page
    for (name, text) in [
      ("synopsis", synopsis), ("subcommands", subcommands), ("options", options), ("keys", keys),
      ("commands", commands), ("settings", settings),
    ] {
      let begin = try #require(page.range(of: ".\\\" begin \(name)\n"))
      let end = try #require(page.range(of: ".\\\" end \(name)\n"))
      page.replaceSubrange(begin.upperBound..<end.lowerBound, with: text)
    }
    return page
  }
}
