import SutraCore
import SutraWords

extension PageArticle {
  /// The article with what other pages of it hold; those with another headline are left out.
  func joined(with others: [PageArticle]) -> PageArticle {
    guard let own = title.map({ PageText.folded($0) }) else { return self }
    var all = parts
    var known = Set(parts.map { PageText.folded(bytes: $0.text) })
    for other in others {
      // A later page has its number behind the headline.
      guard let title = other.title, PageText.folded(title).starts(with: own) else { continue }
      all += other.parts.filter { known.insert(PageText.folded(bytes: $0.text)).inserted }
    }
    return with(all)
  }

  /// The article with the text of another page of it, where that holds more.
  func replaced(by other: PageArticle) -> PageArticle {
    other.length * 10 > length * 11 ? with(other.parts) : self
  }

  private var length: Int { parts.reduce(0) { $0 + ($1.kind.isBeside ? 0 : $1.text.count) } }

  private func with(_ parts: [PagePart]) -> PageArticle {
    PageArticle(
      title: title, author: author, published: published, site: site, address: address,
      language: language, parts: parts, attributesLeftOut: attributesLeftOut, isArticle: isArticle,
      isConverted: isConverted)
  }
}

extension ArticleOpener {
  /// A page's article with those of its other pages, and what is to be told of these.
  func joined(
    _ page: PageArticle, _ further: [FurtherPage], _ reader: PageReader
  ) -> (page: PageArticle, diagnostics: [Diagnostic]) {
    var (page, rest, diagnostics) = (page, [PageArticle](), [Diagnostic]())
    for other in further {
      switch other {
      case .next(let content):
        if let read = read(content, reader) { rest.append(read) }
      case .instead(let content):
        if let read = read(content, reader) { page = page.replaced(by: read) }
      case .missing(let number, let why):
        diagnostics.append(
          Diagnostic(
            code: .beyondLimit, span: Span(start: 0, end: 0),
            Message("note.page-missing", ["page": number, "why": why])))
      }
    }
    return (rest.isEmpty ? page : page.joined(with: rest), diagnostics)
  }

  private func read(_ content: ArticleContent, _ reader: PageReader) -> PageArticle? {
    let decoded = PageCharset.text(content.bytes, told: encoding ?? content.charset)
    return try? reader.article(decoded.bytes, from: content.address)
  }
}
