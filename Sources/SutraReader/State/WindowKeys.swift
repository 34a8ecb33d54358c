import SutraCore
import SutraWords

extension ReaderState {
  /// Takes a key into the small window.
  mutating func pressInWindow(_ key: Key) -> [ReaderEffect] {
    guard var window else { return [] }
    let page = max(1, WindowFrame(window, self).rows - 1)
    switch key {
    case .escape, .control("g"):
      self.window = nil
      return []
    case .enter: return choose(window)
    case .up, .control("p"): window.move(by: -1)
    case .down, .control("n"), .tab: window.move(by: 1)
    case .pageUp: window.move(by: -page)
    case .pageDown: window.move(by: page)
    case .home: window.chosen = 0
    case .end: window.move(by: window.shown.count)
    case .backspace where window.narrowing != nil:
      if window.narrowing?.isEmpty == false { window.narrowing?.unicodeScalars.removeLast() }
      window.chosen = 0
    case .control("u") where window.narrowing != nil:
      window.narrowing = ""
      window.chosen = 0
    case .character(let scalar) where window.narrowing != nil:
      if window.narrowing?.unicodeScalars.count ?? 0 < Prompt.longest {
        window.narrowing?.unicodeScalars.append(scalar)
      }
      window.chosen = 0
    default: return pressActionInWindow(key, window)
    }
    self.window = window
    return []
  }

  /// Keys that are letters of the keymap, where no letters are typed.
  private mutating func pressActionInWindow(
    _ key: Key, _ open: ListWindow
  ) -> [ReaderEffect] {
    var window = open
    let page = max(1, WindowFrame(window, self).rows - 1)
    let keymap = settings.keymap
    switch keymap.action(of: key) ?? keymap.action(of: keyboard.key(for: key)) {
    case .lineDown: window.move(by: 1)
    case .lineUp: window.move(by: -1)
    case .pageDown:
      if window.purpose == .filters { return choose(window) }
      window.move(by: page)
    case .pageUp: window.move(by: -page)
    case .halfPageDown: window.move(by: max(1, page / 2))
    case .halfPageUp: window.move(by: -max(1, page / 2))
    case .toBeginning: window.chosen = 0
    case .toEnd: window.move(by: window.shown.count)
    case .quit, .cancel, .correct, .who, .outline, .links, .notes, .filterMenu, .filterSpeaker,
      .articleList:
      self.window = nil
      return []
    case .clearFilters where window.purpose == .filters:
      clearFilters()
      self.window = filterWindow(chosen: window.chosen)
      return []
    case .redraw: return [.redraw]
    default: message = say("window.keys")
    }
    self.window = window
    return []
  }

  /// Does what the chosen item of a window says.
  mutating func choose(_ window: ListWindow) -> [ReaderEffect] {
    guard let item = window.item else {
      message = window.emptyText
      return []
    }
    var filter = filter
    switch item.target {
    case .none:
      message = say("window.leads-nowhere")
      return []
    case .place(let span):
      self.window = nil
      noteJump()
      reveal(span)
      chooseWhat(standsAt: span)
      followArticle()
      return []
    case .quotation(let number):
      self.window = nil
      noteJump()
      select(number, in: .quotations)
      return []
    case .article(let number):
      self.window = nil
      return open(number)
    case .address(let address):
      self.window = nil
      return [.openNamed(address)]
    case .command(let command, let isTyped):
      self.window = nil
      guard isTyped else { return run(command) }
      prompt = Prompt(.command)
      prompt?.text = command
      return []
    case .speaker(let name): filter.speaker = name
    case .anySpeaker: filter.speaker = nil
    case .kind(let kind): filter.kinds = filter.kinds.symmetricDifference([kind])
    case .form(let form): filter.forms = filter.forms.symmetricDifference([form])
    case .doubtful: filter.isDoubtful.toggle()
    }
    setFilter(filter)
    self.window = window.purpose == .filters ? filterWindow(chosen: window.chosen) : nil
    return []
  }
}
