import CTerminal
import Glibc
import SutraCore
import SutraReader
import SutraTerminal

/// The reader: paints states, and turns what happens into messages until one says to quit.
enum ReadCommand {
  /// Milliseconds that an unknown terminal has to answer.
  static let answerDeadline = 50

  /// Opens an article in the terminal and returns the exit status.
  static func run(_ options: Options) throws(CommandError) -> Int32 {
    let (id, text) = try InputFile.read(options.inputs[0])
    let wantsColor = Environment["NO_COLOR"] == nil
    // A wrong theme is told before the terminal changes.
    let choice = try ThemeChoice(options.theme, colorCount: wantsColor ? 256 : 0)
    for mistake in choice.mistakes { Output.complain(mistake.description) }
    let atHand = WidthChoice.atHand(forced: options.widths)
    var session: TerminalSession
    do throws(TerminalError) {
      session = try TerminalSession.open(
        profile: atHand?.profile ?? .spacing, wantsColor: wantsColor)
    } catch {
      throw explained(error)
    }
    // The terminal answers while the article is looked through.
    if options.widths == nil { session.askWidths() }
    let document = ArticleAnalyzer().document(id: id, text: text)
    let themes = choice.adapted(to: session.colorCount)
    var widths = atHand ?? .assumed
    if options.widths == nil,
      let columns = session.awaitWidths(deadline: atHand == nil ? answerDeadline : 0),
      let answer = WidthChoice.asked(columns)
    {
      widths = answer
      session.use(answer.profile)
      if atHand?.profile != answer.profile { WidthMemory.remember(answer.profile) }
    }
    var state = ReaderState(
      article: Article(document: document, diagnostics: text.diagnostics), size: session.size,
      profile: widths.profile, themes: themes.names, theme: themes.first)
    if let first = choice.mistakes.first { _ = state.update(by: .notice(first.description)) }
    return loop(session, state, themes)
  }

  private static func loop(
    _ session: consuming TerminalSession, _ state: ReaderState, _ themes: ThemeChoice
  ) -> Int32 {
    var state = state
    var theme = themes.theme(state.themeName)
    var themeName = state.themeName
    session.paint(state.screen(), theme)
    // The article can be read before it is analysed.
    let analysis = BackgroundAnalysis(state.article.document)
    while true {
      var paintsAnew = false
      for event in session.events() {
        switch event {
        case .keys(let keys):
          for key in keys {
            for effect in state.update(by: .key(key)) {
              switch effect {
              case .quit:
                session.finish()
                return ExitStatus.success
              case .redraw: paintsAnew = true
              }
            }
          }
        case .resize(let size):
          _ = state.update(by: .resize(size))
        case .resumed: paintsAnew = true
        case .wake:
          if let article = analysis.take() {
            _ = state.update(by: .analysis(article, isComplete: true))
          }
        case .widths(let columns):
          if let answer = WidthChoice.asked(columns), answer.profile != state.layout.profile {
            session.use(answer.profile)
            WidthMemory.remember(answer.profile)
            _ = state.update(by: .profile(answer.profile))
            paintsAnew = true
          }
        case .interrupt:
          if state.prompt != nil {
            _ = state.update(by: .key(.escape))
          } else {
            session.finish()
            sutra_signals_end_by(SIGINT)
          }
        case .end(let signal):
          session.finish()
          sutra_signals_end_by(signal)
        case .hangUp:
          session.finish()
          return ExitStatus.inputOutput
        }
      }
      if themeName != state.themeName {
        themeName = state.themeName
        theme = themes.theme(themeName)
      }
      session.paint(state.screen(), theme, anew: paintsAnew)
    }
  }

  /// The sentence for an error of the terminal.
  static func explained(_ error: TerminalError) -> CommandError {
    let instead = "use 'sutra --print' to read without one."
    switch error {
    case .noKeyboard: return .noTerminal("there is no terminal to read keys from; \(instead)")
    case .unusable(let term):
      let name = term.isEmpty ? "TERM is not set" : "the terminal '\(term)' cannot be used"
      return .noTerminal("\(name); set TERM to your terminal's name, or \(instead)")
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
