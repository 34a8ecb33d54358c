/// The most of everything that the program takes in.
///
/// What is beyond a limit is told, among the flaws of the text or in the status line, and the rest
/// still works. How far the rules of a language look is no such limit and stands with the rules. Each
/// room adds its own in an extension: these are the core's.
public enum Limits {
  // MARK: The text

  /// Bytes of an article: 2 GiB.
  ///
  /// A larger file is refused.
  @inlinable public static var articleBytes: Int { 1 << 31 }
  /// Bytes of a paragraph that are laid out at once.
  ///
  /// A longer one is laid out in parts, each of which begins a row.
  @inlinable public static var lineBytes: Int { 16_384 }
  /// Scalars of a grapheme cluster.
  ///
  /// Those beyond are drawn as one visible mark.
  @inlinable public static var clusterScalars: Int { 32 }
  /// Places of invalid bytes that are told one by one.
  ///
  /// A last diagnostic sums up the others.
  @inlinable public static var diagnostics: Int { 100 }

  // MARK: The analysis

  /// Words and marks of a sentence, what is quoted in it counted as one.
  ///
  /// A longer one is read in parts, since the rules look at a sentence as a whole.
  @inlinable public static var sentenceTokens: Int { 1_024 }
  /// Bytes of a text that a network reads again where nobody asks for it: half a second of a processor.
  ///
  /// A longer one is left to the rules.
  @inlinable public static var secondReadingBytes: Int { 1 << 18 }
  /// Entities that are told apart.
  ///
  /// Names behind the last one are not marked.
  @inlinable public static var entities: Int { 65_536 }
  /// Corrections by hand that are laid over an article.
  ///
  /// Those behind are passed over.
  @inlinable public static var corrections: Int { 10_000 }
  /// Quotations of one paragraph.
  ///
  /// Those behind are left out.
  @inlinable public static var quotationsInParagraph: Int { 1_000 }
  /// How deep quotation marks stand in each other.
  ///
  /// Deeper ones are left alone.
  @inlinable public static var quotationMarkDepth: Int { 8 }
  /// Paragraphs that one quotation runs over.
  ///
  /// A longer one ends with its first paragraph.
  @inlinable public static var quotationParagraphs: Int { 24 }
}
