import Foundation
import SutraReader
import SutraTestSupport
import Testing

@testable import SutraCommand

@Suite("Every key in a terminal")
struct KeysInTerminalTests {
  /// What is pressed before a key so that it has something to do, and a text it brings.
  private struct Case {
    var before = ""
    var shows = ""
  }

  private static let enter = "\r"
  private static let search = "/নৌকা\r"
  private static let cases: [String: Case] = [
    "line-down": Case(), "line-up": Case(before: "G"), "page-down": Case(),
    "page-up": Case(before: "G"), "half-page-down": Case(), "half-page-up": Case(before: "G"),
    "beginning": Case(before: "G"), "end": Case(before: "g", shows: "100%"),
    "percent": Case(before: "50"), "next-quote": Case(shows: "quote 2 of 22"),
    "previous-quote": Case(before: "]]", shows: "quote 2 of 22"),
    "next-of-speaker": Case(shows: "quote 2 of 22"),
    "previous-of-speaker": Case(before: "]", shows: "quote 1 of 22"),
    "who": Case(shows: "Who says so?"), "outline": Case(shows: "Paragraphs and who speaks"),
    "links": Case(shows: "nothing here leads elsewhere"),
    "switch": Case(shows: "▸Quotes"), "go": Case(before: "\t"),
    "pane": Case(shows: "pane off; p brings it back"), "view": Case(),
    "filter-speaker": Case(shows: "Whose words? Type to narrow"),
    "filter-this-speaker": Case(shows: "quotes of 22"), "filters": Case(shows: "Only quotes with"),
    "clear-filters": Case(before: "S", shows: "all quotes"),
    "highlighting": Case(shows: "highlighting off"),
    "kinds": Case(shows: "1 persons 2 places 3 organisations"),
    "persons": Case(), "places": Case(), "organisations": Case(), "works": Case(),
    "events": Case(), "dates": Case(), "quantities": Case(),
    "next-theme": Case(shows: "theme "), "pictures": Case(shows: "text is drawn in cells"),
    "search": Case(shows: "/"),
    "next-match": Case(before: search, shows: "match 2 of "),
    "previous-match": Case(before: search, shows: "from the other end"),
    "search-entity": Case(shows: "match 1 of "), "next-mention": Case(shows: ": mention "),
    "previous-mention": Case(before: "eee", shows: ": mention "),
    "entity-order": Case(shows: "entities by mentions"), "next-doubtful": Case(shows: "% sure; "),
    "next-claim": Case(shows: "claim 1 of "),
    "previous-doubtful": Case(before: "ii", shows: "% sure; 1 of "),
    "mark": Case(shows: "a letter names the mark"),
    "go-to-mark": Case(shows: "a letter names the mark to go to"),
    "jump-back": Case(before: "G"), "jump-forward": Case(before: "G("),
    "copy-quote": Case(shows: "sent quote 1 with its citation to the terminal"),
    "copy-text": Case(shows: "sent the words of quote 1 to the terminal"),
    "pipe": Case(shows: "| "),
    "export": Case(shows: "write quotes to: bn-quotes.md"),
    "next": Case(shows: "New bridge over the Kasai"),
    "previous": Case(before: "\u{18}", shows: "হাওরে নামছে বইয়ের নৌকা"),
    "all-entities": Case(shows: "all that is named"),
    "join-lines": Case(shows: "no lines were joined here"),
    "reload": Case(shows: "only a file can be read anew"),
    "follow": Case(shows: "only a file can be followed"),
    "articles": Case(shows: "Articles. Type to narrow"),
    "dossier": Case(), "library": Case(), "corrections": Case(),
    "notes": Case(shows: "What is wrong with the text"),
    "command": Case(shows: ":"), "help": Case(shows: "Keys: "), "cancel": Case(before: search),
    "redraw": Case(), "quit": Case(),
  ]

  /// What a terminal sends for a key.
  private static func bytes(_ key: Key) -> String {
    switch key {
    case .character(let scalar): String(Character(scalar))
    case .control(let scalar): String(Character(Unicode.Scalar(UInt8(scalar.value & 0x1F))))
    case .up: "\u{1B}OA"
    case .down: "\u{1B}OB"
    case .right: "\u{1B}OC"
    case .left: "\u{1B}OD"
    case .home: "\u{1B}OH"
    case .end: "\u{1B}OF"
    case .pageUp: "\u{1B}[5~"
    case .pageDown: "\u{1B}[6~"
    case .insert: "\u{1B}[2~"
    case .delete: "\u{1B}[3~"
    case .enter: "\r"
    case .tab: "\t"
    case .backTab: "\u{1B}[Z"
    case .escape: "\u{1B}"
    case .backspace: "\u{7F}"
    case .function(let number): number < 5 ? "\u{1B}O" + ["P", "Q", "R", "S"][number - 1] : ""
    }
  }

  private static func open() throws -> PseudoTerminal {
    let folder = try TemporaryFolder()
    let second = try folder.write(Texts.english, to: "second.txt")
    // Not the first start, of which the status line tells.
    try FileManager.default.createDirectory(
      atPath: folder.path(of: ".local/state/sutra"), withIntermediateDirectories: true)
    _ = try folder.write("# known\n", to: ".local/state/sutra/read")
    let terminal = try PseudoTerminal(
      ["--sample", "bn", second], columns: 130, rows: 20, home: folder)
    #expect(terminal.waits(for: "quote 1 of 22"))
    return terminal
  }

  @Test("no key of the table is forgotten here")
  func whole() {
    #expect(Set(KeyTable.groups.flatMap(\.bindings).map(\.name)) == Set(Self.cases.keys))
  }

