import Foundation
import SutraReader
import SutraTestSupport
import Testing

@testable import SutraCommand

@Suite("The reader asks how the terminal counts columns")
struct WidthAskingTests {
  /// Bengali that the three ways count differently; the last paragraph fills rows to their ends.
  static let text = """
    স্বাক্ষরিত চুক্তি

    কৌশলী সৌমেনের ভাইয়ের কাছে চৌকো কাংসপাত্র।

    ক\u{9C7}\u{9BE}নো স্ত্র্যাংশ ৎসারু ব\u{9C7}\u{9D7}দ্ধ র\u{200D}্যাব দুঃখ কংঃ।

    লক্ষ্মীর ড়ো য\u{9BC}া ঢ\u{9BC}ো পাঁচটি নৌকা।

    কালো কেশী কৈ মাছেরা খালে বিলে ঝিলে নেমে গেলে জেলেরা নৌকা ভাসিয়ে জালে টেনে টেনে তোলে আর মেলায় নিয়ে গিয়ে বেচে; \
    সোনালি রোদে পাখিরা কাশের বনে বাসা বাঁধে, গোরুরা ঘাসে চরে, শিশুরা ধুলোয় খেলে, বৌ-ঝিয়েরা কলসি কাঁখে ঘাটে যায়।

    """
  private static var paragraphs: [String] {
    text.split(separator: "\n").map(String.init)
  }

  private func open(
    profile: WidthProfile, columns: Int = 100, answers: Bool = true, arguments: [String] = [],
    home: TemporaryFolder? = nil
  ) throws -> PseudoTerminal {
    try PseudoTerminal(
      arguments, columns: columns, rows: 24, profile: profile, answers: answers, home: home,
      article: Self.text)
  }

  /// Whether the article is read back as it was written, but for blanks and where rows end.
  private func showsAll(_ screen: TerminalEmulator) -> Bool {
    let shown = (0..<screen.rows - 1).map { row in
      let border = screen.cells[row].firstIndex { $0.text == "│" } ?? screen.columns
      return screen.text(row: row, columns: 1..<border)
    }.joined()
    func letters(_ text: String) -> [Unicode.Scalar] { text.unicodeScalars.filter { $0 != " " } }
    return letters(shown) == letters(Self.paragraphs.joined())
  }

  /// The columns where the pane's border stands, one for each row that has it.
  private func borders(_ screen: TerminalEmulator) -> [Int] {
    (0..<screen.rows - 1).map { row in
      screen.cells[row].firstIndex { $0.text == "│" } ?? -1
    }
  }

  @Test(
    "and shows every row as written, the border in one line", arguments: WidthProfile.allCases,
    [100, 160])
  func follows(profile: WidthProfile, columns: Int) throws {
    let terminal = try open(profile: profile, columns: columns)
    #expect(terminal.waits(for: "no quotes"))
    #expect(terminal.wait { showsAll($0) && Set(borders($0)).count == 1 })
    // Keys that move what is shown change nothing about that.
    terminal.type("/ন\r")
    terminal.settle()
    #expect(showsAll(terminal.screen))
    #expect(Set(borders(terminal.screen)).count == 1)
    terminal.type("hPPPnNh")
    terminal.settle()
    #expect(showsAll(terminal.screen))
    #expect(Set(borders(terminal.screen)).count == 1)
    #expect(terminal.screen.unknown.isEmpty)
  }

  @Test("and would be seen to be wrong if it did not")
  func wouldBeSeen() throws {
    let terminal = try open(profile: .cluster, arguments: ["--widths", "spacing"])
    #expect(terminal.waits(for: "no quotes"))
    terminal.settle()
    #expect(Set(borders(terminal.screen)).count > 1)
  }

  @Test("and takes spacing when there is no answer")
  func noAnswer() throws {
    let terminal = try open(profile: .spacing, answers: false)
    #expect(terminal.waits(for: "no quotes"))
    #expect(showsAll(terminal.screen))
    #expect(Set(borders(terminal.screen)).count == 1)
    terminal.type("q")
    #expect(terminal.ending() == .exit(0))
  }

  @Test("but follows --widths without asking", arguments: WidthProfile.allCases)
  func forced(profile: WidthProfile) throws {
    let terminal = try open(profile: profile, arguments: ["--widths=\(profile.rawValue)"])
    #expect(terminal.waits(for: "no quotes"))
    #expect(showsAll(terminal.screen))
    #expect(Set(borders(terminal.screen)).count == 1)
    #expect(!String(decoding: terminal.written, as: UTF8.self).contains("\u{1B}[6n"))
  }

  @Test("and paints anew when the answer comes late")
  func lateAnswer() throws {
    let terminal = try open(profile: .cluster, answers: false)
    #expect(terminal.waits(for: "no quotes"))
    terminal.answerProbe()
    #expect(terminal.wait { showsAll($0) && Set(borders($0)).count == 1 })
  }

  @Test("and loses no key typed before the answer", arguments: [true, false])
  func keepsKeys(answers: Bool) throws {
    let terminal = try PseudoTerminal(
      [], columns: 120, profile: .konsole, answers: answers, article: Texts.bengali)
    terminal.type("?")
    #expect(terminal.waits(for: "next quote of the same speaker"))
    terminal.type("q")
    terminal.type("q")
    #expect(terminal.ending() == .exit(0))
  }

  @Test("and remembers the answer for the next time")
  func remembers() throws {
    let home = try TemporaryFolder()
    let first = try open(profile: .konsole, home: home)
    #expect(first.waits(for: "no quotes"))
    first.type("q")
    #expect(first.ending() == .exit(0))
    let memory = home.path(of: "cache/sutra/widths")
    #expect(try String(contentsOfFile: memory, encoding: .utf8).hasSuffix("\tkonsole\n"))
    let second = try open(profile: .konsole, answers: false, home: home)
    #expect(second.waits(for: "no quotes"))
    #expect(showsAll(second.screen))
    #expect(Set(borders(second.screen)).count == 1)
  }

  @Test("and the doctor tells what it answered", arguments: WidthProfile.allCases)
  func doctor(profile: WidthProfile) throws {
    let terminal = try PseudoTerminal(["doctor"], columns: 100, rows: 60, profile: profile)
    #expect(terminal.ending() == .exit(0))
    #expect(terminal.screen.shows("\(profile.rawValue), asked: the terminal answered so"))
    #expect(terminal.screen.shows("100 columns, 60 rows"))
    let bars = terminal.screen.cells.compactMap { row in row.firstIndex { $0.text == "│" } }
    #expect(bars.count >= 5)
    #expect(Set(bars).count == 1)
    #expect(terminal.modes == terminal.modesBefore)
  }
}
