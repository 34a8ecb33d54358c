/// A value of JSON, read with the faults that pages, feeds and files of others have: line feeds in
/// strings, commas at ends, an end that is missing.
///
/// What stands before a fault is kept. Of two members of one name the last counts. A record of which
/// nothing may be lost is read exactly, by another reader.
package enum JSONValue: Equatable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  /// Most brackets within each other.
  package static let deepest = 64

  /// Reads the first value of a text, or `nil` where there is none; what stands behind it does not count.
  ///
  /// - Parameter bytes: UTF-8, with a byte order mark or without.
  package init?(_ bytes: [UInt8]) {
    var reader = Reader(bytes: bytes)
    guard let value = reader.value(depth: 0) else { return nil }
    self = value
  }

  /// The value of a member.
  package subscript(name: String) -> JSONValue? {
    if case .object(let members) = self { members[name] } else { nil }
  }

  /// The string, where it is one.
  package var string: String? { if case .string(let text) = self { text } else { nil } }

  /// The text of a string, or of a number that stands where a string should.
  package var text: String? {
    switch self {
    case .string(let text): text
    case .number(let number):
      number.rounded() == number && abs(number) < 1e15 ? String(Int(number)) : String(number)
    default: nil
    }
  }

  /// The elements; none where it is no list.
  package var items: [JSONValue] { if case .array(let items) = self { items } else { [] } }

  /// The elements, or the value itself where it is no list.
  package var list: [JSONValue] { if case .array(let items) = self { items } else { [self] } }

  private struct Reader {
    let bytes: [UInt8]
    var at = 0

    mutating func value(depth: Int) -> JSONValue? {
      skip()
      guard depth < JSONValue.deepest, at < bytes.count else { return nil }
      switch bytes[at] {
      case UInt8(ascii: "{"): return object(depth)
      case UInt8(ascii: "["): return array(depth)
      case UInt8(ascii: "\""): return string().map(JSONValue.string)
      default: return word()
      }
    }

    private mutating func object(_ depth: Int) -> JSONValue {
      at += 1
      var members: [String: JSONValue] = [:]
      while goesOn(to: UInt8(ascii: "}")) {
        guard bytes[at] == UInt8(ascii: "\""), let name = string() else { break }
        skip()
        guard at < bytes.count, bytes[at] == UInt8(ascii: ":") else { break }
        at += 1
        guard let found = value(depth: depth + 1) else { break }
        members[name] = found
      }
      return .object(members)
    }

    private mutating func array(_ depth: Int) -> JSONValue {
      at += 1
      var items: [JSONValue] = []
      while goesOn(to: UInt8(ascii: "]")), let found = value(depth: depth + 1) {
        items.append(found)
      }
      return .array(items)
    }

    /// Goes past blanks and commas, and past the bracket that closes; whether something stands before it.
    private mutating func goesOn(to close: UInt8) -> Bool {
      skip()
      while at < bytes.count, bytes[at] == UInt8(ascii: ",") {
        at += 1
        skip()
      }
      guard at < bytes.count else { return false }
      guard bytes[at] == close else { return true }
      at += 1
      return false
    }

    private mutating func string() -> String? {
      let start = at
      at += 1
      while at < bytes.count, bytes[at] != UInt8(ascii: "\"") {
        at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1
      }
      guard at < bytes.count else { return nil }
      at += 1
      return JSONText.string(bytes[start..<at], isExact: false)
    }

    private mutating func word() -> JSONValue? {
      let start = at
      while at < bytes.count, !",]}".utf8.contains(bytes[at]), bytes[at] > 0x20 { at += 1 }
      switch String(decoding: bytes[start..<at], as: UTF8.self) {
      case "null": return .null
      case "true": return .bool(true)
      case "false": return .bool(false)
      case let word:
        let isNumber = word.utf8.first.map { $0 == 0x2D || (0x30...0x39).contains($0) } ?? false
        return isNumber ? Double(word).map { .number($0) } : nil
      }
    }

    /// Goes past blanks, and the bytes of a byte order mark.
    private mutating func skip() {
      while at < bytes.count,
        bytes[at] <= 0x20 || bytes[at] == 0xEF || bytes[at] == 0xBB || bytes[at] == 0xBF
      {
        at += 1
      }
    }
  }
}
