/// Why there is no terminal to read in.
public enum TerminalError: Error, Equatable {
  /// Keys cannot be read: there is no terminal behind the program.
  case noKeyboard
  /// The terminal database does not know this `TERM`, or knows that it cannot move its cursor.
  case unusable(term: String)
  /// The locale is not UTF-8 and none that is can be had.
  case noUTF8
  /// The window is smaller than the reader can use.
  case tooSmall(columns: Int, rows: Int)
}
