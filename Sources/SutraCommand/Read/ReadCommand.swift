import CTerminal
import Glibc
import SutraResources
import SutraCore
import SutraReader
import SutraTerminal

/// The reader: paints states, and turns what happens into messages until one says to quit.
struct ReadCommand: ~Copyable {
  /// Milliseconds that an unknown terminal has to answer.
  static let answerDeadline = 50

  /// Milliseconds without a key after which digits are no number any more.
  private static let countPause = 800

  /// Milliseconds after a command that was interrupted before the terminal is written to again.
  private static let interruptPause: Int32 = 150

  let inputs: [Options.Input]
  private let names: [String]
  let analyzer: ArticleAnalyzer
  var session: TerminalSession
  private var themes: ThemeChoice
  private var theme: Theme
  private var themeName: String?
  /// The states of the articles that have been opened, by their numbers.
  private var states: [Int: ReaderState] = [:]
  var analyses: [Int: BackgroundAnalysis] = [:]
  /// Those of articles that were left meanwhile.
  private var interrupted: [Int: BackgroundAnalysis] = [:]
  /// Files that are being read anew.
  var readings: [Int: Reading] = [:]
  /// What the files were when they were read.
  var stamps: [Int: FileStamp] = [:]
  var watch = FileWatch()
  /// When a file that is followed may be read again, in milliseconds of a steady clock.
  var nextReading: Int64 = 0
  /// When what has been written to it may be analysed again, and whether some of it waits for that.
  var nextAnalysis: Int64 = 0
  var waitsForAnalysis = false
  /// When a file of which the system tells nothing may be looked at again.
  var nextLook: Int64 = 0
  var state: ReaderState
  private var paintsAnew = false

  /// Opens articles in the terminal and returns the exit status.
  static func run(
    _ inputs: [Options.Input], _ settings: Settings, _ complaints: [String], follows: Bool = false
  ) throws(CommandError) -> Int32 {
    let stamp = FileStamp(inputs[0])
    let (id, text, isWhole) = try InputFile.beginning(of: inputs[0])
    let wantsColor = ThemeChoice.wantsColor(settings)
    // What is wrong with settings, model and theme is told before the terminal changes.
    let analyzer = ArticleAnalyzer(models: try ModelChoice.models(settings["model"]))
    let choice = try ThemeChoice(settings["theme"], colorCount: wantsColor ? 256 : 0)
    let complaints = complaints + choice.mistakes.map(\.description)
    complaints.forEach(Output.complain)
    let forced = WidthProfile(rawValue: settings["widths"])
    let atHand = WidthChoice.atHand(forced: forced)
    var session: TerminalSession
    do throws(TerminalError) {
      session = try TerminalSession.open(
        profile: atHand?.profile ?? .spacing, wantsColor: wantsColor)
    } catch {
      // A terminal that can do nothing can still hold a dialogue.
      if error == .unusable(term: "dumb") {
        return try LinearCommand.run(inputs[0], analyzer)
      }
      throw explained(error)
    }
    // The terminal answers while the article is looked through.
    if forced == nil { session.askWidths() }
    let document = analyzer.document(id: id, text: text)
    let themes = choice.adapted(to: session.colorCount)
    if forced == nil,
      let columns = session.awaitWidths(deadline: atHand == nil ? answerDeadline : 0),
      let answer = WidthChoice.asked(columns)
    {
      session.use(answer.profile)
      if atHand?.profile != answer.profile { WidthMemory.remember(answer.profile) }
    }
    session.useMouse(settings.isOn("mouse"))
    let names = inputs.map(InputFile.name)
    var state = ReaderState(
      article: Article(document: document, diagnostics: text.diagnostics), size: session.size,
      profile: session.profile, themes: themes.names, theme: themes.first, settings: settings,
      articles: names, articleNumber: 0)
    if let first = complaints.first { _ = state.update(by: .notice(first)) }
    var reader = ReadCommand(inputs, names, analyzer, session, themes, state)
    reader.stamps[0] = stamp
    if follows { _ = reader.update(by: .follow) }
    return reader.loop(isWhole: isWhole)
  }

