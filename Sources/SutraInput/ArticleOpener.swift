import SutraCore

/// Why there is no article in bytes.
public enum OpeningError: Error, Equatable, Sendable {
  /// The bytes are no text.
  case text(SourceTextError)
  /// The page cannot be read.
  case page(PageError)
}

/// Turns bytes into an article's text: the one place where formats are told apart.
public struct ArticleOpener: Sendable {
  /// What the text of a page is.
  public enum Form: Sendable {
    /// For reading: the headline and who wrote it stand above the body.
    case reading
    /// For analysis: the body alone, as the analysis format has it.
    case analysis
  }

  private let form: Form
  private let words: @Sendable () -> PageWords

  /// Makes an opener.
  ///
  /// - Parameters:
  ///   - form: What the text of a page is.
  ///   - words: Gives the words that pages put around articles; asked for when a page is opened.
  public init(_ form: Form, words: @escaping @Sendable () -> PageWords) {
    self.form = form
    self.words = words
  }

  /// Whether bytes are a web page, which has to be read whole before anything can be shown.
  public static func isPage(_ content: ArticleContent) -> Bool { PageSniffer.isPage(content) }

  /// The article of some bytes.
  ///
  /// - Throws: `OpeningError` when there is none in them.
  public func open(_ content: ArticleContent) throws(OpeningError) -> OpenedArticle {
    guard PageSniffer.isPage(content) else {
      do throws(SourceTextError) {
        let text = try SourceDecoder.text(content.bytes)
        return OpenedArticle(id: content.id, text: MisreadText.mended(text))
      } catch {
        throw .text(error)
      }
    }
    let decoded = PageCharset.text(content.bytes, told: content.charset)
    do throws(PageError) {
      let page = try PageReader(words: words()).article(decoded.bytes)
      return PageText.opened(page, content, form, decoded.diagnostics)
    } catch {
      throw .page(error)
    }
  }
}

/// An article that has been read, before anything is found in it.
public struct OpenedArticle: Sendable {
  /// A name for it.
  public let id: String
  /// Its text.
  public let text: SourceText
  /// What its paragraphs are, where that is known.
  private let kinds: [BlockKind]
  private let paragraphs: [Span]
  private let marks: [InlineMark]
  private let metadata: DocumentMetadata

  /// Takes a plain text.
  public init(id: String, text: SourceText) {
    self.init(
      id: id, text: text, paragraphs: [], kinds: [], marks: [], metadata: DocumentMetadata())
  }

  init(
    id: String, text: SourceText, paragraphs: [Span], kinds: [BlockKind], marks: [InlineMark],
    metadata: DocumentMetadata
  ) {
    self.id = id
    self.text = text
    self.paragraphs = paragraphs
    self.kinds = kinds
    self.marks = marks
    self.metadata = metadata
  }

  /// The document of the article.
  public func document(_ analyzer: ArticleAnalyzer) -> Document {
    let plain = analyzer.document(id: id, text: text)
    guard !paragraphs.isEmpty else { return plain }
    let title = kinds.firstIndex(of: .headline).map { paragraphs[$0] }
    return Document(
      id: id, text: text, language: plain.language, title: title, paragraphs: paragraphs,
      kinds: kinds, marks: marks, metadata: metadata)
  }
}
