import SutraCore
import SutraExport
import SutraWords

/// What the article rests on.
struct SourcesView: PaneContent {
  /// Most quotations told of the chosen source.
  private static let mostQuotations = 4

  var heading: String { say("pane.sources") }
  var noun: String { say("pane.source") }

  func total(in state: ReaderState) -> Int { state.article.sources.count }

  func count(in state: ReaderState) -> Int { state.index.parties.parties.count }

  func item(at place: Int, in state: ReaderState) -> Int {
    let parties = state.index.parties.parties
    return parties.indices.contains(place) ? parties[place] : place
  }

  func place(of item: Int, in state: ReaderState) -> Int? {
    state.index.parties.parties.firstIndex(of: item)
  }

  /// The sources of a row.
  private func sources(of item: Int, in state: ReaderState) -> [Source] {
    state.index.parties.members(of: item).map { state.article.sources[$0] }
  }

  /// What the sources of a row say, in text order.
  private func said(by item: Int, in state: ReaderState) -> [Int] {
    Set(sources(of: item, in: state).flatMap(\.quotations)).sorted()
  }

  func spans(of item: Int, in state: ReaderState) -> [Span] {
    (sources(of: item, in: state).flatMap(\.spans)
      + said(by: item, in: state).map { state.article.quotations[$0].content }).sorted()
  }

  func name(of item: Int, in article: Article) -> String { article.sources[item].name }

  func quotations(of item: Int, in state: ReaderState) -> [Int] {
    said(by: item, in: state).filter(state.isListed)
  }

  func itemOnScreen(_ visible: Span, _ state: ReaderState) -> Int? {
    state.firstListed(startingIn: visible).flatMap { state.index.sourceOfQuotation[$0] }
  }

  func marks(_ quotation: Int, whileChosen item: Int, in state: ReaderState) -> Bool {
    said(by: item, in: state).contains(quotation)
  }

  func emptyText(_ state: ReaderState) -> String { say("pane.no-sources") }

  func rows(of item: Int, _ writer: PaneWriter) -> [[PanePiece]] {
    [head(item, writer, isChosen: false)]
  }

  func rows(ofChosen item: Int, _ writer: PaneWriter) -> [[PanePiece]] {
    let state = writer.state
    let all = sources(of: item, in: state)
    var rows = [head(item, writer, isChosen: true)]
    let facts = SourceFacts.all(of: all[0], share: state.index.parties.shares[item])
    rows += facts.flatMap { writer.detail(SourceFacts.label($0.label), $0.text) }
    let others = all.dropFirst().map { source in
      source.roles == [.medium] ? "\(source.name) (\(ExportWords.name(of: .medium)))" : source.name
    }
    if !others.isEmpty {
      rows += writer.detail(say("pane.label.also"), others.joined(separator: ", "))
    }
    for quotation in said(by: item, in: state).prefix(Self.mostQuotations) {
      rows.append([PanePiece(text: "   " + writer.words(of: quotation), roles: RoleSet(.pane))])
    }
    return rows
  }

  private func head(_ item: Int, _ writer: PaneWriter, isChosen: Bool) -> [PanePiece] {
    let source = writer.state.article.sources[item]
    let base = writer.base(isChosen)
    let share = writer.state.index.parties.shares[item]
    let bar = PanePiece(text: PaneWriter.bar(share) + " ", roles: base.with(.paneDetail))
    let count = ReaderText.quotes(said(by: item, in: writer.state).count)
    let kind = ExportWords.name(of: source.kind)
    return [bar]
      + writer.head(
        source.name, Role.role(ofSpeaker: source.kind, source.entity, writer.state.article),
        note: kind.map { "\($0)  \(count)" } ?? count, isChosen: isChosen)
  }
}

extension Role {
  /// How whoever says something looks: as in the text what is named there, and what is no person
  /// unlike a person.
  static func role(ofSpeaker kind: SpeakerKind?, _ entity: Int?, _ article: Article) -> Role {
    if let entity, article.entities.indices.contains(entity) {
      return role(of: article.entities[entity].kind)
    }
    return switch kind {
    case .named, .role, .pronoun, .implicit: .person
    case .collective: .organization
    case .anonymous, nil: .paneDetail
    case .media, .document: .work
    }
  }
}
