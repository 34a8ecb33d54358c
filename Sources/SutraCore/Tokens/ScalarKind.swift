/// What a scalar does in the tokenizer.
package enum ScalarKind: Sendable {
  case letter, digit, blank, terminator, comma, colon, dash, hyphen, fullStop, apostrophe
  case openingQuote(UInt8), closingQuote(UInt8), straightQuote(UInt8)
  case openingBracket, closingBracket, other

  /// The kind of the scalar that begins at a byte, and its length in bytes.
  @inline(__always)
  package static func at(
    _ position: Int, in bytes: UnsafeBufferPointer<UInt8>, before end: Int
  ) -> (kind: ScalarKind, length: Int) {
    let byte = bytes[position]
    if byte < 0x80 { return (ascii(byte), 1) }
    let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    guard position + length <= end else { return (.other, end - position) }
    let second = bytes[position + 1]
    switch byte {
    case 0xC2:
      switch second {
      case 0xA0, 0x85: return (.blank, 2)
      case 0xAB: return (.openingQuote(QuoteStyle.guillemet), 2)
      case 0xBB: return (.closingQuote(QuoteStyle.guillemet), 2)
      case 0xAD, 0xAA, 0xB5, 0xBA: return (.letter, 2)
      default: return (.other, 2)
      }
    case 0xE0:
      let third = bytes[position + 2]
      if second == 0xA5, third == 0xA4 || third == 0xA5 { return (.terminator, 3) }
      if second == 0xA7 {
        if third >= 0xA6 && third <= 0xAF { return (.digit, 3) }
        // The numerator four looks like a full stop, and is typed for one.
        if third == 0xB7 { return (.terminator, 3) }
        if third >= 0xB2 && third <= 0xBB { return (.other, 3) }
      }
      return (.letter, 3)
    case 0xE2:
      return (second == 0x80 ? generalPunctuation(bytes[position + 2]) : .other, 3)
    case 0xE3:
      return (second == 0x80 && bytes[position + 2] < 0xB0 ? .other : .letter, 3)
    case 0xEF:
      return (second == 0xBB && bytes[position + 2] == 0xBF ? .blank : .other, 3)
    case 0xF0:
      return (second == 0x9F ? .other : .letter, 4)
    default:
      return (.letter, length)
    }
  }

  @inline(__always)
  private static func ascii(_ byte: UInt8) -> ScalarKind {
    switch byte {
    case 0x61...0x7A, 0x41...0x5A: .letter
    case 0x30...0x39: .digit
    case 0x00...0x20, 0x7F: .blank
    case 0x21, 0x3F: .terminator
    case 0x2E: .fullStop
    case 0x2C: .comma
    case 0x3A, 0x3B: .colon
    case 0x2D: .hyphen
    case 0x27: .apostrophe
    case 0x22: .straightQuote(QuoteStyle.double)
    case 0x28, 0x5B, 0x7B: .openingBracket
    case 0x29, 0x5D, 0x7D: .closingBracket
    default: .other
    }
  }

  /// The kind of U+2000 to U+203F by its last byte.
  @inline(__always)
  private static func generalPunctuation(_ last: UInt8) -> ScalarKind {
    switch last {
    case 0x8C, 0x8D: .letter
    case 0x80...0x8F, 0xA8...0xAF: .blank
    case 0x90, 0x91: .hyphen
    case 0x92...0x95: .dash
    case 0x98, 0x9A, 0x9B: .openingQuote(QuoteStyle.single)
    case 0x99: .apostrophe
    case 0x9C, 0x9E, 0x9F: .openingQuote(QuoteStyle.double)
    case 0x9D: .closingQuote(QuoteStyle.double)
    case 0xA6: .other
    case 0xB9: .openingQuote(QuoteStyle.guillemet)
    case 0xBA: .closingQuote(QuoteStyle.guillemet)
    case 0xBC: .terminator
    default: .other
    }
  }
}
