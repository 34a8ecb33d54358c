import SutraCore

/// A JSON object of a line, read exactly: its members as they are written, in order.
///
/// What a page has in its scripts is read with all its faults (`JSONValue`); a record that is no
/// object of JSON is refused, since something of it may be lost.
struct RecordObject {
  /// A member: its name, and its value as it is written.
  struct Member {
    let name: String
    let value: ArraySlice<UInt8>
  }

  /// Most brackets within each other.
  static let deepest = 512

  private(set) var members: [Member] = []

  /// Reads a line; `nil` where it is no object, or something follows it.
  init?(_ line: [UInt8]) {
    var reader = Reader(bytes: line)
    reader.skip()
    guard reader.take(UInt8(ascii: "{")) else { return nil }
    reader.skip()
    if !reader.take(UInt8(ascii: "}")) {
      while true {
        reader.skip()
        let start = reader.at
        guard reader.passString(), let name = JSONText.string(line[start..<reader.at]) else {
          return nil
        }
        reader.skip()
        guard reader.take(UInt8(ascii: ":")) else { return nil }
        reader.skip()
        let first = reader.at
        guard reader.passValue() else { return nil }
        members.append(Member(name: name, value: line[first..<reader.at]))
        reader.skip()
        if reader.take(UInt8(ascii: ",")) { continue }
        guard reader.take(UInt8(ascii: "}")) else { return nil }
        break
      }
    }
    reader.skip()
    guard reader.at == line.count else { return nil }
  }

  /// The value of a member, where it is a string.
  func string(_ name: String) -> String? {
    members.first { $0.name == name }.flatMap { JSONText.string($0.value) }
  }

  /// The value of a member as a name: a string, or a number as it is written.
  func name(_ name: String) -> String? {
    guard let value = members.first(where: { $0.name == name })?.value, let first = value.first
    else { return nil }
    if first == UInt8(ascii: "\"") { return JSONText.string(value) }
    guard first == UInt8(ascii: "-") || (0x30...0x39).contains(first) else { return nil }
    return String(decoding: value, as: UTF8.self)
  }

  private struct Reader {
    let bytes: [UInt8]
    var at = 0

    mutating func skip() {
      while at < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[at]) { at += 1 }
    }

    mutating func take(_ byte: UInt8) -> Bool {
      guard at < bytes.count, bytes[at] == byte else { return false }
      at += 1
      return true
    }

    /// Goes past a string; whether there is one.
    mutating func passString() -> Bool {
      guard take(UInt8(ascii: "\"")) else { return false }
      while at < bytes.count {
        let byte = bytes[at]
        at += 1
        if byte == UInt8(ascii: "\"") { return true }
        if byte < 0x20 { return false }
        if byte == UInt8(ascii: "\\") {
          guard at < bytes.count, "\"\\/bfnrtu".utf8.contains(bytes[at]) else { return false }
          at += 1
        }
      }
      return false
    }

    /// Goes past a value; whether there is one.
    mutating func passValue() -> Bool {
      var open: [UInt8] = []
      while true {
        skip()
        guard at < bytes.count else { return false }
        switch bytes[at] {
        case UInt8(ascii: "{"), UInt8(ascii: "["):
          guard open.count < RecordObject.deepest else { return false }
          let close = bytes[at] == UInt8(ascii: "{") ? UInt8(ascii: "}") : UInt8(ascii: "]")
          at += 1
          skip()
          if take(close) { break }
          open.append(close)
          guard close != UInt8(ascii: "}") || passName() else { return false }
          continue
        case UInt8(ascii: "\""):
          guard passString() else { return false }
        default:
          guard passWord() else { return false }
        }
        while true {
          guard let close = open.last else { return true }
          skip()
          if take(UInt8(ascii: ",")) {
            skip()
            guard close != UInt8(ascii: "}") || passName() else { return false }
            break
          }
          guard take(close) else { return false }
          open.removeLast()
        }
      }
    }

    private mutating func passName() -> Bool {
      guard passString() else { return false }
      skip()
      return take(UInt8(ascii: ":"))
    }

    private mutating func passWord() -> Bool {
      let start = at
      while at < bytes.count, !",]} \t\r\n".utf8.contains(bytes[at]) { at += 1 }
      let word = bytes[start..<at]
      if ["true", "false", "null"].contains(where: { word.elementsEqual($0.utf8) }) { return true }
      guard let first = word.first, first == UInt8(ascii: "-") || (0x30...0x39).contains(first)
      else {
        return false
      }
      return word.dropFirst().allSatisfy { "0123456789+-.eE".utf8.contains($0) }
        && (0x30...0x39).contains(word[at - 1])
    }
  }
}

/// Names of records as JSON writes them.
public enum RecordNames {
  /// The text of a string of JSON, quotation marks included; `nil` where it is none.
  ///
  /// - Parameter value: The string as it is written.
  /// - Returns: What it says.
  public static func string(_ value: ArraySlice<UInt8>) -> String? { JSONText.string(value) }
}
