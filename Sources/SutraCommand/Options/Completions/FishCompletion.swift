import SutraReader

/// The completion for fish.
enum FishCompletion {
  static var text: String {
    var lines = [ShellCompletions.fish.heading]
    lines += [Self.functions, "set -l locale", "for value in $LC_ALL $LC_MESSAGES $LANG"]
    lines += ["    test -n \"$value\"; and set locale $value; and break", "end", ""]
    lines.append("switch \"$locale\"")
    for part in ShellCompletions.inEachLanguage({ explained }) {
      lines.append("case \(part.locales.map { "'\($0)'" }.joined(separator: " "))")
      lines += part.lines.map { $0.isEmpty ? $0 : "    \($0)" }
    }
    return (lines + ["end", ""]).joined(separator: "\n")
  }

  private static var functions: String {
    let names = ProgramCommand.named.map(\.name).joined(separator: " ")
    return """
      function __sutra_task --description 'Whether the command is one of some; none is "read"'
          set -l words (commandline -opc)
          set -l task read
          if set -q words[2]; and contains -- $words[2] \(names)
              set task $words[2]
          end
          contains -- $task $argv
      end

      function __sutra_words --description 'Whether so many words are typed'
          test (count (commandline -opc)) -eq $argv[1]
      end

      """
  }

  /// What is offered, each with what it does.
  private static var explained: [String] {
    let withoutFiles = ProgramCommand.named.filter { command in
      if case .words = command.operands { return true }
      return command.operands == .none
    }.map(\.name)
    var lines = ["complete -c sutra -n '__sutra_task \(withoutFiles.joined(separator: " "))' -f"]
    for command in ProgramCommand.named {
      lines.append(
        "complete -c sutra -n '__sutra_words 1' -a \(command.name) -d \(quoted(command.summary))")
      if case .words(_, let first) = command.operands, !first.isEmpty {
        lines.append(
          "complete -c sutra -n '__sutra_task \(command.name); and __sutra_words 2' "
            + "-a '\(first.joined(separator: " "))'")
      }
    }
    lines.append("")
    lines += CommandOption.common.map { option in
      let short = option.letter.map { " -s \($0)" } ?? ""
      return "complete -c sutra\(short) -l \(option.name) -d \(quoted(option.help))"
    }
    for command in ProgramCommand.all {
      let task = command.name.isEmpty ? "read" : command.name
      lines += command.options.map { option in
        "complete -c sutra -n '__sutra_task \(task)' -l \(option.name)\(value(CompletedValue(option)))"
          + " -d \(quoted(option.help))"
      }
    }
    lines.append("")
    for setting in SettingTable.all {
      let tasks = ProgramCommand.all.filter { $0.takes(setting) }
        .map { $0.name.isEmpty ? "read" : $0.name }
      let condition = "complete -c sutra -n '__sutra_task \(tasks.joined(separator: " "))'"
      lines.append(
        "\(condition) -l \(setting.name)\(value(CompletedValue(setting)))"
          + " -d \(quoted(setting.explanation))")
      guard setting.kind == .flag else { continue }
      lines.append("\(condition) -l no-\(setting.name) -d \(quoted(setting.off))")
    }
    return lines
  }

  /// What is offered for a value; files are offered where nothing else is said.
  private static func value(_ value: CompletedValue?) -> String {
    switch value {
    case nil: ""
    case .anything: " -x"
    case .words(let words): " -x -a '\(words.joined(separator: " "))'"
    case .files(let words): words.isEmpty ? " -r" : " -r -a '\(words.joined(separator: " "))'"
    case .folders: " -x -a '(__fish_complete_directories)'"
    case .commands: " -x -a '(__fish_complete_command)'"
    }
  }

  private static func quoted(_ text: String) -> String { "'\(text.replacing("'", with: "\\'"))'" }
}
