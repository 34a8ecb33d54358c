import SutraCore
import SutraFetch
import SutraInput
import SutraPictures
import SutraReader
import SutraResources
import SutraSystem
import SutraTerminal
import SutraWords

/// The reader: paints states, and turns what happens into messages until one says to quit.
struct ReadCommand: ~Copyable {
  /// Milliseconds that an unknown terminal has to answer.
  static let answerDeadline = 50

  var inputs: [ArticleOrigin]
  let analyzer: ArticleAnalyzer
  var terminal: TerminalSession
  var session: Session
  var themes: ThemeChoice
  var theme: Theme
  var themeName: String?
  /// What goes on beside the reader, by the numbers of the articles.
  private var readings: [Int: BackgroundWork] = [:]
  /// How much of an article has come, as it was told last.
  private var toldProgress = ""
  private var analyses: [Int: BackgroundWork] = [:]
  /// The search that goes on, and in which article.
  var searching: (article: Int, work: BackgroundWork)?
  /// The comparison that goes on, and of which article.
  var comparing: (article: Int, work: BackgroundWork)?
  var files = FileLook()
  let keeping: KeepWork
  /// Articles that were analysed while the library was being brought up to date: what somebody has made of
  /// them is laid over them afterwards.
  private var withoutHand: [Int: Document] = [:]
  /// Whether Ctrl-C was the last key, so that one more ends the reader.
  private var asksToEnd = false
  /// Whether the reader was opened from a list, to which it gives the terminal back.
  let isNested: Bool
  var hasQuit = false
  /// The exit status, once a list that was opened from here has lost the terminal.
  var endStatus: Int32?
  var pictures = PictureState()
  /// What is written down of the session, where somebody asked for that.
  var journal: Journal?
  var paintsAnew = false

  /// The number of the first picture of text, of those that this process gives.
  static var firstPicture: UInt32 {
    UInt32(truncatingIfNeeded: ThisProcess.number) % 30_000 << 16 | 1
  }

  /// Whether colours are used where there are some.
  var usesColors: Bool { ThemeChoice.wantsColor(session.state.settings) }

  /// Reads one article in a terminal that is open, until the reader is left.
  ///
  /// - Parameters:
  ///   - document: The article.
  ///   - name: What it is called.
  ///   - notice: What the user is told first.
  ///   - analyzer: Finds what is in it.
  ///   - settings: The settings.
  ///   - themes: The themes to choose from.
  ///   - origin: Where it is from.
  ///   - anchor: Words that are gone to.
  ///   - terminal: The terminal, which is given back.
  /// - Returns: The exit status, which is not 0 where there is no terminal any more; and the article
  ///   with what was found in it, if that was waited for.
  static func read(
    _ document: Document, named name: String, notice: String?, _ analyzer: ArticleAnalyzer,
    _ settings: Settings, _ themes: ThemeChoice, from origin: ArticleOrigin = .unnamed,
    at anchor: TextAnchor? = nil, in terminal: inout TerminalSession
  ) -> (status: Int32, article: Article?) {
    var session = Session(
      articles: [(name, InputFile.path(origin) != nil)],
      first: Article(document: document, diagnostics: []),
      size: terminal.size, profile: terminal.profile, settings: settings, themes: themes.names,
      theme: themes.first)
    if settings.isOn("remember") {
      session.use(
        MemoryFile.read(), keys: [origin.lastingName ?? document.metadata.address])
    }
    var reader = ReadCommand([origin], analyzer, terminal, themes, session, isNested: true)
    if let anchor { reader.update(by: .goTo(anchor)) }
    if let notice { reader.tell(notice) }
    let status = reader.loop(isWhole: true)
    let state = reader.session.state
    for work in reader.analyses.values { work.cancel() }
    reader.remember()
    terminal = reader.intoTerminal()
    return (status, state.isAnalyzed ? state.article : nil)
  }

  private consuming func intoTerminal() -> TerminalSession { terminal }

  init(
    _ inputs: [ArticleOrigin], _ analyzer: ArticleAnalyzer,
    _ terminal: consuming TerminalSession, _ themes: ThemeChoice, _ session: Session,
    isNested: Bool = false
  ) {
    self.isNested = isNested
    keeping = KeepWork(session.state.settings["library"])
    self.inputs = inputs
    self.analyzer = analyzer
    self.terminal = terminal
    self.themes = themes
    self.session = session
    themeName = session.state.themeName
    theme = themes.theme(themeName)
  }

  mutating func loop(isWhole: Bool) -> Int32 {
    // The terminal answers while it takes the first screen, which is in cells.
    considerPictures()
    terminal.paint(session.state.screen(), theme)
    // The article can be read before it is analysed, and its beginning before the rest is read.
    carryOut(session.begin(isWhole: isWhole, at: Clock.milliseconds))
    files.readsOn(0)
    while true {
      considerPictures()
      if lookAtFile() { paint() }
      update(by: .time)
      terminal.wait(pause: pauseOfSession)
      while let event = terminal.nextEvent() {
        if let status = handle(event) { return status }
        if let endStatus { return endStatus }
        if hasQuit { return ExitStatus.success }
      }
      endWaitForPictures()
      paint()
    }
  }

  /// How long to wait for events at most; `nil` for as long as it takes.
  private var pauseOfSession: Int? {
    let pause = session.pause(at: Clock.milliseconds)
    let ofFile =
      pause == nil && session.state.isFollowing && !files.watch.isReliable ? FileLook.pause : pause
    return [ofFile, pauseOfPictures].compactMap { $0 }.min()
  }

  private mutating func paint() {
    if themeName != session.state.themeName {
      themeName = session.state.themeName
      theme = themes.theme(themeName)
    }
    terminal.paint(session.state.screen(), theme, anew: paintsAnew)
    paintsAnew = false
  }

