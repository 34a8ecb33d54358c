extension ArticleAnalyzer {
  /// The sentences of a document, in text order and apart.
  ///
  /// What stands in quotation marks belongs to the sentence around it. In a language without tables
  /// each paragraph is one.
  ///
  /// - Parameter document: The document.
  /// - Returns: A span for each, final mark included.
  public func sentences(of document: Document) -> [Span] {
    guard let pack = languages.pack(document.language) else { return document.paragraphs }
    let text = TokenizedDocument(document, pack)
    return SentenceSplitter(text).sentences().map { text.span($0.tokens) }
  }
}
