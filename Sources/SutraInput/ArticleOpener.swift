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
  let encoding: String?
  private let words: @Sendable () -> PageWords
  private let font: @Sendable () -> OldFont?

  /// Makes an opener.
  ///
  /// - Parameters:
  ///   - form: What the text of a page is.
  ///   - encoding: The encoding that the user names for all articles; `nil` to find out.
  ///   - words: Gives the words that pages put around articles; asked for when a page is opened.
  ///   - font: Gives the old font whose texts are put into Unicode; asked for when such a text is opened.
  public init(
    _ form: Form, encoding: String? = nil, words: @escaping @Sendable () -> PageWords,
    font: @escaping @Sendable () -> OldFont? = { nil }
  ) {
    self.form = form
    self.encoding = encoding
    self.words = words
    self.font = font
  }

  /// Whether bytes are a web page, which has to be read whole before anything can be shown.
  public static func isPage(_ content: ArticleContent) -> Bool { PageSniffer.isPage(content) }

  /// The article of some bytes.
  ///
  /// - Throws: `OpeningError` when there is none in them.
  public func open(_ content: consuming ArticleContent) throws(OpeningError) -> OpenedArticle {
    guard PageSniffer.isPage(content) else {
      let clean = try plain(content)
      return MarkdownText.opened(clean, id: content.id)
        ?? OpenedArticle(id: content.id, text: clean)
    }
    return try page(consume content)
  }

  /// The article of a record.
  ///
  /// - Throws: `OpeningError` when there is none in it.
  public func open(_ record: ArticleRecord) throws(OpeningError) -> OpenedArticle {
    let opened: OpenedArticle
    switch record.body {
    case .text(let bytes):
      var content = ArticleContent(id: record.id, bytes: bytes)
      content.charset = "utf-8"
      opened = OpenedArticle(id: record.id, text: try plain(content))
    case .page(var content):
      content.id = record.id
      opened =
        try content.mediaType == "text/plain"
        ? OpenedArticle(id: record.id, text: plain(content)) : page(content)
    }
    return opened.with(record.said)
  }

  private func plain(_ content: ArticleContent) throws(OpeningError) -> SourceText {
    do throws(SourceTextError) {
      let text = try TextEncoding.text(content.bytes, told: encoding ?? content.charset)
      return EscapeSequences.leftOut(of: MisreadText.mended(text, font))
    } catch {
      throw .text(error)
    }
  }

  private func decodedPage(_ content: ArticleContent) -> SourceText {
    let (bytes, diagnostics) = PageCharset.text(content.bytes, told: encoding ?? content.charset)
    return MisreadText.mended(page: SourceText(validBytes: bytes, diagnostics: diagnostics))
  }

  private func page(_ content: consuming ArticleContent) throws(OpeningError) -> OpenedArticle {
    let decoded = decodedPage(content)
    // Once its elements are known the page itself is no longer needed, which may be large.
    content.bytes = []
    let diagnostics = decoded.diagnostics
    do throws(PageError) {
      let reader = PageReader(words: words(), font: font)
      let tree = try PageTree(decoded.bytes)
      let first = try reader.article(of: tree, from: content.address)
      let (page, told) = joined(first, content.further, reader)
      return PageText.opened(page, content, form, diagnostics + told)
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
  /// Lines that are headings, of a text whose paragraphs are not known.
  private let headings: [Span]
  private var metadata: DocumentMetadata
  /// Whether there is an article in it: a page may be a list of others.
  public private(set) var holdsArticle = true

  /// Takes a plain text.
  public init(id: String, text: SourceText) {
    self.init(
      id: id, text: text, paragraphs: [], kinds: [], marks: [], metadata: DocumentMetadata())
  }

  /// Takes a text of which some lines are headings.
  ///
  /// - Parameters:
  ///   - id: A name for it.
  ///   - text: Its text.
  ///   - headings: Lines of it that are headings.
  ///   - marks: Links and emphasis in it.
  ///   - title: Its headline where that is no part of the text.
  init(id: String, text: SourceText, headings: [Span], marks: [InlineMark], title: String?) {
    self.id = id
    self.text = text
    self.headings = headings
    self.marks = marks
    (paragraphs, kinds) = ([], [])
    var metadata = DocumentMetadata()
    metadata.headline = title
    self.metadata = metadata
  }

  init(
    id: String, text: SourceText, paragraphs: [Span], kinds: [BlockKind], marks: [InlineMark],
    metadata: DocumentMetadata, holdsArticle: Bool = true
  ) {
    self.holdsArticle = holdsArticle
    self.id = id
    self.text = text
    self.paragraphs = paragraphs
    self.kinds = kinds
    self.marks = marks
    headings = []
    self.metadata = metadata
  }

  /// The same with what is said of it elsewhere, which counts where it does not say so itself.
  func with(_ said: DocumentMetadata) -> OpenedArticle {
    var article = self
    article.metadata = metadata.filled(from: said)
    return article
  }

  /// The document of the article.
  public func document(_ analyzer: ArticleAnalyzer) -> Document {
    let plain = analyzer.document(id: id, text: text)
    guard !paragraphs.isEmpty else { return withHeadings(plain) }
    let title = kinds.firstIndex(of: .headline).map { paragraphs[$0] }
    return Document(
      id: id, text: text, language: plain.language, title: title, paragraphs: paragraphs,
      kinds: kinds, marks: marks, metadata: metadata)
  }

  /// A plain text's document with what is known of its lines.
  private func withHeadings(_ plain: Document) -> Document {
    guard !headings.isEmpty || !marks.isEmpty || metadata != DocumentMetadata() else {
      return plain
    }
    let starts = Set(headings.map(\.start))
    // The first heading is the headline where nothing stands before it, and else no first line is.
    let first = plain.paragraphs.first
    let isTitled = first.map { starts.contains($0.start) } ?? false
    let title =
      isTitled ? first : headings.isEmpty && metadata.headline == nil ? plain.title : nil
    let kinds = plain.paragraphs.map { paragraph -> BlockKind in
      paragraph == title ? .headline : starts.contains(paragraph.start) ? .subhead : .paragraph
    }
    return Document(
      id: id, text: plain.text, language: plain.language, title: title,
      paragraphs: plain.paragraphs, kinds: kinds, marks: marks, metadata: metadata)
  }
}
