import SutraCore

/// Something that happened to a session: to the article on the screen, or to one of the open ones.
public enum SessionMessage: Sendable {
  /// Something that the article on the screen is told: a key, a size, a notice.
  case reader(ReaderMessage)
  /// The text of an article that was asked for has been read.
  case text(article: Int, Article)
  /// An article that was asked for cannot be read: why.
  case unreadable(article: Int, String)
  /// Everything has been found in the text of an article.
  case analysis(article: Int, Article)
  /// What was set right and noted in an article before.
  case hand(article: Int, [Correction], [ReaderNote])
  /// What has become of an article's file since it was read.
  case disk(article: Int, FileOnDisk)
  /// Another article is open from now on, and is to be shown.
  case add(name: String, isFile: Bool)
  /// Time has passed; see `Session.pause(at:)`.
  case time
}

/// What the program has to do for a session.
public enum SessionEffect: Sendable {
  /// Read an article whole, beside the reader; `.text` or `.unreadable` tells how that ended.
  ///
  /// `mayGrow` tells that somebody may be writing at its end.
  case read(article: Int, mayGrow: Bool)
  /// Analyse a text, beside the reader; `.analysis` tells what was found.
  case analyze(article: Int, Document)
  /// Give up the analysis of an article: nothing may come of it any more.
  case cancel(article: Int)
  /// What the article on the screen asks for, unless the session itself has seen to it.
  case perform(ReaderEffect)
}
