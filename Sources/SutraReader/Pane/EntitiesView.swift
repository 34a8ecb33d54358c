import SutraCore
import SutraWords

/// What the article names, in an order of the user's.
struct EntitiesView: PaneContent {
  /// Most quotations listed beneath the chosen entity.
  private static let mostQuotations = 6

  var heading: String { say("pane.entities") }
  var noun: String { say("pane.entity") }

  func headingNotes(_ state: ReaderState) -> [String] {
    [state.entityOrder.words + " ", say("entity-order.short.\(state.entityOrder.rawValue)") + " "]
  }

  func total(in state: ReaderState) -> Int { state.article.entities.count }

  func count(in state: ReaderState) -> Int { state.entityList.shown(state.showsAllEntities) }

  func foot(_ state: ReaderState) -> String? {
    let more = state.article.entities.count - count(in: state)
    return more == 0 ? nil : ReaderText.folded(more, state.settings.keymap)
  }

  func item(at place: Int, in state: ReaderState) -> Int {
    let sorted = state.entityList.entities
    return sorted.indices.contains(place) ? sorted[place] : place
  }

  func place(of item: Int, in state: ReaderState) -> Int? {
    state.entityList.place(of: item).flatMap { $0 < count(in: state) ? $0 : nil }
  }

  func spans(of item: Int, in state: ReaderState) -> [Span] {
    let article = state.article
    return article.entities[item].mentions.map { article.mentions[$0].span }
  }

  func name(of item: Int, in article: Article) -> String { article.entities[item].name }

  func quotations(of item: Int, in state: ReaderState) -> [Int] {
    (state.index.quotationsOfEntity[item] ?? []).filter(state.isListed)
  }

  func itemOnScreen(_ visible: Span, _ state: ReaderState) -> Int? {
    state.index.mentions(in: visible, state.article).lazy
      .map { state.article.mentions[$0].entity }.first { place(of: $0, in: state) != nil }
  }

  func marks(mentionOf entity: Int, whileChosen item: Int) -> Bool { entity == item }

  func emptyText(_ state: ReaderState) -> String { say("pane.no-entities") }

  func rows(of item: Int, _ writer: PaneWriter) -> [[PanePiece]] {
    [head(item, writer, isChosen: false)]
  }

  func rows(ofChosen item: Int, _ writer: PaneWriter) -> [[PanePiece]] {
    [head(item, writer, isChosen: true)] + details(item, writer)
  }

  private func head(_ item: Int, _ writer: PaneWriter, isChosen: Bool) -> [PanePiece] {
    let article = writer.state.article
    let entity = article.entities[item]
    var kind = ReaderText.name(of: entity.kind)
    if entity.mentions.allSatisfy({ article.mentions[$0].isDoubtful }) { kind += "?" }
    let count =
      item == writer.state.selection.entity
      ? writer.state.mentionCount ?? "" : "\(digits(entity.mentions.count))×"
    return [PanePiece(text: " ", roles: writer.base(isChosen))]
      + writer.head(
        entity.name, Role.role(of: entity.kind), note: "\(kind)  \(count)",
        isChosen: isChosen)
  }

  private func details(_ item: Int, _ writer: PaneWriter) -> [[PanePiece]] {
    let entity = writer.state.article.entities[item]
    var rows: [[PanePiece]] = []
    if !entity.aliases.isEmpty {
      rows = writer.detail(say("pane.label.also"), entity.aliases.joined(separator: ", "))
    }
    let said = writer.state.index.quotationsOfEntity[item] ?? []
    guard !said.isEmpty else { return rows }
    rows += writer.detail(say("pane.label.says"), ReaderText.quotes(said.count))
    for quotation in said.prefix(Self.mostQuotations) {
      rows.append([
        PanePiece(text: "   \(digits(quotation + 1)) ", roles: RoleSet(.pane).with(.paneDetail)),
        PanePiece(text: writer.words(of: quotation), roles: RoleSet(.pane)),
      ])
    }
    return rows
  }
}
