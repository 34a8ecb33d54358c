import SutraSystem

/// The terminal behind tmux.
enum OuterTerminal {
  /// What tmux says of its terminal, and whether it hands commands on to it.
  struct Answer: Equatable {
    /// The terminal's own name and version, as in `kitty(0.35.2)`.
    let type: String
    /// Whether tmux hands on what is not for itself.
    let passes: Bool

    /// Reads what `question` writes.
    init(_ text: some StringProtocol) {
      let parts = String(text).split { $0.isWhitespace }.map(String.init)
      type = parts.count > 1 ? parts[0] : ""
      passes = ["on", "all", "1"].contains(parts.last ?? "")
    }

    /// Whether it is a kitty that has placeholders: 0.28 or later.
    var hasPlaceholders: Bool {
      guard type.hasPrefix("kitty(") else { return false }
      let version = type.dropFirst("kitty(".count).split { $0 == "." || $0 == ")" }
      guard version.count >= 2, let first = Int(version[0]), let second = Int(version[1]) else {
        return false
      }
      return (first, second) >= (0, 28)
    }
  }

  private static let question =
    "tmux display-message -p '#{client_termtype} #{allow-passthrough}' 2>/dev/null"

  /// Asks tmux, which takes some milliseconds; `nil` where there is none.
  static func ask() -> Answer? {
    guard Environment["TMUX"] != nil else { return nil }
    return ChildCommand.line(of: question).map { Answer($0) }
  }
}
