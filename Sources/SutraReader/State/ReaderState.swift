import SutraCore

/// All that the reader knows: the article, what is shown of it, and what is chosen.
public struct ReaderState: Sendable {
  /// The part of the program that keys go to.
  public enum Focus: Hashable, Sendable {
    case article, pane
  }

  /// A line that is being typed below the screen.
  public struct Prompt: Hashable, Sendable {
    /// What has been typed.
    public var text: String
  }

  /// The article, with what has been found in it so far.
  public internal(set) var article: Article
  /// Whether the analysis has come to its end.
  public internal(set) var isAnalyzed = false
  /// Which quotations and mentions stand where.
  public internal(set) var index: ArticleIndex
  /// The terminal's size.
  public internal(set) var size: ScreenSize
  /// The article's rows.
  public internal(set) var layout: ArticleLayout
  /// The first row that is shown.
  public internal(set) var top: RowPosition
  /// Whether the pane is wanted; `nil` when it is shown where it has room.
  public internal(set) var wantsPane: Bool?
  /// The list the pane shows.
  public internal(set) var view: PaneView = .quotations
  /// First item the pane shows.
  public internal(set) var paneTop = 0
  /// Where keys go.
  public internal(set) var focus: Focus = .article
  /// What is chosen.
  public internal(set) var selection = Selection()
  /// Which of the chosen entity's or source's places was gone to last.
  public internal(set) var occurrence = 0
  /// What is highlighted.
  public internal(set) var highlighting = Highlighting()
  /// The last search.
  public internal(set) var search: TextSearch?
  /// What is being typed.
  public internal(set) var prompt: Prompt?
  /// What the status line says beside the position.
  public internal(set) var message: String?
  /// First row of the help that is shown, `nil` when there is no help on the screen.
  public internal(set) var helpTop: Int?
  /// The names of the themes that can be chosen.
  public let themes: [String]
  /// Number of the theme that is used.
  public internal(set) var theme: Int

  /// Opens an article.
  ///
  /// - Parameters:
  ///   - article: The article, analysed or not.
  ///   - size: The terminal's size.
  ///   - profile: How the terminal counts columns.
  ///   - themes: The names of the themes to choose from.
  ///   - theme: The number of the one to begin with.
  public init(
    article: Article, size: ScreenSize, profile: WidthProfile = .spacing,
    themes: [String] = [], theme: Int = 0
  ) {
    self.article = article
    self.size = size
    self.themes = themes
    self.theme = theme
    index = ArticleIndex(article)
    let frame = ScreenFrame(size: size, wantsPane: nil)
    layout = ArticleLayout(
      document: article.document, width: frame.textColumns, profile: profile)
    top = layout.first
    prepareVisibleRows()
  }

  /// Where the parts of the screen stand.
  public var frame: ScreenFrame { ScreenFrame(size: size, wantsPane: wantsPane) }

  /// The name of the theme that is used.
  public var themeName: String? { themes.indices.contains(theme) ? themes[theme] : nil }

  /// The highest row that may be first on the screen.
  var lastTop: RowPosition {
    layout.position(layout.last, movedBy: 1 - frame.article.rows)
  }

  /// The bytes that are on the screen.
  public var visibleSpan: Span {
    let rows = frame.article.rows
    let bottom = layout.position(top, movedBy: rows - 1)
    let end = layout.row(at: bottom)?.span.end ?? layout.byteOffset(of: bottom)
    return Span(start: layout.byteOffset(of: top), end: end)
  }

  /// Lays out what the screen needs, so that drawing need not.
  mutating func prepareVisibleRows() {
    let bottom = layout.position(top, movedBy: frame.article.rows)
    for block in top.block...max(top.block, bottom.block) { layout.prepare(block) }
  }
}
