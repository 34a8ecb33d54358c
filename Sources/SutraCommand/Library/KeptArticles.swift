import SutraCore
import SutraExport
import SutraFeeds
import SutraLibrary
import SutraReader
import SutraResources

/// Makes of articles what the library keeps of them.
struct KeptArticles {
  private let languages: LanguageLibrary
  private var words: [String: SearchWords] = [:]
  /// Names that were met, by language: articles name the same persons again and again.
  private var names: [String: [ExactText: KeptName]] = [:]
  /// Most names of a language that are remembered.
  private static let mostNames = 20_000

  init(_ languages: LanguageLibrary = .builtIn) { self.languages = languages }

  /// What is kept of an article.
  ///
  /// - Parameters:
  ///   - article: The article.
  ///   - origin: Where it is from.
  /// - Returns: What is kept.
  mutating func kept(_ article: Article, from origin: String) -> KeptArticle {
    let document = article.document
    let language = document.language
    let records = QuotationRecords(article)
    let bytes = document.text.bytes
    var quotes = article.quotations.indices.map { index in
      quote(records.record(index, isTelling: false), index, article)
    }
    let found = bytes.withUnsafeBufferPointer { text in
      let places = quotes.map { $0.isTextual(text) ? $0.start..<$0.end : nil }
      return words[language, default: SearchWords(language: language, in: languages)]
        .index(of: text, parts: places)
    }
    for (number, own) in found.parts.enumerated() {
      quotes[number].words = own ?? index(Array(quotes[number].text.utf8), language)
    }
    var entities: [KeptEntity] = []
    for entity in article.entities where Self.isName(entity.kind) {
      let places = entity.mentions.map { mention -> String in
        let span = article.mentions[mention].span
        return "\(span.start)-\(span.end)"
      }
      entities.append(
        KeptEntity(
          kind: entity.kind.rawValue, name: name(entity.name, language),
          mentions: places.joined(separator: " ")))
    }
    let sources = article.sources.map {
      KeptSource(
        name: HarmlessText.of(ExportWords.line($0.name)), kind: $0.kind.rawValue,
        quotes: $0.quotations.count)
    }
    let said = document.metadata
    let title = said.headline ?? document.title.map { document.text[$0] } ?? ""
    var made = KeptArticle(
      origin: origin, title: HarmlessText.of(ExportWords.line(title)),
      outlet: HarmlessText.of(ExportWords.line(said.site ?? "")),
      author: said.author.map { HarmlessText.of(ExportWords.line($0)) },
      published: said.published.flatMap { FeedDate.seconds($0) }, language: language,
      text: String(decoding: bytes, as: UTF8.self), words: found.whole, entities: entities,
      quotes: quotes, sources: sources)
    made.newWords = words[language]?.newForms() ?? []
    return made
  }

  /// Whether names of a kind are kept: of who or what takes part, not of dates and amounts.
  private static func isName(_ kind: EntityKind) -> Bool {
    switch kind {
    case .date, .quantity: false
    default: true
    }
  }

  /// A quote without its words as they are looked up.
  private mutating func quote(
    _ record: QuotationRecord, _ index: Int, _ article: Article
  ) -> KeptQuote {
    let language = article.document.language
    let content = article.quotations[index].content
    return KeptQuote(
      number: record.number, start: content.start, end: content.end, text: record.words,
      words: "", type: record.form.rawValue,
      speaker: record.speaker.map { name($0, language) }, kind: record.speakerKind?.rawValue,
      role: record.role, cue: record.cue, act: record.act?.rawValue, isNegated: record.isNegated,
      addressee: record.addressee, medium: record.medium, time: record.time,
      percent: Int((record.certainty * 100).rounded()))
  }

  private mutating func name(_ name: String, _ language: String) -> KeptName {
    let exact = ExactText(name)
    if let known = names[language]?[exact] { return known }
    let made = KeptName(
      name: HarmlessText.of(ExportWords.line(name)), key: SearchWords.key(of: name),
      words: index(Array(name.utf8), language))
    if names[language, default: [:]].count >= Self.mostNames { names[language] = [:] }
    names[language, default: [:]][exact] = made
    return made
  }

  /// The words of a text as they are looked up.
  mutating func index(_ text: [UInt8], _ language: String) -> String {
    text.withUnsafeBufferPointer { text in
      words[language, default: SearchWords(language: language, in: languages)].index(of: text)
    }
  }

  /// Where the first word of a text stands that has one of some forms.
  mutating func firstPlace(
    of forms: Set<String>, in text: [UInt8], _ language: String
  ) -> Range<Int>? {
    text.withUnsafeBufferPointer { text in
      words[language, default: SearchWords(language: language, in: languages)]
        .firstPlace(of: forms, in: text)
    }
  }

  /// What is looked up for some words, in all languages.
  mutating func query(_ text: String) -> [[String]] {
    var query: [[String]] = []
    for code in languages.codes {
      let found = words[code, default: SearchWords(language: code, in: languages)].query(text)
      if query.isEmpty { query = found }
      for (place, forms) in found.enumerated() where query.indices.contains(place) {
        query[place] += forms.filter { !query[place].contains($0) }
      }
    }
    return query
  }
}
