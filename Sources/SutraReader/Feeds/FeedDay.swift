/// The day of a time.
enum FeedDay {
  /// A day as in `2026-11-28`, in UTC.
  ///
  /// - Parameter seconds: Seconds since 1970.
  /// - Returns: Its year, month and day.
  static func text(_ seconds: Int) -> String {
    // Times far from ours are those of broken feeds.
    let seconds = min(max(seconds, -62_135_596_800), 253_402_300_799)
    let shifted = (seconds >= 0 ? seconds : seconds - 86_399) / 86_400 + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let day = shifted - era * 146_097
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365
    let dayOfYear = day - (365 * year + year / 4 - year / 100)
    let month = (5 * dayOfYear + 2) / 153
    let number = month < 10 ? month + 3 : month - 9
    let years = String(year + era * 400 + (number <= 2 ? 1 : 0))
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let padding = String(repeating: "0", count: max(0, 4 - years.count))
    return "\(padding)\(years)-\(two(number))-\(two(dayOfYear - (153 * month + 2) / 5 + 1))"
  }
}
