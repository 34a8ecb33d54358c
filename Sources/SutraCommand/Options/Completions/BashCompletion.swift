import SutraReader

/// The completion for bash.
enum BashCompletion {
  static var text: String {
    let names = ProgramCommand.named.map(\.name)
    let withoutFiles = ProgramCommand.named.filter { $0.operands == .none }.map(\.name)
    return ShellCompletions.bash.heading + """

      _sutra() {
        local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} task= index values=
        # In bash the equals sign is a word of its own.
        if [[ $word == "=" ]]; then word=
        elif [[ $before == "=" ]]; then before=${COMP_WORDS[COMP_CWORD-2]}
        fi
        case ${COMP_WORDS[1]} in
          \(names.joined(separator: " | "))) (( COMP_CWORD > 1 )) && task=${COMP_WORDS[1]} ;;
        esac
        for (( index = 1; index < COMP_CWORD; index++ )); do
          if [[ ${COMP_WORDS[index]} == "--" ]]; then
            case $task in
              \(withoutFiles.joined(separator: " | "))) ;;
              *) COMPREPLY=( $(compgen -f -- "$word") ) ;;
            esac
            return
          fi
        done
        case "$task $before" in
      \(optionValues)
        esac
        case $before in
      \(settingValues)
        esac
        if [[ -n $values ]]; then
          COMPREPLY=( $(compgen -W "$values" -- "$word") )
          return
        fi
        if [[ $word == -* ]]; then
          case $task in
      \(ownOptions)
          esac
          COMPREPLY=( $(compgen -W "$values" -- "$word") )
          return
        fi
      \(operands)
        (( COMP_CWORD == 1 )) && COMPREPLY=( $(compgen -W "\(names.joined(separator: " "))" -- "$word") )
        COMPREPLY+=( $(compgen -f -- "$word") )
      }

      complete -o filenames -F _sutra sutra

      """
  }

  /// Lines of a `case` that offer the values of the commands' own options.
  private static var optionValues: String {
    ProgramCommand.all.flatMap { command in
      command.options.compactMap { option in
        CompletedValue(option).map { row("\"\(command.name) --\(option.name)\"", $0) }
      }
    }.joined(separator: "\n")
  }

  /// The same for settings, whatever the command.
  private static var settingValues: String {
    let flags = SettingTable.all.filter { $0.kind == .flag }.map { "--\($0.name)" }
    let rows = SettingTable.all.compactMap { setting in
      CompletedValue(setting).map { row("--\(setting.name)", $0) }
    }
    let flag = """
          \(flags.joined(separator: " | ")))
            [[ ${COMP_WORDS[COMP_CWORD]} == "=" || ${COMP_WORDS[COMP_CWORD-1]} == "=" ]] && values="on off" ;;
      """
    return (rows + [flag]).joined(separator: "\n")
  }

  private static func row(_ pattern: String, _ value: CompletedValue) -> String {
    switch value {
    case .anything: return "    \(pattern)) return ;;"
    case .words(let words): return "    \(pattern)) values=\"\(words.joined(separator: " "))\" ;;"
    case .files(let words):
      let list =
        words.isEmpty ? "" : "$(compgen -W \"\(words.joined(separator: " "))\" -- \"$word\") "
      return "    \(pattern)) COMPREPLY=( \(list)$(compgen -f -- \"$word\") ); return ;;"
    case .folders: return "    \(pattern)) COMPREPLY=( $(compgen -d -- \"$word\") ); return ;;"
    case .commands: return "    \(pattern)) COMPREPLY=( $(compgen -c -- \"$word\") ); return ;;"
    }
  }

  /// Lines of a `case` with all options of each command.
  private static var ownOptions: String {
    ProgramCommand.all.sorted { $0.name > $1.name }.map { command in
      let settings = command.takenSettings.flatMap { setting in
        setting.kind == .flag
          ? ["--\(setting.name)", "--no-\(setting.name)"] : ["--\(setting.name)"]
      }
      let all = command.allOptions.map { "--\($0.name)" } + settings
      // Reading stands last, for whatever is no command.
      let pattern = command.name.isEmpty ? "*" : command.name
      return "      \(pattern)) values=\"\(all.joined(separator: " "))\" ;;"
    }.joined(separator: "\n")
  }

  /// What is offered for the operands of commands that take no articles.
  private static var operands: String {
    let lines = ProgramCommand.named.compactMap { command -> String? in
      switch command.operands {
      case .none: return "    \(command.name)) return ;;"
      case .articles, .place: return nil
      case .words(_, let first):
        let words = first.joined(separator: " ")
        return """
              \(command.name))
                (( COMP_CWORD == 2 )) && COMPREPLY=( $(compgen -W "\(words)" -- "$word") )
                return ;;
          """
      }
    }
    return (["  case $task in"] + lines + ["  esac"]).joined(separator: "\n")
  }
}
