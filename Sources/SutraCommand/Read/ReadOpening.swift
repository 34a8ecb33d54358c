import SutraCore
import SutraInput
import SutraPictures
import SutraReader
import SutraResources
import SutraSystem
import SutraTerminal
import SutraWords

/// What happens before the reader shows its first screen.
extension ReadCommand {
  /// Opens articles in the terminal and returns the exit status.
  static func run(
    _ inputs: [ArticleOrigin], _ settings: Settings, _ analyzer: ArticleAnalyzer,
    _ complaints: [String], follows: Bool = false, journal: Journal? = nil
  ) throws(CommandError) -> Int32 {
    let stamp = inputs[0].stamp
    let waits = tellsReading(inputs[0])
    let (opened, isWhole) = try InputFile.beginning(of: inputs[0])
    if waits { try? Output.write(Array("\r\u{1B}[K".utf8), to: .error) }
    let wantsColor = ThemeChoice.wantsColor(settings)
    // What is wrong with settings and theme is told before the terminal changes.
    var complaints = complaints
    let memory = settings.isOn("remember") ? MemoryFile.read() : ReadingMemory()
    let choice = try theme(of: settings, memory, wantsColor: wantsColor, &complaints)
    complaints += choice.mistakes.map(\.description)
    complaints.forEach(Output.complain)
    let forced = WidthProfile(rawValue: settings["widths"])
    let atHand = WidthChoice.atHand(forced: forced)
    let fonts = FontOpening.early(settings, opened.text, wantsColor: wantsColor)
    var terminal: TerminalSession
    do throws(TerminalError) {
      terminal = try TerminalSession.open(
        profile: atHand?.profile ?? .spacing, wantsColor: wantsColor)
    } catch {
      // A terminal that can do nothing can still hold a dialogue.
      if error == .unusable(term: "dumb") {
        return try LinearCommand.run(inputs[0], analyzer, settings)
      }
      throw explained(error)
    }
    // The terminal answers while the article is looked through.
    if forced == nil { terminal.askWidths() }
    if wantsColor, asksGround(settings) { terminal.askGround() }
    let document = opened.document(analyzer)
    let themes = choice.adapted(to: terminal.colorCount)
    if forced == nil { terminal.awaitProfile(atHand: atHand?.profile) }
    terminal.useMouse(settings.isOn("mouse"))
    var session = Session(
      articles: inputs.map { ($0.name, InputFile.path($0) != nil) },
      first: Article(document: document, diagnostics: opened.text.diagnostics), size: terminal.size,
      profile: terminal.profile, settings: settings, themes: themes.names, theme: themes.first)
    if settings.isOn("remember") {
      session.use(memory, keys: inputs.map(\.lastingName))
    }
    var reader = ReadCommand(inputs, analyzer, terminal, themes, session)
    reader.pictures.early = fonts
    reader.files.note(0, stamp)
    reader.journal = journal
    journal?.begin(session, colors: reader.terminal.colorCount)
    if let first = complaints.first {
      reader.tell(first)
    } else if settings.isOn("remember"), MemoryFile.isMissing {
      reader.update(by: .firstStart)
    }
    if follows { reader.update(by: .follow) }
    return reader.loop(isWhole: isWhole)
  }

  /// Milliseconds that a pipe may take before the user is told what is waited for.
  private static let pipePatience = 300

  /// Says that standard input is being read, where nothing comes from it for a while.
  private static func tellsReading(_ input: ArticleOrigin) -> Bool {
    guard input.readsStandardInput, StandardFile.error.isTerminal else { return false }
    guard !StandardFile.inputComes(within: pipePatience) else { return false }
    try? Output.write(Array(say("reading.standard-input").utf8), to: .error)
    return true
  }

  /// Whether the terminal's ground decides about the theme, and may be asked for: the console of
  /// Linux takes the question for something else.
  private static func asksGround(_ settings: Settings) -> Bool {
    let term = Environment["TERM"] ?? ""
    let isPlain = ["linux", "dumb", "vt", "ansi", "cons"].contains { term.hasPrefix($0) }
    return !isPlain && (settings["theme"] == ThemeChoice.automatic || settings["theme"].isEmpty)
  }

  /// The theme that the settings name; one that is not there is told, and the standard one is used.
  private static func theme(
    of settings: Settings, _ memory: ReadingMemory, wantsColor: Bool,
    _ complaints: inout [String]
  ) throws(CommandError) -> ThemeChoice {
    let colorCount = wantsColor ? 256 : 0
    let wanted = settings["theme"]
    if wanted.isEmpty || wanted == ThemeChoice.automatic, let theme = memory.theme,
      ThemeLibrary.names.contains(theme)
    {
      return try ThemeChoice(theme, colorCount: colorCount)
    }
    do throws(CommandError) {
      return try ThemeChoice(wanted, colorCount: colorCount, isLight: memory.isGroundLight)
    } catch {
      // On the command line it is wrong usage; in a settings file a mistake among others.
      if let setting = SettingTable.setting(named: "theme"),
        settings.value(of: setting).origin == .commandLine
      {
        throw error
      }
      complaints.append(error.message)
      return try ThemeChoice(nil, colorCount: colorCount)
    }
  }

  /// The sentence for an error of the terminal.
  static func explained(_ error: TerminalError) -> CommandError {
    let instead = say("terminal.instead")
    switch error {
    case .noKeyboard: return .noTerminal(say("terminal.no-keyboard", ["instead": instead]))
    case .unusable(let term):
      let name =
        term.isEmpty ? say("terminal.term-not-set") : say("terminal.term-unknown", ["term": term])
      return .noTerminal(
        say("terminal.set-term", ["what": name, "instead": instead]))
    case .noUTF8:
      return .noTerminal(say("terminal.no-locale", ["instead": instead]))
    case .tooSmall(let columns, let rows):
      let needed = ScreenSize.smallest
      return .noTerminal(
        say(
          "terminal.too-small",
          [
            "columns": columns, "rows": rows, "neededColumns": needed.columns,
            "neededRows": needed.rows, "instead": instead,
          ]))
    }
  }
}
