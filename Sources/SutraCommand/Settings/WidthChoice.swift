import SutraReader
import SutraSystem
import SutraTerminal

/// Which width profile the terminal gets, and how that was found out.
struct WidthChoice: Equatable {
  /// How the profile was found out.
  enum Origin: String {
    /// The user said so.
    case forced
    /// The terminal answered.
    case asked
    /// The terminal's name tells.
    case known
    /// An earlier answer of this kind of terminal is remembered.
    case remembered
    /// Nothing is known: most terminals count so.
    case assumed
  }

  let profile: WidthProfile
  let origin: Origin

  /// The answer that needs no question; `nil` when the terminal must be asked.
  static func atHand(forced: WidthProfile?) -> WidthChoice? {
    if let forced { return WidthChoice(profile: forced, origin: .forced) }
    if let known = byName { return WidthChoice(profile: known, origin: .known) }
    return TerminalMemory.widths.answer.flatMap(WidthProfile.init).map {
      WidthChoice(profile: $0, origin: .remembered)
    }
  }

  /// What the terminal answered, and whether it says that it counts clusters as a whole.
  static func asked(_ columns: [Int], clusterMode: Bool?) -> WidthChoice? {
    WidthProbe.profile(for: columns, isByCluster: clusterMode == true)
      .map { WidthChoice(profile: $0.profile, origin: .asked) }
  }

  /// What holds when the terminal does not answer.
  static let assumed = WidthChoice(profile: .spacing, origin: .assumed)

  /// The profile of the terminal that the environment names.
  private static var byName: WidthProfile? {
    let term = Environment["TERM"] ?? ""
    // Inside a multiplexer its own way of counting holds, whatever terminal is outside.
    if term.hasPrefix("tmux") || term.hasPrefix("screen") { return .spacing }
    if term.hasPrefix("mlterm") { return .cluster }
    if Environment["KONSOLE_VERSION"] != nil { return .konsole }
    let spacing = ["XTERM_VERSION", "VTE_VERSION", "ALACRITTY_WINDOW_ID"]
    if spacing.contains(where: { Environment[$0] != nil }) { return .spacing }
    let names = ["alacritty", "st", "st-256color", "rxvt", "linux", "vt"]
    return names.contains { term == $0 || term.hasPrefix($0 + "-") } ? .spacing : nil
  }
}
