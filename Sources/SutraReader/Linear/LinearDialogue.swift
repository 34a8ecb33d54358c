import SutraCore
import SutraExport
import SutraWords

/// A dialogue about an article: commands of one line, answers of plain lines.
public struct LinearDialogue: Sendable {
  private let article: Article
  private let index: ArticleIndex
  /// The paragraph and the quotation that were read last; -1 before the first.
  private var paragraph = -1
  private var quotation = -1
  private var search: TextSearch?
  private let folding: SearchFolding

  /// Begins a dialogue.
  ///
  /// - Parameters:
  ///   - article: What is read.
  ///   - folding: Which differences of spelling a search overlooks.
  public init(_ article: Article, folding: SearchFolding = SearchFolding()) {
    self.article = article
    self.folding = folding
    index = ArticleIndex(article)
  }

  /// What is said first.
  public var opening: [String] {
    let title = article.document.title.map { article.line($0) } ?? article.document.id
    return [
      say("linear.article", ["title": title]),
      say(
        "linear.counts",
        [
          "paragraphs": say("count.paragraphs", ["count": article.document.paragraphs.count]),
          "quotes": ReaderText.quotes(article.quotations.count),
          "sources": say("count.sources", ["count": article.sources.count]),
          "entities": say("count.entities", ["count": article.entities.count]),
        ]),
      say("linear.hint"),
    ]
  }

  /// The answer to a command; `nil` when it ends the dialogue.
  public mutating func answer(to command: String) -> [String]? {
    var text = command.filter { !$0.isNewline }.drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    let words = text.split(separator: " ", maxSplits: 1).map(String.init)
    let rest = words.count > 1 ? words[1] : ""
    switch words.first ?? "" {
    case "": return readParagraph(paragraph + 1)
    case "q", "quit": return nil
    case "h", "?", "help": return help
    case "b", "back": return readParagraph(paragraph - 1)
    case "r", "repeat": return readParagraph(paragraph)
    case "n", "]": return readQuotation(quotation + 1)
    case "p", "[": return readQuotation(quotation - 1)
    case "w", "who": return explainQuotation()
    case "s", "sources": return sources
    case "e", "entities": return entities
    case "l", "list": return list
    case "f", "find": return find(rest)
    default:
      if text.first == "/" { return find(String(text.dropFirst())) }
      if let number = wholeNumber(text) { return readParagraph(max(0, number) - 1) }
      return [say("linear.unknown", ["command": text])]
    }
  }

  private var help: [String] {
    [
      say("linear.help.head"),
      say("linear.help.paragraphs"),
      say("linear.help.quotes"),
      say("linear.help.lists"),
    ]
  }

  private mutating func readParagraph(_ number: Int) -> [String] {
    let paragraphs = article.document.paragraphs
    guard paragraphs.indices.contains(number) else {
      return [number < 0 ? say("linear.beginning") : say("linear.end")]
    }
    paragraph = number
    let span = paragraphs[number]
    let isTitle = article.document.title == span
    var lines = [
      isTitle
        ? say("linear.headline")
        : say("linear.paragraph", ["number": number + 1, "total": paragraphs.count])
    ]
    lines.append(article.line(span, longest: .max))
    let found = index.quotations(in: span, article).filter {
      article.quotations[$0].content.overlaps(span)
    }
    for number in found { lines.append(announcement(of: number, withWords: false)) }
    if let first = found.first { quotation = first - 1 }
    return lines
  }

  private mutating func readQuotation(_ number: Int) -> [String] {
    guard article.quotations.indices.contains(number) else {
      return [
        article.quotations.isEmpty
          ? say("linear.no-quotes")
          : number < 0 ? say("linear.before-first-quote") : say("linear.after-last-quote")
      ]
    }
    quotation = number
    paragraph =
      article.document.paragraphs.lastIndex {
        $0.start <= article.quotations[number].content.start
      } ?? paragraph
    return [announcement(of: number, withWords: true)]
  }

  /// The quotation that was read last, and why the analysis says what it says of it.
  private mutating func explainQuotation() -> [String] {
    readQuotation(quotation)
      + QuotationFacts.reasons(
        of: quotation, in: article, on: Set(Explanation.Step.Subject.allCases))
  }

  /// What a sentence about a quotation tells at its beginning, or leaves out.
  private static let untold: Set<QuotationFacts.Fact.Subject> = [
    .type, .speaker, .identity, .also,
  ]

  /// A quotation in a sentence.
  private func announcement(of number: Int, withWords: Bool) -> String {
    let quotation = article.quotations[number]
    let attribution = article.attributions[number]
    var text = say(
      "linear.quote", ["number": number + 1, "form": ExportWords.name(of: quotation.form)])
    if let verb = ExportWords.verb(ofQuotation: number, in: article) {
      text += ", \(verb)"
    }
    text += ", " + say("linear.by", ["speaker": ReaderText.speaker(of: attribution, in: article)])
    if let speaker = attribution.speaker {
      text += " (\(ExportWords.label(of: speaker.kind)))"
      if let span = speaker.span, article.line(span) != speaker.name {
        text += ", " + say("linear.here-called", ["words": article.line(span)])
      }
    }
    for fact in QuotationFacts.all(of: number, in: article)
    where !Self.untold.contains(fact.subject) {
      text += ", \(ExportWords.label(of: fact.subject)) \(fact.text)"
    }
    if quotation.confidence < QuotationFilter.doubt { text += ", " + say("linear.doubtful") }
    if attribution.isUncertain { text += ", " + say("linear.speaker-uncertain") }
    return withWords
      ? text + ": " + QuotationRecords(article).record(number).told : text + say("sentence.end")
  }

  private var list: [String] {
    guard !article.quotations.isEmpty else { return [say("linear.no-quotes")] }
    return article.quotations.indices.map { announcement(of: $0, withWords: false) }
  }

  private var sources: [String] {
    guard !article.sources.isEmpty else { return [say("linear.no-sources")] }
    return article.sources.map { source in
      say(
        "linear.source",
        [
          "name": source.name, "kind": ExportWords.label(of: source.kind),
          "facts": SourceFacts.line(of: source),
          "quotes": ReaderText.quotes(source.quotations.count),
        ])
    }
  }

  private var entities: [String] {
    guard !article.entities.isEmpty else { return [say("linear.no-entities")] }
    return article.entities.map { entity in
      let count = entity.mentions.count
      let also = entity.aliases.joined(separator: ", ")
      return say(
        also.isEmpty ? "linear.entity" : "linear.entity-also",
        [
          "kind": ReaderText.name(of: entity.kind), "name": entity.name,
          "times": say("count.times", ["count": count]), "names": also,
        ])
    }
  }

  private mutating func find(_ words: String) -> [String] {
    if !words.isEmpty {
      do throws(SearchQuery.Mistake) {
        search = try TextSearch(words, in: article, folding: folding)
      } catch {
        return [error.message]
      }
    }
    guard var found = search else { return [say("linear.find-usage")] }
    guard !found.matches.isEmpty else { return [say("linear.not-found", ["words": found.query])] }
    let next = found.current.map { ($0 + 1) % found.matches.count } ?? 0
    found.current = next
    search = found
    let place = found.matches[next].start
    let number = article.document.paragraphs.lastIndex { $0.start <= place } ?? 0
    return [say("linear.place", ["number": next + 1, "total": found.matches.count])]
      + readParagraph(number)
  }
}
