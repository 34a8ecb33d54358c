import SutraCore
import SutraExport
import SutraWords

/// Who said what, in text order.
struct QuotationsView: PaneContent {
  /// What the head of an item tells already, or what needs more room.
  private static let untold: Set<QuotationFacts.Fact.Subject> = [.type, .identity, .also]

  var heading: String { say("pane.quotes") }
  var noun: String { say("pane.quote") }
  var rowsPerItem: Int { 2 }

  func total(in state: ReaderState) -> Int { state.article.quotations.count }

  func count(in state: ReaderState) -> Int { state.listedCount }

  func item(at place: Int, in state: ReaderState) -> Int { state.listedQuotation(at: place) }

  func place(of item: Int, in state: ReaderState) -> Int? { state.listedIndex(of: item) }

  func spans(of item: Int, in state: ReaderState) -> [Span] {
    [state.article.quotations[item].content]
  }

  func name(of item: Int, in article: Article) -> String {
    ReaderText.speaker(of: article.attributions[item], in: article)
  }

  func number(of item: Int, in state: ReaderState) -> Int { item + 1 }

  func quotations(of item: Int, in state: ReaderState) -> [Int] { [item] }

  func itemOnScreen(_ visible: Span, _ state: ReaderState) -> Int? {
    state.firstListed(startingIn: visible)
  }

  func marks(_ quotation: Int, whileChosen item: Int, in state: ReaderState) -> Bool {
    quotation == item
  }

  func emptyText(_ state: ReaderState) -> String {
    guard state.filter.isEmpty else {
      return state.say("filter.leaves-none")
    }
    return say("pane.no-quotes")
  }

  func rows(of item: Int, _ writer: PaneWriter) -> [[PanePiece]] {
    [
      head(item, writer, isChosen: false),
      [PanePiece(text: "  " + writer.words(of: item), roles: RoleSet(.pane))],
    ]
  }

  func rows(ofChosen item: Int, _ writer: PaneWriter) -> [[PanePiece]] {
    let article = writer.state.article
    let content = article.words(of: article.quotations[item], longest: 2_000)
    return [head(item, writer, isChosen: true)]
      + writer.wrapped(content, RoleSet(.pane), most: writer.mostRows)
      + details(item, writer)
  }

  private func head(_ item: Int, _ writer: PaneWriter, isChosen: Bool) -> [PanePiece] {
    let state = writer.state
    let quotation = state.article.quotations[item]
    let attribution = state.article.attributions[item]
    var form = ExportWords.name(of: quotation.form)
    if attribution.speaker?.kind == .implicit { form = say("pane.carries-on") }
    if quotation.confidence < QuotationFilter.doubt { form += "?" }
    let width = String(state.article.quotations.count).utf8.count
    let number = state.layout.profile.paddedAtStart(digits(item + 1), to: width)
    let lead = PanePiece(text: number + " ", roles: writer.base(isChosen).with(.paneDetail))
    let heading = ExportWords.heading(ofQuotation: item, in: state.article)
    return [lead]
      + writer.head(
        heading.name, stance: heading.stance,
        Role.role(
          ofSpeaker: attribution.speaker?.kind, attribution.speaker?.entity, state.article),
        note: form, isChosen: isChosen)
  }

  private func details(_ item: Int, _ writer: PaneWriter) -> [[PanePiece]] {
    let article = writer.state.article
    let facts = QuotationFacts.all(of: item, in: article)
      .filter { !Self.untold.contains($0.subject) }
    // A name that stands there needs no reason.
    let isPlain = article.attributions[item].speaker?.kind == .named
    let why = isPlain ? [] : QuotationFacts.reasons(of: item, in: article, on: [.identity])
    return facts.flatMap { writer.detail(ExportWords.label(of: $0.subject), $0.text) }
      + why.flatMap { writer.detail(say("fact.why"), $0) }
  }
}
