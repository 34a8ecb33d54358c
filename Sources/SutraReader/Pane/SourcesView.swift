import SutraCore
import SutraExport

/// What the article rests on.
struct SourcesView: PaneContent {
  /// Most quotations told of the chosen source.
  private static let mostQuotations = 4

  var heading: String { "Sources" }
  var noun: String { "source" }

  func total(of article: Article) -> Int { article.sources.count }

  func item(at place: Int, in state: ReaderState) -> Int {
    let sorted = state.index.sourcesByShare
    return sorted.indices.contains(place) ? sorted[place] : place
  }

  func place(of item: Int, in state: ReaderState) -> Int? {
    state.index.sourcesByShare.firstIndex(of: item)
  }

  func spans(of item: Int, in article: Article) -> [Span] {
    let source = article.sources[item]
    return (source.spans + source.quotations.map { article.quotations[$0].content }).sorted()
  }

  func name(of item: Int, in article: Article) -> String { article.sources[item].name }

  func quotations(of item: Int, in state: ReaderState) -> [Int] {
    state.article.sources[item].quotations.filter(state.isListed)
  }

  func itemOnScreen(_ visible: Span, _ state: ReaderState) -> Int? {
    state.firstListed(startingIn: visible).flatMap { state.index.sourceOfQuotation[$0] }
  }

  func marks(_ quotation: Int, whileChosen item: Int, in article: Article) -> Bool {
    article.sources[item].quotations.contains(quotation)
  }

  func emptyText(_ state: ReaderState) -> String { "no sources are named" }

  func rows(of item: Int, _ writer: PaneWriter) -> [[PanePiece]] {
    [head(item, writer, isChosen: false)]
  }

  func rows(ofChosen item: Int, _ writer: PaneWriter) -> [[PanePiece]] {
    let article = writer.state.article
    let source = article.sources[item]
    var rows = [head(item, writer, isChosen: true)]
    rows += SourceFacts.all(of: source).flatMap { writer.detail($0.label, $0.text) }
    let said = source.quotations.prefix(Self.mostQuotations)
    for quotation in said where quotation < article.quotations.count {
      rows.append([PanePiece(text: "   " + writer.words(of: quotation), roles: RoleSet(.pane))])
    }
    return rows
  }

  private func head(_ item: Int, _ writer: PaneWriter, isChosen: Bool) -> [PanePiece] {
    let source = writer.state.article.sources[item]
    let base = writer.base(isChosen)
    let bar = PanePiece(text: bar(source.share) + " ", roles: base.with(.paneDetail))
    return [bar]
      + writer.head(
        source.name, Self.role(of: source),
        note: "\(source.kind.rawValue)  \(ReaderText.quotes(source.quotations.count))",
        isChosen: isChosen)
  }

  /// Columns of the bar that shows a share.
  private static let barColumns = 4

  /// A share of what is said as a bar; of whoever says anything some of it shows.
  private func bar(_ share: Double) -> String {
    let parts = share <= 0 ? 0 : max(1, Int((share * 8 * Double(Self.barColumns)).rounded()))
    let eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    let text = String(repeating: "█", count: parts / 8) + eighths[parts % 8]
    return text + String(repeating: " ", count: Self.barColumns - text.count)
  }

  /// How a source looks: persons as in the text, and what is no person unlike them.
  private static func role(of source: Source) -> Role {
    switch source.kind {
    case .named, .role, .pronoun, .implicit: .person
    case .collective: .organization
    case .anonymous: .doubtful
    case .media, .document: .work
    }
  }
}
