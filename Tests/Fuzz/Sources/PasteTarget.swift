import SutraReader

/// What is pasted: it comes out of the decoder as it was sent, in one piece or in many, and does
/// nothing in the reader but to stand in a line that is being typed.
enum PasteTarget {
  private static let opened = ReaderState(
    article: Samples.english, size: ScreenSize(columns: 90, rows: 20), themes: ["dark"],
    articles: ["en.txt", "bn.txt"])

  /// Keys that bring the reader into each of its situations.
  private static let leads: [[Key]] = [
    [], [.character("/")], [.character(":")], [.character("|")], [.character("x")],
    [.character("s")], [.character("o")], [.character("w")], [.character("?")],
    [.character("m")], [.tab],
  ]

  static func run(_ bytes: [UInt8]) {
    var reader = InputReader(bytes)
    let lead = leads[reader.number(below: leads.count)]
    let rest = reader.rest
    let sent = Array("\u{1B}[200~".utf8) + rest + Array("\u{1B}[201~".utf8)
    var whole = InputDecoder()
    let found = whole.decode(sent) + whole.flush()
    var pieces = InputDecoder()
    var other: [TerminalInput] = []
    for byte in sent { other += pieces.decode([byte]) }
    hold(found == other + pieces.flush(), "a paste in pieces is another one")
    guard case .paste(let text)? = found.first else { broken("a paste is none") }
    let end = Array("\u{1B}[201~".utf8)
    let hasEnd = rest.indices.contains { rest[$0...].starts(with: end) }
    hold(hasEnd || found.count == 1, "what is pasted goes on as keys")

    var state = opened
    for key in lead { _ = state.update(by: .key(key)) }
    let before = (state.top, state.selection, state.settings.bindings.count, state.articleNumber)
    let effects = state.update(by: .paste(text))
    hold(effects.isEmpty, "a paste does something")
    hold(state.selection == before.1, "a paste chooses something")
    hold(
      state.prompt != nil || lead == [.character("/")] || state.top == before.0, "a paste scrolls")
    if let prompt = state.prompt {
      hold(!steersTerminal(VisibleText.safe(prompt.text)), "a line steers the terminal")
      hold(!prompt.text.unicodeScalars.contains("\n"), "a paste ends a line")
    }
    StateChecks.check(state)
  }
}
