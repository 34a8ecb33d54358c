import Glibc

/// Stops the process: libFuzzer keeps the input that led here.
func broken(_ sentence: String) -> Never {
  let line = Array("Broken: \(sentence)\n".utf8)
  write(2, line, line.count)
  abort()
}

/// Ends the process where the machine lacks what a target needs: the script tells it and goes on.
func skip(_ sentence: String) -> Never {
  let line = Array("Skipped: \(sentence)\n".utf8)
  write(2, line, line.count)
  // Not `exit`, which libFuzzer takes for a fault.
  _exit(75)
}

/// Stops the process when what must always hold does not.
@inline(__always)
func hold(_ condition: Bool, _ sentence: @autoclosure () -> String) {
  if !condition { broken(sentence()) }
}

/// Whether bytes are valid UTF-8, asked of the standard library.
func isValid(_ bytes: some Sequence<UInt8>) -> Bool {
  String(validating: Array(bytes), as: UTF8.self) != nil
}

/// Whether a text holds a character that would steer a terminal, line ends among them.
func steersTerminal(_ text: String) -> Bool {
  text.unicodeScalars.contains { scalar in
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }
}

/// Takes numbers from the front of an input, and the rest as it is; zeros follow its end.
struct InputReader {
  private var left: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { left = bytes[...] }

  /// Whether nothing is left.
  var isAtEnd: Bool { left.isEmpty }

  /// The next byte.
  mutating func byte() -> Int { Int(left.popFirst() ?? 0) }

  /// A number below a limit.
  mutating func number(below limit: Int) -> Int { byte() % limit }

  /// Everything that is left.
  var rest: [UInt8] { Array(left) }
}
