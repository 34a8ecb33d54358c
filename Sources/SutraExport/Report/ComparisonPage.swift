import SutraCompare
import SutraCore
import SutraWords

/// A comparison as a page of HTML: both articles side by side, each difference marked in both and
/// linked with the list of all.
public enum ComparisonPage {
  /// The page.
  ///
  /// - Parameters:
  ///   - comparison: The comparison.
  ///   - first: The first article.
  ///   - second: The second.
  /// - Returns: A whole file.
  public static func bytes(
    _ comparison: ArticleComparison, _ first: Article, _ second: Article
  ) -> [UInt8] {
    let differences = comparison.differences(first, second)
    let titles = [first, second].map { ArticleCitation($0, quotations: []).title }
    var html = MarkupWriter()
    PageHead.write(say("page.compared", ["first": titles[0], "second": titles[1]]), to: &html)
    html.raw("<header>")
    html.element("h1", text: say("page.comparison"))
    html.element("p", text: say(comparison.areVersions ? "compare.versions" : "compare.own"))
    html.raw("<nav>")
    for (place, label) in [("a", "A"), ("b", "B"), ("differences", say("page.differences"))] {
      html.element("a", [("href", "#\(place)")], text: label)
    }
    html.raw("</nav></header>\n")
    list(differences, comparison, first, second, to: &html)
    html.raw("<div class=\"sides\">\n")
    column("a", first, differences, to: &html)
    column("b", second, differences, to: &html)
    html.raw("</div>\n")
    PageHead.writeEnd(to: &html)
    return html.bytes
  }

  /// All differences under their kinds, each with links to its places.
  private static func list(
    _ differences: [ComparisonDifference], _ comparison: ArticleComparison, _ first: Article,
    _ second: Article, to html: inout MarkupWriter
  ) {
    html.raw("<section id=\"differences\">")
    if differences.isEmpty { html.element("p", text: say("compare.nothing")) }
    var kind: ComparisonDifference.Kind?
    for (number, difference) in differences.enumerated() {
      if difference.kind != kind {
        if kind != nil { html.raw("</ul>\n") }
        kind = difference.kind
        let count = differences.count { $0.kind == kind }
        html.element("h2", text: ComparisonReport.heading(difference.kind, count))
        html.raw("<ul class=\"audit\">\n")
      }
      html.open("li", [("id", "d\(number + 1)")])
      side("a", "A", number, difference.first, difference.firstName, first, to: &html)
      side("b", "B", number, difference.second, difference.secondName, second, to: &html)
      html.raw("</li>\n")
    }
    if kind != nil { html.raw("</ul>") }
    html.raw("</section>\n")
  }

  /// Most bytes of a text in the list.
  private static let longest = 300

  private static func side(
    _ side: String, _ label: String, _ number: Int, _ place: Span?, _ name: String?,
    _ article: Article, to html: inout MarkupWriter
  ) {
    guard let place else { return }
    html.raw("<p>")
    html.element("a", [("class", "ref"), ("href", "#\(side)\(number + 1)")], text: label)
    html.text(" ")
    let words = article.shortened(place, to: longest)
    html.element(
      "span", [("lang", article.document.language)],
      text: name == nil || name == words ? words : "\(name ?? ""): \(words)")
    html.raw("</p>")
  }

  /// One of the articles with its marks.
  private static func column(
    _ side: String, _ article: Article, _ differences: [ComparisonDifference],
    to html: inout MarkupWriter
  ) {
    var text = ReportText(article)
    for (number, difference) in differences.enumerated() {
      let place = side == "a" ? difference.first : difference.second
      guard let place else { continue }
      var look = ReportText.Look(element: "mark", look: difference.kind.rawValue)
      look.id = "\(side)\(number + 1)"
      look.link = (
        "d\(number + 1)", digits(number + 1), say("page.about-difference", ["number": number + 1])
      )
      text.mark(place, 0, look)
      for word in side == "a" ? difference.lost : difference.won {
        text.mark(
          word, 1,
          ReportText.Look(element: side == "a" ? "del" : "ins", look: difference.kind.rawValue))
      }
    }
    html.open("article", [("id", side), ("lang", article.document.language)])
    html.element("p", [("class", "n")], text: article.document.id)
    text.write(to: &html)
    html.raw("</article>\n")
  }
}
