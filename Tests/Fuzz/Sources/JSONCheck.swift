/// Looks whether bytes are one value of JSON (RFC 8259) in a line of its own.
struct JSONCheck {
  private let bytes: [UInt8]
  private var position = 0

  /// What is wrong with a line; `nil` when nothing is.
  static func fault(ofLine line: [UInt8]) -> String? {
    guard isValid(line) else { return "no UTF-8" }
    var check = JSONCheck(bytes: line.last == 0x0A ? Array(line.dropLast()) : line)
    guard check.value(depth: 0) else { return "at byte \(check.position)" }
    return check.position == check.bytes.count ? nil : "more at byte \(check.position)"
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard current == byte else { return false }
    position += 1
    return true
  }

  private mutating func word(_ text: String) -> Bool { text.utf8.allSatisfy { take($0) } }

  private mutating func value(depth: Int) -> Bool {
    guard depth < 32, let first = current else { return false }
    switch first {
    case UInt8(ascii: "{"): return list(UInt8(ascii: "}"), hasNames: true, depth: depth)
    case UInt8(ascii: "["): return list(UInt8(ascii: "]"), hasNames: false, depth: depth)
    case UInt8(ascii: "\""): return string()
    case UInt8(ascii: "t"): return word("true")
    case UInt8(ascii: "f"): return word("false")
    case UInt8(ascii: "n"): return word("null")
    default: return number()
    }
  }

  private mutating func list(_ end: UInt8, hasNames: Bool, depth: Int) -> Bool {
    position += 1
    if take(end) { return true }
    repeat {
      if hasNames {
        guard string(), take(UInt8(ascii: ":")) else { return false }
      }
      guard value(depth: depth + 1) else { return false }
    } while take(UInt8(ascii: ","))
    return take(end)
  }

  private mutating func string() -> Bool {
    guard take(UInt8(ascii: "\"")) else { return false }
    while let byte = current {
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return true
      case 0..<0x20: return false
      case UInt8(ascii: "\\"):
        guard let escaped = current else { return false }
        position += 1
        if escaped == UInt8(ascii: "u") {
          guard position + 4 <= bytes.count else { return false }
          let digits = String(decoding: bytes[position..<position + 4], as: UTF8.self)
          guard UInt16(digits, radix: 16) != nil else { return false }
          position += 4
        } else if !Array("\"\\/bfnrt".utf8).contains(escaped) {
          return false
        }
      default: break
      }
    }
    return false
  }

  private mutating func number() -> Bool {
    let start = position
    while let byte = current, byte != UInt8(ascii: ","), byte != UInt8(ascii: "]"),
      byte != UInt8(ascii: "}")
    {
      position += 1
    }
    let digits = String(decoding: bytes[start..<position], as: UTF8.self)
    return Double(digits)?.isFinite == true && digits.first?.isLetter == false
  }
}
