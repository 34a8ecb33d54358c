import SutraReader
import SutraWords

/// The shells that can complete the command line, and the text that teaches each.
enum ShellCompletions: String, CaseIterable {
  case bash, zsh, fish

  /// The file's name, as it is installed.
  var file: String {
    switch self {
    case .bash: "sutra.bash"
    case .zsh: "_sutra"
    case .fish: "sutra.fish"
    }
  }

  /// The whole file.
  var text: String {
    switch self {
    case .bash: BashCompletion.text
    case .zsh: ZshCompletion.text
    case .fish: FishCompletion.text
    }
  }

  /// The line that a file begins with.
  var heading: String {
    "# \(file) - completion of sutra(1) for \(rawValue), made by 'sutra completions \(rawValue)'; "
      + "licence: MIT\n"
  }

  /// What is explained in the words of each language, with the locales of those who get it, as patterns
  /// of a shell; English is last, for everybody else.
  static func inEachLanguage(_ lines: () -> [String]) -> [(locales: [String], lines: [String])] {
    let codes = InterfaceLanguage.codes
    return (codes.dropFirst() + codes.prefix(1)).compactMap { code in
      guard let language = InterfaceLanguage(code) else { return nil }
      let isLast = language == .english
      return (isLast ? ["*"] : ["", "_*", ".*", "@*"].map { code + $0 }, language.speaking(lines))
    }
  }
}

extension ProgramCommand {
  /// `sutra completions SHELL`: what a shell needs to complete the command line.
  static let completions = ProgramCommand(
    "completions",
    operands: .words(least: 1, first: ShellCompletions.allCases.map(\.rawValue)),
    synopsis: ShellCompletions.allCases.map(\.rawValue).joined(separator: "|"),
    run: { (invocation: Invocation) throws(CommandError) in
      let shell = invocation.options.words.first.flatMap(ShellCompletions.init)
      try Output.write(Array((shell?.text ?? "").utf8))
      return ExitStatus.success
    })
}

/// What a shell offers for the value of an option.
enum CompletedValue {
  /// Nothing can be offered, but there is a value.
  case anything
  /// Some words.
  case words([String])
  /// Some words, and files.
  case files([String])
  /// Folders.
  case folders
  /// Names of commands.
  case commands

  /// What is offered for an option's value; `nil` when it takes none.
  init?(_ option: CommandOption) {
    switch option.value {
    case .none: return nil
    case .number, .text: self = .anything
    case .choice(let words, _), .sample(let words): self = .words(words)
    case .file: self = .files([])
    case .folder: self = .folders
    }
  }

  /// What is offered for a setting's value; `nil` for a flag, which stands alone.
  init?(_ setting: Setting) {
    if setting.kind == .flag { return nil }
    switch setting.completion {
    case .none: self = setting.values.isEmpty ? .anything : .words(setting.values)
    case .words(let words): self = .words(words)
    case .files(let words): self = .files(words)
    case .folders: self = .folders
    case .commands: self = .commands
    }
  }
}
