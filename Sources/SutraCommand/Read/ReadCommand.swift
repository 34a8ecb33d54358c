import CTerminal
import Glibc
import SutraCore
import SutraInput
import SutraPictures
import SutraReader
import SutraResources
import SutraTerminal

/// The reader: paints states, and turns what happens into messages until one says to quit.
struct ReadCommand: ~Copyable {
  /// Milliseconds that an unknown terminal has to answer.
  static let answerDeadline = 50

  /// Milliseconds after a command that was interrupted before the terminal is written to again.
  private static let interruptPause: Int32 = 150

  private var inputs: [ArticleOrigin]
  private let analyzer: ArticleAnalyzer
  var terminal: TerminalSession
  var session: Session
  private var themes: ThemeChoice
  private var theme: Theme
  private var themeName: String?
  /// What goes on beside the reader, by the numbers of the articles.
  private var readings: [Int: BackgroundWork] = [:]
  private var analyses: [Int: BackgroundWork] = [:]
  private var files = FileLook()
  /// Whether Ctrl-C was the last key, so that one more ends the reader.
  private var asksToEnd = false
  /// Whether the reader was opened from a list, to which it gives the terminal back.
  private let isNested: Bool
  private var hasQuit = false
  var pictures = PictureState()
  var paintsAnew = false

  /// The number of the first picture of text, of those that this process gives.
  static var firstPicture: UInt32 { UInt32(truncatingIfNeeded: getpid()) % 30_000 << 16 | 1 }

  /// Whether colours are used where there are some.
  var usesColors: Bool { ThemeChoice.wantsColor(session.state.settings) }

  /// Opens articles in the terminal and returns the exit status.
  static func run(
    _ inputs: [ArticleOrigin], _ settings: Settings, _ analyzer: ArticleAnalyzer,
    _ complaints: [String], follows: Bool = false
  ) throws(CommandError) -> Int32 {
    let stamp = FileStamp(inputs[0])
    let (opened, isWhole) = try InputFile.beginning(of: inputs[0])
    let wantsColor = ThemeChoice.wantsColor(settings)
    // What is wrong with settings and theme is told before the terminal changes.
    let choice = try ThemeChoice(settings["theme"], colorCount: wantsColor ? 256 : 0)
    let complaints = complaints + choice.mistakes.map(\.description)
    complaints.forEach(Output.complain)
    let forced = WidthProfile(rawValue: settings["widths"])
    let atHand = WidthChoice.atHand(forced: forced)
    var terminal: TerminalSession
    do throws(TerminalError) {
      terminal = try TerminalSession.open(
        profile: atHand?.profile ?? .spacing, wantsColor: wantsColor)
    } catch {
      // A terminal that can do nothing can still hold a dialogue.
      if error == .unusable(term: "dumb") {
        return try LinearCommand.run(inputs[0], analyzer)
      }
      throw explained(error)
    }
    // The terminal answers while the article is looked through.
    if forced == nil { terminal.askWidths() }
    let document = opened.document(analyzer)
    let themes = choice.adapted(to: terminal.colorCount)
    if forced == nil,
      let columns = terminal.awaitWidths(deadline: atHand == nil ? answerDeadline : 0),
      let answer = WidthChoice.asked(columns)
    {
      terminal.use(answer.profile)
      if atHand?.profile != answer.profile { WidthMemory.remember(answer.profile) }
    }
    terminal.useMouse(settings.isOn("mouse"))
    let session = Session(
      articles: inputs.map { (InputFile.name($0), InputFile.path($0) != nil) },
      first: Article(document: document, diagnostics: opened.text.diagnostics), size: terminal.size,
      profile: terminal.profile, settings: settings, themes: themes.names, theme: themes.first)
    var reader = ReadCommand(inputs, analyzer, terminal, themes, session)
    reader.files.note(0, stamp)
    if let first = complaints.first { reader.tell(first) }
    if follows { reader.update(by: .follow) }
    return reader.loop(isWhole: isWhole)
  }

  /// Reads one article in a terminal that is open, until the reader is left.
  ///
  /// - Parameters:
  ///   - document: The article.
  ///   - name: What it is called.
  ///   - notice: What the user is told first.
  ///   - analyzer: Finds what is in it.
  ///   - settings: The settings.
  ///   - themes: The themes to choose from.
  ///   - terminal: The terminal, which is given back.
  /// - Returns: The exit status, which is not 0 where there is no terminal any more; and the article
  ///   with what was found in it, if that was waited for.
  static func read(
    _ document: Document, named name: String, notice: String?, _ analyzer: ArticleAnalyzer,
    _ settings: Settings, _ themes: ThemeChoice, in terminal: inout TerminalSession
  ) -> (status: Int32, article: Article?) {
    let session = Session(
      articles: [(name, false)], first: Article(document: document, diagnostics: []),
      size: terminal.size, profile: terminal.profile, settings: settings, themes: themes.names,
      theme: themes.first)
    var reader = ReadCommand([.unnamed], analyzer, terminal, themes, session, isNested: true)
    if let notice { reader.tell(notice) }
    let status = reader.loop(isWhole: true)
    let state = reader.session.state
    for work in reader.analyses.values { work.cancel() }
    terminal = reader.intoTerminal()
    return (status, state.isAnalyzed ? state.article : nil)
  }

