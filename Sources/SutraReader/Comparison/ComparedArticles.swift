import SutraCompare
import SutraCore

/// Two articles with what differs between them.
public struct ComparedArticles: Sendable {
  /// The first article, analysed.
  public let first: Article
  /// The second.
  public let second: Article
  /// What differs.
  public let comparison: ArticleComparison
  /// The differences as they come when both are read together.
  let differences: [ComparisonDifference]

  /// Compares two articles.
  public init(_ first: Article, _ second: Article) {
    (self.first, self.second) = (first, second)
    comparison = ArticleComparer.standard.compare(first, second)
    differences = comparison.differencesInOrder(first, second)
  }
}

/// A comparison on the screen: two columns that are turned together.
struct ComparisonState: Sendable {
  let articles: ComparedArticles
  /// The rows of both articles.
  private(set) var layouts: (first: ArticleLayout, second: ArticleLayout)
  /// The first row of each that is shown.
  private(set) var tops: (first: RowPosition, second: RowPosition)
  /// The difference that was gone to last.
  private(set) var chosen: Int?
  /// Rows of text.
  private(set) var rows = 1

  /// Rows above a difference that was gone to.
  private static let lead = 3
  /// Columns between the articles.
  static let gap = 3

  init(_ articles: ComparedArticles, _ size: ScreenSize, _ measure: Measure) {
    self.articles = articles
    let width = Self.width(size)
    let layouts = (
      first: ArticleLayout(document: articles.first.document, width: width, measure: measure),
      second: ArticleLayout(document: articles.second.document, width: width, measure: measure)
    )
    self.layouts = layouts
    tops = (layouts.first.first, layouts.second.first)
    rows = Self.rows(size)
    prepare()
  }

  /// Columns of a line of either article.
  static func width(_ size: ScreenSize) -> Int { max(1, (size.columns - gap) / 2 - 1) }

  /// Rows for text, without the names above and the status line.
  static func rows(_ size: ScreenSize) -> Int { max(1, size.rows - 2) }

  /// Fits another size of the screen or another measure; what stood first stays.
  mutating func fit(_ size: ScreenSize, _ measure: Measure) {
    rows = Self.rows(size)
    let width = Self.width(size)
    guard width != layouts.first.width || measure != layouts.first.measure else { return }
    let places = (
      layouts.first.byteOffset(of: tops.first), layouts.second.byteOffset(of: tops.second)
    )
    layouts = (
      layouts.first.resized(to: width, measure: measure),
      layouts.second.resized(to: width, measure: measure)
    )
    tops = (layouts.first.position(of: places.0), layouts.second.position(of: places.1))
    prepare()
  }

  private func lastTop(_ layout: ArticleLayout) -> RowPosition {
    layout.position(layout.last, movedBy: 1 - rows)
  }

  private mutating func prepare() {
    layouts.first.prepare(from: tops.first, rows: rows)
    layouts.second.prepare(from: tops.second, rows: rows)
  }

  /// Turns both: the first by rows, the second to what stands beside it there.
  mutating func scroll(by count: Int) {
    let first = min(
      max(layouts.first.first, layouts.first.position(tops.first, movedBy: count)),
      lastTop(layouts.first))
    let last = lastTop(layouts.second)
    if first == tops.first {
      // Where the first has come to its end the second goes on alone.
      tops.second = min(layouts.second.position(tops.second, movedBy: count), last)
    } else {
      tops.first = first
      let place = articles.comparison.anchors.place(
        beside: layouts.first.byteOffset(of: first), ofFirst: true)
      tops.second = min(layouts.second.position(of: place), last)
    }
    prepare()
  }

  /// Goes to the beginning or end of both.
  mutating func go(toEnd: Bool) {
    tops =
      toEnd
      ? (lastTop(layouts.first), lastTop(layouts.second))
      : (layouts.first.first, layouts.second.first)
    prepare()
  }

  /// Goes to the next or the previous difference.
  ///
  /// - Returns: Whether there was one.
  mutating func jump(forward: Bool) -> Bool {
    let next = chosen.map { $0 + (forward ? 1 : -1) } ?? (forward ? 0 : -1)
    guard articles.differences.indices.contains(next) else { return false }
    chosen = next
    let difference = articles.differences[next]
    let anchors = articles.comparison.anchors
    let first =
      difference.first?.start
      ?? anchors.place(beside: difference.second?.start ?? 0, ofFirst: false)
    let second = difference.second?.start ?? anchors.place(beside: first, ofFirst: true)
    func top(_ layout: ArticleLayout, _ place: Int) -> RowPosition {
      min(
        layout.position(layout.position(of: place), movedBy: -min(Self.lead, rows / 2)),
        lastTop(layout))
    }
    tops = (top(layouts.first, first), top(layouts.second, second))
    prepare()
    return true
  }
}
