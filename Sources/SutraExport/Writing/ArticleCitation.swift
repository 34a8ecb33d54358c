import SutraCore

/// What a bibliography wants to know of an article, and the quotes that are taken from it.
struct ArticleCitation {
  /// A key for the article.
  let key: String
  /// The headline, or the article's name.
  let title: String
  /// Who wrote it, as told.
  let authors: [String]
  /// The medium it came out in.
  let medium: String?
  /// Its address.
  let address: String?
  /// The code of its language.
  let language: String
  /// Year, month and day, as far as they are told.
  let date: [Int]
  /// The quotes, each with who says so, and what somebody has noted.
  let notes: [String]

  init(_ article: Article, quotations: [Int]) {
    let said = article.document.metadata
    func clean(_ text: String) -> String { HarmlessText.of(ExportWords.line(text)) }
    func names(_ role: SourceRole) -> [String] {
      article.sources.filter { $0.roles.contains(role) }.map { clean($0.name) }
    }
    let records = QuotationRecords(article)
    key = "sutra-\(ArticleKey.of(article))"
    title = clean(
      said.headline ?? article.document.title.map { article.document.text[$0] }
        ?? article.document.id)
    authors = said.author.map { [clean($0)] } ?? names(.byline)
    medium = said.site.map(clean) ?? names(.credit).first
    address = said.address.map(clean)
    language = article.document.language
    date = said.published.map(Self.date) ?? []
    notes =
      quotations.map { records.record($0).noted }
      + article.notes.map { HarmlessText.of(article.line(of: $0)) }
  }

  /// The numbers that a date of RFC 3339 begins with.
  private static func date(_ text: String) -> [Int] {
    let parts = text.prefix(10).split(separator: "-")
    var numbers: [Int] = []
    for (part, range) in zip(parts, [1...9_999, 1...12, 1...31]) {
      guard let number = Int(part), range.contains(number) else { break }
      numbers.append(number)
    }
    return numbers
  }
}

extension QuotationRecord {
  /// The quotation with who says so, in one line.
  var noted: String {
    guard sentence == nil else { return told }
    return "\(told) — \(speaker ?? "nobody named")"
  }
}
