/// A value of JSON.
package enum JSONValue: Equatable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  /// The text of a string, or of a number that stands where a string should.
  package var text: String? {
    switch self {
    case .string(let text): text
    case .number(let number):
      number.rounded() == number && abs(number) < 1e15 ? String(Int(number)) : String(number)
    default: nil
    }
  }

  package var items: [JSONValue] { if case .array(let items) = self { items } else { [] } }

  package subscript(key: String) -> JSONValue? {
    if case .object(let members) = self { members[key] } else { nil }
  }

  /// Reads a value; what stands behind it does not count.
  ///
  /// - Parameter bytes: UTF-8.
  package init?(_ bytes: [UInt8]) {
    var reader = Reader(bytes: bytes)
    guard let value = reader.value(depth: 0) else { return nil }
    self = value
  }

  private struct Reader {
    let bytes: [UInt8]
    var position = 0

    /// How deep values stand in each other.
    private static let deepest = 64

    mutating func value(depth: Int) -> JSONValue? {
      skipBlanks()
      guard depth < Self.deepest, position < bytes.count else { return nil }
      switch bytes[position] {
      case 0x7B: return object(depth)
      case 0x5B: return array(depth)
      case 0x22: return string().map { .string($0) }
      case 0x74: return word("true", .bool(true))
      case 0x66: return word("false", .bool(false))
      case 0x6E: return word("null", .null)
      default: return number()
      }
    }

    private mutating func object(_ depth: Int) -> JSONValue? {
      position += 1
      var members: [String: JSONValue] = [:]
      while true {
        skipBlanks()
        guard position < bytes.count else { return .object(members) }
        if bytes[position] == 0x7D {
          position += 1
          return .object(members)
        }
        if bytes[position] == 0x2C {
          position += 1
          continue
        }
        guard bytes[position] == 0x22, let key = string() else { return nil }
        skipBlanks()
        guard position < bytes.count, bytes[position] == 0x3A else { return nil }
        position += 1
        // What is cut off keeps what stands before.
        guard let value = value(depth: depth + 1) else {
          return position >= bytes.count ? .object(members) : nil
        }
        members[key] = value
      }
    }

    private mutating func array(_ depth: Int) -> JSONValue? {
      position += 1
      var items: [JSONValue] = []
      while true {
        skipBlanks()
        guard position < bytes.count else { return .array(items) }
        if bytes[position] == 0x5D {
          position += 1
          return .array(items)
        }
        if bytes[position] == 0x2C {
          position += 1
          continue
        }
        guard let value = value(depth: depth + 1) else {
          return position >= bytes.count ? .array(items) : nil
        }
        items.append(value)
      }
    }

    private mutating func string() -> String? {
      position += 1
      var output: [UInt8] = []
      while position < bytes.count {
        let byte = bytes[position]
        position += 1
        if byte == 0x22 { return String(decoding: output, as: UTF8.self) }
        guard byte == 0x5C, position < bytes.count else {
          output.append(byte)
          continue
        }
        let escape = bytes[position]
        position += 1
        switch escape {
        case 0x6E: output.append(0x0A)
        case 0x74: output.append(0x09)
        case 0x72: output.append(0x0D)
        case 0x62, 0x66: output.append(0x20)
        case 0x75: output += String(Character(scalar())).utf8
        default: output.append(escape)
        }
      }
      return nil
    }

    private mutating func scalar() -> Unicode.Scalar {
      let first = unit()
      guard (0xD800...0xDBFF).contains(first) else { return Unicode.Scalar(first) ?? "\u{FFFD}" }
      guard position + 1 < bytes.count, bytes[position] == 0x5C, bytes[position + 1] == 0x75 else {
        return "\u{FFFD}"
      }
      position += 2
      let second = unit()
      guard (0xDC00...0xDFFF).contains(second) else { return "\u{FFFD}" }
      return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
    }

    private mutating func unit() -> UInt32 {
      let end = min(position + 4, bytes.count)
      defer { position = end }
      return UInt32(String(decoding: bytes[position..<end], as: UTF8.self), radix: 16) ?? 0xFFFD
    }

    private mutating func number() -> JSONValue? {
      let start = position
      while position < bytes.count, "+-.eE0123456789".utf8.contains(bytes[position]) {
        position += 1
      }
      guard position > start else { return nil }
      return Double(String(decoding: bytes[start..<position], as: UTF8.self)).map { .number($0) }
    }

    private mutating func word(_ word: StaticString, _ value: JSONValue) -> JSONValue? {
      guard bytes.has(word, at: position) else { return nil }
      position += word.utf8CodeUnitCount
      return value
    }

    private mutating func skipBlanks() {
      while position < bytes.count, MarkupScanner.isBlank(bytes[position]) { position += 1 }
    }
  }
}
