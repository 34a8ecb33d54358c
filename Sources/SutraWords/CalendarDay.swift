/// A day of the calendar in UTC, as papers of a language write it.
public struct CalendarDay: Hashable, Sendable {
  /// The year.
  public let year: Int
  /// The month from 1 to 12.
  public let month: Int
  /// The day from 1 to 31.
  public let day: Int

  /// Makes a day of its numbers.
  public init(year: Int, month: Int, day: Int) {
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// The day of a time.
  ///
  /// - Parameter seconds: Seconds since 1970; times beyond the years 1 and 9999 are moved to these.
  public init(seconds: Int) {
    let seconds = min(max(seconds, -62_135_596_800), 253_402_300_799)
    let shifted = (seconds >= 0 ? seconds : seconds - 86_399) / 86_400 + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let day = shifted - era * 146_097
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365
    let dayOfYear = day - (365 * year + year / 4 - year / 100)
    let month = (5 * dayOfYear + 2) / 153
    let number = month < 10 ? month + 3 : month - 9
    self.init(
      year: year + era * 400 + (number <= 2 ? 1 : 0), month: number,
      day: dayOfYear - (153 * month + 2) / 5 + 1)
  }

  private var monthName: String { say("date.month-\(month)") }

  /// It with its year, in English `28 Nov 2026`.
  public var text: String {
    say("date.day", ["day": day, "month": monthName, "year": year])
  }

  /// It without its year.
  public var short: String { say("date.short", ["day": day, "month": monthName]) }

  /// One day of each month, the longest that there are to write.
  public static let longest = (1...12).map { CalendarDay(year: 2_026, month: $0, day: 28) }
}