  private init(
    _ inputs: [Options.Input], _ names: [String], _ analyzer: ArticleAnalyzer,
    _ session: consuming TerminalSession, _ themes: ThemeChoice, _ state: ReaderState
  ) {
    self.inputs = inputs
    self.names = names
    self.analyzer = analyzer
    self.session = session
    self.themes = themes
    self.state = state
    themeName = state.themeName
    theme = themes.theme(state.themeName)
  }

  private mutating func loop(isWhole: Bool) -> Int32 {
    session.paint(state.screen(), theme)
    // The article can be read before it is analysed, and its beginning before the rest is read.
    if isWhole {
      analyses[0] = BackgroundAnalysis(state.article.document, analyzer)
    } else if state.isFollowing {
      readAnew()
    } else {
      analyses[0] = BackgroundAnalysis(reading: inputs[0], analyzer)
    }
    while true {
      if lookAtFile() { paint() }
      beginWaitingAnalysis()
      let events = session.events(pause: state.waitsForPause ? Self.countPause : pauseOfFile)
      for event in events {
        if let status = handle(event) { return status }
      }
      if events.isEmpty, state.waitsForPause { _ = state.update(by: .pause) }
      if themeName != state.themeName {
        themeName = state.themeName
        theme = themes.theme(themeName)
      }
      paint()
    }
  }

  private mutating func paint() {
    session.paint(state.screen(), theme, anew: paintsAnew)
    paintsAnew = false
  }

  /// Takes one event in; the exit status when it ends the program.
  private mutating func handle(_ event: TerminalSession.Event) -> Int32? {
    switch event {
    case .keys(let keys):
      for key in keys {
        if let status = update(by: .key(key)) { return status }
      }
    case .mouse(let mouse): return update(by: .mouse(mouse))
    case .resize(let size): return update(by: .resize(size))
    case .resumed: paintsAnew = true
    case .wake:
      takeReadings()
      takeAnalyses()
    case .watched: watch.takeEvents()
    case .widths(let columns):
      guard state.settings["widths"] == "auto", let answer = WidthChoice.asked(columns),
        answer.profile != state.layout.profile
      else { return nil }
      WidthMemory.remember(answer.profile)
      session.use(answer.profile)
      paintsAnew = true
      return update(by: .profile(answer.profile))
    case .interrupt:
      if state.isFollowing { return update(by: .unfollow(nil)) }
      if state.prompt != nil || state.window != nil { return update(by: .key(.escape)) }
      sutra_signals_end_soon(SIGINT)
      session.finish()
      sutra_signals_end_by(SIGINT)
    case .end(let signal):
      session.finish()
      sutra_signals_end_by(signal)
    case .hangUp:
      session.finish()
      return ExitStatus.inputOutput
    }
    return nil
  }

  private mutating func takeAnalyses() {
    for (number, analysis) in analyses {
      for progress in analysis.take() {
        let message: ReaderMessage
        switch progress {
        case .document(let article): message = .document(article)
        case .analysis(let article):
          analyses[number] = nil
          note(analysis)
          guard let current = takeable(article, number) else { continue }
          message = current
        case .failure(let why):
          message = .notice(why)
          analyses[number] = nil
        }
        tell(number, message)
      }
    }
  }

  /// Gives the state of an article a message.
  mutating func tell(_ number: Int, _ message: ReaderMessage) {
    if number == state.articleNumber {
      _ = state.update(by: message)
    } else {
      _ = states[number]?.update(by: message)
    }
  }

  /// What the reader knows of an article.
  func state(of number: Int) -> ReaderState? {
    number == state.articleNumber ? state : states[number]
  }