  private consuming func intoTerminal() -> TerminalSession { terminal }

  private init(
    _ inputs: [ArticleOrigin], _ analyzer: ArticleAnalyzer,
    _ terminal: consuming TerminalSession, _ themes: ThemeChoice, _ session: Session,
    isNested: Bool = false
  ) {
    self.isNested = isNested
    self.inputs = inputs
    self.analyzer = analyzer
    self.terminal = terminal
    self.themes = themes
    self.session = session
    themeName = session.state.themeName
    theme = themes.theme(themeName)
  }

  private mutating func loop(isWhole: Bool) -> Int32 {
    terminal.paint(session.state.screen(), theme)
    // The article can be read before it is analysed, and its beginning before the rest is read.
    carryOut(session.begin(isWhole: isWhole, at: sutra_milliseconds()))
    while true {
      considerPictures()
      if lookAtFile() { paint() }
      update(by: .time)
      let events = terminal.events(pause: pauseOfSession)
      for event in events {
        if let status = handle(event) { return status }
        if hasQuit { return ExitStatus.success }
      }
      endWaitForPictures()
      paint()
    }
  }

  /// How long to wait for events at most; `nil` for as long as it takes.
  private var pauseOfSession: Int? {
    let pause = session.pause(at: sutra_milliseconds())
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
    guard session.wantsLook(at: sutra_milliseconds()) else { return false }
    let (news, watched) = files.look(at: inputs[session.state.articleNumber], session.state)
    terminal.watchedFile = watched
    guard let news else { return false }
    let isNew = news != session.state.disk
    update(by: .disk(article: session.state.articleNumber, news))
    return isNew
  }

  /// Takes one event in; the exit status when it ends the program.
  private mutating func handle(_ event: TerminalSession.Event) -> Int32? {
    switch event {
    case .keys(let keys):
      asksToEnd = false
      for key in keys where !hasQuit { update(by: .key(key)) }
    case .paste(let text): update(by: .paste(text))
    case .mouse(let mouse): update(by: .mouse(mouse))
    case .resize:
      update(by: .resize(terminal.room))
      followCellSize()
    case .resumed: paintsAnew = true
    case .wake:
      takeOutcomes()
      takeFonts()
    case .pictures(let answers): take(answers)
    case .watched: files.watch.takeEvents()
    case .widths(let columns):
      guard session.state.settings["widths"] == "auto", let answer = WidthChoice.asked(columns),
        answer.profile != session.state.layout.profile
      else { return nil }
      WidthMemory.remember(answer.profile)
      terminal.use(answer.profile)
      paintsAnew = true
      update(by: .profile(answer.profile))
    case .interrupt(let isTyped):
      if session.state.isFollowing {
        update(by: .unfollow(nil))
      } else if session.state.isSomethingOnTop {
        update(by: .key(.escape))
      } else if isTyped, !asksToEnd {
        asksToEnd = true
        tell("Ctrl-C once more ends the reader")
      } else {
        sutra_signals_end_soon(SIGINT)
        terminal.finish()
        sutra_signals_end_by(SIGINT)
      }
    case .end(let signal):
      terminal.finish()
      sutra_signals_end_by(signal)
    case .hangUp:
      terminal.finish()
      return ExitStatus.inputOutput
    }
    return nil
  }

  /// Tells the session what has come of the work beside the reader.
  private mutating func takeOutcomes() {
    for (number, work) in readings {
      guard let outcome = work.take() else { continue }
      readings[number] = nil
      switch outcome {
      case .text(let article):
        files.end(number, isUsed: true)
        update(by: .text(article: number, article))
      case .failure(let why):
        files.end(number, isUsed: session.isFollowing(number))
        update(by: .unreadable(article: number, why))
      case .analysis: break
      }
    }
    for (number, work) in analyses {
      guard case .analysis(let article) = work.take() else { continue }
      analyses[number] = nil
      update(by: .analysis(article: number, article))
    }
  }

  /// Gives the article on the screen a message and carries out what it asks for.
  mutating func update(by message: ReaderMessage) { update(by: .reader(message)) }

  /// Gives the session a message and carries out what it asks for.
  private mutating func update(by message: SessionMessage) {
    carryOut(session.update(by: message, at: sutra_milliseconds()))
  }

