import SutraCore
import SutraWords

/// Tokens with labels after CoNLL-2003: a token a line, a blank line behind each sentence, columns
/// parted by tabs, the last one the names in BIO.
///
/// The columns are the token, the quote it stands in (`B-direct`), its part in one (`B-cue`,
/// `B-speaker` and so on), and the name (`B-PERSON`).
package struct CoNLLFormat: ArticleFormat {
  package let name = "conll"
  package var help: String { say("format.conll") }

  package init() {}

  package func bytes(_ article: Article, quotations: [Int]) -> [UInt8] {
    let facts = ArticleFacts(article)
    let quotes = facts.quotes(quotations)
    let words = Layer(
      quotes.flatMap { record in
        record.spans(.segments).map { ($0, record.text(.type) ?? "") }
      })
    let parts = Layer(
      quotes.flatMap { record in
        BratFormat.roles.flatMap { part in
          record.spans(part.fact).map { ($0, part.role.lowercased()) }
        }
      })
    let names = Layer(article.mentions.map { ($0.span, $0.kind.rawValue) })
    let tokens = ExportTokens(
      article, borders: words.borders.union(parts.borders).union(names.borders))
    let text = article.document.text.bytes
    var bytes = Array("-DOCSTART-\tO\tO\tO\n\n".utf8)
    var layers = [words, parts, names]
    for sentence in tokens.sentences {
      for token in sentence.tokens {
        bytes += Self.form(text[token.start..<token.end])
        for index in layers.indices {
          bytes.append(0x09)
          bytes += layers[index].label(of: token).utf8
        }
        bytes.append(0x0A)
      }
      bytes.append(0x0A)
    }
    return bytes
  }

  /// A token in which nothing parts columns.
  private static func form(_ token: ArraySlice<UInt8>) -> [UInt8] {
    HarmlessText.bytes(token.map { $0 <= 0x20 ? 0x5F : $0 })
  }

  /// Labels that do not overlap: of places that do, the outer and earlier ones count.
  private struct Layer {
    private var places: [(span: Span, label: String)] = []
    private var next = 0
    /// Where a place begins or ends.
    private(set) var borders = Set<Int>()

    init(_ all: [(Span, String)]) {
      for (span, label) in all.sorted(by: { ($0.0.start, $1.0.end) < ($1.0.start, $0.0.end) }) {
        guard !span.isEmpty, span.start >= places.last?.span.end ?? 0 else { continue }
        places.append((span, label))
        borders.insert(span.start)
        borders.insert(span.end)
      }
    }

    /// The label of a token; they are asked for in text order.
    mutating func label(of token: Span) -> String {
      while next < places.count, places[next].span.end <= token.start { next += 1 }
      guard next < places.count, places[next].span.start <= token.start else { return "O" }
      let place = places[next]
      return (place.span.start == token.start ? "B-" : "I-") + place.label
    }
  }
}
