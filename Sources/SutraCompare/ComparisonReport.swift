import SutraCore

/// A comparison in lines for people.
public enum ComparisonReport {
  /// Most bytes of a piece of text.
  private static let longest = 300

  /// The lines; they hold text of the articles as it stands, which may have to be made safe.
  public static func lines(
    _ comparison: ArticleComparison, _ first: Article, _ second: Article
  ) -> [String] {
    let (one, other) = (Lines(first, "A"), Lines(second, "B"))
    var lines = ["A \(first.document.id)", "B \(second.document.id)"]
    lines.append(
      comparison.areVersions ? "versions of one article" : "articles of their own")
    func add(_ heading: String, _ found: [String]) {
      guard !found.isEmpty else { return }
      lines.append("")
      lines.append("\(heading) (\(found.count))")
      lines += found.map { "  " + $0 }
    }
    for state in ArticleComparison.QuoteState.allCases where state != .same && state != .translated
    {
      add(
        "quotes \(state.rawValue)",
        comparison.quotes.filter { $0.state == state }.map { pair in
          let places = [
            pair.first.map { one.quote($0) }, pair.second.map { other.quote($0) },
          ].compactMap { $0 }.joined(separator: " | ")
          let words = (pair.lost.map { "-\($0)" } + pair.won.map { "+\($0)" }).joined(
            separator: " ")
          let speakers =
            pair.second != nil && pair.first != nil && !pair.isSameSpeaker
            ? " (by somebody else)" : ""
          return places + speakers + (words.isEmpty ? "" : " [\(words)]")
        })
    }
    let same = comparison.quotes.count { $0.state == .same }
    if same > 0 { lines += ["", "quotes same (\(same))"] }
    add(
      "quoted in A alone",
      comparison.people.filter { $0.firstQuotes > 0 && $0.secondQuotes == 0 }
        .compactMap { $0.first.map { one.name($0) } })
    add(
      "quoted in B alone",
      comparison.people.filter { $0.firstQuotes == 0 && $0.secondQuotes > 0 }
        .compactMap { $0.second.map { other.name($0) } })
    add(
      "named otherwise",
      comparison.people.compactMap { person in
        guard let first = person.first, let second = person.second, !person.isSameName else {
          return nil
        }
        return "\(one.name(first)) | \(other.name(second))"
      })
    add(
      "numbers that differ",
      comparison.amounts.map {
        "\(one.text($0.first)) | \(other.text($0.second))"
      })
    for state in ArticleComparison.TextState.allCases {
      add(
        "text \(state.rawValue)",
        comparison.text.filter { $0.state == state }.map { text in
          [text.first.map { one.text($0) }, text.second.map { other.text($0) }].compactMap { $0 }
            .joined(separator: " | ")
        })
    }
    return lines
  }

  /// Places of one article in words.
  private struct Lines {
    private let article: Article
    private let label: String
    private let starts: [Int]

    init(_ article: Article, _ label: String) {
      (self.article, self.label) = (article, label)
      var starts = [0]
      for (offset, byte) in article.document.text.bytes.enumerated() where byte == 0x0A {
        starts.append(offset + 1)
      }
      self.starts = starts
    }

    func name(_ entity: Int) -> String { line(article.entities[entity].name) }

    func quote(_ index: Int) -> String {
      let speaker = article.attributions[index].speaker?.name.map { "\(line($0)): " } ?? ""
      let span = article.quotations[index].content
      return "\(place(span)) \(speaker)\(cut(span))"
    }

    func text(_ span: Span) -> String { "\(place(span)) \(cut(span))" }

    private func place(_ span: Span) -> String {
      var (low, high) = (0, starts.count)
      while low < high {
        let middle = (low + high) / 2
        if starts[middle] <= span.start { low = middle + 1 } else { high = middle }
      }
      return "\(label):\(low)"
    }

    private func cut(_ span: Span) -> String {
      let bytes = article.document.text.bytes
      var end = min(span.end, span.start + ComparisonReport.longest)
      while end > span.start, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
      let text = line(article.document.text[Span(start: span.start, end: end)])
      return end < span.end ? text + "…" : text
    }

    private func line(_ text: String) -> String { String(text.map { $0.isNewline ? " " : $0 }) }
  }
}
