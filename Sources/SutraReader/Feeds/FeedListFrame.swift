/// Where the parts of the list stand.
struct FeedListFrame {
  /// From this width the feeds stand beside the articles.
  private static let columnsForSide = 100
  /// From this height they stand above them.
  private static let rowsForStack = 16

  /// The cells of the feeds, their heading among them; `nil` where only the articles are shown.
  let feeds: ScreenArea?
  /// The cells of the articles, their heading among them; `nil` where only the feeds are shown.
  let articles: ScreenArea?
  /// The column of the line between them.
  let border: Int?
  /// The row of the status line.
  let statusRow: Int

  init(_ state: FeedListState) {
    let size = state.size
    statusRow = size.rows - 1
    let rows = max(1, size.rows - 1)
    if size.columns >= Self.columnsForSide {
      let width = min(max(26, size.columns / 4), 44)
      feeds = ScreenArea(column: 0, row: 0, columns: width, rows: rows)
      border = width
      articles = ScreenArea(
        column: width + 1, row: 0, columns: size.columns - width - 1, rows: rows)
    } else if size.rows >= Self.rowsForStack, !state.feeds.isEmpty {
      let height = min(max(4, min(rows / 3, 10)), state.feeds.count + 2)
      feeds = ScreenArea(column: 0, row: 0, columns: size.columns, rows: height)
      border = nil
      articles = ScreenArea(column: 0, row: height, columns: size.columns, rows: rows - height)
    } else {
      let whole = ScreenArea(column: 0, row: 0, columns: size.columns, rows: rows)
      border = nil
      (feeds, articles) = state.focus == .feeds ? (whole, nil) : (nil, whole)
    }
  }

  /// Rows for feeds, their heading aside.
  var feedRows: Int { max(0, (feeds?.rows ?? 1) - 1) }
  /// Rows for articles, their heading aside.
  var articleRows: Int { max(0, (articles?.rows ?? 1) - 1) }
}
