import SutraCore
import SutraWords

/// A comparison in lines for people.
public enum ComparisonReport {
  /// Most bytes of a piece of text.
  private static let longest = 300

  /// The lines; they hold text of the articles as it stands, which may have to be made safe.
  public static func lines(
    _ comparison: ArticleComparison, _ first: Article, _ second: Article
  ) -> [String] {
    let (one, other) = (Side(first, "A"), Side(second, "B"))
    var lines = ["A \(first.document.id)", "B \(second.document.id)"]
    lines.append(say(comparison.areVersions ? "compare.versions" : "compare.own"))
    let differences = comparison.differences(first, second)
    for kind in ComparisonDifference.Kind.allCases {
      let found = differences.filter { $0.kind == kind }
      guard !found.isEmpty else { continue }
      lines += ["", heading(kind, found.count)]
      lines += found.map { difference in
        let sides = [
          difference.first.map { one.text($0, difference.firstName, kind) },
          difference.second.map { other.text($0, difference.secondName, kind) },
        ].compactMap { $0 }.joined(separator: " | ")
        let words =
          difference.lost.map { "-" + first.document.text[$0] }
          + difference.won.map { "+" + second.document.text[$0] }
        return "  " + sides + (words.isEmpty ? "" : " [\(words.joined(separator: " "))]")
      }
    }
    let same = comparison.quotes.count { $0.state == .same }
    let translated = comparison.quotes.count { $0.state == .translated }
    if same > 0 { lines += ["", say("compare.quotes-same", ["count": same])] }
    if translated > 0 { lines += ["", say("compare.quotes-translated", ["count": translated])] }
    if differences.isEmpty { lines += ["", say("compare.nothing")] }
    return lines
  }

  /// The heading of some differences of a kind, with their number.
  package static func heading(_ kind: ComparisonDifference.Kind, _ count: Int) -> String {
    say("compare.counted", ["what": say("compare.\(kind.rawValue)"), "count": count])
  }

  /// Places of one article in words.
  private struct Side {
    let article: Article
    let label: String
    let numbers: LineNumbers

    init(_ article: Article, _ label: String) {
      (self.article, self.label) = (article, label)
      numbers = LineNumbers(article.document.text)
    }

    func text(_ span: Span, _ name: String?, _ kind: ComparisonDifference.Kind) -> String {
      let place = "\(label):\(digits(numbers.number(of: span.start)))"
      let name = name.map { String($0.map { $0.isNewline ? " " : $0 }) }
      switch kind {
      case .quotedOnlyFirst, .quotedOnlySecond, .namedOtherwise: return "\(place) \(name ?? "")"
      default:
        let words = article.shortened(span, to: ComparisonReport.longest)
        return "\(place) \(name.map { "\($0): " } ?? "")\(words)"
      }
    }
  }
}