  /// Looks whether the file of the article on the screen has changed, and tells whether there is
  /// something new to show.
  private mutating func lookAtFile() -> Bool {
    terminal.watchedFile = -1
    guard session.wantsLook(at: Clock.milliseconds) else { return false }
    let (news, watched) = files.look(at: inputs[session.state.articleNumber], session.state)
    terminal.watchedFile = watched
    guard let news else { return false }
    let isNew = news != session.state.disk
    update(by: .disk(article: session.state.articleNumber, news))
    return isNew
  }

  /// Takes one event in; the exit status when it ends the program.
  private mutating func handle(_ event: TerminalSession.Event) -> Int32? {
    journal?.note(event)
    switch event {
    case .keys(let keys):
      asksToEnd = false
      for key in keys where !hasQuit { update(by: .key(key)) }
    case .paste(let text): update(by: .paste(text))
    case .mouse(let mouse): update(by: .mouse(mouse))
    case .resize:
      journal?.note(terminal.room)
      update(by: .resize(terminal.room))
      followCellSize()
      // What the terminal has made of pictures meanwhile nobody knows.
      if session.state.showsPictures { paintsAnew = true }
    case .resumed: paintsAnew = true
    case .wake:
      takeOutcomes()
      takeFonts()
    case .pictures(let answers): take(answers)
    case .ground(let isLight): update(by: .ground(isLight: isLight))
    case .watched: files.watch.takeEvents()
    case .widths(let columns):
      guard let profile = terminal.follow(columns, session.state.settings) else { return nil }
      paintsAnew = true
      journal?.note(profile)
      update(by: .profile(profile))
    case .interrupt(let isTyped):
      if let fetching = readings.first(where: {
        $0.value.isFetching && session.isAwaited($0.key)
      }) {
        fetching.value.giveUp()
      } else if session.state.isFollowing {
        update(by: .unfollow(nil))
      } else if session.state.isSomethingOnTop || session.state.isSearching {
        update(by: .key(.escape))
      } else if isTyped, !asksToEnd {
        asksToEnd = true
        tell(say("quit.once-more"))
      } else {
        Signals.endSoon(by: Signals.interrupt)
        terminal.finish()
        remember()
        Signals.end(by: Signals.interrupt)
      }
    case .end(let signal):
      terminal.finish()
      remember()
      Signals.end(by: signal)
    case .hangUp:
      terminal.finish()
      return ExitStatus.inputOutput
    }
    return nil
  }

  /// Tells the session what has come of the work beside the reader.
  private mutating func takeOutcomes() {
    for (number, work) in readings {
      guard let outcome = work.take() else {
        if let progress = work.takeProgress(), session.isAwaited(number) {
          toldProgress = progress.sentence
          tell(toldProgress)
        }
        continue
      }
      readings[number] = nil
      switch outcome {
      case .text(let article):
        files.end(number, isUsed: true)
        update(by: .noticeEnded(toldProgress))
        update(by: .text(article: number, article))
      case .failure(let why):
        files.end(number, isUsed: session.isFollowing(number))
        update(by: .unreadable(article: number, why))
      case .analysis, .found, .compared: break
      }
    }
    if let (number, work) = searching, case .found(let search, let typed) = work.take() {
      searching = nil
      if number == session.state.articleNumber { update(by: .found(search, for: typed)) }
    }
    takeComparison()
    for (number, work) in analyses {
      guard case .analysis(let article, let corrections, let notes) = work.take() else { continue }
      analyses[number] = nil
      update(by: .hand(article: number, corrections, notes))
      if keeping.isUpgrading {
        withoutHand[number] = article.document
        tell(say("library.upgrading"))
      }
      update(by: .analysis(article: number, article))
      // A file that grows is read once, and there would be a version for each line.
      if session.isFollowing(number) { continue }
      if !work.isAgain, analyses[number] == nil, analyzer.readsTwice(article.document) {
        analyses[number] = BackgroundWork(
          analyzing: article.document, from: inputs[number], analyzer, beside: keeping,
          isAgain: true)
      } else if !session.isPart(number) {
        keeping.keep(article.corrected(by: corrections), from: inputs[number])
        if keeping.takesQuestion() { update(by: .confirm(say("library.ask"), .beginLibrary)) }
      }
    }
    if let trouble = keeping.takeTrouble() { tell(trouble) }
    if keeping.takesUpgrade() {
      for (number, document) in withoutHand {
        let (corrections, notes) = keeping.hand(of: document, from: inputs[number])
        update(by: .hand(article: number, corrections, notes))
      }
      withoutHand = [:]
      tell(say("library.upgraded"))
    }
  }

  /// Gives the article on the screen a message and carries out what it asks for.
  mutating func update(by message: ReaderMessage) { update(by: .reader(message)) }

  /// Gives the session a message and carries out what it asks for.
  mutating func update(by message: SessionMessage) {
    journal?.note(message)
    let effects = session.update(by: message, at: Clock.milliseconds)
    InterfaceLanguage.standard = session.state.settings.interface
    carryOut(effects)
  }

  private mutating func carryOut(_ effects: [SessionEffect]) {
    for effect in effects {
      journal?.note(effect)
      switch effect {
      case .read(let number, let mayGrow):
        files.begin(number, inputs[number])
        readings[number] = BackgroundWork(reading: inputs[number], mayGrow: mayGrow, analyzer)
      case .analyze(let number, let document):
        // What was found before may still be read for the second time.
        analyses[number]?.cancel()
        analyses[number] = BackgroundWork(
          analyzing: document, from: inputs[number], analyzer, beside: keeping)
      case .cancel(let number): analyses.removeValue(forKey: number)?.cancel()
      case .perform(let effect): carryOut(effect)
      }
    }
  }
}
