/// What a terminal is asked to find out how it counts columns: a few strings and the columns each
/// takes in each profile.
public enum WidthProbe {
  /// The strings, written at the beginning of a row one after the other.
  ///
  /// A vowel sign; a vowel sign in two parts; a conjunct; one with a vowel sign.
  public static let strings = [
    "\u{995}\u{9BE}", "\u{995}\u{9C7}\u{9BE}", "\u{995}\u{9CD}\u{9B7}",
    "\u{995}\u{9CD}\u{9B7}\u{9BE}",
  ]

  /// What a terminal of a profile answers: the columns of each string.
  public static func columns(in profile: WidthProfile) -> [Int] {
    strings.map(profile.columns)
  }

  /// The profile that an answer fits, or fits best.
  ///
  /// - Parameters:
  ///   - columns: The columns that the terminal gave each string, as far as it answered.
  ///   - isByCluster: Whether the terminal says that it counts clusters as a whole (mode 2027): then
  ///     an answer that fits none is taken for one of the profiles that do.
  /// - Returns: The profile and whether it fits exactly; `nil` when there are no answers.
  public static func profile(
    for columns: [Int], isByCluster: Bool = false
  ) -> (profile: WidthProfile, isExact: Bool)? {
    guard !columns.isEmpty else { return nil }
    func distance(_ profile: WidthProfile) -> Int {
      zip(Self.columns(in: profile), columns).reduce(0) { $0 + abs($1.0 - $1.1) }
    }
    let likely = WidthProfile.allCases.filter { !isByCluster || $0.isByCluster }
    // Where two fit alike, the one that stands first.
    guard let nearest = WidthProfile.allCases.min(by: { distance($0) < distance($1) }) else {
      return nil
    }
    if distance(nearest) == 0 { return (nearest, columns.count == strings.count) }
    return likely.min { distance($0) < distance($1) }.map { ($0, false) }
  }
}
