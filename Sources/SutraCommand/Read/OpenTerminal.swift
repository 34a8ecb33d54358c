import SutraReader
import SutraTerminal

/// A terminal that is open, with the themes for it.
struct OpenTerminal: ~Copyable {
  var terminal: TerminalSession
  let themes: ThemeChoice

  /// Takes the terminal as settings say.
  ///
  /// - Throws: `CommandError` where there is none that will do, or the theme is none.
  static func open(_ settings: Settings) throws(CommandError) -> OpenTerminal {
    let wantsColor = ThemeChoice.wantsColor(settings)
    let choice = try ThemeChoice(settings["theme"], colorCount: wantsColor ? 256 : 0)
    let forced = WidthProfile(rawValue: settings["widths"])
    let atHand = WidthChoice.atHand(forced: forced)
    var terminal: TerminalSession
    do throws(TerminalError) {
      terminal = try TerminalSession.open(
        profile: atHand?.profile ?? .spacing, wantsColor: wantsColor)
    } catch {
      throw ReadCommand.explained(error)
    }
    let themes = choice.adapted(to: terminal.colorCount)
    if forced == nil {
      terminal.askWidths()
      terminal.awaitProfile(atHand: atHand?.profile)
    }
    terminal.useMouse(settings.isOn("mouse"))
    return OpenTerminal(terminal: terminal, themes: themes)
  }

  /// The terminal itself.
  consuming func intoTerminal() -> TerminalSession { terminal }
}
