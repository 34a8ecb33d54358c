import SutraCore
import SutraInput
import SutraLibrary
import SutraReader
import SutraSystem
import SutraTerminal
import SutraWords

/// A list of what was read in the terminal, from which articles are opened in the reader.
struct LibraryScreen: ~Copyable {
  /// How the list was left.
  enum End: Equatable {
    /// The user has left it.
    case quit
    /// There is nothing to list: why.
    case nothing(String)
    /// There is no terminal any more: the exit status.
    case ended(Int32)
  }

  /// Articles that are shown before others are read: no screen has more rows.
  private static let firstRows = 200
  /// Articles that are read at a time behind those, between two looks at what was typed.
  private static let laterRows = 2_000

  private var terminal: TerminalSession
  private let themes: ThemeChoice
  private let settings: Settings
  private let analyzer: ArticleAnalyzer
  private let library: Library
  private var state: LibraryListState
  /// How far its text is drawn as pictures.
  private var pictures: ListPictures
  private var paintsAnew = false
  /// The last article that is listed, while there may be others behind it.
  private var last: KeptRow?
  private var end: End?

  /// `sutra library`: all articles, until the list is left; the exit status.
  static func run(_ invocation: Invocation) throws(CommandError) -> Int32 {
    let library = try UserLibrary.open(patience: Library.patienceOfScreens)
    let first = try UserLibrary.using { () throws(LibraryError) in try firstArticles(library) }
    let analyzer = try invocation.analyzer(ofOne: true)
    var screen = LibraryScreen(
      try OpenTerminal.open(invocation.settings), first.answer, library, invocation.settings,
      analyzer, .idle)
    screen.last = first.last
    let end = screen.loop()
    var terminal = screen.intoTerminal()
    terminal.use(nil)
    terminal.finish()
    if case .ended(let status) = end { return status }
    return ExitStatus.success
  }

  /// Shows what the library answers in a terminal that is open, until the list is left.
  ///
  /// - Parameters:
  ///   - question: What is asked.
  ///   - settings: The settings.
  ///   - analyzer: Finds what is in articles that are opened.
  ///   - themes: The themes; the first is used.
  ///   - pictures: How far the screen before it has come with drawing text as pictures.
  ///   - terminal: The terminal, which is given back; it shows no pictures.
  ///   - keeping: Brings a large library of an earlier version up to date.
  /// - Returns: How the list was left.
  static func ask(
    _ question: LibraryQuestion, _ settings: Settings, _ analyzer: ArticleAnalyzer,
    _ themes: ThemeChoice, _ pictures: PictureState.Step, in terminal: inout TerminalSession,
    beside keeping: KeepWork
  ) -> End {
    guard let path = UserLibrary.file, FileStatus.exists(path)
    else { return .nothing(say("shelf.empty")) }
    do throws(LibraryError) {
      let library = try Library.atOnce(path)
      guard let first = try first(of: question, library) else {
        return .nothing(say("shelf.no-word"))
      }
      var screen = LibraryScreen(
        OpenTerminal(terminal: terminal, themes: themes), first.answer, library, settings, analyzer,
        pictures)
      screen.last = first.last
      let end = screen.loop()
      terminal = screen.intoTerminal()
      terminal.use(nil)
      return end
    } catch {
      if error == .older(path: path) { keeping.bringUpToDate() }
      return .nothing(error.briefSentence)
    }
  }

  /// What a question is answered with, and where that goes on; `nil` where no word is in it.
  private static func first(
    of question: LibraryQuestion, _ library: Library
  ) throws(LibraryError) -> (answer: LibraryAnswer, last: KeptRow?)? {
    if question == .articles { return try firstArticles(library) }
    return try LibraryAnswers.answer(question, in: library).map { ($0, nil) }
  }

  /// The first of all articles; and the last of those, where there may be others behind it.
  private static func firstArticles(
    _ library: Library
  ) throws(LibraryError) -> (answer: LibraryAnswer, last: KeptRow?) {
    let first = try library.kept(behind: nil, most: firstRows)
    return (
      LibraryAnswers.articles(first.map { LibraryAnswers.row($0) }),
      first.count == firstRows ? first.last : nil
    )
  }

  private init(
    _ opened: consuming OpenTerminal, _ answer: LibraryAnswer, _ library: Library,
    _ settings: Settings, _ analyzer: ArticleAnalyzer, _ pictures: PictureState.Step
  ) {
    state = LibraryListState(
      answer, size: opened.terminal.size, profile: opened.terminal.profile,
      keyboard: settings["keyboard"])
    themes = opened.themes
    terminal = opened.intoTerminal()
    self.library = library
    self.settings = settings
    self.analyzer = analyzer
    self.pictures = ListPictures(settings, after: pictures)
  }

  private consuming func intoTerminal() -> TerminalSession { terminal }

