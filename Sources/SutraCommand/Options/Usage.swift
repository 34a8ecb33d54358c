import SutraReader
import SutraWords

/// What `--help` says, made from the tables of commands, options and settings.
enum Usage {
  /// The program's version.
  static let version = "0.1.0"

  /// The settings that the usage names; `sutra config` lists all.
  private static let shownSettings = ["theme", "color", "model", "linear", "mouse", "widths"]
  /// Columns of a line before its explanation, and of a whole line.
  private static let (indent, width) = (24, 96)

  /// The help of the whole program.
  static var text: String {
    var lines = [say("help.program"), ""]
    for (number, command) in ProgramCommand.all.enumerated() {
      lines.append((number == 0 ? say("help.usage") + " " : margin) + line(of: command))
      if !command.name.isEmpty { lines.append("           " + command.summary) }
    }
    lines.append(margin + typed("sutra COMMAND --help"))
    lines.append("           " + say("help.command-options"))
    lines += ["", say("help.without-file")]
    lines += [say("help.no-terminal"), ""]
    lines += (ProgramCommand.read.options + CommandOption.common).flatMap(rows)
    lines += settings(ProgramCommand.read, shownSettings)
    lines += row(typed("--SETTING VALUE"), say("help.other-settings"))
    for command in ProgramCommand.named where !command.options.isEmpty {
      lines += ["", "sutra \(command.name):"] + command.options.flatMap(rows)
    }
    lines += ["", say("help.in-reader"), ""]
    lines.append(say("help.exit"))
    return lines.joined(separator: "\n") + "\n"
  }

  /// The help of one command.
  static func text(of command: ProgramCommand) -> String {
    guard !command.name.isEmpty else { return text }
    var lines = [say("help.usage") + " " + line(of: command), ""]
    lines += wrapped(command.details.filter { $0 != "`" }, width)
    lines.append("")
    lines += command.allOptions.flatMap(rows)
    switch command.settings {
    case .all: lines += row(typed("--SETTING VALUE"), say("help.any-setting"))
    case .some(let names): lines += settings(command, names)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// How a command is typed.
  private static func line(of command: ProgramCommand) -> String {
    let options =
      command.options.isEmpty && command.takenSettings.isEmpty ? "" : say("help.options")
    return ["sutra", command.name, options, typed(command.synopsis)].filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  private static func rows(_ option: CommandOption) -> [String] {
    let short = option.letter.map { "-\($0), " } ?? ""
    let value = option.placeholder.isEmpty ? "" : " \(typed(option.placeholder))"
    return row("\(short)--\(option.name)\(value)", option.help)
  }

  private static func settings(_ command: ProgramCommand, _ names: [String]) -> [String] {
    command.takenSettings.filter { names.contains($0.name) }.flatMap { setting in
      // A flag that is on by itself is named only to switch it off.
      let isOff = setting.kind == .flag && setting.standard == "on"
      let name = isOff ? "--no-\(setting.name)" : "--\(setting.name)"
      return row(
        setting.kind == .flag ? name : "\(name) \(typed(setting.placeholder))",
        isOff ? setting.off : setting.explanation)
    }
  }

  private static func row(_ left: String, _ right: String) -> [String] {
    let lines = wrapped(right, width - indent)
    let head = "  " + left
    let first =
      columns(head) < indent - 1
      ? [head + String(repeating: " ", count: indent - columns(head)) + (lines.first ?? "")]
      : [head, String(repeating: " ", count: indent) + (lines.first ?? "")]
    return first + lines.dropFirst().map { String(repeating: " ", count: indent) + $0 }
  }

  private static func columns(_ text: String) -> Int { WidthProfile.spacing.columns(of: text) }

  /// A text in lines of at most so many columns.
  private static func wrapped(_ text: String, _ width: Int) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, columns(last) + 1 + columns(String(word)) <= width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }

  /// Blanks as wide as what stands before the first line of usage.
  private static var margin: String {
    String(repeating: " ", count: WidthProfile.spacing.columns(of: say("help.usage")) + 1)
  }
}
