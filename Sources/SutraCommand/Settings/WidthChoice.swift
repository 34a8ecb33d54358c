import Glibc
import SutraReader
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
    return WidthMemory.profile.map { WidthChoice(profile: $0, origin: .remembered) }
  }

  /// What the terminal answered.
  static func asked(_ columns: [Int]) -> WidthChoice? {
    WidthProbe.profile(for: columns).map { WidthChoice(profile: $0.profile, origin: .asked) }
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

/// Remembers how kinds of terminals count, from one run to the next: rows of a kind and a profile
/// in a small file of the user's cache folder.
enum WidthMemory {
  private static let mostKinds = 64

  /// The remembered profile of the terminal at hand.
  static var profile: WidthProfile? {
    rows.first { $0.kind == kind }.flatMap { WidthProfile(rawValue: $0.profile) }
  }

  /// Remembers an answer; when it cannot be written it is asked for again next time.
  static func remember(_ profile: WidthProfile) {
    guard self.profile != profile, let file else { return }
    var rows = rows.filter { $0.kind != kind }
    rows.insert((kind, profile.rawValue), at: 0)
    let text = rows.prefix(mostKinds).map { "\($0.kind)\t\($0.profile)\n" }.joined()
    SmallFile.replace(file, with: Array(text.utf8))
  }

  /// What tells this terminal from others.
  private static var kind: String {
    ["TERM", "TERM_PROGRAM", "TERM_PROGRAM_VERSION", "COLORTERM"].map { name in
      (Environment[name] ?? "-").filter { !$0.isWhitespace && $0.isASCII }
    }.joined(separator: " ")
  }

  private static var file: String? {
    if let folder = Environment["XDG_CACHE_HOME"] { return "\(folder)/sutra/widths" }
    return Environment["HOME"].map { "\($0)/.cache/sutra/widths" }
  }

  private static var rows: [(kind: String, profile: String)] {
    guard let file, let bytes = SmallFile.bytes(file, atMost: 1 << 14) else { return [] }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { row in
      let columns = row.split(separator: "\t")
      return columns.count == 2 ? (String(columns[0]), String(columns[1])) : nil
    }
  }
}
