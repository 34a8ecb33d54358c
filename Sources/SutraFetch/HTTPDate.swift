/// The dates of HTTP, as in `Sun, 06 Nov 1994 08:49:37 GMT`.
public enum HTTPDate {
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// Seconds since 1970 of a date in one of the three forms of RFC 9110, or `nil`.
  public static func seconds(_ text: String) -> Int? {
    var (day, month, year): (Int?, Int?, Int?) = (nil, nil, nil)
    var time: [Int]?
    let words = text.lowercased().split { " ,-".contains($0) }
    for word in words.dropFirst() {
      if word.contains(":") {
        let parts = word.split(separator: ":").compactMap { Int($0) }
        guard parts.count == 3, parts[0] < 24, parts[1] < 60, parts[2] < 61, parts.min() ?? 0 >= 0
        else { return nil }
        time = parts
      } else if let number = months.firstIndex(of: String(word.prefix(3))), month == nil {
        month = number + 1
      } else if let number = Int(word), number >= 0 {
        if day == nil {
          day = number
        } else if year == nil {
          year = number < 70 ? 2000 + number : number < 100 ? 1900 + number : number
        }
      }
    }
    guard let day, let month, let year, let time, (1...31).contains(day), year < 10_000 else {
      return nil
    }
    return days(year, month, day) * 86_400 + time[0] * 3_600 + time[1] * 60 + time[2]
  }

  /// Days from 1970 to a date of the Gregorian calendar.
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    // The year begins in March, so that the leap day is its last.
    let year = month <= 2 ? year - 1 : year
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}
