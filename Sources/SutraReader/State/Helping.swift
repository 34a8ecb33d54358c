import SutraWords

/// The help on the screen: scrolled like the article, and searched by typing.
extension ReaderState {
  /// The rows of the help that are left by what is looked for.
  var helpRows: [[HelpScreen.Line]] {
    HelpScreen.rows(
      columns: size.columns, settings.keymap, ownKeys, wanted: help?.wanted ?? "")
  }

  /// The reader's own keyboard, as far as it seems to be one: its language is that of the screen, or
  /// its letters were pressed.
  private var ownKeys: KeyboardLayout? {
    shared.hasPressedOwnLetters || keyboard.language == InterfaceLanguage.current.table.code
      ? keyboard : nil
  }

  /// The last row that may be first on the screen.
  var lastHelpTop: Int { max(0, helpRows.count - (size.rows - 1)) }

  /// Takes a key into what is looked for in the help, or Esc, which ends that and then the help.
  mutating func typeInHelp(_ key: Key) {
    guard var shown = help else { return }
    switch key {
    case .escape, .control("g"):
      guard shown.isTyping || !shown.wanted.isEmpty else {
        help = nil
        return
      }
      shown = HelpState()
    case .enter: shown.isTyping = false
    case .backspace, .control("h"):
      if shown.wanted.isEmpty {
        shown.isTyping = false
      } else {
        shown.wanted.unicodeScalars.removeLast()
      }
    case .control("u"): shown.wanted = ""
    case .character(let scalar) where shown.wanted.unicodeScalars.count < Prompt.longest:
      shown.wanted.unicodeScalars.append(scalar)
    default: break
    }
    shown.top = 0
    help = shown
  }

  /// Does what a key means while the help is on the screen.
  mutating func browseHelp(_ action: Action) -> [ReaderEffect] {
    guard let top = helpTop else { return [] }
    let page = max(1, size.rows - 2)
    let last = lastHelpTop
    switch action {
    case .quit, .cancel, .showHelp, .goToSelection: helpTop = nil
    case .lineDown: helpTop = min(last, top + 1)
    case .lineUp: helpTop = max(0, top - 1)
    case .pageDown: helpTop = min(last, top + page)
    case .pageUp: helpTop = max(0, top - page)
    case .halfPageDown: helpTop = min(last, top + page / 2)
    case .halfPageUp: helpTop = max(0, top - page / 2)
    case .toBeginning: helpTop = 0
    case .toEnd: helpTop = last
    case .search: help = HelpState(isTyping: true)
    case .redraw: return [.redraw]
    default: message = say("help.closes")
    }
    return []
  }
}