  @Test("shows its effect", arguments: KeyTable.groups.flatMap(\.bindings).map(\.name))
  func effect(name: String) throws {
    let binding = try #require(KeyTable.groups.flatMap(\.bindings).first { $0.name == name })
    let wanted = try #require(Self.cases[name])
    var terminal = try Self.open()
    for (number, key) in binding.keys.enumerated() {
      if number > 0, name != "quit" {
        // Back to where no window, prompt or help is open.
        terminal.type("\u{1B}")
        terminal.settle(milliseconds: 120)
      }
      terminal.type(wanted.before)
      terminal.settle(milliseconds: 120)
      let before = terminal.screen
      let count = terminal.written.count
      terminal.type(Self.bytes(key))
      if name == "quit" {
        #expect(terminal.ending() == .exit(0), "\(key.label)")
        #expect(!terminal.screen.isAlternate && terminal.modes == terminal.modesBefore)
        terminal = try Self.open()
        continue
      }
      let isShown = terminal.wait { screen in
        // Drawing anew changes no cell.
        name == "redraw"
          || screen.cells != before.cells || screen.cursor != before.cursor
      }
      #expect(isShown, "\(key.label) has no effect")
      if name == "redraw" {
        terminal.settle()
        #expect(terminal.written.count > count + 1_000)
        #expect(terminal.screen.text == before.text)
      }
      if number == 0, !wanted.shows.isEmpty {
        #expect(terminal.waits(for: wanted.shows), "\(key.label) does not show \(wanted.shows)")
      }
    }
    #expect(terminal.screen.unknown.isEmpty)
  }

  @Test("the letters of a Bengali keyboard work without switching")
  func bengali() throws {
    let terminal = try Self.open()
    terminal.type("ূ")
    #expect(terminal.waits(for: "Who says so?"))
    terminal.type("\u{1B}")
    #expect(terminal.waits(forNo: "Who says so?"))
    terminal.type("দ")
    #expect(terminal.ending() == .exit(0))
  }

  @Test("the mouse chooses, asks, scrolls and drags, and is left alone when it is off")
  func mouse() throws {
    let terminal = try Self.open()
    let place = try #require(terminal.screen.place(of: "আরিফুল কবির"))
    terminal.type("\u{1B}[<0;\(place.columns.lowerBound + 1);\(place.row + 1)M")
    terminal.type("\u{1B}[<0;\(place.columns.lowerBound + 1);\(place.row + 1)m")
    terminal.settle()
    let before = terminal.screen.cells
    terminal.type("\u{1B}[<65;5;5M")
    #expect(terminal.wait { $0.cells != before })
    let border = try #require(terminal.screen.place(of: "│"))
    let column = border.columns.lowerBound
    terminal.type("\u{1B}[<0;\(column + 1);9M\u{1B}[<32;\(column - 9);9M\u{1B}[<0;\(column - 9);9m")
    #expect(terminal.wait { $0.place(of: "│")?.columns.lowerBound == column - 10 })
    let written = String(decoding: terminal.written, as: UTF8.self)
    #expect(written.contains("\u{1B}[?1006"))
    terminal.type("q")
    #expect(terminal.ending() == .exit(0))
    let plain = try PseudoTerminal(["--no-mouse", "--sample"], columns: 100, rows: 20)
    #expect(plain.waits(for: "quote 1 of 22"))
    plain.type("q")
    #expect(plain.ending() == .exit(0))
    #expect(!String(decoding: plain.written, as: UTF8.self).contains("1006h"))
  }

  @Test("an export asks before it replaces a file, and tells why it cannot write")
  func export() throws {
    let terminal = try Self.open()
    let path = try terminal.home.write("mine", to: "quotes.csv")
    func contents() -> String {
      FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
    terminal.type(":w ~/quotes.csv\r")
    #expect(terminal.waits(for: "exists; replace it? (y/n)"))
    terminal.type("n")
    #expect(terminal.waits(for: "nothing was changed"))
    #expect(contents() == "mine")
    terminal.type(":w ~/quotes.csv\r")
    #expect(terminal.waits(for: "exists; replace it? (y/n)"))
    terminal.type("y")
    #expect(terminal.waits(for: "wrote "))
    #expect(contents().hasPrefix("number,speaker,kind,type,quote"))
    terminal.type(":w a.xyz\r")
    #expect(terminal.waits(for: "nothing was written: there is no format '.xyz'"))
    for device in ["tty", "full"] {
      terminal.type(":w /dev/\(device)\r")
      #expect(terminal.waits(for: "'/dev/\(device)' was not written: it is a device or a pipe"))
    }
    terminal.type(":w /none/a.md\r")
    #expect(terminal.waits(for: "'/none/a.md' was not written: No such file or directory"))
    terminal.type(":w ~\r")
    #expect(terminal.waits(for: "'~' was not written: it is a directory"))
    terminal.type("]")
    #expect(terminal.waits(for: "quote 2 of 22"))
  }

  @Test("a command gets the quotes, and one that fails is told when Enter brings the reader back")
  func pipe() throws {
    let terminal = try Self.open()
    terminal.type(":pipe wc -l\r")
    #expect(terminal.waits(for: "[press Enter to go on reading]"))
    #expect(terminal.screen.text.contains { $0.hasSuffix("22") } && !terminal.screen.isAlternate)
    terminal.type("\r")
    #expect(terminal.waits(for: "'wc -l' has ended"))
    #expect(terminal.screen.isAlternate)
    terminal.type("|! exit 3\r")
    #expect(terminal.waits(for: "[press Enter to go on reading]"))
    terminal.type("\r")
    #expect(terminal.waits(for: "'exit 3': it ended with status 3"))
    terminal.type("]")
    #expect(terminal.waits(for: "quote 2 of 22"))
  }
}
