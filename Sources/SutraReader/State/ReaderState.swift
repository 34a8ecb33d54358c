import SutraCore
import SutraResources

/// All that the reader knows: the article, what is shown of it, and what is chosen.
///
/// What changes together stands together: each group has a file or a few lines of its own, and what
/// reads a state takes it from the names below.
public struct ReaderState: Sendable {
  /// The part of the program that keys go to.
  public enum Focus: Hashable, Sendable {
    case article, pane
  }

  /// The article as it is shown.
  var text: ShownText
  /// The pane.
  var pane: PaneState
  /// Which quotations are listed.
  var listing = Listing()
  /// What was searched for last.
  var searching = SearchState()
  /// Places that can be gone back to.
  var places = Places()
  /// What is known of the article's file.
  var file = FileState()
  /// What somebody has made of the article by hand.
  var hand = HandState()
  /// What lies on top of article and pane.
  var onTop: OnTop?
  /// The number typed before a key.
  public internal(set) var count: Int?
  /// What the status line says beside the position.
  public internal(set) var message: String?
  /// The terminal's size.
  public internal(set) var size: ScreenSize
  /// What is shared with the other articles.
  public internal(set) var shared: SharedState
  /// Number of the article among those that are open.
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
      article: article, size: size, measure: Measure(profile),
      shared: SharedState(settings: settings, themes: themes, theme: theme, articles: articles),
      articleNumber: articleNumber)
  }

  /// Opens an article of a session.
  ///
  /// - Parameters:
  ///   - article: The article, analysed or not.
  ///   - size: The terminal's size.
  ///   - measure: How the room of text is measured.
  ///   - shared: What it shares with the other articles.
  ///   - articleNumber: Its number among them.
  public init(
    article: Article, size: ScreenSize, measure: Measure, shared: SharedState,
    articleNumber: Int
  ) {
    self.size = size
    self.shared = shared
    self.articleNumber = articleNumber
    text = ShownText(
      article, width: 1, measure: measure, shared.entityOrder,
      showsLines: !shared.settings.isOn("join-lines"))
    pane = PaneState(view: PaneView(rawValue: shared.settings["view"]) ?? .quotations)
    relayout()
    prepareVisibleRows()
  }
}

// MARK: - What is in the groups

extension ReaderState {
  /// The article, with what has been found in it so far.
  public var article: Article { text.article }
  /// Whether the analysis has come to its end.
  public var isAnalyzed: Bool { text.isAnalyzed }
  /// Which quotations and mentions stand where.
  public var index: ArticleIndex { text.index }
  /// The entities in the order in which they are listed.
  var entityList: EntityList { text.entityList }
  /// The article's rows.
  public var layout: ArticleLayout { text.layout }
  /// The first row that is shown.
  public var top: RowPosition { text.top }
  /// The list the pane shows.
  public var view: PaneView { pane.view }
  /// First item the pane shows.
  public var paneTop: Int { pane.top }
  /// Where keys go.
  public var focus: Focus { pane.focus }
  /// What is chosen.
  public var selection: Selection { pane.selection }
  /// Which of the chosen entity's or source's places was gone to last.
  public var occurrence: Int { pane.occurrence }
  /// Which quotations are listed.
  public var filter: QuotationFilter { listing.filter }
  /// The quotations that the filter lets through, in text order; `nil` when it lets all through.
  public var listed: [Int]? { listing.listed }
  /// The last search.
  public var search: TextSearch? { searching.found }
  /// What has become of the article's file since it was read.
  public var disk: FileOnDisk { file.disk }
  /// Whether the end of the growing file is kept on the screen.
  public var isFollowing: Bool { file.isFollowing }

