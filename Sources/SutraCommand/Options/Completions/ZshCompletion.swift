import SutraReader
import SutraWords

/// The completion for zsh.
enum ZshCompletion {
  static var text: String {
    var lines = ["#compdef sutra", String(ShellCompletions.zsh.heading.dropLast()), ""]
    lines.append("case ${LC_ALL:-${LC_MESSAGES:-$LANG}} in")
    for part in ShellCompletions.inEachLanguage({ explained }) {
      lines += ["\(part.locales.joined(separator: "|")))"] + part.lines + [";;"]
    }
    return (lines + ["esac", ""]).joined(separator: "\n")
  }

  /// What is offered, each with what it does.
  private static var explained: [String] {
    var lines = ["local -a settings common", "settings=("]
    lines += SettingTable.all.flatMap(specifications).map { "  \($0)" }
    lines += [")", "common=("]
    lines += CommandOption.common.map { option in
      let short = option.letter.map { "-\($0)," } ?? ""
      return "  '(- *)'{\(short)--\(option.name)}'[\(escaped(option.help))]'"
    }
    lines += [")", "", "case ${words[2]} in"]
    for command in ProgramCommand.named {
      lines += ["  \(command.name))", "    (( CURRENT > 2 )) && {"]
      lines += ["      _arguments \(arguments(of: command).joined(separator: " \\\n        "))"]
      lines += ["      return", "    } ;;"]
    }
    lines += ["esac", "", "_sutra_first() {", "  local -a tasks", "  tasks=("]
    lines += ProgramCommand.named.map { "    '\($0.name):\(quoted($0.summary))'" }
    lines += [
      "  )",
      "  _alternative 'tasks:\(word("command")):{_describe '\\''\(word("command"))'\\'' tasks}' "
        + "'files:\(word("article")):_files'",
    ]
    lines += ["}", ""]
    lines += [
      "_arguments "
        + (arguments(of: .read).dropLast()
        + ["'1:\(word("article")):_sutra_first'", "'*:\(word("article")):_files'"])
        .joined(separator: " \\\n  ")
    ]
    return lines
  }

  /// What `_arguments` gets of a command; the last ones tell what it takes beside options.
  private static func arguments(of command: ProgramCommand) -> [String] {
    var parts = ["$common"]
    switch command.settings {
    case .all: parts.append("$settings")
    case .some: parts += command.takenSettings.flatMap(specifications)
    }
    parts += command.options.map { option in
      let value = CompletedValue(option).map { argument($0, option.placeholder) } ?? ""
      let isOptional = option.placeholder.hasPrefix("[")
      let sign = value.isEmpty ? "" : "="
      return "'--\(option.name)\(sign)[\(escaped(option.help))]"
        + (value.isEmpty ? "" : (isOptional ? ":" : "") + value) + "'"
    }
    switch command.operands {
    case .none: break
    case .articles: parts.append("'*:\(word("article")):_files'")
    case .place: parts.append("'1:\(word("place")):_files -S \\:'")
    case .words(_, let first):
      parts.append("'1:\(word("word")):(\(first.joined(separator: " ")))'")
      parts.append("'*:\(word("file")):_files'")
    }
    return parts
  }

  /// One setting as options.
  private static func specifications(of setting: Setting) -> [String] {
    let name = setting.name
    let help = escaped(setting.explanation)
    guard setting.kind == .flag else {
      let value = CompletedValue(setting).map { argument($0, setting.placeholder) } ?? ""
      return ["'--\(name)=[\(help)]\(value)'"]
    }
    let both = "(--\(name) --no-\(name))"
    return ["'\(both)--\(name)[\(help)]'", "'\(both)--no-\(name)[\(escaped(setting.off))]'"]
  }

  /// A value behind an option: what it is called and what is offered.
  private static func argument(_ value: CompletedValue, _ placeholder: String) -> String {
    let name = typed(placeholder).lowercased().filter { $0.isLetter || $0 == "|" }.replacing(
      "|", with: " or ")
    switch value {
    case .anything: return ":\(name):"
    case .words(let words): return ":\(name):(\(words.joined(separator: " ")))"
    case .files(let words):
      return words.isEmpty
        ? ":\(name):_files"
        : ":\(name):{_alternative \"words:\(name):(\(words.joined(separator: " ")))\" \"files:\(word("file")):_files\"}"
    case .folders: return ":\(name):_files -/"
    case .commands: return ":\(name):_command_names -e"
    }
  }

  /// What stands over what is offered.
  private static func word(_ name: String) -> String {
    escaped(say("completion.\(name)")).replacing(":", with: "\\:")
  }

  /// A help between brackets.
  private static func escaped(_ text: String) -> String {
    quoted(text).replacing("[", with: "\\[").replacing("]", with: "\\]")
  }

  /// A text between single quotes.
  private static func quoted(_ text: String) -> String { text.replacing("'", with: "'\\''") }
}
