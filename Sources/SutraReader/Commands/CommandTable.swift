import SutraCore

/// One command that can be typed behind `:`.
public struct TypedCommand: Sendable {
  /// Its names, the full one first.
  public let names: [String]
  /// What stands behind it, as in `NAME`; empty for nothing.
  public let argument: String
  /// What it does, in a few words.
  public let explanation: String
}

/// The commands behind `:`; every action of the key table is one as well.
public enum CommandTable {
  /// The commands that take words of their own.
  public static let all: [TypedCommand] = [
    TypedCommand(names: ["quit", "q"], argument: "", explanation: "end the program"),
    TypedCommand(
      names: ["write", "w"], argument: "FILE", explanation: "write the quotes: txt jsonl csv md"),
    TypedCommand(names: ["pipe"], argument: "COMMAND", explanation: "pipe the quotes as JSON"),
    TypedCommand(names: ["theme"], argument: "NAME", explanation: "use a theme"),
    TypedCommand(
      names: ["filter"], argument: "speaker X | kind X | type X | doubtful",
      explanation: "list only some quotes; alone: all"),
    TypedCommand(names: ["set"], argument: "NAME VALUE", explanation: "change a setting"),
    TypedCommand(
      names: ["search"], argument: "WORDS", explanation: "search, as / does"),
    TypedCommand(names: ["n"], argument: "", explanation: "next article"),
    TypedCommand(names: ["p"], argument: "", explanation: "previous article"),
  ]

  /// The names that begin a command, sorted.
  static var names: [String] {
    (all.flatMap(\.names) + KeyTable.groups.flatMap(\.bindings).map(\.name)).sorted()
  }

  /// What may stand where the typed text ends: whole words that begin as its last word does.
  static func completions(of text: String, in state: ReaderState) -> [String] {
    let words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard let last = words.last else { return names }
    let candidates: [String]
    switch words.count {
    case 1: candidates = names
    case 2 where words[0] == "theme": candidates = state.themes
    case 2 where words[0] == "set": candidates = SettingTable.all.map(\.name)
    case 3 where words[0] == "set":
      candidates = SettingTable.setting(named: words[1])?.values ?? []
    case 2 where words[0] == "filter": candidates = ["doubtful", "kind", "speaker", "type"]
    case 3 where words[0] == "filter" && words[1] == "kind":
      candidates = SpeakerKind.allCases.map(\.rawValue)
    case 3 where words[0] == "filter" && words[1] == "type":
      candidates = QuotationForm.allCases.map(\.rawValue)
    case 3... where words[0] == "filter" && words[1] == "speaker":
      let typed = words[2...].joined(separator: " ")
      return state.speakers.filter { typed.isEmpty || FoldedText.contains(typed, in: $0) }
        .map { "filter speaker \($0)" }
    default: candidates = []
    }
    let lead = words.dropLast().joined(separator: " ")
    return candidates.filter { $0.hasPrefix(last) }.map { lead.isEmpty ? $0 : "\(lead) \($0)" }
  }
}
