import Foundation
import SutraTestSupport
import Testing

@testable import SutraCommand

@Suite("Files that change while they are open")
struct ChangingFileTests {
  private func append(_ text: String, to path: String) throws {
    let file = try #require(FileHandle(forWritingAtPath: path))
    try file.seekToEnd()
    try file.write(contentsOf: Data(text.utf8))
    try file.close()
  }

  private func open(_ path: String, _ arguments: String...) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(arguments + [path], columns: 100)
    #expect(terminal.wait { $0.text(row: 23).contains(/quote|following/) })
    return terminal
  }

  /// How often the program was given time by its own wish: its threads' voluntary switches.
  private func wakeUps(_ terminal: PseudoTerminal) -> Int {
    let folder = "/proc/\(terminal.child.number)/task"
    let threads = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return threads.map { thread in
      let status = try? String(contentsOfFile: "\(folder)/\(thread)/status", encoding: .utf8)
      let line = status?.split(separator: "\n").first { $0.hasPrefix("voluntary") }
      return line.flatMap { Int($0.split(separator: "\t").last ?? "") } ?? 0
    }.reduce(0, +)
  }

  @Test("say so without a key, and are read anew on one")
  func reloads() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Texts.bengali)
    let terminal = try open(path)
    terminal.type("]]")
    #expect(terminal.waits(for: "quote 3 of 4"))
    try append("\nমৎস্য কর্মকর্তা জানান, নদীতে মাছ বাড়বে।\n", to: path)
    #expect(terminal.waits(for: "the file has changed on disk; R reads it anew"))
    terminal.type("R")
    #expect(terminal.waits(for: "মৎস্য কর্মকর্তা জানান"))
    #expect(terminal.waits(for: "of 5"))
    terminal.type("j")
    #expect(terminal.waits(for: "quote 3 of 5"))
    #expect(terminal.waits(forNo: "changed on disk"))
  }

  @Test(
    "are noticed when they shrink, are replaced, are emptied or go",
    arguments: [
      "printf 'ছোট খবর: মেয়র বলেন, “হ্যাঁ।”' > A", "printf 'ছোট খবর: মেয়র বলেন, “হ্যাঁ।”' > B; mv B A",
      "mv A B; sleep 0.1; printf 'ছোট খবর: মেয়র বলেন, “হ্যাঁ।”' > A",
    ])
  func changes(command: String) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Texts.bengali, to: "A")
    let terminal = try open(path)
    _ = try KeysInManualTests.shell("cd '\(folder.path)'; \(command)")
    #expect(terminal.waits(for: "the file has changed on disk; R reads it anew"))
    terminal.type("R")
    #expect(terminal.waits(for: "ছোট খবর"))
    #expect(terminal.waits(for: "quote 1 of 1"))
    truncate(path, 0)
    #expect(terminal.waits(for: "the file has changed on disk; R reads it anew"))
    terminal.type("R")
    #expect(terminal.waits(for: "is empty"))
    #expect(terminal.screen.shows("ছোট খবর"))
    unlink(path)
    terminal.type("j")
    #expect(terminal.waits(for: "gone from the disk"))
    terminal.type("R")
    #expect(terminal.waits(for: "there is no file"))
    terminal.type("q")
    #expect(terminal.ending() == .exit(0))
  }

  @Test("are analysed as they are now, without the analysis of what they were coming to its end")
  func givesUp() throws {
    let folder = try TemporaryFolder()
    // To analyse this takes the tests' program longer than a test waits.
    let path = try folder.write(String(repeating: Texts.bengali, count: 12_000), to: "A")
    let terminal = try PseudoTerminal([path], columns: 100)
    #expect(terminal.waits(for: "reading the article…"))
    try Data("ছোট খবর: মেয়র বলেন, “হ্যাঁ।”\n".utf8).write(to: URL(fileURLWithPath: path))
    // What is told beside an analysis may wait on a busy machine.
    #expect(terminal.wait(seconds: 60) { $0.shows("the file has changed on disk") })
    terminal.type("R")
    #expect(terminal.waits(for: "ছোট খবর"))
    #expect(terminal.waits(for: "quote 1 of 1"))
    terminal.type("q")
    #expect(terminal.ending() == .exit(0))
  }

  @Test("are no trouble while they shrink and grow as they are read")
  func restless() throws {
    let folder = try TemporaryFolder()
    let text = String(repeating: Texts.bengali, count: 2_000)
    let path = try folder.write(text)
    let terminal = try PseudoTerminal([path], columns: 100)
    for round in 0..<15 {
      truncate(path, off_t(round % 2 == 0 ? 4_000 : 900_000))
      terminal.type("RG")
      terminal.settle(milliseconds: 0, seconds: 0.2)
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    }
    terminal.type("q")
    #expect(terminal.ending() == .exit(0))
  }

  @Test(
    "are followed: what is written shows at the end, and a key or Ctrl-C stops it",
    arguments: [
      "k", "\u{03}",
    ])
  func follows(key: String) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Texts.bengali)
    let terminal = try open(path, "--follow")
    #expect(terminal.waits(for: "following; any key stops"))
    for number in 1...30 {
      try append("\nলাইন \(number)। মৎস্য কর্মকর্তা জানান, মাছ বাড়বে।\n", to: path)
      if number % 10 == 0 { #expect(terminal.waits(for: "লাইন \(number)।")) }
    }
    // A letter that comes in two pieces is never shown by halves.
    try append("\nশেষ", to: path)
    #expect(terminal.waits(for: "শেষ"))
    let file = try #require(FileHandle(forWritingAtPath: path))
    try file.seekToEnd()
    try file.write(contentsOf: Data([0xE0, 0xA6]))
    terminal.settle()
    #expect(!terminal.screen.shows("\u{FFFD}"))
    try file.write(contentsOf: Data([0x95]))
    #expect(terminal.waits(for: "শেষক"))
    // Begun anew.
    try Data("নতুন পাতা\n\nমেয়র বলেন, “হ্যাঁ।”\n".utf8).write(to: URL(fileURLWithPath: path))
    #expect(terminal.waits(for: "নতুন পাতা"))
    terminal.type(key)
    #expect(terminal.waits(forNo: "following; any key stops"))
    try append("\nআরও এক লাইন।\n", to: path)
    #expect(terminal.waits(for: "changed on disk"))
    #expect(!terminal.screen.shows("আরও এক লাইন।"))
    terminal.type("T")
    #expect(terminal.waits(for: "আরও এক লাইন।"))
    terminal.type("q")
    #expect(terminal.ending() == .exit(0))
    expectAsBefore(terminal)
  }

  @Test("are followed when they go and come back, as logs do")
  func rotates() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Texts.bengali, to: "A")
    let terminal = try open(path, "--follow")
    rename(path, folder.path(of: "A.1"))
    #expect(terminal.waits(for: "the file is gone until it comes back"))
    _ = try folder.write("পরের পাতা\n\nমেয়র বলেন, “হ্যাঁ।”\n", to: "A")
    #expect(terminal.waits(for: "পরের পাতা"))
    try append("\nআরও কথা।\n", to: path)
    #expect(terminal.waits(for: "আরও কথা।"))
  }

  @Test(
    "are looked at where the system tells of no changes: they grow, shrink, are replaced and go")
  func polls() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Texts.bengali, to: "A")
    let terminal = try PseudoTerminal(
      ["unwatched", "--follow", path], columns: 100, program: Program.ends)
    #expect(terminal.waits(for: "following; any key stops"))
    try append("\nমৎস্য কর্মকর্তা জানান, মাছ বাড়বে।\n", to: path)
    #expect(terminal.waits(for: "মৎস্য কর্মকর্তা জানান"))
    truncate(path, 0)
    try append("ছোট খবর: মেয়র বলেন, “হ্যাঁ।”\n", to: path)
    #expect(terminal.waits(for: "ছোট খবর"))
    #expect(terminal.waits(forNo: "মৎস্য কর্মকর্তা জানান"))
    rename(path, folder.path(of: "A.1"))
    #expect(terminal.waits(for: "the file is gone until it comes back"))
    _ = try folder.write("পরের পাতা\n\nমেয়র বলেন, “হ্যাঁ।”\n", to: "A")
    #expect(terminal.waits(for: "পরের পাতা"))
    terminal.type("k")
    #expect(terminal.waits(forNo: "following; any key stops"))
    try append("\nআরও কথা।\n", to: path)
    // Nothing is looked at while nobody follows or types.
    #expect(
      terminal.wait {
        terminal.type("k")
        usleep(50_000)
        return $0.shows("the file has changed on disk")
      })
    terminal.type("q")
    #expect(terminal.ending() == .exit(0))
  }

  @Test("let the program sleep while nothing changes", arguments: [[], ["--follow"]])
  func sleeps(arguments: [String]) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Texts.bengali)
    let terminal = try PseudoTerminal(arguments + [path], columns: 100)
    #expect(terminal.waits(for: "রফিকুল ইসলাম"))
    try append("\nআরও এক লাইন।\n", to: path)
    #expect(terminal.waits(for: arguments.isEmpty ? "changed on disk" : "আরও এক লাইন।"))
    terminal.settle(milliseconds: 500)
    let before = wakeUps(terminal)
    // A file that has changed may change on, and others in the folder may come.
    if arguments.isEmpty { try append("\nআরও।\n", to: path) }
    _ = try folder.write("অন্য", to: "other.txt")
    usleep(1_500_000)
    #expect(wakeUps(terminal) == before)
  }

  @Test(
    "cannot be followed where there is no file",
    arguments: [
      (["--follow"], "--follow needs the file that grows"),
      (["--follow", "-"], "--follow needs the file that grows"),
      (["--follow", "--sample"], "--follow needs the file that grows"),
      (["--follow", "--print", "x"], "--follow and --print do not go together"),
      (["--follow", "--linear", "x"], "--follow needs the screen of a terminal"),
      (["--follow=yes", "x"], "--follow takes no value"),
      (["analyze", "--follow", "x"], "unknown option '--follow'"),
    ])
  func refuses(arguments: [String], sentence: String) throws {
    let terminal = try PseudoTerminal(arguments, columns: 160)
    #expect(terminal.ending() == .exit(ExitStatus.usage))
    #expect(terminal.screen.text[0].hasPrefix("sutra: \(sentence)"))
    expectAsBefore(terminal)
  }

  @Test("are the only ones to be read anew or followed")
  func sample() throws {
    let terminal = try PseudoTerminal(["--sample"], columns: 100)
    #expect(terminal.waits(for: "quote 1 of"))
    terminal.type("R")
    #expect(terminal.waits(for: "only a file can be read anew"))
    terminal.type("T")
    #expect(terminal.waits(for: "only a file can be followed"))
  }
}

@Suite("The end of a growing text")
struct GrowingTextTests {
  @Test(
    "waits for the rest of a scalar",
    arguments: [
      ([], 0), ([0x61], 0), ([0xE0, 0xA6, 0x95], 0), ([0x61, 0xE0], 1), ([0xE0, 0xA6], 2),
      ([0xF0, 0x9F, 0x98], 3), ([0xF0, 0x9F, 0x98, 0x80], 0), ([0x80, 0x80], 0), ([0xC3], 1),
      ([0xFF], 0), ([0x95, 0x95, 0x95, 0x95], 0),
    ] as [([UInt8], Int)])
  func unfinished(bytes: [UInt8], count: Int) {
    #expect(GrowingText.unfinishedBytes(of: bytes) == count)
  }
}
