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

/// A word, number or punctuation mark.
struct Token: Sendable {
  /// Byte offset of its first byte.
  let start: UInt32
  /// Byte offset one past its last byte.
  let end: UInt32
  /// The word's number in the document's vocabulary; -1 for punctuation.
  let word: Int32
  /// What it is.
  let kind: TokenKind
  /// For a quotation mark its style: marks of one style pair; for a word, whether it begins with
  /// a capital letter (1) or has nothing but capitals (2).
  let style: UInt8
  /// Whether a blank or the paragraph's beginning stands before it.
  let followsBlank: Bool

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
}
