/// What a terminal is asked to find out how it counts columns: a few strings and the columns each
/// takes in each profile.
public enum WidthProbe {
  /// The strings, written at the beginning of a row one after the other.
  ///
  /// A vowel sign; a vowel sign in two parts; a conjunct.
  public static let strings = ["\u{995}\u{9BE}", "\u{995}\u{9C7}\u{9BE}", "\u{995}\u{9CD}\u{9B7}"]

  /// What a terminal of a profile answers: the columns of each string.
  public static func columns(in profile: WidthProfile) -> [Int] {
    strings.map(profile.columns)
  }

  /// The profile that an answer fits, or fits best.
  ///
  /// - Parameter columns: The columns that the terminal gave each string, as far as it answered.
  /// - Returns: The profile and whether it fits exactly; `nil` when there are no answers.
  public static func profile(for columns: [Int]) -> (profile: WidthProfile, isExact: Bool)? {
    guard !columns.isEmpty else { return nil }
    var best: (profile: WidthProfile, distance: Int)?
    for profile in WidthProfile.allCases {
      let distance = zip(Self.columns(in: profile), columns).reduce(0) { $0 + abs($1.0 - $1.1) }
      if best.map({ distance < $0.distance }) ?? true { best = (profile, distance) }
    }
    return best.map { ($0.profile, $0.distance == 0 && columns.count == strings.count) }
  }
}
