import SutraWords

/// Reports what a reader does not see as it is: characters that would steer a terminal and are
/// shown as marks, and scripts that run from right to left.
enum HiddenCharacters {
  /// At most one diagnostic of each kind, with the span of the first place.
  static func diagnostics(of text: SourceText) -> [Diagnostic] {
    text.bytes.withUnsafeBufferPointer { bytes in
      var hidden = Finding()
      var rightToLeft = Finding()
      var position = 0
      while position < bytes.count {
        let lead = bytes[position]
        // Letters of South Asia and plain ASCII, which is to say nearly all there is.
        if lead == 0xE0 {
          position += 3
          continue
        }
        if lead >= 0x20, lead < 0x7F {
          position += 1
          continue
        }
        let (scalar, length) = decoded(bytes, at: position)
        if isHidden(scalar) {
          hidden.note(position, length)
        } else if isRightToLeft(scalar) {
          rightToLeft.note(position, length)
        }
        position += length
      }
      return [
        hidden.diagnostic(.hiddenCharacters) {
          Message("note.hidden", ["count": $0])
        },
        rightToLeft.diagnostic(.rightToLeft) { _ in
          Message("note.right-to-left")
        },
      ].compactMap { $0 }
    }
  }

  private struct Finding {
    private var first: Span?
    private var count = 0

    mutating func note(_ position: Int, _ length: Int) {
      if first == nil { first = Span(start: position, end: position + length) }
      count += 1
    }

    func diagnostic(_ code: Diagnostic.Code, _ sentence: (Int) -> Message) -> Diagnostic? {
      first.map { Diagnostic(code: code, span: $0, sentence(count)) }
    }
  }

  private static func decoded(
    _ bytes: UnsafeBufferPointer<UInt8>, at position: Int
  ) -> (scalar: UInt32, length: Int) {
    let lead = bytes[position]
    guard lead >= 0xC0 else { return (UInt32(lead), 1) }
    let length = min(lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4, bytes.count - position)
    var scalar = UInt32(lead) & (0x7F >> UInt32(length))
    for offset in 1..<max(1, length) {
      scalar = scalar << 6 | UInt32(bytes[position + offset] & 0x3F)
    }
    return (scalar, length)
  }

  /// Controls but line ends and tab, direction marks, invisible operators, tags.
  static func isHidden(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09, 0x0A, 0x0D: false
    case 0...0x1F, 0x7F...0x9F, 0x061C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F,
      0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F:
      true
    default: false
    }
  }

  /// Letters of Hebrew, Arabic and the scripts beside them.
  static func isRightToLeft(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
      true
    default: false
    }
  }
}