  /// First row of the help that is shown, `nil` when there is no help on the screen.
  public internal(set) var helpTop: Int? {
    get { help?.top }
    set {
      guard let newValue else { return help = nil }
      var changed = help ?? HelpState()
      changed.top = newValue
      help = changed
    }
  }
  /// What is shown of the help, `nil` when it is not on the screen.
  var help: HelpState? {
    get { if case .help(let help) = onTop { help } else { nil } }
    set { put(newValue.map { .help($0) }, insteadOf: help != nil) }
  }
  /// The small window over the screen.
  public internal(set) var window: ListWindow? {
    get { if case .window(let window) = onTop { window } else { nil } }
    set { put(newValue.map { .window($0) }, insteadOf: window != nil) }
  }
  /// What is being typed.
  public internal(set) var prompt: Prompt? {
    get { if case .prompt(let prompt) = onTop { prompt } else { nil } }
    set { put(newValue.map { .prompt($0) }, insteadOf: prompt != nil) }
  }
  /// The action that the next key says more of: which mark, or which kind of entity.
  var pending: Action? {
    get { if case .pending(let action) = onTop { action } else { nil } }
    set { put(newValue.map { .pending($0) }, insteadOf: pending != nil) }
  }

  /// Whether something lies on top of article and pane, which Esc takes away.
  public var isSomethingOnTop: Bool { onTop != nil }

  /// Puts something on top, or takes away what is there if it is of the same kind.
  private mutating func put(_ new: OnTop?, insteadOf isSame: Bool) {
    if new != nil || isSame { onTop = new }
  }
}

// MARK: - The screen

extension ReaderState {
  /// Where the parts of the screen stand.
  public var frame: ScreenFrame {
    ScreenFrame(
      size: size, wantsPane: wantsPane, paneExtent: paneExtent, longestLine: shared.longestLine)
  }

  /// Those who say something by their names, as dictionaries have them, each once.
  public var speakers: [String] {
    var found: [String] = []
    var seen: Set<String> = []
    for attribution in article.attributions {
      let name = ReaderText.speaker(of: attribution, in: article)
      if seen.insert(name).inserted { found.append(name) }
    }
    return ListOrder.builtIn.sorted(found)
  }

  /// The highest row that may be first on the screen.
  var lastTop: RowPosition { text.lastTop(rows: frame.article.rows) }

  /// The bytes that are on the screen.
  public var visibleSpan: Span {
    let rows = frame.article.rows
    let bottom = layout.position(top, movedBy: rows - 1)
    let end = layout.row(at: bottom)?.span.end ?? layout.byteOffset(of: bottom)
    return Span(start: layout.byteOffset(of: top), end: end)
  }

  /// Lays out what the screen needs, so that drawing need not.
  mutating func prepareVisibleRows() { text.prepare(rows: frame.article.rows) }

  /// Lays the article out for the room it has now; the first byte on the screen stays there.
  mutating func relayout(measure: Measure? = nil) {
    text.layOut(width: frame.textColumns, measure: measure ?? layout.measure)
  }

  /// Divides the window otherwise; what is chosen and on the screen is there afterwards, and else
  /// the first line.
  mutating func rearrange(_ change: (inout ReaderState) -> Void) {
    let visible = visibleSpan
    let chosen = selection[view].flatMap { item in
      spans(of: item, in: view).first { $0.overlaps(visible) }
    }
    change(&self)
    relayout()
    guard pane.isOwnChoice, let chosen, size.isLargeEnough else { return }
    text.top = min(top, lastTop)
    reveal(chosen)
  }

  /// Shows another text in the place of the one before, and looks in it for what was looked for in
  /// that one.
  ///
  /// - Parameters:
  ///   - article: The text, with what is known of it.
  ///   - map: Where the places of the one before are in it.
  mutating func show(_ article: Article, by map: (Int) -> Int) {
    let origin = searching.origin.map { map(layout.byteOffset(of: $0)) }
    text.show(article, at: map(text.placeOfTop))
    text.isAnalyzed = false
    searching.origin = origin.map(layout.position(of:))
    searchAgain()
    applyFilter()
  }

  /// Searches for the same in another text, or in the same when more has been found in it.
  mutating func searchAgain() {
    guard let query = search?.query else { return }
    searching.found = try? TextSearch(query, in: article, folding: folding)
  }
}
