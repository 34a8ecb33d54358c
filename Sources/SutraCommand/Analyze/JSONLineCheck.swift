/// Whether a line is one whole object of JSON as this program writes it: with blanks between at most
/// in what it carries along from elsewhere.
///
/// It takes the line's bytes one after the other, so that a long one is never there whole.
struct JSONLineCheck {
  private enum State: Equatable {
    case value, valueOrEnd, key, keyOrEnd, colon, after
    case string(isKey: Bool)
    case escape(isKey: Bool)
    case hexadecimal(left: Int, isKey: Bool)
    case literal(left: [UInt8])
    case number(isWhole: Bool)
    case whole, broken
  }

  private var state = State.value
  private var brackets: [UInt8] = []
  /// Bytes of a scalar that are still to come.
  private var continuations = 0

  /// Begins with a line's first byte.
  init() {}

  /// Whether all that was taken is one object.
  var isWhole: Bool { state == .whole }

  /// Takes the next byte.
  mutating func take(_ byte: UInt8) {
    if byte == 0x20 || byte == 0x09, takesBlank() { return }
    switch state {
    case .string(let isKey): takeText(byte, isKey)
    case .escape(let isKey):
      if byte == UInt8(ascii: "u") {
        state = .hexadecimal(left: 4, isKey: isKey)
      } else {
        state = "\"\\/bfnrt".utf8.contains(byte) ? .string(isKey: isKey) : .broken
      }
    case .hexadecimal(let left, let isKey):
      guard Self.isHexadecimal(byte) else { return state = .broken }
      state = left == 1 ? .string(isKey: isKey) : .hexadecimal(left: left - 1, isKey: isKey)
    case .literal(let left):
      guard left.first == byte else { return state = .broken }
      state = left.count == 1 ? .after : .literal(left: Array(left.dropFirst()))
    case .number(let isWhole):
      if (0x30...0x39).contains(byte) {
        state = .number(isWhole: true)
      } else if "+-.eE".utf8.contains(byte) {
        state = .number(isWhole: false)
      } else if isWhole {
        state = .after
        take(byte)
      } else {
        state = .broken
      }
    case .value: begin(byte)
    case .valueOrEnd: if byte == UInt8(ascii: "]") { close(byte) } else { begin(byte) }
    case .key, .keyOrEnd:
      if byte == UInt8(ascii: "\"") {
        state = .string(isKey: true)
      } else if byte == UInt8(ascii: "}"), state == .keyOrEnd {
        close(byte)
      } else {
        state = .broken
      }
    case .colon: state = byte == UInt8(ascii: ":") ? .value : .broken
    case .after:
      if byte == UInt8(ascii: ",") {
        state = brackets.last == UInt8(ascii: "}") ? .key : .value
      } else {
        close(byte)
      }
    case .whole, .broken: state = .broken
    }
  }

  /// Passes over a blank between two parts of the object.
  private mutating func takesBlank() -> Bool {
    switch state {
    case .value, .valueOrEnd, .key, .keyOrEnd, .colon, .after: break
    case .number(isWhole: true): state = .after
    case .string, .escape, .hexadecimal, .literal, .number, .whole, .broken: return false
    }
    return !brackets.isEmpty
  }

  private mutating func takeText(_ byte: UInt8, _ isKey: Bool) {
    if continuations > 0 {
      guard byte & 0xC0 == 0x80 else { return state = .broken }
      continuations -= 1
      return
    }
    switch byte {
    case UInt8(ascii: "\""): state = isKey ? .colon : .after
    case UInt8(ascii: "\\"): state = .escape(isKey: isKey)
    case 0x20..<0x80: break
    case 0xC2..<0xE0: continuations = 1
    case 0xE0..<0xF0: continuations = 2
    case 0xF0..<0xF5: continuations = 3
    default: state = .broken
    }
  }

  /// Begins a value; a line is an object and nothing else.
  private mutating func begin(_ byte: UInt8) {
    guard !brackets.isEmpty || byte == UInt8(ascii: "{") else { return state = .broken }
    switch byte {
    case UInt8(ascii: "{"):
      brackets.append(UInt8(ascii: "}"))
      state = .keyOrEnd
    case UInt8(ascii: "["):
      brackets.append(UInt8(ascii: "]"))
      state = .valueOrEnd
    case UInt8(ascii: "\""): state = .string(isKey: false)
    case UInt8(ascii: "t"): state = .literal(left: Array("rue".utf8))
    case UInt8(ascii: "f"): state = .literal(left: Array("alse".utf8))
    case UInt8(ascii: "n"): state = .literal(left: Array("ull".utf8))
    case UInt8(ascii: "-"): state = .number(isWhole: false)
    case 0x30...0x39: state = .number(isWhole: true)
    default: state = .broken
    }
  }

  private mutating func close(_ byte: UInt8) {
    guard brackets.last == byte else { return state = .broken }
    brackets.removeLast()
    state = brackets.isEmpty ? .whole : .after
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
  }
}
