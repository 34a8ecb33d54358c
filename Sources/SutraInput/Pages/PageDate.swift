/// Dates as pages write them for machines.
enum PageDate {
  /// The date in the manner of RFC 3339, as far as it is told: `2026-11-28T18:30:00+06:00` or `2026-11-28`.
  ///
  /// - Parameter text: What a page says; ISO 8601 with its usual liberties.
  /// - Returns: The date, or `nil` where it is none.
  static func text(_ text: String?) -> String? {
    guard let text else { return nil }
    let bytes = Array(text.utf8.drop { $0 <= 0x20 })
    guard bytes.count >= 8, let year = number(bytes, 0, 4), (1900...2100).contains(year) else {
      return nil
    }
    var at = 4
    let isDashed = bytes[at] == 0x2D || bytes[at] == 0x2F
    if isDashed { at += 1 }
    guard let month = number(bytes, at, 2), (1...12).contains(month) else { return nil }
    at += 2
    if isDashed {
      guard at < bytes.count, bytes[at] == 0x2D || bytes[at] == 0x2F else { return nil }
      at += 1
    }
    guard let day = number(bytes, at, 2), (1...31).contains(day) else { return nil }
    at += 2
    let date = "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    guard at < bytes.count, bytes[at] == 0x54 || bytes[at] == 0x20 || bytes[at] == 0x74 else {
      return date
    }
    at += 1
    guard let hour = number(bytes, at, 2), hour < 25, at + 2 < bytes.count else { return date }
    at += 2
    if bytes[at] == 0x3A { at += 1 }
    guard let minute = number(bytes, at, 2), minute < 60 else { return date }
    at += 2
    var second = 0
    if at < bytes.count, bytes[at] == 0x3A, let found = number(bytes, at + 1, 2), found < 61 {
      second = found
      at += 3
    }
    var fraction = ""
    if at < bytes.count, bytes[at] == 0x2E {
      var end = at + 1
      while end < bytes.count, (0x30...0x39).contains(bytes[end]) { end += 1 }
      let digits = bytes[at + 1..<end]
      if digits.contains(where: { $0 != 0x30 }) {
        fraction = "." + String(decoding: digits, as: UTF8.self)
      }
      at = end
    }
    let time = "\(date)T\(padded(hour, 2)):\(padded(minute, 2)):\(padded(second, 2))\(fraction)"
    while at < bytes.count, bytes[at] == 0x20 { at += 1 }
    guard at < bytes.count else { return time }
    if bytes[at] == 0x5A || bytes[at] == 0x7A { return time + "Z" }
    guard bytes[at] == 0x2B || bytes[at] == 0x2D, let hours = number(bytes, at + 1, 2) else {
      return time
    }
    let sign = bytes[at] == 0x2B ? "+" : "-"
    at += 3
    if at < bytes.count, bytes[at] == 0x3A { at += 1 }
    let minutes = number(bytes, at, 2) ?? 0
    return time + sign + padded(hours, 2) + ":" + padded(minutes, 2)
  }

  private static func number(_ bytes: [UInt8], _ start: Int, _ count: Int) -> Int? {
    guard start + count <= bytes.count else { return nil }
    var value = 0
    for byte in bytes[start..<start + count] {
      guard (0x30...0x39).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
