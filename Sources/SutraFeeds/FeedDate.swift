/// Dates as feeds write them.
public enum FeedDate {
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// Minutes east of Greenwich of the zones that RFC 822 and its users name.
  private static let zones = [
    "gmt": 0, "utc": 0, "ut": 0, "z": 0, "est": -300, "edt": -240, "cst": -360, "cdt": -300,
    "mst": -420, "mdt": -360, "pst": -480, "pdt": -420, "ast": -240, "adt": -180, "akst": -540,
    "akdt": -480, "hst": -600, "bst": 60, "cet": 60, "cest": 120, "eet": 120, "eest": 180,
    "msk": 180, "ist": 330, "bdt": 360, "jst": 540, "aest": 600, "et": -300, "ct": -360, "mt": -420,
    "pt": -480, "at": -240,
  ]

  /// Seconds since 1970 of a date, or `nil` for what is none.
  ///
  /// Reads RFC 822 and 2822 with all that is done to them, ISO 8601 with its shorter forms, and
  /// `asctime`. Where no zone is told it is that of Greenwich.
  public static func seconds(_ text: String) -> Int? {
    let text = MarkupText.trimmed(text).lowercased()
    guard !text.isEmpty, text.utf8.count < 100 else { return nil }
    return iso(text) ?? words(text)
  }

  /// A time as in `2026-11-28T21:59:29Z`.
  public static func text(_ seconds: Int) -> String {
    let days = (Double(seconds) / 86_400).rounded(.down)
    let time = seconds - Int(days) * 86_400
    let (year, month, day) = date(Int(days))
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let years = String(year)
    let padded = String(repeating: "0", count: max(0, 4 - years.count)) + years
    return "\(padded)-\(two(month))-\(two(day))T\(two(time / 3_600)):\(two(time / 60 % 60)):"
      + "\(two(time % 60))Z"
  }

  private static func iso(_ text: String) -> Int? {
    var digits = Digits(text)
    guard let year = digits.number(4), !digits.continuesNumber || digits.count >= 8 else {
      return nil
    }
    var (month, day, dayOfYear) = (1, 1, 0)
    if digits.skip("-") {
      if digits.run == 3 {
        dayOfYear = digits.number(3) ?? 0
      } else {
        guard let number = digits.number(2) ?? digits.number(1) else { return nil }
        month = number
        if digits.skip("-") {
          guard let number = digits.number(2) ?? digits.number(1) else { return nil }
          day = number
        }
      }
    } else if let number = digits.number(2) {
      month = number
      day = digits.number(2) ?? 1
    }
    var seconds = 0
    var offset = 0
    if digits.skip("t") || digits.skip(" ") {
      digits.skipBlanks()
      guard let hour = digits.number(2) ?? digits.number(1) else { return nil }
      _ = digits.skip(":")
      let minute = digits.number(2) ?? digits.number(1) ?? 0
      _ = digits.skip(":")
      let second = digits.number(2) ?? digits.number(1) ?? 0
      guard hour <= 24, minute < 60, second <= 60 else { return nil }
      seconds = hour * 3_600 + minute * 60 + second
      if digits.skip(".") || digits.skip(",") { while digits.number(1) != nil {} }
      digits.skipBlanks()
      offset = zone(digits.rest) ?? 0
    } else if !digits.rest.isEmpty {
      return nil
    }
    guard (1...12).contains(month), (1...31).contains(day), dayOfYear <= 366 else { return nil }
    let days = days(year, month, day) + max(0, dayOfYear - 1)
    return days * 86_400 + seconds - offset * 60
  }

  private static func words(_ text: String) -> Int? {
    var (day, month, year): (Int?, Int?, Int?) = (nil, nil, nil)
    var seconds = 0
    var offset = 0
    let parts = text.split { " ,\t\n/".contains($0) }.flatMap { word in
      // 01-Jan-2004 is three words, -0500 and GMT-0500 are one.
      word.dropFirst().contains("-") && !word.contains(":") && zone(word) == nil
        ? word.split(separator: "-").map { $0 } : [word]
    }
    for word in parts {
      if word.contains(":") {
        let time = word.split(separator: ":", omittingEmptySubsequences: false)
        guard time.count <= 3, let hour = Int(time[0]) else { continue }
        let minute = time.count > 1 ? Int(time[1].prefix(2)) ?? 0 : 0
        let second = time.count > 2 ? Int(time[2].prefix(2)) ?? 0 : 0
        guard (0...24).contains(hour), (0..<60).contains(minute), (0...60).contains(second) else {
          return nil
        }
        seconds = hour * 3_600 + minute * 60 + second
      } else if word.hasPrefix("+") || word.hasPrefix("-"), let minutes = zone(word) {
        offset = minutes
      } else if day != nil, word.first?.isLetter == true, let minutes = zone(word) {
        offset = minutes
      } else if word == "pm" {
        if seconds < 43_200 { seconds += 43_200 }
      } else if word == "am" {
        if seconds >= 43_200 { seconds -= 43_200 }
      } else if let number = Int(word.prefix { $0.isNumber }), number >= 0 {
        if word.prefix(while: \.isNumber).count >= 4 {
          year = number
        } else if day == nil {
          day = number
        } else if year == nil {
          year = number < 70 ? 2000 + number : number < 100 ? 1900 + number : number
        }
      } else if month == nil, let index = months.firstIndex(of: String(word.prefix(3))) {
        month = index + 1
      }
    }
    guard let day, let month, let year, (1...31).contains(day), (1...9999).contains(year) else {
      return nil
    }
    return days(year, month, day) * 86_400 + seconds - offset * 60
  }

  /// Minutes east of Greenwich of `+06:00`, `-0500`, `Z`, a name or `GMT+0600`.
  private static func zone(_ text: Substring) -> Int? {
    let name = text.prefix { $0.isLetter }
    let known = zones[String(name)]
    let rest = text.dropFirst(name.count)
    guard let sign = rest.first, sign == "+" || sign == "-", name.isEmpty || known == 0 else {
      return known
    }
    let digits = rest.dropFirst().filter(\.isNumber)
    guard (1...4).contains(digits.count), let number = Int(digits) else { return nil }
    let minutes = digits.count <= 2 ? number * 60 : number / 100 * 60 + number % 100
    return sign == "-" ? -minutes : minutes
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

  /// The date of a number of days from 1970.
  private static func date(_ days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let day = shifted - era * 146_097
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365
    let dayOfYear = day - (365 * year + year / 4 - year / 100)
    let month = (5 * dayOfYear + 2) / 153
    return (
      year + era * 400 + (month >= 10 ? 1 : 0), month < 10 ? month + 3 : month - 9,
      dayOfYear - (153 * month + 2) / 5 + 1
    )
  }

  /// Goes through a text of digits and what stands between them.
  private struct Digits {
    private(set) var rest: Substring
    init(_ text: String) { rest = Substring(text) }

    /// How many digits stand here.
    var run: Int { rest.prefix { $0.isASCII && $0.isNumber }.count }
    var continuesNumber: Bool { run > 0 }
    /// How many digits the text began with, at least those that are left.
    var count: Int { run + 4 }

    mutating func number(_ length: Int) -> Int? {
      guard run >= length else { return nil }
      defer { rest = rest.dropFirst(length) }
      return Int(rest.prefix(length))
    }

    mutating func skip(_ character: Character) -> Bool {
      guard rest.first == character else { return false }
      rest = rest.dropFirst()
      return true
    }

    mutating func skipBlanks() { rest = rest.drop { $0 == " " } }
  }
}
