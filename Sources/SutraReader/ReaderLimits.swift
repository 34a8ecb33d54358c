import SutraCore

extension Limits {
  // MARK: The reader

  /// Rows of a list in a window.
  ///
  /// A last row tells how many are left out.
  public static var listRows: Int { 20_000 }
  /// Scalars of a line that is typed.
  public static var promptScalars: Int { 1_000 }
  /// Lines of each kind that are remembered; the oldest are forgotten.
  public static var historyLines: Int { 100 }
  /// Places that can be gone back to; the oldest are forgotten.
  public static var jumps: Int { 100 }
  /// The largest number that can be typed before a key.
  public static var count: Int { 9_999_999 }
  /// Matches of a search.
  public static var matches: Int { 1_000_000 }
  /// Bytes of a text that is searched while a word is typed.
  ///
  /// A larger one is searched after Enter.
  public static var bytesSearchedWhileTyping: Int { 4 << 20 }
  /// Bytes of a text in which inflected words are found.
  ///
  /// In a larger one they are found as typed.
  public static var bytesSearchedForStems: Int { 8 << 20 }

  // MARK: The files beside the article

  /// Bytes of a settings file or a theme.
  ///
  /// The rows behind are not read, which is told.
  public static var settingsBytes: Int { 65_536 }
  /// Mistakes that are told of one file.
  public static var mistakes: Int { 20 }
}
