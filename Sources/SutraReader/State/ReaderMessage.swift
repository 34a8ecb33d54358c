import SutraCore

/// Something that happened, in the reader's terms and not in key codes.
public enum ReaderMessage: Sendable {
  /// A key was pressed.
  case key(Key)
  /// The terminal has another size.
  case resize(ScreenSize)
  /// More of the article is analysed: the same document with what has been found so far.
  case analysis(Article, isComplete: Bool)
  /// The terminal counts columns in another way than was thought.
  case profile(WidthProfile)
  /// Something is to be said in the status line.
  case notice(String)
}

/// What the program has to do beside drawing the screen.
public enum ReaderEffect: Hashable, Sendable {
  /// End the program.
  case quit
  /// Draw every cell anew.
  case redraw
}
