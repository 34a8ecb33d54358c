import SutraCore
import SutraFetch
import SutraLibrary
import SutraReader
import SutraTerminal
import SutraWords

/// The list of feeds and articles in the terminal, from which articles are opened in the reader.
struct FeedsScreen: ~Copyable {
  private var terminal: TerminalSession
  private let themes: ThemeChoice
  private let settings: Settings
  private let analyzer: ArticleAnalyzer
  private let library: Library
  private let limits: FetchLimits
  private var state: FeedListState
  private var refresh: RefreshWork?
  private var page: PageWork?
  private var folding: FoldingWork?
  /// How far titles are drawn as pictures.
  private var pictures: ListPictures
  private var paintsAnew = false
  /// Whether the newest articles alone have been read, so that there is something to see soon.
  private var isPart = true
  /// The exit status, once the list is left.
  private var status: Int32?

  /// Opens the list and returns the exit status.
  static func run(_ invocation: Invocation) throws(CommandError) -> Int32 {
    let settings = invocation.settings
    let library = try UserLibrary.open(patience: Library.patienceOfScreens)
    let (feeds, table) = try UserLibrary.using { () throws(LibraryError) in
      try FeedListSource.load(library, newest: firstRows)
    }
    let analyzer = try invocation.analyzer(ofOne: true)
    let opened = try OpenTerminal.open(settings)
    return FeedsScreen(opened, settings, analyzer, library, FetchLimits(invocation), feeds, table)
      .loop(invocation.complaints.first)
  }

  private init(
    _ opened: consuming OpenTerminal, _ settings: Settings, _ analyzer: ArticleAnalyzer,
    _ library: Library, _ limits: FetchLimits, _ feeds: [FeedRow], _ table: FeedTable
  ) {
    state = FeedListState(
      feeds: feeds, table: table, size: opened.terminal.size, profile: opened.terminal.profile,
      keyboard: settings["keyboard"], readsOtherScripts: settings.isOn("translit"))
    themes = opened.themes
    terminal = opened.intoTerminal()
    self.settings = settings
    pictures = ListPictures(settings)
    self.analyzer = analyzer
    self.library = library
    self.limits = limits
  }

  /// Articles that are shown before all are read.
  private static let firstRows = 500

  private consuming func loop(_ complaint: String?) -> Int32 {
    if let complaint { _ = state.update(by: .notice(complaint)) }
    pictures.consider(state.needsShaping, &terminal)
    paint()
    if isPart {
      isPart = false
      reload()
      pictures.consider(state.needsShaping, &terminal)
      paint()
    }
    while true {
      terminal.wait()
      while let event = terminal.nextEvent() {
        handle(event)
        if let status {
          refresh?.giveUp()
          page?.giveUp()
          terminal.finish()
          return status
        }
      }
      paint()
    }
  }

  private mutating func paint() {
    terminal.paint(state.screen(), themes.theme(themes.names[themes.first]), anew: paintsAnew)
    paintsAnew = false
  }

  private mutating func handle(_ event: TerminalSession.Event) {
    switch event {
    case .keys(let keys):
      for key in keys where status == nil {
        if key == .escape, let work = page {
          work.giveUp()
          page = nil
          update(by: .notice(say("feeds.given-up")))
        } else {
          update(by: .key(key))
        }
      }
    case .paste: update(by: .notice(say("feeds.paste")))
    case .mouse(let mouse): update(by: .mouse(mouse))
    case .resize:
      update(by: .resize(terminal.room))
      if pictures.followCellSize() { usePictures() }
      if state.measure.pixels != nil { paintsAnew = true }
    case .resumed: paintsAnew = true
    case .wake:
      takeNews()
      if pictures.takeFonts() { usePictures() }
    case .pictures(let answers): if pictures.take(answers) { usePictures() }
    case .watched, .ground: break
    case .widths(let columns):
      guard let profile = terminal.follow(columns, settings) else { return }
      paintsAnew = true
      update(by: .profile(profile))
    case .interrupt:
      if page != nil || refresh != nil {
        page?.giveUp()
        refresh?.giveUp()
        page = nil
        update(by: .notice(say("feeds.given-up")))
      } else {
        terminal.endByInterrupt()
      }
    case .end(let signal): terminal.end(by: signal)
    case .hangUp: status = ExitStatus.inputOutput
    }
  }

