/// What a token is.
enum TokenKind: UInt8, Sendable {
  case word, number
  /// An ending that is a token of its own, such as the English possessive.
  case clitic
  /// Ends a sentence.
  case terminator
  case comma, colon, dash
  case openingQuote, closingQuote
  case openingBracket, closingBracket
  case other
}

/// A word, number or punctuation mark, in 12 bytes: a long text has very many.
struct Token: Sendable {
  /// Most bytes of a token; what is longer goes on as the next one.
  static let longest = 1 << 21

  /// Byte offset of its first byte.
  let start: UInt32
  /// The word's number in the document's vocabulary; -1 for punctuation.
  let word: Int32
  /// From the lowest bit on: 22 bits of length, 4 of kind, 5 of style, 1 for a blank before it.
  private let packed: UInt32

  /// Makes a token.
  ///
  /// - Parameters:
  ///   - range: Its bytes, `longest` at most.
  ///   - word: The word's number in the document's vocabulary; -1 for punctuation.
  ///   - kind: What it is.
  ///   - style: The style of a mark or of a word's capitals, less than 32.
  ///   - followsBlank: Whether a blank or the paragraph's beginning stands before it.
  init(_ range: Range<Int>, word: Int32, kind: TokenKind, style: UInt8, followsBlank: Bool) {
    start = UInt32(truncatingIfNeeded: range.lowerBound)
    self.word = word
    let length = UInt32(truncatingIfNeeded: min(range.count, Self.longest))
    packed =
      length | UInt32(kind.rawValue & 15) << 22 | UInt32(style & 31) << 26
      | (followsBlank ? 1 << 31 : 0)
  }

  /// Byte offset one past its last byte.
  var end: UInt32 { start + packed & 0x3F_FFFF }
  /// What it is.
  var kind: TokenKind { TokenKind(rawValue: UInt8(packed >> 22 & 15)) ?? .other }
  /// For a quotation mark its style: marks of one style pair; for a word, whether it begins with
  /// a capital letter (1) or has nothing but capitals (2).
  var style: UInt8 { UInt8(packed >> 26 & 31) }
  /// Whether a blank or the paragraph's beginning stands before it.
  var followsBlank: Bool { packed >> 31 != 0 }

  /// Where it stands.
  var span: Span { Span(start: Int(start), end: Int(end)) }
  /// Whether the word begins with a capital letter.
  var isCapitalized: Bool { kind == .word && style > 0 }
}

/// The styles of quotation marks; a mark pairs with one of its own style.
enum QuoteStyle {
  static let single: UInt8 = 1
  static let double: UInt8 = 2
  static let guillemet: UInt8 = 3
  /// Added to a straight mark, whose side only its neighbours tell.
  static let straight: UInt8 = 8
  /// Added to a closing mark that may be the apostrophe of a plural's possessive.
  static let mayBeApostrophe: UInt8 = 16
}
