import SutraAudit
import SutraCore
import SutraWords

/// The audit of an article on a page: bars and findings, each with a link to its place in the text.
struct AuditSection {
  private let article: Article
  private let audit: SourceAudit
  private let lines: [AuditLine]
  /// The quotations that the page shows, by where they stand.
  private let quotations: [Span: Int]

  /// Weighs an article of which some quotations are shown.
  init(_ article: Article, shown: Set<Int>) {
    self.article = article
    audit = SourceAuditor.standard.audit(article)
    lines = audit.lines(of: article)
    quotations = Dictionary(
      shown.sorted().map { (article.quotations[$0].content, $0) },
      uniquingKeysWith: { old, _ in old })
  }

  /// Where the finding of a line stands in the text: in a quotation that the page shows, or at a mark
  /// of its own.
  private func place(_ number: Int) -> String? {
    if case .heading = lines[number].content { return nil }
    guard let first = lines[number].places.first, !first.isEmpty else { return nil }
    return quotations[first].map { "t\($0 + 1)" } ?? "f\(number)"
  }

  /// Marks the places of findings in the text.
  func mark(_ text: inout ReportText) {
    for (number, line) in lines.enumerated() where place(number) == "f\(number)" {
      let isClaim = if case .claim = line.content { true } else { false }
      text.mark(
        line.places[0], 3,
        ReportText.Look(element: "span", look: isClaim ? "claim" : "found", id: "f\(number)"))
    }
  }

  /// Writes the section.
  func write(to html: inout MarkupWriter) {
    html.raw("<section id=\"audit\">")
    html.element("h2", text: say("pane.audit"))
    var isOpen = false
    for (number, line) in lines.enumerated() {
      if case .heading = line.content {
        if isOpen { html.raw("</ul>\n") }
        html.element("h3", text: line.text(audit, of: article))
        html.raw("<ul class=\"audit\">\n")
        isOpen = true
        continue
      }
      html.raw("<li>")
      if let share = line.share {
        let percent = share.percent
        html.raw("<span class=\"bar\" style=\"width:\(percent)%\"></span>")
        html.element("span", [("class", "n")], text: say("status.percent", ["count": percent]))
        html.text(" ")
      }
      let text = line.text(audit, of: article)
      if let place = place(number) {
        html.element("a", [("href", "#\(place)")], text: text)
      } else {
        html.text(text)
      }
      html.raw("</li>\n")
    }
    if isOpen { html.raw("</ul>") }
    html.raw("</section>\n")
  }
}
