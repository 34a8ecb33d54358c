import Testing

@testable import SutraCommand

@Suite("Links in a terminal")
struct LinksInTerminalTests {
  /// Where words lead that are links.
  private static let links = [
    "https://town.example/a": "the old bridge", "https://town.example/b": "and the new one",
    // What would steer the terminal is gone.
    "https://town.example/": "was",
    "https://town.example/%E0%A6%B8%E0%A7%87%E0%A6%A4%E0%A7%81": "সেতু নিয়ে আরও",
  ]

  private static func page() -> String {
    let line = """
      <p>The mayor said that <a href="https://town.example/a">the old bridge</a><a href="https://town.example/b">and the \
      new one</a> were open, as <a href="https://town.example/সেতু">সেতু নিয়ে আরও</a> tells, and that \
      <a href="javascript:alert(1)">nothing</a> <a href="https://town.example/&#27;]0;x&#7;">was</a> missing there.</p>
      <p>Boats took people across for two years, at ten taka a head, and not at all in a storm.</p>
      """
    let text = String(repeating: line, count: 30)
    return "<html lang=en><body><h1>The bridges</h1>\(text)</body></html>"
  }

  /// What cells lead somewhere, row by row: the address, and the words.
  private static func found(_ screen: TerminalEmulator) -> [(link: String, words: String)] {
    var found: [(link: String, words: String)] = []
    for row in screen.cells {
      var last: String?
      for cell in row where !cell.isContinuation {
        if let link = cell.look.link {
          if link == last {
            found[found.count - 1].words += cell.text
          } else {
            found.append((link, cell.text))
          }
        }
        last = cell.look.link
      }
    }
    return found
  }

  @Test("are known to it in every cell, and in no other, whatever is shown after each other")
  func cells() throws {
    let terminal = try PseudoTerminal([], columns: 100, rows: 24, article: Self.page())
    #expect(terminal.waits(for: "quote 1 of"))
    // The pane says some of the words as well.
    terminal.type("p")
    #expect(terminal.waits(for: "pane off"))
    terminal.settle()
    let keys = [
      "", "j", "j", "j", "k", " ", "b", "l", "\u{1B}", "h", "h", "?", "q", "d", "/new\r", "n", "t",
      "G", "g",
    ]
    for key in keys {
      terminal.type(key)
      terminal.settle()
      let found = Self.found(terminal.screen)
      for (link, words) in found {
        let whole = try #require(Self.links[link], "\(link)")
        #expect(whole.contains(words.trimmed), "\(key): \(words)")
      }
      // Words that stand whole on the screen lead where they should.
      for (link, words) in Self.links where key != "?" && key != "l" {
        for look in terminal.screen.looks(of: words) { #expect(look.link == link, "\(key)") }
      }
      if key == "" { #expect(found.count >= 6) }
    }
    #expect(terminal.screen.unknown.isEmpty)
    terminal.type("q")
    #expect(terminal.ending() == .exit(0))
    #expect(terminal.screen.look.link == nil)
  }

  @Test("are not told to one that would write them out")
  func console() throws {
    let terminal = try PseudoTerminal(
      [], columns: 100, rows: 24, variables: ["TERM": "linux"], article: Self.page())
    #expect(terminal.waits(for: "quote 1 of"))
    terminal.settle()
    #expect(terminal.screen.shows("the old bridge"))
    #expect(Self.found(terminal.screen).isEmpty)
  }
}

extension String {
  /// Without blanks at its ends.
  fileprivate var trimmed: String {
    var rest = Substring(self)
    while rest.first == " " { rest = rest.dropFirst() }
    while rest.last == " " { rest = rest.dropLast() }
    return String(rest)
  }
}
