import SutraCore

/// The rows of the side pane: a heading, then the items of one view, the chosen one with details.
struct PaneList {
  /// Most rows of the chosen quotation's words.
  static let mostWordRows = 8

  /// Most quotations listed beneath the chosen entity.
  static let mostQuotations = 6

  /// A piece of a row: what it says and what it is.
  struct Piece {
    let text: String
    let roles: RoleSet
    var isRight = false
  }

  let state: ReaderState
  let area: ScreenArea
  private let columns: Int
  /// The place of the chosen item, and its rows, which are asked for more than once.
  private let chosen: Int?
  private var chosenRows: [[Piece]] = []

  init(_ state: ReaderState) {
    self.state = state
    area = state.frame.pane ?? ScreenArea(column: 0, row: 0, columns: 1, rows: 1)
    columns = max(1, area.columns - 2)
    chosen = state.selectionIndex
    if let chosen { chosenRows = rows(ofChosen: number(chosen)) }
  }

  /// Rows for items, the heading left out.
  var bodyRows: Int { state.paneBodyRows }

  /// Rows of an item that is not chosen.
  private var rowsPerItem: Int { state.rowsPerPaneItem }

  /// The number in the article of the item at a place of the list.
  private func number(_ place: Int) -> Int {
    state.item(at: place, in: state.view)
  }

  /// Rows of the item at a place.
  private func height(of place: Int) -> Int {
    place == chosen ? chosenRows.count : rowsPerItem
  }

  /// The first item to show, changed no more than it takes to show an item whole.
  func top(showing item: Int?, from top: Int) -> Int {
    let count = state.itemCount(of: state.view)
    var top = min(max(0, top), max(0, count - 1))
    guard let item, item < count else { return top }
    if item < top { return item }
    let own = height(of: item)
    var rows = own
    var first = item
    while first > top, rows + rowsPerItem <= bodyRows {
      first -= 1
      rows += rowsPerItem
    }
    top = max(top, first)
    // No empty rows at the bottom while there are items above.
    var below = 0
    var index = top
    while index < count, below < bodyRows {
      below += index == item ? own : height(of: index)
      index += 1
    }
    while index == count, top > 0, below + rowsPerItem <= bodyRows {
      top -= 1
      below += rowsPerItem
    }
    return top
  }

  /// The rows to draw from an item on, `bodyRows` of them at most.
  func rows(from top: Int) -> [[Piece]] {
    let count = state.itemCount(of: state.view)
    guard count > 0 else {
      let text =
        state.view == .quotations && !state.filter.isEmpty
        ? "the filter leaves no quote; \(clearKey) clears it"
        : ReaderText.emptyList(state.view, isAnalyzed: state.isAnalyzed)
      return [[Piece(text: text, roles: RoleSet(.pane).with(.paneDetail))]]
    }
    var found: [[Piece]] = []
    var item = min(max(0, top), count - 1)
    while item < count, found.count < bodyRows {
      found += item == chosen ? chosenRows : rows(of: number(item), RoleSet(.pane))
      item += 1
    }
    return Array(found.prefix(bodyRows))
  }

  private var clearKey: String {
    state.settings.keymap.keys(of: .clearFilters).first?.label ?? ":filter"
  }

  /// The place in the list of what stands in a row of the body, counted from 0.
  func item(atRow row: Int) -> Int? {
    let count = state.itemCount(of: state.view)
    var item = min(max(0, state.paneTop), max(0, count - 1))
    var left = row
    while item < count {
      let height = height(of: item)
      if left < height { return item }
      left -= height
      item += 1
    }
    return nil
  }

  private func rows(of item: Int, _ base: RoleSet) -> [[Piece]] {
    switch state.view {
    case .quotations:
      return [quotationHead(item, base), [Piece(text: "  " + words(item), roles: base)]]
    case .sources: return [sourceHead(item, base)]
    case .entities: return [entityHead(item, base)]
    }
  }

  private func words(_ item: Int) -> String {
    state.article.line(state.article.quotations[item].content, longest: columns * 8)
  }

  /// The chosen item: the same with all there is to say of it.
  private func rows(ofChosen item: Int) -> [[Piece]] {
    let base = RoleSet(.pane).with(.paneSelected)
    switch state.view {
    case .quotations:
      let content = state.article.line(state.article.quotations[item].content)
      let rows = wrapped(content, RoleSet(.pane), most: Self.mostWordRows)
      return [quotationHead(item, base)] + rows + quotationDetails(item)
    case .sources:
      return [sourceHead(item, base)] + sourceDetails(item)
    case .entities:
      return [entityHead(item, base)] + entityDetails(item)
    }
  }

  private func quotationHead(_ item: Int, _ base: RoleSet) -> [Piece] {
    let quotation = state.article.quotations[item]
    let attribution = state.article.attributions[item]
    var form = quotation.form.rawValue
    if attribution.speaker?.kind == .implicit { form = "carries on" }
    if quotation.confidence < QuotationFilter.doubt { form += "?" }
    let width = String(state.article.quotations.count).utf8.count
    let number = state.layout.profile.paddedAtStart(String(item + 1), to: width)
    return [
      Piece(text: number + " ", roles: base.with(.paneDetail)),
      Piece(
        text: ReaderText.speaker(of: attribution, in: state.article),
        roles: base == RoleSet(.pane) ? base.with(.speakerName) : base),
      Piece(text: " " + form, roles: base.with(.paneDetail), isRight: true),
    ]
  }

