/// The most of everything that the program takes in.
///
/// What is beyond a limit is told, among the flaws of the text or in the status line, and the rest
/// still works. How far the rules of a language look is no such limit and stands with the rules.
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

  /// Entities that are told apart.
  ///
  /// Names behind the last one are not marked.
  @inlinable public static var entities: Int { 65_536 }
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

  // MARK: The reader

  /// Rows of a list in a window.
  ///
  /// A last row tells how many are left out.
  @inlinable public static var listRows: Int { 20_000 }
  /// Scalars of a line that is typed.
  @inlinable public static var promptScalars: Int { 1_000 }
  /// Lines of each kind that are remembered; the oldest are forgotten.
  @inlinable public static var historyLines: Int { 100 }
  /// Places that can be gone back to; the oldest are forgotten.
  @inlinable public static var jumps: Int { 100 }
  /// The largest number that can be typed before a key.
  @inlinable public static var count: Int { 9_999_999 }
  /// Matches of a search.
  @inlinable public static var matches: Int { 1_000_000 }
  /// Bytes of a text that is searched while a word is typed.
  ///
  /// A larger one is searched after Enter.
  @inlinable public static var bytesSearchedWhileTyping: Int { 16 << 20 }
  /// Bytes of a text in which inflected words are found.
  ///
  /// In a larger one they are found as typed.
  @inlinable public static var bytesSearchedForStems: Int { 8 << 20 }

  // MARK: The files beside the article

  /// Bytes of a settings file or a theme.
  ///
  /// The rows behind are not read, which is told.
  @inlinable public static var settingsBytes: Int { 65_536 }
  /// Mistakes that are told of one file.
  @inlinable public static var mistakes: Int { 20 }

  // MARK: The terminal

  /// Bytes of one key's sequence.
  ///
  /// A longer one is no key.
  @inlinable public static var keySequenceBytes: Int { 64 }
  /// Columns that `--width` may ask for.
  @inlinable public static var printedColumns: Int { 10_000 }
}
