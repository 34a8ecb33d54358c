/// Something that happened to the list.
public enum FeedListMessage: Sendable {
  case key(Key)
  case mouse(MouseEvent)
  case resize(ScreenSize)
  /// The terminal counts columns otherwise than was thought.
  case profile(WidthProfile)
  /// Text is drawn as pictures now, or in cells again.
  case measure(Measure)
  /// The user is to be told something.
  case notice(String)
  /// A refresh has come so far, or is over.
  case refreshing(FeedListState.Refreshing?)
  /// There are other feeds and articles now.
  case loaded([FeedRow], FeedTable)
  /// The titles that were last loaded are ready to be searched.
  case folded(FoldedTitles)
  /// An article that was open had so many quotes and sources.
  case found(article: Int, quotes: Int, sources: Int)
}

/// What the program has to do for the list.
public enum FeedListEffect: Equatable, Sendable {
  /// Open an article by its number.
  case open(Int)
  /// Keep that articles are read, or unread.
  case mark([Int], isRead: Bool)
  /// Read feeds anew: one by its number, or all.
  case refresh(Int?)
  /// Give a refresh up.
  case stopRefresh
  /// Tell where an article is on the web.
  case tellAddress(Int)
  /// Make `FeedListState.titles` ready to be searched, beside the list: before somebody types.
  case foldTitles
  /// Paint every cell.
  case redraw
  case quit
}
