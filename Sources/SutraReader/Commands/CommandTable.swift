import SutraCore
import SutraWords

/// One command that can be typed behind `:`, with what it does.
public struct TypedCommand: Sendable {
  /// Its names, the full one first.
  public let names: [String]
  /// What stands behind it, as in `NAME`; empty for nothing.
  public let argument: String
  /// The action of the key that does the same; `nil` for a command that takes words of its own.
  private let binding: KeyBinding?
  /// What may stand behind it: for the words typed there, the last of them begun, what that one may
  /// become.
  let completions: @Sendable ([String], ReaderState) -> [String]
  /// Does it, with what was typed behind its name.
  let run: @Sendable (inout ReaderState, String) -> [ReaderEffect]

  init(
    _ names: String..., argument: String = "", binding: KeyBinding? = nil,
    completions: @escaping @Sendable ([String], ReaderState) -> [String] = { _, _ in [] },
    run: @escaping @Sendable (inout ReaderState, String) -> [ReaderEffect]
  ) {
    self.names = names
    self.argument = argument
    self.binding = binding
    self.completions = completions
    self.run = run
  }

  /// What it does, in a few words that name the keys of a keymap.
  public func explanation(_ keymap: Keymap = .standard) -> String {
    binding?.explanation(keymap) ?? keymap.say("command.\(names[0])")
  }

  /// The command that does what a key does.
  init(_ binding: KeyBinding) {
    self.init(binding.name, binding: binding) { state, _ in
      state.perform(binding.action)
    }
  }
}

/// The commands behind `:`; every action of the key table is one as well.
public enum CommandTable {
  /// The commands that take words of their own.
  public static let all: [TypedCommand] = [
    TypedCommand("quit", "q", "q!") { _, _ in [.quit] },
    TypedCommand(
      "write", "w", argument: "FILE",
      run: { $0.write(to: $1) }),
    TypedCommand(
      "pipe", argument: "COMMAND",
      run: { $1.isEmpty ? $0.perform(.pipe) : $0.pipe($1) }),
    TypedCommand(
      "theme", argument: "NAME",
      completions: { $0.count == 1 ? $1.themes : [] }, run: { $0.useTheme($1) }),
    TypedCommand(
      "filter", argument: "speaker X | kind X | type X | doubtful", completions: filters,
      run: {
        $0.filter(by: $1.split(whereSeparator: \.isWhitespace).map(String.init))
        return []
      }),
    TypedCommand(
      "set", argument: "NAME VALUE", completions: settings,
      run: { $0.set($1.split(whereSeparator: \.isWhitespace).map(String.init)) }),
    TypedCommand(
      "set!", argument: "NAME VALUE",
      completions: settings,
      run: { $0.setAndKeep($1.split(whereSeparator: \.isWhitespace).map(String.init)) }),
    TypedCommand(
      "search", argument: "WORDS",
      run: {
        $1.isEmpty ? $0.perform(.search) : $0.finishSearch($1)
      }),
    TypedCommand(
      "quote", argument: "NUMBER",
      run: {
        $0.goToQuotation($1)
        return []
      }),
    TypedCommand(
      "open", argument: "FILE | URL",
      run: { state, name in
        guard !name.isEmpty else {
          state.message = say("open.usage")
          return []
        }
        return [.openNamed(name)]
      }),
    TypedCommand(
      "links",
      run: { state, _ in
        state.openLinks()
        return []
      }),
    TypedCommand(
      "audit",
      run: { state, _ in
        state.showAudit()
        return []
      }),
    TypedCommand(
      "compare", argument: "[NUMBER | FILE | URL]",
      completions: { $0.count == 1 ? $1.articles : [] },
      run: { state, name in state.compare(with: name) }),
    TypedCommand(
      "correct", argument: "WHAT",
      completions: { words, _ in
        words.count == 1 ? CorrectionWord.allCases.map(\.rawValue) : []
      },
      run: { $0.correct($1) }),
    TypedCommand(
      "same", argument: "WORDS",
      run: { $0.askSame($1) }),
    TypedCommand(
      "groups",
      run: { _, _ in [.ask(.groups)] }),
    TypedCommand(
      "merge", argument: "NAME = NAME",
      run: { $0.rule($1, isSame: true) }),
    TypedCommand(
      "split", argument: "NAME = NAME",
      run: { $0.rule($1, isSame: false) }),
    TypedCommand(
      "note", argument: "TEXT",
      run: { $0.note($1) }),
    TypedCommand(
      "who", argument: "NAME",
      completions: { words, state in words.count == 1 ? state.speakers : [] },
      run: { $1.isEmpty ? $0.perform(.who) : $0.askWho($1) }),
    TypedCommand(
      "said", argument: "WORDS --speaker X --outlet X --kind K --type T",
      run: { $0.askSaid($1) }),
    TypedCommand(
      "find", argument: "WORDS",
      run: { state, words in
        guard !words.isEmpty else {
          state.message = say("find.usage")
          return []
        }
        return [.ask(.find(words))]
      }),
    TypedCommand(
      "n", run: { state, _ in state.perform(.nextArticle) }),
    TypedCommand(
      "p", run: { state, _ in state.perform(.previousArticle) }),
  ]

  /// All commands by their names; those with words of their own come before the keys' actions.
  private static let byName: [String: TypedCommand] = {
    var found: [String: TypedCommand] = [:]
    let actions = KeyTable.groups.flatMap(\.bindings).map { TypedCommand($0) }
    for command in actions + all {
      for name in command.names { found[name] = command }
    }
    return found
  }()

  /// The names that begin a command, sorted.
  static let names = byName.keys.sorted()

  /// The command of a name.
  static func command(named name: String) -> TypedCommand? { byName[name] }

  /// What may stand where the typed text ends: whole words that begin as its last word does.
  static func completions(of text: String, in state: ReaderState) -> [String] {
    let words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard let last = words.last, words.count > 1 else {
      return names.filter { $0.hasPrefix(words.last ?? "") }
    }
    let behind = Array(words.dropFirst())
    if let speakers = speakers(behind, of: words[0], state) { return speakers }
    let lead = words.dropLast().joined(separator: " ")
    return (command(named: words[0])?.completions(behind, state) ?? [])
      .filter { $0.hasPrefix(last) }.map { "\(lead) \($0)" }
  }

  private static func settings(_ words: [String], _ state: ReaderState) -> [String] {
    switch words.count {
    case 1: SettingTable.all.map(\.name)
    case 2: SettingTable.setting(named: words[0])?.values ?? []
    default: []
    }
  }

  private static func filters(_ words: [String], _ state: ReaderState) -> [String] {
    switch (words.count, words[0]) {
    case (1, _): ["doubtful", "kind", "speaker", "type"]
    case (2, "kind"): SpeakerKind.allCases.map(\.rawValue)
    case (2, "type"): QuotationForm.allCases.map(\.rawValue)
    default: []
    }
  }

  /// The speakers whose names have what is typed in them, wherever; `nil` where no speaker is named.
  private static func speakers(
    _ words: [String], of name: String, _ state: ReaderState
  ) -> [String]? {
    guard name == "filter", words.count > 1, words[0] == "speaker" else { return nil }
    let typed = words[1...].joined(separator: " ")
    let part = TypedPart(typed, state.folding)
    return state.speakers.filter(part.isIn)
      .map { "filter speaker \($0)" }
  }
}
