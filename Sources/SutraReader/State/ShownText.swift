import SutraCore

/// The article as it is shown: its text with what has been found in it, its rows, and which of them
/// are on the screen.
struct ShownText: Sendable {
  /// The article, with what has been found in it so far.
  private(set) var article: Article
  /// How often another article, or more of it, has taken its place.
  private(set) var version = 0
  /// Which quotations and mentions stand where.
  private(set) var index: ArticleIndex
  /// The entities in the order in which they are listed.
  private(set) var entityList: EntityList
  /// What it rests on; `nil` until somebody wants to know.
  private(set) var audited: AuditedArticle?
  /// Whether the analysis has come to its end.
  var isAnalyzed = false
  /// The article's rows.
  private(set) var layout: ArticleLayout
  /// The first row that is shown.
  var top: RowPosition
  /// The highest row that may be first, for the room it was found for.
  private var knownLastTop: (room: RoomForText, top: RowPosition)?

  /// What decides which row can be the first at the end of the article.
  private struct RoomForText: Hashable {
    let columns: Int
    let rows: Int
    let measure: Measure
  }

  /// Shows an article from its beginning.
  init(
    _ article: Article, width: Int, measure: Measure, _ order: EntityOrder, showsLines: Bool
  ) {
    self.article = article
    index = ArticleIndex(article)
    entityList = EntityList(article, order)
    layout = ArticleLayout(
      document: article.document, width: width, measure: measure, showsLines: showsLines)
    top = layout.first
  }

  /// Puts another analysis of the same text in the place of the one before, with all that is made
  /// from it.
  mutating func take(_ article: Article) {
    self.article = article
    version += 1
    index = ArticleIndex(article)
    entityList = EntityList(article, entityList.order)
    audited = nil
  }

  /// Weighs what the article rests on, unless that is known.
  mutating func weigh() {
    if isAnalyzed, audited == nil { audited = AuditedArticle(article) }
  }

  /// Puts another text in the place of the one before, with a byte of it in the first row.
  mutating func show(_ article: Article, at byteOffset: Int) {
    take(article)
    layout = ArticleLayout(
      document: article.document, width: layout.width, measure: layout.measure,
      showsLines: layout.showsLines)
    knownLastTop = nil
    top = layout.position(of: byteOffset)
  }

  /// Shows lines that were joined to paragraphs as they came, or joined again.
  mutating func show(lines: Bool) {
    guard lines != layout.showsLines else { return }
    let place = placeOfTop
    layout = ArticleLayout(
      document: article.document, width: layout.width, measure: layout.measure, showsLines: lines)
    knownLastTop = nil
    top = layout.position(of: place)
  }

  /// Lays the article out for another room; the first byte on the screen stays there.
  mutating func layOut(width: Int, measure: Measure) {
    guard width != layout.width || measure != layout.measure else { return }
    let place = placeOfTop
    layout = layout.resized(to: width, measure: measure)
    top = layout.position(of: place)
  }

  /// Lists the entities in another order.
  mutating func sortEntities(_ order: EntityOrder) {
    if entityList.order != order { entityList = EntityList(article, order) }
  }

  /// Lays out what the screen needs, so that drawing need not.
  mutating func prepare(rows: Int) { layout.prepare(from: top, rows: rows) }

  /// The byte that marks and jumps keep of the place on the screen: the first that is shown, below
  /// a blank row at the top.
  var placeOfTop: Int {
    let offset = layout.byteOffset(of: top)
    return layout.row(at: top) == nil ? offset + 1 : offset
  }

  private func room(rows: Int) -> RoomForText {
    RoomForText(columns: layout.width, rows: rows, measure: layout.measure)
  }

  /// The highest row that may be first on a screen of so many rows.
  func lastTop(rows: Int) -> RowPosition {
    if let known = knownLastTop, known.room == room(rows: rows) { return known.top }
    return layout.position(layout.last, movedBy: 1 - rows)
  }

  /// Finds the highest first row anew when the room has changed.
  mutating func noteLastTop(rows: Int) {
    let room = room(rows: rows)
    if knownLastTop?.room != room { knownLastTop = (room, lastTop(rows: rows)) }
  }
}
