import SutraCore
import SutraWords

extension ReaderState {
  /// Opens the list of where the article's links and pictures lead, at the first one on the screen.
  mutating func openLinks() {
    let here = layout.byteOffset(of: top)
    var items: [ListWindow.Item] = []
    var chosen: Int?
    for mark in article.document.marks {
      guard case .link(let address) = mark.kind else { continue }
      if chosen == nil, mark.span.end > here { chosen = items.count }
      items.append(
        ListWindow.Item(
          label: digits(items.count + 1),
          text: "\(article.line(mark.span, longest: 120)) — \(address)", target: .address(address)))
    }
    guard !items.isEmpty else {
      message = say("links.none")
      return
    }
    var list = ListWindow(
      .links, title: say("links.title"), items: items, isNarrowed: true,
      chosen: chosen.map { min($0, Limits.listRows - 1) })
    list.folding = folding
    if let note = list.limitNote { message = note }
    window = list
  }
}