  /// What the head of an item tells already, or what needs more room.
  private static let untold: Set<QuotationFacts.Fact.Subject> = [.type, .identity, .also]

  private func quotationDetails(_ item: Int) -> [[Piece]] {
    let facts = QuotationFacts.all(of: item, in: state.article)
      .filter { !Self.untold.contains($0.subject) }
    // A name that stands there needs no reason.
    let isPlain = state.article.attributions[item].speaker?.kind == .named
    let why =
      isPlain ? [] : QuotationFacts.reasons(of: item, in: state.article, on: [.identity])
    return facts.flatMap { detail($0.subject.rawValue, $0.text) }
      + why.flatMap { detail("why", $0) }
  }

  private func sourceHead(_ item: Int, _ base: RoleSet) -> [Piece] {
    let source = state.article.sources[item]
    return [
      Piece(
        text: " " + source.name,
        roles: base == RoleSet(.pane) ? base.with(.speakerName) : base),
      Piece(
        text: " \(source.kind.rawValue)  \(ReaderText.quotes(source.quotations.count))",
        roles: base.with(.paneDetail), isRight: true),
    ]
  }

  private func sourceDetails(_ item: Int) -> [[Piece]] {
    let source = state.article.sources[item]
    var rows = SourceFacts.all(of: source).flatMap { detail($0.label, $0.text) }
    for quotation in source.quotations.prefix(4) where quotation < state.article.quotations.count {
      rows.append([Piece(text: "   " + words(quotation), roles: RoleSet(.pane))])
    }
    return rows
  }

  private func entityHead(_ item: Int, _ base: RoleSet) -> [Piece] {
    let entity = state.article.entities[item]
    let role = Role.role(of: entity.kind)
    var kind = ReaderText.name(of: entity.kind)
    if entity.mentions.allSatisfy({ state.article.mentions[$0].isDoubtful }) { kind += "?" }
    let isChosen = item == state.selection.entity
    let count = isChosen ? state.mentionCount ?? "" : "\(entity.mentions.count)×"
    return [
      Piece(text: " " + entity.name, roles: base == RoleSet(.pane) ? base.with(role) : base),
      Piece(
        text: " \(kind)  \(count)",
        roles: base.with(.paneDetail), isRight: true),
    ]
  }

  private func entityDetails(_ item: Int) -> [[Piece]] {
    let entity = state.article.entities[item]
    var rows: [[Piece]] = []
    if !entity.aliases.isEmpty { rows = detail("also", entity.aliases.joined(separator: ", ")) }
    let said = state.index.quotationsOfEntity[item] ?? []
    guard !said.isEmpty else { return rows }
    rows += detail("says", ReaderText.quotes(said.count))
    for quotation in said.prefix(Self.mostQuotations) {
      rows.append([
        Piece(text: "   \(quotation + 1) ", roles: RoleSet(.pane).with(.paneDetail)),
        Piece(text: words(quotation), roles: RoleSet(.pane)),
      ])
    }
    return rows
  }

  private func detail(_ label: String, _ value: String) -> [[Piece]] {
    let indent = 3
    let rows = wrapped(value, RoleSet(.pane), most: 3, indent: indent + label.utf8.count + 1)
    return rows.enumerated().map { index, row in
      guard index == 0 else { return row }
      return [
        Piece(text: "   " + label + " ", roles: RoleSet(.pane).with(.paneDetail)),
        Piece(text: String(row.last?.text.drop { $0 == " " } ?? ""), roles: RoleSet(.pane)),
      ]
    }
  }

  /// A text broken into rows with blanks before each.
  private func wrapped(
    _ text: String, _ roles: RoleSet, most: Int, indent: Int = 2
  ) -> [[Piece]] {
    let lines = RowBreaker(profile: state.layout.profile)
      .lines(of: text, width: max(1, columns - indent))
    let blanks = String(repeating: " ", count: indent)
    var found = lines.prefix(most).map { [Piece(text: blanks + $0, roles: roles)] }
    if lines.count > most, let last = found.last?.last {
      found[found.count - 1] = [Piece(text: last.text + " …", roles: roles)]
    }
    return found
  }
}

extension ReaderState {
  /// Rows of the pane for items, the heading left out.
  var paneBodyRows: Int { max(0, (frame.pane?.rows ?? 1) - 1) }

  /// Rows of an item of the pane that is not chosen.
  var rowsPerPaneItem: Int { view == .quotations ? 2 : 1 }

  /// How many items the pane has room for.
  var itemsInPane: Int { max(1, paneBodyRows / rowsPerPaneItem) }

  /// The first row below the pane's heading, counted from 0, of the chosen item; `nil` when it is
  /// not shown.
  ///
  /// All items before the chosen one are of one height.
  var paneRowOfSelection: Int? {
    guard let chosen = selectionIndex else { return nil }
    let row = (chosen - paneTop) * rowsPerPaneItem
    return row >= 0 && row < paneBodyRows ? row : nil
  }
}

extension Role {
  /// The role of mentions of a kind.
  static func role(of kind: EntityKind) -> Role {
    switch kind {
    case .person: .person
    case .place: .place
    case .organization: .organization
    case .work: .work
    case .event: .event
    case .date: .date
    case .quantity: .quantity
    }
  }
}
