import SutraCore
import SutraFeeds
import SutraFetch
import SutraInput
import SutraLibrary
import SutraReader

/// Articles of feeds as documents.
enum FeedArticle {
  /// The document of an article that the library has a text of; `nil` where it has none.
  ///
  /// - Parameters:
  ///   - stored: The article.
  ///   - analyzer: Tells its language.
  ///   - form: Whether the headline stands above the text, or is told beside it.
  /// - Returns: The document.
  static func document(
    _ stored: StoredArticle, _ analyzer: ArticleAnalyzer, _ form: ArticleOpener.Form
  ) -> Document? {
    guard let body = stored.text, !body.isEmpty else { return nil }
    let isAbove = form == .reading && !stored.title.isEmpty && !body.hasPrefix(stored.title)
    let text = isAbove ? "\(stored.title)\n\n\(body)" : body
    guard let source = try? SourceDecoder.text(Array(text.utf8)) else { return nil }
    let plain = analyzer.document(id: id(stored), text: source)
    var metadata = DocumentMetadata()
    if !isAbove, !stored.title.isEmpty { metadata.headline = stored.title }
    fill(&metadata, stored)
    return Document(
      id: plain.id, text: source, language: plain.language,
      title: isAbove ? plain.paragraphs.first : nil, paragraphs: plain.paragraphs,
      metadata: metadata)
  }

  /// What an article is called by.
  private static func id(_ stored: StoredArticle) -> String {
    stored.link.map { VisibleText.safe($0) } ?? "feed:\(stored.id)"
  }

  /// Puts in what the feed tells and nothing else has told.
  private static func fill(_ metadata: inout DocumentMetadata, _ stored: StoredArticle) {
    if metadata.address == nil { metadata.address = stored.link }
    if metadata.site == nil { metadata.site = stored.feedTitle }
    if metadata.author == nil { metadata.author = stored.author }
    if metadata.published == nil { metadata.published = stored.published.map(FeedDate.text) }
  }

  /// The request for the page of an article.
  ///
  /// A feed has named its address, not the user; but the user may have typed that of the feed's own
  /// server.
  static func request(_ address: String, of stored: StoredArticle) -> FetchRequest {
    let (page, feed) = (WebAddress(address), WebAddress(stored.feedAddress))
    let isTyped =
      stored.feedIsTyped && page != nil && page?.host == feed?.host && page?.port == feed?.port
    var request = FetchRequest(address, isTyped: isTyped)
    request.accept = FetchedArticle.accept
    return request
  }

  /// The document in the page of an article, with the other pages of it.
  ///
  /// - Parameters:
  ///   - answer: The page.
  ///   - stored: The article.
  ///   - analyzer: Tells its language.
  ///   - form: Whether the headline stands above the text, or is told beside it.
  ///   - get: Asks for another page.
  /// - Returns: The document.
  /// - Throws: `CommandError` where there is none.
  static func document(
    of answer: Fetcher.Outcome, _ stored: StoredArticle, _ analyzer: ArticleAnalyzer,
    _ form: ArticleOpener.Form, _ get: (FetchRequest) -> Fetcher.Outcome
  ) throws(CommandError) -> Document {
    switch answer {
    case .failure(let error): throw .input(VisibleText.safe(error.sentence))
    case .success(let response):
      var content = FetchedArticle.content(of: response, id: id(stored))
      content.further = FurtherPages.read(beside: content) { other in
        get(request(other, of: stored)).map {
          FetchedArticle.content(of: $0, id: VisibleText.safe(other))
        }
      }
      do throws(OpeningError) {
        let opened = try ArticleOpener(builtIn: form).open(content)
        let document = opened.document(analyzer)
        var metadata = document.metadata
        fill(&metadata, stored)
        return Document(
          id: document.id, text: document.text, language: document.language,
          title: document.title, paragraphs: document.paragraphs,
          kinds: document.paragraphs.indices.map(document.kind(of:)), marks: document.marks,
          metadata: metadata)
      } catch {
        throw .input("'\(id(stored))' \(InputFile.sentence(error))")
      }
    }
  }
}
