/// Something that somebody has noted on words of an article.
public struct ArticleNote: Hashable, Sendable {
  /// The words.
  public let span: Span
  /// What is noted.
  public let text: String

  /// Makes a note.
  public init(span: Span, text: String) {
    self.span = span
    self.text = text
  }
}

extension Article {
  /// The article with what somebody has noted on it, in text order; notes on words that are nowhere in
  /// the text any more are passed over.
  ///
  /// - Parameter notes: The words of each and what is noted on them.
  /// - Returns: The article, otherwise as it was.
  public func noted(_ notes: [(anchor: TextAnchor, text: String)]) -> Article {
    var article = self
    article.notes = notes.compactMap { note in
      note.anchor.span(in: document.text).map { ArticleNote(span: $0, text: note.text) }
    }.sorted { ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end) }
    return article
  }
}