  private mutating func loop() -> End {
    paintsAnew = true
    if pictures.font != nil { usePictures() }
    pictures.consider(state.needsShaping, &terminal)
    paint()
    while true {
      terminal.wait(pause: last == nil ? nil : 0)
      while let event = terminal.nextEvent() {
        handle(event)
        if let end {
          forgetGone()
          return end
        }
      }
      readOn()
      paint()
    }
  }

  /// Lists some of the articles that are not listed yet.
  private mutating func readOn() {
    guard let last else { return }
    var rows: [KeptRow] = []
    keep { library throws(LibraryError) in
      rows = try library.kept(behind: last, most: Self.laterRows)
    }
    self.last = rows.count == Self.laterRows ? rows.last : nil
    update(by: .more(rows.map { LibraryAnswers.row($0) }))
  }

  private mutating func paint() {
    terminal.paint(state.screen(), themes.theme(themes.names[themes.first]), anew: paintsAnew)
    paintsAnew = false
  }

  private mutating func handle(_ event: TerminalSession.Event) {
    switch event {
    case .keys(let keys): for key in keys where end == nil { update(by: .key(key)) }
    case .paste: update(by: .notice(say("feeds.paste")))
    case .mouse(let mouse): update(by: .mouse(mouse))
    case .resize:
      update(by: .resize(terminal.room))
      if pictures.followCellSize() { usePictures() }
      if state.measure.pixels != nil { paintsAnew = true }
    case .resumed: paintsAnew = true
    case .wake: if pictures.takeFonts() { usePictures() }
    case .pictures(let answers): if pictures.take(answers) { usePictures() }
    case .watched, .ground: break
    case .widths(let columns):
      guard let profile = terminal.follow(columns, settings) else { return }
      paintsAnew = true
      update(by: .profile(profile))
    case .interrupt:
      forgetGone()
      terminal.endByInterrupt()
    case .end(let signal): terminal.end(by: signal)
    case .hangUp: end = .ended(ExitStatus.inputOutput)
    }
  }

  /// Has the terminal show pictures, or cells where there are none.
  private mutating func usePictures() {
    pictures.use(in: &terminal)
    update(by: .resize(terminal.room))
    update(by: .measure(Measure(state.measure.profile, pixels: pictures.font)))
    paintsAnew = true
  }

  private mutating func update(by message: LibraryListMessage) {
    for effect in state.update(by: message) { carryOut(effect) }
  }

  private mutating func carryOut(_ effect: LibraryListEffect) {
    switch effect {
    case .open(let row): open(row)
    case .mark(let id, let isRead):
      keep { library throws(LibraryError) in try library.mark(kept: [id], isRead: isRead) }
    case .star(let id, let isStarred):
      keep { library throws(LibraryError) in try library.star(kept: id, isStarred) }
    case .takeOut(let id):
      keep { library throws(LibraryError) in try library.takeOut(kept: id) }
    case .putBack(let id):
      keep { library throws(LibraryError) in try library.putBack(kept: id) }
    case .redraw: paintsAnew = true
    case .quit: end = .quit
    }
  }

  /// Does something with the library, and tells what goes wrong there.
  private mutating func keep(_ body: (Library) throws(LibraryError) -> Void) {
    do throws(LibraryError) {
      try body(library)
    } catch {
      update(by: .notice(error.briefSentence))
    }
  }

  /// Forgets what was taken out and not put back; when that fails, the next time does it.
  private func forgetGone() {
    guard state.hasTakenOut else { return }
    var kept = KeptArticles()
    try? library.forgetGone { kept.index(Array($1.utf8), $0) }
  }

  // MARK: Reading

  /// Shows an article in the reader, in this terminal, until the reader is left.
  private mutating func open(_ row: LibraryRow) {
    let opened: (document: Document, origin: ArticleOrigin)
    do throws(LibraryError) {
      guard let found = try Self.document(row.origin, library, analyzer) else {
        return update(by: .notice(say("feeds.article-gone")))
      }
      opened = found
      try library.mark(kept: [row.article], isRead: true)
    } catch {
      return update(by: .notice(error.briefSentence))
    }
    terminal.use(nil)
    let read = ReadCommand.read(
      opened.document, named: ArticleOrigin(word: row.origin).name, notice: nil,
      analyzer, settings, themes, from: opened.origin, at: row.anchor, in: &terminal)
    usePictures()
    if read.status != ExitStatus.success { end = .ended(read.status) }
  }

  /// An article as it is in its file now, or else as it was kept.
  private static func document(
    _ origin: String, _ library: Library, _ analyzer: ArticleAnalyzer
  ) throws(LibraryError) -> (Document, ArticleOrigin)? {
    if origin.hasPrefix("/"), let opened = try? InputFile.read(.file(origin)) {
      return (opened.document(analyzer), .file(origin))
    }
    return try KeptDocument.document(origin, library, analyzer).map { ($0, .unnamed) }
  }
}
