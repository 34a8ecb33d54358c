import Foundation
import SutraReader
import Testing

@testable import SutraCommand

/// The manual page against the tables it tells of.
///
/// After a change of a table run this with `SUTRA_WRITE_MANUAL=1` and commit the page with it.
@Suite("The manual page")
struct KeysInManualTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Sources/sutra/Manual")
  private static let file = folder.appendingPathComponent("sutra.1")

  /// A text in which roff sees no marks.
  private static func escaped(_ text: String) -> String {
    let marks: [Character: String] = [
      "\\": "\\e", "-": "\\-", "'": "\\(aq", "`": "\\(ga", "^": "\\(ha", "~": "\\(ti",
      "\"": "\\(dq",
    ]
    return text.map { marks[$0] ?? String($0) }.joined()
  }

  private static var keys: String {
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

  private static var commands: String {
    CommandTable.all.map { command in
      let names = command.names.map { ":\(escaped($0))" }.joined(separator: ", ")
      let argument = command.argument.isEmpty ? "" : " \\fI\(escaped(command.argument))\\fP"
      return ".TP\n.B \(names)\(argument)\n\(escaped(command.explanation()))\n"
    }.joined()
  }

  private static var settings: String {
    SettingTable.all.map { setting in
      var text = ".TP\n.B \(escaped(setting.name))\n\(escaped(setting.explanation)).\n"
      switch setting.kind {
      case .number(let range):
        text += "A number from \(range.lowerBound) to \(range.upperBound);\n"
      case .choice, .flag:
        text +=
          "One of " + setting.values.map { "\\fB\(escaped($0))\\fP" }.joined(separator: ", ")
          + ";\n"
      case .text: text += "Any text;\n"
      }
      let standard = setting.standard.isEmpty ? "empty" : "\\fB\(escaped(setting.standard))\\fP"
      return text + "\(standard) if nothing is said.\n"
    }.joined()
  }

  /// A text in which words between two ` are bold.
  private static func marked(_ text: String) -> String {
    text.split(separator: "`", omittingEmptySubsequences: false).enumerated().map {
      $0 % 2 == 0 ? escaped(String($1)) : "\\fB\(escaped(String($1)))\\fP"
    }.joined()
  }

  /// A sentence in lines that are short enough for a page of roff.
  private static func lines(_ text: String) -> String {
    var lines = [""]
    for word in marked(text).split(separator: " ") {
      if lines[lines.count - 1].utf8.count + word.utf8.count > 98 { lines.append("") }
      lines[lines.count - 1] += lines[lines.count - 1].isEmpty ? word : " \(word)"
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static var synopsis: String {
    ProgramCommand.all.map { command in
      let name = command.name.isEmpty ? "sutra" : "sutra \(command.name)"
      let options =
        command.options.isEmpty && command.takenSettings.isEmpty ? "" : " \\fR[\\fPoptions\\fR]\\fP"
      return ".B \(name)\n.I \\&\(options) \(escaped(command.synopsis))\n"
    }.joined(separator: ".br\n")
  }

  private static var subcommands: String {
    ProgramCommand.named.map { ".TP\n.B \(escaped($0.name))\n\(lines($0.details))" }.joined()
  }

  private static var options: String {
    func row(_ option: CommandOption, of command: String) -> String {
      let short = option.letter.map { "\\-\($0), " } ?? ""
      let value = option.placeholder.isEmpty ? "" : " \\fI\(escaped(option.placeholder))\\fP"
      let whose = command.isEmpty ? "" : "Of \\fB\(command)\\fP.\n"
      return ".TP\n.B \(short)\\-\\-\(escaped(option.name))\(value)\n"
        + whose + lines(option.details)
    }
    return ProgramCommand.all.flatMap { command in
      command.options.map { row($0, of: command.name) }
    }.joined() + CommandOption.common.map { row($0, of: "") }.joined()
  }

  /// The page with its made parts made anew.
  private static func made(_ page: String) throws -> String {
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

  @Test("tells every command, option, key and setting of the tables, as they are")
  func tables() throws {
    let page = try String(contentsOf: Self.file, encoding: .utf8)
    let made = try Self.made(page)
    if ProcessInfo.processInfo.environment["SUTRA_WRITE_MANUAL"] != nil {
      try made.write(to: Self.file, atomically: true, encoding: .utf8)
    }
    #expect(page == made, "run once with SUTRA_WRITE_MANUAL=1")
  }

  @Test("tells every exit status and part that a page has")
  func parts() throws {
    let page = try String(contentsOf: Self.file, encoding: .utf8).replacing("\\-", with: "-")
    for heading in [
      "NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "KEYS", "COMMANDS", "SETTINGS", "FILES",
      "ENVIRONMENT", "EXIT STATUS", "EXAMPLES",
    ] {
      #expect(page.contains("\n.SH \(heading)\n"))
    }
    for status in [
      ExitStatus.success, ExitStatus.someFailed, ExitStatus.usage, ExitStatus.input,
      ExitStatus.noTerminal, ExitStatus.inputOutput,
    ] {
      #expect(page.contains("\n.B \(status)\n"))
    }
    #expect(page.split(separator: "\n").allSatisfy { $0.utf8.count <= 120 })
  }

  @Test(
    "is formatted without a warning",
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/groff"), "groff is missing")
  )
  func formats() throws {
    let errors = try Self.shell(
      "groff -man -Tutf8 -ww -rLL=90n -k '\(Self.file.path)' 2>&1 > /dev/null")
    #expect(errors == "")
    let text = try Self.shell("groff -man -Tutf8 -k -P-cbou -rLL=90n '\(Self.file.path)' 2>&1")
    for shown in [
      "who says so? the chain to the origin [who]", "--SETTING VALUE", "bind KEY = ACTION",
    ] {
      #expect(text.contains(shown), "\(shown)")
    }
    for line in ["j, Down, Ctrl-N, Ctrl-E", "line down [line-down]"] {
      #expect(text.contains(line), "\(line)")
    }
  }

  /// What a command of the shell writes to standard output.
  static func shell(_ command: String) throws -> String {
    let folder = try TemporaryFolder()
    let output = folder.path(of: "output")
    let home = Program.environment(home: folder)
    let child = try ChildProcess(
      "/bin/sh", ["-c", command], environment: home,
      descriptors: [
        .open("/dev/null", O_RDONLY), .open(output, O_WRONLY | O_CREAT), .copy(2),
      ])
    let deadline = Deadline(seconds: 60)
    while child.poll() == nil, !deadline.hasPassed { usleep(2_000) }
    return FileManager.default.contents(atPath: output).map { String(decoding: $0, as: UTF8.self) }
      ?? ""
  }
}
