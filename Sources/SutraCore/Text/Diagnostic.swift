import SutraWords

/// Something the article itself got wrong, or that could not be read: reported, never dropped.
public struct Diagnostic: Hashable, Sendable {
  /// What kind of trouble; the raw value is the code in the analysis format.
  public enum Code: String, Sendable {
    /// An opening quotation mark has no closing one.
    case unterminatedQuotation = "unterminated-quotation"
    /// Bytes that are not valid in the text's encoding were replaced by U+FFFD.
    case invalidEncoding = "invalid-encoding"
    /// Control or invisible characters are shown as marks.
    case hiddenCharacters = "hidden-characters"
    /// Some of the text runs from right to left.
    case rightToLeft = "right-to-left"
    /// The tables of its language cannot be read, so that nothing is found in it.
    case unreadableLanguage = "unreadable-language"
    /// Something is beyond one of the `Limits`.
    case beyondLimit = "beyond-limit"
  }

  /// What kind of trouble.
  public let code: Code
  /// Where in the text.
  public let span: Span
  /// What is said of it.
  public let sentence: Message

  /// One sentence for the reader, in the language of the interface.
  public var message: String { sentence.text }

  /// Makes a diagnostic.
  public init(code: Code, span: Span, _ sentence: Message) {
    self.code = code
    self.span = span
    self.sentence = sentence
  }
}
