import SutraCore
import SutraReader
import SutraResources

/// What is typed behind `/`: the first line of the input, searched in the samples and in the lines
/// after it.
enum QueryTarget {
  static func run(_ bytes: [UInt8]) {
    let parts = bytes.split(separator: 0x0A, maxSplits: 1, omittingEmptySubsequences: false)
    let query = String(decoding: parts.first ?? [], as: UTF8.self)
    for folding in [SearchFolding(), SearchFolding(isLoose: true)] {
      for article in [Samples.bengali, Samples.english] { check(query, article, folding) }
      guard parts.count > 1, let text = try? SourceDecoder.text(Array(parts[1])) else { continue }
      let document = ArticleAnalyzer().document(id: "fuzz", text: text)
      check(query, Article(document: document), folding)
    }
  }

  private static func check(_ query: String, _ article: Article, _ folding: SearchFolding) {
    let kind: SearchQuery
    do throws(SearchQuery.Mistake) {
      kind = try SearchQuery(query)
    } catch {
      hold(error.message.count < query.count + 400, "a long mistake")
      return
    }
    guard let search = try? TextSearch(query, in: article, folding: folding) else {
      broken("a query that is none for the search")
    }
    let bytes = article.document.text.bytes
    var end = 0
    for match in search.matches {
      hold(match.end <= bytes.count && !match.isEmpty, "a match outside of the text")
      hold(
        bytes[match.start] & 0xC0 != 0x80
          && (match.end == bytes.count || bytes[match.end] & 0xC0 != 0x80),
        "a match cuts a scalar")
      if case .words = kind { hold(match.start >= end, "matches overlap") }
      end = match.end
    }
    for (number, match) in search.matches.prefix(20).enumerated() {
      if number > 0, search.matches[number - 1].start == match.start { continue }
      hold(search.index(atOrAfter: match.start) == number, "a match is not found by its place")
    }
    if case .words = kind { checkWords(search, article, folding) }
  }

  /// The words of a match are found where they stand.
  private static func checkWords(
    _ search: TextSearch, _ article: Article, _ folding: SearchFolding
  ) {
    guard let match = search.matches.first else { return }
    let words = article.document.text[match]
    // A blank that stands where a line ended in the file is no word of it.
    guard !words.isEmpty, !words.contains(":"),
      let again = try? TextSearch(words, in: article, folding: folding)
    else { return }
    hold(again.matches.contains { $0.overlaps(match) }, "the words of a match are not found")
  }
}

/// The built-in samples, analysed once.
enum Samples {
  static let bengali = sample("bn")
  static let english = sample("en")

  private static func sample(_ code: String) -> Article {
    let bytes = EmbeddedResource.bytes(at: "samples/\(code).txt").map(Array.init) ?? []
    return article(bytes, id: "\(code).txt")
  }

  /// The article of a text.
  static func article(_ bytes: [UInt8], id: String) -> Article {
    let analyzer = ArticleAnalyzer()
    return analyzer.article(analyzer.document(id: id, text: SourceText(validBytes: bytes)))
  }
}
