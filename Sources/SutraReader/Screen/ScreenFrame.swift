/// A rectangle of cells.
public struct ScreenArea: Hashable, Sendable {
  /// The column of its left edge.
  public let column: Int
  /// The row of its upper edge.
  public let row: Int
  /// Its width.
  public let columns: Int
  /// Its height.
  public let rows: Int

  /// The column behind its right edge.
  public var endColumn: Int { column + columns }
  /// The row below its lower edge.
  public var endRow: Int { row + rows }

  /// Whether a cell of the screen is in it.
  public func contains(_ column: Int, _ row: Int) -> Bool {
    column >= self.column && column < endColumn && row >= self.row && row < endRow
  }
}

/// Where the parts of the screen stand.
public struct ScreenFrame: Hashable, Sendable {
  /// How the pane stands to the article.
  public enum Arrangement: Hashable, Sendable {
    /// The article alone.
    case articleOnly
    /// The pane right of the article.
    case sideBySide
    /// The pane below the article.
    case stacked
    /// The pane alone, where there is no room for both.
    case paneOnly
  }

  /// From this width the pane stands beside the article.
  static let columnsForSide = 100
  /// From this size the pane stands below the article by itself.
  static let columnsForStack = 60
  static let rowsForStack = 16
  /// Fewest columns and rows of the pane and of the article beside it.
  static let leastPaneColumns = 24
  static let leastArticleColumns = 40
  static let leastRows = 3

  /// How the pane stands to the article.
  public let arrangement: Arrangement
  /// The article's cells.
  public let article: ScreenArea
  /// The pane's cells, its heading among them.
  public let pane: ScreenArea?
  /// The column of the line between, when the pane stands beside the article.
  public let borderColumn: Int?
  /// The row of the status line.
  public let statusRow: Int
  /// Longest line of the article: longer ones are hard to read.
  private let longestLine: Int

  /// Divides a screen.
  ///
  /// - Parameters:
  ///   - size: Its size.
  ///   - wantsPane: Whether the pane is wanted; `nil` when it is shown where it has room.
  ///   - paneExtent: Columns of the pane beside the article, or its rows below it; `nil` when the
  ///     size of the screen decides.
  ///   - longestLine: Longest line of the article in columns.
  public init(
    size: ScreenSize, wantsPane: Bool?, paneExtent: Int? = nil, longestLine: Int = 80
  ) {
    self.longestLine = longestLine
    statusRow = size.rows - 1
    let body = ScreenArea(column: 0, row: 0, columns: size.columns, rows: size.rows - 1)
    let hasSide = size.columns >= Self.columnsForSide
    let hasStack = size.columns >= Self.columnsForStack && size.rows >= Self.rowsForStack
    guard wantsPane ?? (hasSide || hasStack) else {
      (arrangement, article, pane, borderColumn) = (.articleOnly, body, nil, nil)
      return
    }
    if hasSide {
      // What the article's lines do not need is the pane's.
      let standard = max(36, size.columns * 2 / 5, size.columns - longestLine - 3)
      let widest = size.columns - Self.leastArticleColumns - 1
      let paneColumns = min(max(paneExtent ?? standard, Self.leastPaneColumns), widest)
      let border = size.columns - paneColumns - 1
      arrangement = .sideBySide
      article = ScreenArea(column: 0, row: 0, columns: border, rows: body.rows)
      pane = ScreenArea(
        column: border + 1, row: 0, columns: size.columns - border - 1, rows: body.rows)
      borderColumn = border
    } else if hasStack {
      let standard = min(max(6, body.rows * 2 / 5), 16)
      let paneRows = min(max(paneExtent ?? standard, Self.leastRows), body.rows - Self.leastRows)
      arrangement = .stacked
      article = ScreenArea(column: 0, row: 0, columns: size.columns, rows: body.rows - paneRows)
      pane = ScreenArea(
        column: 0, row: article.rows, columns: size.columns, rows: paneRows)
      borderColumn = nil
    } else {
      (arrangement, article, pane, borderColumn) = (.paneOnly, body, body, nil)
    }
  }

  /// Columns of blank before each line of the article.
  public var margin: Int { article.columns >= 40 ? 1 : 0 }

  /// Columns of a line of the article.
  public var textColumns: Int { max(1, min(article.columns - 2 * margin, longestLine)) }
}
