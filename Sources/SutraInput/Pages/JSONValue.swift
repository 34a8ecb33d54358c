/// A value of JSON, read with the faults that pages have: line feeds in strings, commas at ends.
indirect enum JSONValue {
  case string(String)
  case number(String)
  case bool(Bool)
  case null
  case array([JSONValue])
  case object([String: JSONValue])

  /// Most brackets within each other.
  static let deepest = 64

  /// Reads the first value of a text, or `nil` where there is none.
  init?(_ bytes: [UInt8]) {
    var reader = Reader(bytes: bytes)
    guard let value = reader.value(depth: 0) else { return nil }
    self = value
  }

  /// The value of a member.
  subscript(name: String) -> JSONValue? {
    if case .object(let members) = self { return members[name] }
    return nil
  }

  /// The string, where it is one.
  var string: String? {
    if case .string(let text) = self { return text }
    return nil
  }

  /// The elements, or the value itself where it is no list.
  var list: [JSONValue] {
    if case .array(let values) = self { return values }
    return [self]
  }

  private struct Reader {
    let bytes: [UInt8]
    var at = 0

    mutating func skip() {
      while at < bytes.count,
        bytes[at] <= 0x20 || bytes[at] == 0xEF || bytes[at] == 0xBB || bytes[at] == 0xBF
      {
        at += 1
      }
    }

    mutating func value(depth: Int) -> JSONValue? {
      guard depth < JSONValue.deepest else { return nil }
      skip()
      guard at < bytes.count else { return nil }
      switch bytes[at] {
      case UInt8(ascii: "{"):
        at += 1
        var members: [String: JSONValue] = [:]
        while true {
          skip()
          guard at < bytes.count else { return .object(members) }
          if bytes[at] == UInt8(ascii: "}") {
            at += 1
            return .object(members)
          }
          if bytes[at] == UInt8(ascii: ",") {
            at += 1
            continue
          }
          guard bytes[at] == UInt8(ascii: "\""), let name = string() else {
            return .object(members)
          }
          skip()
          guard at < bytes.count, bytes[at] == UInt8(ascii: ":") else { return .object(members) }
          at += 1
          guard let found = value(depth: depth + 1) else { return .object(members) }
          if members[name] == nil { members[name] = found }
        }
      case UInt8(ascii: "["):
        at += 1
        var values: [JSONValue] = []
        while true {
          skip()
          guard at < bytes.count else { return .array(values) }
          if bytes[at] == UInt8(ascii: "]") {
            at += 1
            return .array(values)
          }
          if bytes[at] == UInt8(ascii: ",") {
            at += 1
            continue
          }
          guard let found = value(depth: depth + 1) else { return .array(values) }
          values.append(found)
        }
      case UInt8(ascii: "\""): return string().map { .string($0) }
      default:
        let start = at
        while at < bytes.count, !",]}".utf8.contains(bytes[at]), bytes[at] > 0x20 { at += 1 }
        guard at > start else { return nil }
        let word = String(decoding: bytes[start..<at], as: UTF8.self)
        switch word {
        case "null": return .null
        case "true": return .bool(true)
        case "false": return .bool(false)
        default:
          return word.utf8.first.map { $0 == 0x2D || (0x30...0x39).contains($0) } == true
            ? .number(word) : nil
        }
      }
    }

    mutating func string() -> String? {
      at += 1
      var out: [UInt8] = []
      while at < bytes.count {
        let byte = bytes[at]
        at += 1
        if byte == UInt8(ascii: "\"") { return String(decoding: out, as: UTF8.self) }
        guard byte == UInt8(ascii: "\\") else {
          out.append(byte)
          continue
        }
        guard at < bytes.count else { return nil }
        let escape = bytes[at]
        at += 1
        switch escape {
        case UInt8(ascii: "n"), UInt8(ascii: "r"): out.append(0x0A)
        case UInt8(ascii: "t"), UInt8(ascii: "b"), UInt8(ascii: "f"): out.append(0x20)
        case UInt8(ascii: "u"):
          var scalar = unit()
          if scalar & 0xFC00 == 0xD800, at + 1 < bytes.count, bytes[at] == UInt8(ascii: "\\"),
            bytes[at + 1] == UInt8(ascii: "u")
          {
            at += 2
            scalar = 0x10000 + (scalar & 0x3FF) << 10 + (unit() & 0x3FF)
          }
          out.append(contentsOf: String(Unicode.Scalar(scalar) ?? "\u{FFFD}").utf8)
        default: out.append(escape)
        }
      }
      return nil
    }

    private mutating func unit() -> UInt32 {
      var value: UInt32 = 0
      for _ in 0..<4 where at < bytes.count {
        let byte = bytes[at]
        switch byte {
        case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
        case 0x41...0x46: value = value << 4 | UInt32(byte - 0x37)
        case 0x61...0x66: value = value << 4 | UInt32(byte - 0x57)
        default: return value
        }
        at += 1
      }
      return value
    }
  }
}
