import SutraCore
import SutraWords

extension ReaderState {
  /// Most lines of a history.
  static let longestHistory = Limits.historyLines

  /// Takes a key into the line that is being typed.
  mutating func type(_ key: Key) -> [ReaderEffect] {
    guard var prompt else { return [] }
    if case .confirm(_, let effect) = prompt.purpose { return answer(key, effect) }
    if key != .tab { prompt.completions = [] }
    if case .character = key, prompt.isFilledIn { prompt.text = "" }
    prompt.isFilledIn = false
    switch key {
    case .enter:
      self.prompt = nil
      return finish(prompt)
    case .escape, .control("g"):
      self.prompt = nil
      if prompt.purpose == .search { abandonSearch() }
      return []
    case .backspace, .control("h"):
      // Scalar by scalar: a vowel sign typed wrongly goes without its consonant.
      if prompt.text.isEmpty {
        self.prompt = nil
        if prompt.purpose == .search { abandonSearch() }
        return []
      }
      prompt.text.unicodeScalars.removeLast()
    case .control("u"): prompt.text = ""
    case .control("w"):
      while prompt.text.last == " " { prompt.text.removeLast() }
      while let last = prompt.text.last, last != " " { prompt.text.removeLast() }
    case .up, .control("p"): recall(&prompt, by: 1)
    case .down, .control("n"): recall(&prompt, by: -1)
    case .tab where prompt.purpose == .command: complete(&prompt)
    case .character(let scalar) where prompt.text.unicodeScalars.count < Prompt.longest:
      prompt.text.unicodeScalars.append(scalar)
    case .character: message = say("prompt.too-long", ["count": Prompt.longest])
    default: break
    }
    if prompt.purpose == .export, message == nil { message = exportMessage }
    let isNew = prompt.text != self.prompt?.text
    self.prompt = prompt
    if prompt.purpose == .search, isNew { searchWhileTyping(prompt.text) }
    return []
  }

  /// Takes a text that was pasted: into a line that is being typed, as one line, and nowhere else.
  mutating func paste(_ pasted: String) {
    message = nil
    let line = pasted.unicodeScalars.map { scalar in
      scalar.value < 0x20 || scalar.value == 0x7F || 0x80..<0xA0 ~= scalar.value
        || scalar.value == 0x2028 || scalar.value == 0x2029 ? " " : scalar
    }
    var keys = line.drop { $0 == " " }
    while keys.last == " " { keys.removeLast() }
    let isWanted =
      switch onTop {
      case .prompt(let prompt): if case .confirm = prompt.purpose { false } else { true }
      case .window(let window): window.narrowing != nil
      default: false
      }
    guard isWanted else {
      message = say("paste.nothing")
      return
    }
    if var prompt {
      if prompt.isFilledIn { prompt.text = "" }
      (prompt.isFilledIn, prompt.completions) = (false, [])
      let room = max(0, Prompt.longest - prompt.text.unicodeScalars.count)
      prompt.text.unicodeScalars.append(contentsOf: keys.prefix(room))
      if keys.count > room { message = say("prompt.too-long", ["count": Prompt.longest]) }
      self.prompt = prompt
      if prompt.purpose == .search { searchWhileTyping(prompt.text) }
    } else if var window {
      var text = (window.narrowing ?? "").unicodeScalars
      text.append(contentsOf: keys.prefix(max(0, Prompt.longest - text.count)))
      window.narrowing = String(text)
      window.chosen = 0
      self.window = window
    }
  }

  private mutating func answer(_ key: Key, _ effect: ReaderEffect) -> [ReaderEffect] {
    switch key {
    case .character("y"), .character("Y"):
      prompt = nil
      return [effect]
    case .character("n"), .character("N"), .escape, .character("q"), .control("g"):
      prompt = nil
      message = say("confirm.no")
    default: message = say("confirm.usage")
    }
    return []
  }

  /// Goes back or forward in what was typed before.
  private func recall(_ prompt: inout Prompt, by step: Int) {
    guard let name = prompt.historyName, let lines = history[name], !lines.isEmpty else { return }
    if prompt.historyIndex == nil { prompt.draft = prompt.text }
    let next = (prompt.historyIndex ?? -1) + step
    if next < 0 {
      prompt.historyIndex = nil
      prompt.text = prompt.draft
    } else {
      prompt.historyIndex = min(next, lines.count - 1)
      prompt.text = lines[lines.count - 1 - min(next, lines.count - 1)]
    }
  }

  private mutating func complete(_ prompt: inout Prompt) {
    if prompt.completions.isEmpty {
      prompt.completions = CommandTable.completions(of: prompt.text, in: self)
      prompt.completion = 0
    } else {
      prompt.completion = (prompt.completion + 1) % prompt.completions.count
    }
    guard !prompt.completions.isEmpty else {
      message = say("complete.none")
      return
    }
    prompt.text = prompt.completions[prompt.completion]
    if prompt.completions.count == 1 {
      prompt.text += " "
      prompt.completions = []
    } else {
      message = prompt.completions.prefix(12).joined(separator: "  ")
    }
  }

  private mutating func remember(_ prompt: Prompt) {
    guard let name = prompt.historyName, !prompt.text.isEmpty else { return }
    var lines = (history[name] ?? []).filter { $0 != prompt.text }
    lines.append(prompt.text)
    shared.history[name] = Array(lines.suffix(Self.longestHistory))
  }

  private mutating func finish(_ prompt: Prompt) -> [ReaderEffect] {
    remember(prompt)
    switch prompt.purpose {
    case .search: return finishSearch(prompt.text)
    case .command: return run(prompt.text)
    case .pipe: return pipe(prompt.text)
    case .export: return export(to: prompt.text)
    case .confirm: break
    }
    return []
  }
}