  /// Has the terminal show pictures, or cells where there are none.
  private mutating func usePictures() {
    pictures.use(in: &terminal)
    update(by: .resize(terminal.room))
    update(by: .measure(Measure(state.measure.profile, pixels: pictures.font)))
    paintsAnew = true
  }

  private mutating func update(by message: FeedListMessage) {
    for effect in state.update(by: message) { carryOut(effect) }
  }

  private mutating func carryOut(_ effect: FeedListEffect) {
    switch effect {
    case .open(let id): open(id)
    case .mark(let ids, let isRead):
      keep { library throws(LibraryError) in
        try library.mark(ids, isRead: isRead)
      }
    case .refresh(let feed): begin(feed)
    case .stopRefresh: refresh?.giveUp()
    case .tellAddress(let id): tellAddress(id)
    case .foldTitles: folding = FoldingWork(state.titles)
    case .redraw: paintsAnew = true
    case .quit: status = ExitStatus.success
    }
  }

  /// Does something with the library, and tells what goes wrong there.
  private mutating func keep(_ body: (Library) throws(LibraryError) -> Void) {
    do throws(LibraryError) {
      try body(library)
    } catch {
      update(by: .notice(error.sentence))
    }
  }

  // MARK: Refreshing

  private mutating func begin(_ feed: Int?) {
    do throws(CommandError) {
      refresh = RefreshWork(try UserLibrary.path(), feed: feed, limits)
      update(
        by: .refreshing(
          FeedListState.Refreshing(
            done: 0, total: feed == nil ? state.feeds.count : 1, failed: 0)))
    } catch {
      update(by: .notice(error.message))
    }
  }

  private mutating func takeNews() {
    if let titles = folding?.take() {
      folding = nil
      update(by: .folded(titles))
    }
    if let news = refresh?.take() {
      if let sentence = news.end {
        refresh = nil
        update(by: .refreshing(nil))
        reload()
        update(by: .notice(sentence))
      } else {
        update(by: .refreshing(news.standing))
      }
    }
    guard let work = page, let outcome = work.take() else { return }
    page = nil
    switch outcome {
    case .document(let document): show(document, work.article)
    case .failure(let why):
      // What the feed itself gives is better than nothing.
      if let document = FeedArticle.document(work.article, analyzer, .reading) {
        show(document, work.article, notice: why)
      } else {
        update(by: .notice(why))
      }
    }
  }

  private mutating func reload() {
    do throws(LibraryError) {
      let (feeds, table) = try FeedListSource.load(library)
      update(by: .loaded(feeds, table))
    } catch {
      update(by: .notice(error.sentence))
    }
  }

  // MARK: Reading

  private mutating func article(_ id: Int) -> StoredArticle? {
    do throws(LibraryError) {
      if let found = try library.article(id) { return found }
      update(by: .notice(say("feeds.article-gone")))
    } catch {
      update(by: .notice(error.sentence))
    }
    return nil
  }

  private mutating func tellAddress(_ id: Int) {
    guard let article = article(id) else { return }
    update(by: .notice(article.link ?? say("feeds.no-address")))
  }

  private mutating func open(_ id: Int) {
    guard page == nil, let article = article(id) else { return }
    if let document = FeedArticle.document(article, analyzer, .reading),
      article.isWhole || article.link == nil
    {
      return show(document, article)
    }
    guard let link = article.link else {
      return update(by: .notice(say("feeds.no-text")))
    }
    update(by: .notice(say("feeds.fetching", ["address": link])))
    page = PageWork(article, link, limits, analyzer)
  }

  /// Shows an article in the reader, in this terminal, until the reader is left.
  private mutating func show(_ document: Document, _ stored: StoredArticle, notice: String? = nil) {
    terminal.use(nil)
    let read = ReadCommand.read(
      document, named: stored.title.isEmpty ? stored.feedTitle : stored.title, notice: notice,
      analyzer, settings, themes, in: &terminal)
    paintsAnew = true
    usePictures()
    if let article = read.article {
      let (quotes, sources) = (article.quotations.count, article.sources.count)
      keep { library throws(LibraryError) in
        try library.note(article: stored.id, quotes: quotes, sources: sources)
      }
      update(by: .found(article: stored.id, quotes: quotes, sources: sources))
    }
    if read.status != ExitStatus.success { status = read.status }
  }
}
