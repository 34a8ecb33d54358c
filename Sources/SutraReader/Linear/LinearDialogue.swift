import SutraCore
import SutraExport

/// A dialogue about an article: commands of one line, answers of plain lines.
public struct LinearDialogue: Sendable {
  private let article: Article
  private let index: ArticleIndex
  /// The paragraph and the quotation that were read last; -1 before the first.
  private var paragraph = -1
  private var quotation = -1
  private var search: TextSearch?

  /// Begins a dialogue.
  public init(_ article: Article) {
    self.article = article
    index = ArticleIndex(article)
  }

  /// What is said first.
  public var opening: [String] {
    let title = article.document.title.map { article.line($0) } ?? article.document.id
    return [
      "Article: \(title)",
      "\(article.document.paragraphs.count) paragraphs, "
        + "\(ReaderText.quotes(article.quotations.count)), "
        + "\(article.sources.count) sources, \(article.entities.count) entities.",
      "Enter reads the next paragraph, h lists the commands, q quits.",
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
      if let number = Int(text) { return readParagraph(max(0, number) - 1) }
      return ["Unknown command: \(text). h lists the commands."]
    }
  }

  private var help: [String] {
    [
      "Commands, each followed by Enter:",
      "Enter alone: the next paragraph. b: the one before. r: the same again. 7: the seventh.",
      "n: the next quote. p: the one before. w: who says so, and why. l: list of all quotes.",
      "s: sources. e: entities. f WORDS: find words; f alone: the next place. q: quit.",
    ]
  }

  private mutating func readParagraph(_ number: Int) -> [String] {
    let paragraphs = article.document.paragraphs
    guard paragraphs.indices.contains(number) else {
      return [number < 0 ? "This is the beginning." : "End of the article."]
    }
    paragraph = number
    let span = paragraphs[number]
    let isTitle = article.document.title == span
    var lines = [isTitle ? "Headline." : "Paragraph \(number + 1) of \(paragraphs.count)."]
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
          ? "This article quotes nobody."
          : number < 0 ? "This is before the first quote; n reads it." : "There are no more quotes."
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
    var text = "Quote \(number + 1), \(quotation.form.rawValue)"
    if let verb = ExportWords.verb(ofQuotation: number, in: article) {
      text += ", \(verb)"
    }
    text += ", by \(ReaderText.speaker(of: attribution, in: article))"
    if let speaker = attribution.speaker {
      text += " (\(speaker.kind.rawValue))"
      if let span = speaker.span, article.line(span) != speaker.name {
        text += ", here called \(article.line(span))"
      }
    }
    for fact in QuotationFacts.all(of: number, in: article)
    where !Self.untold.contains(fact.subject) {
      text += ", \(fact.subject.rawValue) \(fact.text)"
    }
    if quotation.confidence < QuotationFilter.doubt { text += ", doubtful" }
    if attribution.isUncertain { text += ", speaker uncertain" }
    return withWords ? text + ": " + QuotationRecords(article).record(number).told : text + "."
  }

  private var list: [String] {
    guard !article.quotations.isEmpty else { return ["This article quotes nobody."] }
    return article.quotations.indices.map { announcement(of: $0, withWords: false) }
  }

  private var sources: [String] {
    guard !article.sources.isEmpty else { return ["No sources are named."] }
    return article.sources.map { source in
      "Source: \(source.name), \(source.kind.rawValue), \(SourceFacts.line(of: source)), "
        + "\(ReaderText.quotes(source.quotations.count))."
    }
  }

  private var entities: [String] {
    guard !article.entities.isEmpty else { return ["Nobody and nothing is named."] }
    return article.entities.map { entity in
      let count = entity.mentions.count
      return "\(ReaderText.name(of: entity.kind)): \(entity.name), "
        + (count == 1 ? "once" : "\(count) times")
        + (entity.aliases.isEmpty ? "." : ", also \(entity.aliases.joined(separator: ", ")).")
    }
  }

  private mutating func find(_ words: String) -> [String] {
    if !words.isEmpty {
      do throws(SearchQuery.Mistake) {
        search = try TextSearch(words, in: article)
      } catch {
        return [error.message]
      }
    }
    guard var found = search else { return ["f and words finds them."] }
    guard !found.matches.isEmpty else { return ["\(found.query) was not found."] }
    let next = found.current.map { ($0 + 1) % found.matches.count } ?? 0
    found.current = next
    search = found
    let place = found.matches[next].start
    let number = article.document.paragraphs.lastIndex { $0.start <= place } ?? 0
    return ["Place \(next + 1) of \(found.matches.count)."] + readParagraph(number)
  }
}
