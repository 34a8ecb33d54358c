import Foundation
import SutraTestSupport
import Testing

@testable import SutraCommand

@Suite("The reader and its keys")
struct ReaderKeysTests {
  /// An open reader with the article of `Texts`, analysed.
  private func open(
    columns: Int = 120, rows: Int = 30, arguments: [String] = [],
    variables: [String: String?] = [:], text: String = Texts.bengali
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      arguments, columns: columns, rows: rows, variables: variables, article: text)
    #expect(terminal.waits(for: "quote 1 of 4"))
    terminal.settle(milliseconds: 50)
    return terminal
  }

  /// Whether the cursor stands in the article on a text that begins with some words.
  private func cursorIsAt(_ words: String, _ screen: TerminalEmulator) -> Bool {
    guard let border = screen.place(of: "│")?.columns.lowerBound,
      screen.cursor.column < border
    else { return false }
    let rest = screen.text(row: screen.cursor.row, columns: screen.cursor.column..<border)
    return rest.unicodeScalars.starts(with: words.unicodeScalars)
  }

  @Test("goes from quote to quote with the cursor on its words")
  func quotes() throws {
    let terminal = try open()
    terminal.type("]")
    #expect(terminal.waits(for: "quote 2 of 4"))
    #expect(terminal.wait { cursorIsAt("“সেতুটি দিয়ে", $0) })
    terminal.type("]")
    #expect(terminal.waits(for: "quote 3 of 4"))
    #expect(terminal.wait { cursorIsAt("খরচ হবে", $0) })
    // The same speaker has said the one before.
    terminal.type("{")
    #expect(terminal.waits(for: "quote 2 of 4"))
    terminal.type("[")
    #expect(terminal.waits(for: "quote 1 of 4"))
    #expect(terminal.wait { cursorIsAt("আগামী শীতে", $0) })
  }

  @Test("goes through the pane and back to the article")
  func pane() throws {
    let terminal = try open()
    terminal.type("\t")
    #expect(terminal.waits(for: "▸Quotes 4"))
    terminal.type("j")
    #expect(terminal.waits(for: "quote 2 of 4"))
    let border = try #require(terminal.screen.place(of: "│")).columns.lowerBound
    #expect(terminal.screen.cursor.column == border + 1)
    terminal.type("\u{1B}[B\r")
    #expect(terminal.wait { cursorIsAt("খরচ হবে", $0) })
    #expect(terminal.waits(forNo: "▸Quotes 4"))
    terminal.type("\u{1B}[Z")
    #expect(terminal.waits(for: "▸Quotes 4"))
  }

  @Test("shows and hides the pane and goes through its views")
  func views() throws {
    let terminal = try open()
    terminal.type("p")
    #expect(terminal.waits(forNo: "│"))
    terminal.type("p")
    #expect(terminal.waits(for: "│"))
    terminal.type("P")
    #expect(terminal.waits(for: "as speaker"))
    terminal.type("P")
    #expect(terminal.wait { $0.shows("place") && $0.shows("person") })
    terminal.type("P")
    #expect(terminal.waits(for: "words are said by"))
    terminal.type("P")
    #expect(terminal.waits(for: "1 রফিকুল ইসলাম"))
  }

  @Test("highlights, plainly or without one kind")
  func highlighting() throws {
    let terminal = try open()
    let name = "নাজমা পারভীন"
    func look() -> Set<CellLook> {
      let column = terminal.screen.place(of: name)?.columns.lowerBound ?? .max
      return column < 60 ? Set(terminal.screen.looks(of: name)) : []
    }
    let plain = CellLook(foreground: 252, background: 234)
    let person = CellLook(foreground: 117, background: 234, attributes: [.bold])
    // On a dark ground names are blue and bold.
    #expect(terminal.wait { _ in look() == [person] })
    terminal.type("h")
    #expect(terminal.wait { _ in look() == [plain] })
    #expect(terminal.waits(for: "highlighting off"))
    terminal.type("h")
    #expect(terminal.wait { _ in look() == [person] })
    terminal.type("H1")
    #expect(terminal.wait { _ in look() == [plain] })
    #expect(terminal.waits(for: "persons off"))
    terminal.type("H1")
    #expect(terminal.wait { _ in look() == [person] })
    terminal.type("H2")
    #expect(terminal.waits(for: "places off"))
    terminal.type("H3")
    #expect(terminal.waits(for: "organisations off"))
  }

  @Test("goes through the themes")
  func themes() throws {
    let terminal = try open()
    let words = "কাঁসাই নদীর ওপর একটি"
    var seen: [Set<CellLook>] = [Set(terminal.screen.looks(of: words))]
    for _ in 0..<4 {
      terminal.type("t")
      #expect(terminal.wait { Set($0.looks(of: words)) != seen.last })
      terminal.settle()
      seen.append(Set(terminal.screen.looks(of: words)))
    }
    #expect(seen.first == seen.last)
    #expect(Set(seen).count == 4)
  }

  @Test("searches for what is typed in Bengali")
  func search() throws {
    let terminal = try open()
    terminal.type("/সেতু")
    #expect(terminal.waits(for: "/সেতু"))
    #expect(terminal.wait { $0.cursor.row == 29 && $0.cursor.column == 4 })
    terminal.type("র\u{7F}\r")
    #expect(terminal.waits(for: "match 1 of"))
    let first = terminal.screen.cursor
    terminal.type("n")
    #expect(terminal.wait { $0.cursor != first })
    let second = terminal.screen.cursor
    #expect(second > first)
    terminal.type("N")
    #expect(terminal.wait { $0.cursor == first })
    terminal.type("/zzz\r")
    #expect(terminal.wait { $0.text(row: 29).contains("zzz") && !$0.text(row: 29).hasPrefix("/") })
  }

  @Test("shows help, and Esc closes it")
  func help() throws {
    let terminal = try open()
    for key in ["?", "\u{1B}OP"] {
      terminal.type(key)
      #expect(terminal.waits(for: "next quote of the same speaker"))
      terminal.type("\u{1B}")
      #expect(terminal.waits(for: "কাঁসাই নদীর ওপর একটি"))
    }
  }

  @Test(
    "names a key that does nothing",
    arguments: [
      ("z", "z"), ("é", "é"), ("\u{1B}[24~", "F12"), ("\u{14}", "Ctrl-T"), ("\u{1B}[2~", "Ins"),
    ])
  func unknownKey(sent: String, label: String) throws {
    let terminal = try open()
    terminal.type(sent)
    #expect(
      terminal.wait {
        $0.text(row: 29).unicodeScalars.contains("?") && $0.text(row: 29).contains(label)
      })
    terminal.type("]")
    #expect(terminal.waits(for: "quote 2 of 4"))
  }

  @Test("draws anew what something else has spoilt")
  func redraws() throws {
    let terminal = try open()
    let shown = terminal.screen.text
    terminal.spoil("\u{1B}[H\u{1B}[2Jmessage from elsewhere")
    #expect(terminal.screen.text != shown)
    terminal.type("\u{0C}")
    #expect(terminal.wait { $0.text == shown })
  }

  @Test("follows the size of its window, below its smallest too")
  func resizes() throws {
    let terminal = try open()
    for (columns, rows) in [(80, 24), (20, 5), (160, 50), (61, 17)] {
      terminal.resize(columns: columns, rows: rows)
      #expect(terminal.wait { $0.text(row: rows - 1).contains("%") && $0.shows("কাঁসাই নদীর") })
    }
    terminal.resize(columns: 12, rows: 4)
    #expect(terminal.waits(for: "Sutra needs"))
    terminal.resize(columns: 1, rows: 1)
    terminal.settle(milliseconds: 60)
    terminal.resize(columns: 120, rows: 30)
    #expect(terminal.wait { $0.text(row: 29).contains("quote 1 of 4") && $0.shows("│") })
    #expect(terminal.screen.shows("1 রফিকুল ইসলাম"))
    terminal.type("q")
    #expect(terminal.ending() == .exit(0))
  }

  @Test("writes no colours where none are wanted, and differs roles all the same")
  func noColor() throws {
    let terminal = try open(variables: ["NO_COLOR": "1"])
    #expect(terminal.screen.colorCodes.isEmpty)
    #expect(terminal.screen.looks(of: "রফিকুল ইসলাম").contains { !$0.attributes.isEmpty })
    terminal.type("tt]")
    #expect(terminal.waits(for: "quote 2 of 4"))
    #expect(terminal.screen.colorCodes.isEmpty)
  }
}
