import SutraCore

/// All that the reader knows: the article, what is shown of it, and what is chosen.
public struct ReaderState: Sendable {
  /// The part of the program that keys go to.
  public enum Focus: Hashable, Sendable {
    case article, pane
  }

  /// The article, with what has been found in it so far.
  public internal(set) var article: Article { didSet { articleVersion += 1 } }
  /// How often another article, or more of it, has taken its place.
  private(set) var articleVersion = 0
  /// Whether the analysis has come to its end.
  public internal(set) var isAnalyzed = false
  /// Which quotations and mentions stand where.
  public internal(set) var index: ArticleIndex
  /// The entities in the order in which they are listed.
  var entityList: EntityList
  /// The doubtful mention that was gone to last.
  var doubtfulMention: Int?
  /// The terminal's size.
  public internal(set) var size: ScreenSize
  /// The article's rows.
  public internal(set) var layout: ArticleLayout
  /// The first row that is shown.
  public internal(set) var top: RowPosition
  /// The highest row that may be first, for the room it was found for.
  private var knownLastTop: (room: RoomForText, top: RowPosition)?
  /// Whether the mouse is dragging the line between article and pane.
  var isDraggingBorder = false
  /// The list the pane shows.
  public internal(set) var view: PaneView = .quotations
  /// First item the pane shows.
  public internal(set) var paneTop = 0
  /// The pane as it is drawn, and for what.
  var drawnPane: DrawnPane?
  /// Where keys go.
  public internal(set) var focus: Focus = .article
  /// What is chosen.
  public internal(set) var selection = Selection()
  /// Which of the chosen entity's or source's places was gone to last.
  public internal(set) var occurrence = 0
  /// Which quotations are listed.
  public internal(set) var filter = QuotationFilter()
  /// The quotations that the filter lets through, in text order; `nil` when it lets all through.
  public internal(set) var listed: [Int]?
  /// The last search.
  public internal(set) var search: TextSearch?
  /// Where the article stood when the search that is being typed began.
  var searchOrigin: RowPosition?
  /// What is being typed.
  public internal(set) var prompt: Prompt?
  /// The number typed before a key.
  public internal(set) var count: Int?
  /// What was highlighted before the number's digits switched kinds, until they turn out to be
  /// a number.
  var highlightingBeforeCount: Highlighting?
  /// What the next letter names a mark for.
  var pendingMark: Action?
  /// Places by their letters.
  var marks: [Unicode.Scalar: Int] = [:]
  /// Places from which jumps were made, and how far back among them the reader is.
  var jumps: [Int] = []
  var jumpIndex = 0
  /// What has become of the article's file since it was read.
  public internal(set) var disk: FileOnDisk = .asRead
  /// Whether the end of the growing file is kept on the screen.
  public internal(set) var isFollowing = false
  /// Where the quotation begins that was chosen before the text was read anew.
  var rechosen: Int?
  /// Whether the text was read anew and is not analysed since.
  var wasReread = false
  /// What the status line says beside the position.
  public internal(set) var message: String?
  /// First row of the help that is shown, `nil` when there is no help on the screen.
  public internal(set) var helpTop: Int?
  /// The small window over the screen.
  public internal(set) var window: ListWindow?
  /// What is shared with the other articles.
  public internal(set) var shared: SharedState
  /// Number of the article that is shown.
  public let articleNumber: Int

  /// Opens an article.
  ///
  /// - Parameters:
  ///   - article: The article, analysed or not.
  ///   - size: The terminal's size.
  ///   - profile: How the terminal counts columns.
  ///   - themes: The names of the themes to choose from.
  ///   - theme: The number of the one to begin with.
  ///   - settings: The settings.
  ///   - articles: The names of all open articles; this one's is at `articleNumber`.
  ///   - articleNumber: Number of this one.
  public init(
    article: Article, size: ScreenSize, profile: WidthProfile = .spacing,
    themes: [String] = [], theme: Int = 0, settings: Settings = Settings(),
    articles: [String] = [], articleNumber: Int = 0
  ) {
    self.init(
      article: article, size: size, profile: profile,
      shared: SharedState(settings: settings, themes: themes, theme: theme, articles: articles),
      articleNumber: articleNumber)
  }

  /// Opens an article of a session.
  ///
  /// - Parameters:
  ///   - article: The article, analysed or not.
  ///   - size: The terminal's size.
  ///   - profile: How the terminal counts columns.
  ///   - shared: What it shares with the other articles.
  ///   - articleNumber: Its number among them.
  public init(
    article: Article, size: ScreenSize, profile: WidthProfile, shared: SharedState,
    articleNumber: Int
  ) {
    self.article = article
    self.size = size
    self.shared = shared
    self.articleNumber = articleNumber
    index = ArticleIndex(article)
    entityList = EntityList(article, shared.entityOrder)
    layout = ArticleLayout(document: article.document, width: 1, profile: profile)
    top = layout.first
    view = PaneView.named(shared.settings["view"])
    layout = layout.resized(to: frame.textColumns, profile: profile)
    prepareVisibleRows()
  }

  /// Where the parts of the screen stand.
  public var frame: ScreenFrame {
    ScreenFrame(
      size: size, wantsPane: wantsPane, paneExtent: paneExtent, longestLine: shared.longestLine)
  }

  /// Those who say something, in text order, each once.
  public var speakers: [String] {
    var found: [String] = []
    var seen: Set<String> = []
    for attribution in article.attributions {
      let name = ReaderText.speaker(of: attribution, in: article)
      if seen.insert(name).inserted { found.append(name) }
    }
    return found
  }

  /// The highest row that may be first on the screen.
  var lastTop: RowPosition {
    let room = RoomForText(
      columns: layout.width, rows: frame.article.rows, profile: layout.profile)
    if let known = knownLastTop, known.room == room { return known.top }
    return layout.position(layout.last, movedBy: 1 - room.rows)
  }

  /// What decides which row can be the first at the end of the article.
  struct RoomForText: Hashable, Sendable {
    let columns: Int
    let rows: Int
    let profile: WidthProfile
  }

  /// The article has another end.
  mutating func forgetLastTop() { knownLastTop = nil }

  /// Finds the highest first row anew when the room has changed.
  mutating func noteLastTop() {
    let room = RoomForText(
      columns: layout.width, rows: frame.article.rows, profile: layout.profile)
    if knownLastTop?.room != room { knownLastTop = (room, lastTop) }
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
    layout.prepare(from: top, rows: frame.article.rows)
  }
}