  private mutating func carryOut(_ effects: [SessionEffect]) {
    for effect in effects {
      switch effect {
      case .read(let number, let mayGrow):
        files.begin(number, inputs[number])
        readings[number] = BackgroundWork(reading: inputs[number], mayGrow: mayGrow, analyzer)
      case .analyze(let number, let document):
        analyses[number] = BackgroundWork(analyzing: document, analyzer)
      case .cancel(let number): analyses.removeValue(forKey: number)?.cancel()
      case .perform(let effect): carryOut(effect)
      }
    }
  }

  private mutating func carryOut(_ effect: ReaderEffect) {
    switch effect {
    case .quit:
      if isNested {
        // The list is drawn in cells.
        terminal.use(nil as ScreenPictures?)
        hasQuit = true
        return
      }
      terminal.finish()
      // What is known of a large article would take a while to be let go piece by piece.
      exit(ExitStatus.success)
    case .redraw: paintsAnew = true
    case .copy(let text, let what): copy(text, what)
    case .pipe(let command, let input): pipe(command, input)
    case .write(let path, let bytes, let overwrites): write(path, bytes, overwrites)
    case .loadTheme(let name): loadTheme(name)
    case .applySettings: applySettings()
    case .drawPictures:
      pictures.isForced = true
      restartPictures()
    case .openNamed(let name):
      let origin = ArticleOrigin(word: name)
      inputs.append(origin)
      update(by: .add(name: InputFile.name(origin), isFile: InputFile.path(origin) != nil))
    case .open, .reload, .follow: break
    }
  }

  private mutating func tell(_ text: String) { update(by: .notice(text)) }

  private mutating func copy(_ text: String, _ what: String) {
    let own = session.state.settings["copy-command"]
    guard let command = own.isEmpty ? Clipboard.command() : own else {
      terminal.copy(text)
      // Whether it takes copies a terminal does not tell.
      tell("sent \(what) to the terminal")
      return
    }
    sutra_signals_lend(0)
    defer { sutra_signals_take_back() }
    if let failure = ChildCommand.run(command, input: Array(text.utf8), isQuiet: true) {
      tell("'\(command)' did not take the copy: \(failure)")
    } else {
      tell("copied \(what)")
    }
  }

  /// Shows the command's own output on the plain terminal, until a key brings the reader back.
  private mutating func pipe(_ command: String, _ input: [UInt8]) {
    terminal.leave()
    sutra_signals_lend(1)
    let failure = ChildCommand.run(command, input: input)
    // A terminal forgets what is written to it while it takes Ctrl-C: the prompt comes after that.
    if failure != nil { poll(nil, 0, Self.interruptPause) }
    Output.waitForKey("[press Enter to go on reading]")
    sutra_signals_take_back()
    terminal.comeBack()
    paintsAnew = true
    update(by: .resize(terminal.room))
    tell(failure.map { "'\(command)': \($0)" } ?? "'\(command)' has ended")
  }

  private mutating func write(_ path: String, _ bytes: [UInt8], _ overwrites: Bool) {
    let name = ExportFile.shortened(path)
    switch ExportFile.write(bytes, to: path, overwrites: overwrites) {
    case .written: tell("wrote \(bytes.count) bytes to '\(name)'")
    case .exists:
      update(
        by: .confirm(
          "'\(name)' exists; replace it?",
          .write(path: path, bytes: bytes, overwrites: true)))
    case .failed(let why): tell("'\(name)' was not written: \(why)")
    }
  }

  private mutating func loadTheme(_ name: String) {
    do throws(CommandError) {
      let choice = try ThemeChoice(name, colorCount: terminal.colorCount)
      themes = choice
      themeName = nil
      update(by: .themes(choice.names, used: choice.first))
      tell(choice.mistakes.first?.description ?? "theme \(choice.names[choice.first])")
    } catch {
      tell(error.message)
    }
  }

  private mutating func applySettings() {
    terminal.useMouse(session.state.settings.isOn("mouse"))
    if let profile = WidthProfile(rawValue: session.state.settings["widths"]) {
      terminal.use(profile)
    }
    themes = themes.adapted(to: usesColors ? terminal.colorCount : 0)
    themeName = nil
    theme = themes.theme(session.state.themeName)
    heedPictureSettings()
  }

  /// The sentence for an error of the terminal.
  static func explained(_ error: TerminalError) -> CommandError {
    let instead = "use 'sutra --print' to read without one."
    switch error {
    case .noKeyboard: return .noTerminal("there is no terminal to read keys from; \(instead)")
    case .unusable(let term):
      let name = term.isEmpty ? "TERM is not set" : "the terminal '\(term)' cannot be used"
      return .noTerminal(
        "\(name); set TERM to your terminal's name, read with 'sutra --linear', or \(instead)")
    case .noUTF8:
      return .noTerminal("there is no UTF-8 locale; install one, or \(instead)")
    case .tooSmall(let columns, let rows):
      let needed = ScreenSize.smallest
      return .noTerminal(
        "the terminal has \(columns)x\(rows) cells and \(needed.columns)x\(needed.rows) are needed; "
          + "make its window larger, or \(instead)")
    }
  }
}