  /// Gives the state a message and carries out what it asks for.
  mutating func update(by message: ReaderMessage) -> Int32? {
    for effect in state.update(by: message) {
      switch effect {
      case .quit:
        session.finish()
        // What is known of a large article would take a while to be let go piece by piece.
        exit(ExitStatus.success)
      case .redraw: paintsAnew = true
      case .copy(let text, let what): copy(text, what)
      case .pipe(let command, let input): pipe(command, input)
      case .write(let path, let bytes, let overwrites): write(path, bytes, overwrites)
      case .loadTheme(let name): loadTheme(name)
      case .open(let number): open(number)
      case .applySettings: applySettings()
      case .reload: readAnew()
      case .follow: follow()
      }
    }
    return nil
  }

  mutating func tell(_ text: String) { _ = state.update(by: .notice(text)) }

  private mutating func copy(_ text: String, _ what: String) {
    let command = state.settings["copy-command"]
    guard !command.isEmpty else {
      session.copy(text)
      tell("copied \(what) to the terminal's clipboard")
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
    session.leave()
    sutra_signals_lend(1)
    let failure = ChildCommand.run(command, input: input)
    // A terminal forgets what is written to it while it takes Ctrl-C: the prompt comes after that.
    if failure != nil { poll(nil, 0, Self.interruptPause) }
    Output.waitForKey("[press Enter to go on reading]")
    sutra_signals_take_back()
    session.comeBack()
    paintsAnew = true
    _ = state.update(by: .resize(session.size))
    tell(failure.map { "'\(command)': \($0)" } ?? "'\(command)' has ended")
  }

  private mutating func write(_ path: String, _ bytes: [UInt8], _ overwrites: Bool) {
    switch ExportFile.write(bytes, to: path, overwrites: overwrites) {
    case .written: tell("wrote \(bytes.count) bytes to '\(path)'")
    case .exists:
      _ = state.update(
        by: .confirm(
          "'\(path)' exists; replace it?",
          .write(path: path, bytes: bytes, overwrites: true)))
    case .failed(let why): tell("'\(path)' was not written: \(why)")
    }
  }

  private mutating func loadTheme(_ name: String) {
    do throws(CommandError) {
      let choice = try ThemeChoice(name, colorCount: session.colorCount)
      themes = choice
      themeName = nil
      _ = state.update(by: .themes(choice.names, used: choice.first))
      tell(choice.mistakes.first?.description ?? "theme \(choice.names[choice.first])")
    } catch {
      tell(error.message)
    }
  }

  private mutating func applySettings() {
    session.useMouse(state.settings.isOn("mouse"))
    if let profile = WidthProfile(rawValue: state.settings["widths"]) { session.use(profile) }
    let wantsColor = ThemeChoice.wantsColor(state.settings)
    themes = themes.adapted(to: wantsColor ? session.colorCount : 0)
    themeName = nil
    theme = themes.theme(state.themeName)
  }

  /// Shows another article; the one that is left stays as it is.
  private mutating func open(_ number: Int) {
    guard inputs.indices.contains(number) else { return }
    if var known = states[number] {
      putAside()
      _ = known.update(by: .resize(session.size))
      _ = known.update(by: .profile(session.profile))
      _ = known.update(by: .themes(themes.names, used: state.theme))
      state = known
      if let analysis = interrupted.removeValue(forKey: number) {
        analyses[number] = analysis.begunAgain(state.article.document)
      } else {
        analyze(number)
      }
      return
    }
    do throws(CommandError) {
      stamps[number] = FileStamp(inputs[number])
      let (id, text) = try InputFile.read(inputs[number])
      let document = analyzer.document(id: id, text: text)
      putAside()
      state = ReaderState(
        article: Article(document: document, diagnostics: text.diagnostics), size: session.size,
        profile: session.profile, themes: themes.names, theme: state.theme,
        settings: state.settings, articles: names, articleNumber: number)
      analyses[number] = BackgroundAnalysis(document, analyzer)
    } catch {
      tell(error.message)
    }
  }

  /// Leaves the article as it is; an analysis that is under way is begun again when it comes back.
  private mutating func putAside() {
    takeAnalyses()
    states[state.articleNumber] = state
    guard let analysis = analyses.removeValue(forKey: state.articleNumber) else { return }
    analysis.cancel()
    interrupted[state.articleNumber] = analysis
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
