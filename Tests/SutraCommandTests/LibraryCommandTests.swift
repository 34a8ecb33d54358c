import Foundation
import SutraLibrary
import Testing

@testable import SutraCommand

@Suite("The library of what was read")
struct LibraryCommandTests {
  private static let bengali = """
    সেতুর টোল কমছে

    “টোল কমবে ২০২৪ সালের জুনে,” বলেন মেয়র নাজমা পারভীন। তিনি মঙ্গলবার সাংবাদিকদের বলেন, সেতুটি আগামী মাসে খুলবে।

    প্রকৌশলী করিম উদ্দিনের দাবি, পিলারে ফাটল নেই।
    """
  private static let english = """
    Ferry service resumes

    “We waited a whole week for the fog to lift,” said Ann Reed, the mayor of Port Ellery. “The ferry runs again in 2024,” Reed said.

    Captain Tom Hale denied that the boat had been unsafe.
    """

  private func environment(_ home: TemporaryFolder) -> [String: String] {
    var variables = Program.environment(home: home)
    variables["XDG_DATA_HOME"] = home.path(of: "data")
    return variables
  }

  private func run(
    _ words: [String], _ home: TemporaryFolder, input: Program.Input = .nothing
  ) throws -> Program.Outcome {
    try Program.run(words, environment: environment(home), input: input)
  }

  /// A path as the library has it: whole, and without what means nothing in it.
  private static func whole(_ path: String) -> String {
    URL(fileURLWithPath: path).resolvingSymlinksInPath().path
  }

  private func filled() throws -> (home: TemporaryFolder, files: [String]) {
    let home = try TemporaryFolder()
    let files = [
      try home.write(Self.bengali, to: "toll.txt"), try home.write(Self.english, to: "ferry.txt"),
    ]
    let added = try run(["library", "add"] + files, home)
    #expect(added.text == "2 new, 0 changed, 0 there already\n")
    return (home, files)
  }

  @Test("tells who said what, by name, words, type and kind, in both languages")
  func questions() throws {
    let (home, files) = try filled()
    let byMayor = try run(["said", "--speaker", "পারভীনের", "--format", "jsonl"], home)
    #expect(byMayor.lines.count == 2)
    #expect(byMayor.lines.allSatisfy { $0.contains("\"speaker\":\"নাজমা পারভীন\"") })
    #expect(byMayor.text.contains("\"origin\":\"\(Self.whole(files[0]))\""))
    // So do Latin letters find names of Bengali, and the other way round.
    #expect(try run(["said", "--speaker", "parveen", "--format", "jsonl"], home).lines.count == 2)
    #expect(try run(["said", "--speaker", "রিড", "--format", "jsonl"], home).lines.count == 2)
    #expect(try run(["find", "karim uddin"], home).lines.count == 1)
    // Digits of one script find those of the other.
    #expect(try run(["said", "--about", "2024"], home).lines.count == 2)
    #expect(try run(["said", "২০২৪", "--format", "jsonl"], home).lines.count == 2)
    let direct = try run(["said", "--speaker", "reed", "--type", "direct"], home)
    #expect(direct.lines.count == 2)
    #expect(try run(["said", "--speaker", "reed", "--type", "indirect"], home).lines.count == 1)
    let denied = try run(["who", "hale", "--format", "jsonl"], home)
    #expect(denied.text.contains("\"negated\":true"))
    let who = try run(["who", "Ann", "Reed"], home)
    #expect(who.text.contains("2 quotes"))
    #expect(who.text.contains("named with: Tom Hale"))
    let found = try run(["find", "সেতু"], home)
    #expect(found.lines.count == 1)
    #expect(found.text.contains("সেতুটি") || found.text.contains("সেতুর"))
    #expect(try run(["find", "fog", "ferry"], home).text.contains("ferry.txt"))
    #expect(try run(["find", "fog", "সেতু"], home).text.contains("no text"))
    let table = try run(["said", "--format", "csv"], home)
    #expect(table.text.hasPrefix("speaker,kind,role,type,words"))
    #expect(try run(["said", "--kind", "bogus"], home).ending == .exit(2))
    #expect(try run(["find", "…!"], home).ending == .exit(2))
  }

  @Test("dates and counts for people are those of their papers, those for programs are the same")
  func dates() throws {
    let home = try TemporaryFolder()
    let file = try home.write(
      "<html><head><title>সেতুর টোল কমছে</title><meta property=\"article:published_time\" "
        + "content=\"2026-11-05T04:00:00Z\"></head><body><article><h1>সেতুর টোল কমছে</h1><p>"
        + Self.bengali.replacing("\n\n", with: "</p><p>") + "</p></article></body></html>",
      to: "toll.html")
    #expect(try run(["library", "add", file], home).ending == .exit(0))
    let ways = [["library", "list"], ["said"], ["find", "সেতু"], ["who", "পারভীন"]]
    for words in ways {
      let english = try run(words, home).text
      #expect(english.contains("5 Nov 2026") && !english.contains("2026-11-05"), "\(english)")
      let bengali = try run(words + ["--language", "bn"], home).text
      #expect(bengali.contains("৫ নভেম্বর ২০২৬") && !bengali.contains("2026"), "\(bengali)")
      let western = try run(words + ["--language", "bn", "--digits", "western"], home).text
      #expect(western.contains("5 নভেম্বর 2026"), "\(western)")
      let rows = try run(words + ["--language", "bn", "--format", "jsonl"], home)
      #expect(rows.text.contains("2026-11-05T04:00:00Z"))
      #expect(rows.output == (try run(words + ["--format", "jsonl"], home)).output)
    }
    #expect(try run(["library", "list", "--language", "bn"], home).text.contains("\t৩/২\t"))
    let who = try run(["who", "পারভীন", "--language", "bn"], home).text
    #expect(who.hasPrefix("২টি উদ্ধৃতি, ১টি প্রতিবেদনে নাম আছে\n"))
  }

  @Test("a changed article is a new version of the same one, and only what it says now counts")
  func versions() throws {
    let (home, files) = try filled()
    #expect(
      try run(["library", "add"] + files, home).text == "0 new, 0 changed, 2 there already\n")
    _ = try home.write(
      "Ferry stops\n\n“It stops for good,” said Ann Reed, the mayor.\n", to: "ferry.txt")
    #expect(
      try run(["library", "add", files[1]], home).text == "0 new, 1 changed, 0 there already\n")
    let list = try run(["library", "list", "--format", "jsonl"], home)
    #expect(list.lines.count == 2)
    #expect(list.text.contains("\"title\":\"Ferry stops\""))
    #expect(list.text.contains("\"versions\":2"))
    let said = try run(["said", "--speaker", "reed"], home)
    #expect(said.lines.count == 1)
    #expect(said.text.contains("stops for good"))
    #expect(try run(["find", "fog"], home).text.contains("no text"))
  }

  @Test("what is forgotten leaves nothing behind, and a copy has all there was")
  func forgetting() throws {
    let (home, files) = try filled()
    let copy = home.path(of: "copy.db")
    #expect(try run(["library", "backup", copy], home).ending == .exit(0))
    #expect(try run(["library", "backup", copy], home).complaint.contains("exists"))
    let nowhere = try run(["library", "backup", home.path(of: "none/copy.db")], home)
    #expect(nowhere.complaint.contains("make its folder"))
    #expect(nowhere.ending == .exit(74))
    #expect(try run(["library", "forget", files[0], "nowhere"], home).ending == .exit(1))
    #expect(try run(["said", "--speaker", "পারভীন"], home).text.contains("nothing like that"))
    #expect(try run(["find", "সেতু"], home).text.contains("no text"))
    #expect(try run(["library", "list", "--format", "jsonl"], home).lines.count == 1)
    try Library(path: home.path(of: "data/sutra/library.db")).check()
    let other = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: other.path(of: "data/sutra"), withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: copy, toPath: other.path(of: "data/sutra/library.db"))
    #expect(try run(["said", "--speaker", "পারভীন", "--format", "jsonl"], other).lines.count == 2)
  }

  @Test("killed while it writes, it keeps what it has told of, whole, and opens again")
  func killed() throws {
    let home = try TemporaryFolder()
    let path = home.path(of: "data/sutra/library.db")
    var kept = 0
    for round in 0..<(Program.number("SUTRA_KILLS") ?? 25) {
      let files = try (0..<40).map { number in
        try home.write(
          "Ferry \(round) \(number)\n\n“Boat \(number) waits,” said Ann Reed, the mayor.\n",
          to: "a\(round)-\(number).txt")
      }
      let child = try ChildProcess(
        Program.path, ["library", "add"] + files, environment: environment(home),
        descriptors: [
          .open("/dev/null", O_RDONLY), .open("/dev/null", O_WRONLY), .open("/dev/null", O_WRONLY),
        ])
      usleep(UInt32(20_000 + round % 25 * 15_000))
      child.send(SIGKILL)
      while child.poll() == nil { usleep(500) }
      let library = try Library(path: path)
      var count = 0
      try library.eachKept { if $0.quotes == 1 { count += 1 } }
      try #require(count >= kept, "what was kept is gone")
      let quotes = try library.said(
        {
          var all = QuoteQuestion(); all.most = 100_000; return all
        }())
      try #require(quotes.count == count, "\(quotes.count) quotes of \(count) articles")
      kept = count
    }
    try Library(path: path).check()
  }

  @Test("two that add at once wait for each other and lose nothing, while a third one asks")
  func together() throws {
    let home = try TemporaryFolder()
    func start(_ name: String) throws -> ChildProcess {
      let files = try (0..<60).map { number in
        try home.write(
          "Ferry \(name) \(number)\n\n“Boat \(number) waits,” said Ann Reed, the mayor.\n",
          to: "\(name)\(number).txt")
      }
      return try ChildProcess(
        Program.path, ["library", "add"] + files, environment: environment(home),
        descriptors: [
          .open("/dev/null", O_RDONLY), .open("/dev/null", O_WRONLY),
          .open(home.path(of: "\(name).log"), O_WRONLY | O_CREAT),
        ])
    }
    let children = [try start("one"), try start("two")]
    while children.contains(where: { $0.poll() == nil }) {
      #expect(try run(["said", "--speaker", "reed"], home).ending == .exit(0))
    }
    #expect(children.map { $0.poll() } == [.exit(0), .exit(0)])
    #expect(try run(["library", "list", "--format", "jsonl"], home).lines.count == 120)
  }

  @Test("what is opened in the reader is kept where there is a library, and else where asked for")
  func reading() throws {
    let (home, _) = try filled()
    let variables = ["XDG_DATA_HOME": home.path(of: "data")]
    let file = try home.write(
      "Fog lifts\n\n“It is gone,” said Paul Dane, the pilot.\n", to: "fog.txt")
    func read(_ words: [String], _ variables: [String: String]) throws {
      let terminal = try PseudoTerminal(words + [file], variables: variables, home: home)
      #expect(terminal.waits(for: "quote 1 of 1") || terminal.screen.shows("Paul Dane"))
      terminal.settle()
      terminal.type("q")
      #expect(terminal.ending() == .exit(0))
    }
    try read(["--library", "off"], variables)
    #expect(try run(["said", "--speaker", "dane"], home).text.contains("nothing like that"))
    try read([], variables)
    let said = try run(["said", "--speaker", "dane", "--format", "jsonl"], home)
    #expect(said.lines.count == 1 && said.text.contains("\"origin\":\"\(Self.whole(file))\""))
    let other = home.path(of: "other")
    try read([], ["XDG_DATA_HOME": other])
    #expect(!FileManager.default.fileExists(atPath: other + "/sutra/library.db"))
    try read(["--library", "on"], ["XDG_DATA_HOME": other])
    #expect(FileManager.default.fileExists(atPath: other + "/sutra/library.db"))
  }

  @Test("two readers and an import at once lose nothing, and the readers go on")
  func readersAndImport() throws {
    let home = try TemporaryFolder()
    let variables = ["XDG_DATA_HOME": home.path(of: "data")]
    let files = try (0..<80).map { number in
      try home.write(
        "Ferry \(number)\n\n“Boat \(number) waits,” said Ann Reed, the mayor.\n",
        to: "a\(number).txt")
    }
    let child = try ChildProcess(
      Program.path, ["library", "add"] + files, environment: environment(home),
      descriptors: [
        .open("/dev/null", O_RDONLY), .open("/dev/null", O_WRONLY), .open("/dev/null", O_WRONLY),
      ])
    let readers = try ["Dane", "Hale"].map { name in
      let file = try home.write(
        "Fog lifts\n\n“It is gone,” said Paul \(name), the pilot.\n", to: "\(name).txt")
      return try PseudoTerminal(
        ["--library", "on", file], columns: 100, rows: 20, variables: variables, home: home)
    }
    for (reader, name) in zip(readers, ["Dane", "Hale"]) {
      #expect(reader.waits(for: "quote 1 of 1"))
      reader.type(":note ask \(name)\r")
      #expect(reader.waits(for: "noted"))
      reader.type("C")
      #expect(reader.waits(for: "it is no quote"))
      reader.type("\r")
      #expect(reader.waits(for: "set right"))
    }
    while child.poll() == nil { usleep(2_000) }
    for reader in readers {
      reader.settle()
      reader.type("q")
      #expect(reader.ending() == .exit(0))
    }
    #expect(child.poll() == .exit(0))
    #expect(try run(["library", "list", "--format", "jsonl"], home).lines.count == 82)
    #expect(try run(["library", "notes", "--format", "jsonl"], home).lines.count == 2)
    let corrections = try run(["library", "corrections", "--format", "jsonl"], home)
    #expect(corrections.lines.count == 2)
    #expect(corrections.lines.allSatisfy { $0.contains("\"quotes\":[]") })
    #expect(try run(["said", "--speaker", "dane"], home).text.contains("nothing like that"))
  }

  @Test("one person in two scripts is one, until somebody says that they are two")
  func persons() throws {
    let home = try TemporaryFolder()
    let files = [
      try home.write("রুশ প্রেসিডেন্ট ভ্লাদিমির পুতিন বলেন, গ্যাস আসবে।\n", to: "bn.txt"),
      try home.write("“The gas will flow,” said Vladimir Putin, the president.\n", to: "en.txt"),
    ]
    _ = try run(["library", "add"] + files, home)
    for name in ["putin", "পুতিনের"] {
      let who = try run(["who", name, "--format", "jsonl"], home)
      #expect(who.lines.count == 2, "\(name): \(who.text)")
    }
    let split = try run(
      ["library", "split", "Vladimir Putin", "ভ্লাদিমির পুতিন"], home)
    #expect(split.text.contains("two persons"))
    #expect(try run(["who", "putin", "--format", "jsonl"], home).lines.count == 1)
    #expect(try run(["who", "putin"], home).text.contains("others of that name"))
    #expect(try run(["library", "split", "undo"], home).ending == .exit(0))
    #expect(try run(["who", "putin", "--format", "jsonl"], home).lines.count == 2)
    #expect(try run(["library", "merge", "Putin"], home).ending == .exit(2))
  }

  @Test("a list of what was said opens the article at the very words")
  func lists() throws {
    let (home, _) = try filled()
    let terminal = try PseudoTerminal(
      ["library"], columns: 100, rows: 24, variables: ["XDG_DATA_HOME": home.path(of: "data")],
      home: home)
    #expect(terminal.waits(for: "Articles 2"))
    terminal.type("/ferry\r\r")
    #expect(terminal.waits(for: "quote 1 of"))
    terminal.type(":said --speaker hale\r")
    #expect(terminal.waits(for: "denied or not said"))
    terminal.type("\r")
    #expect(terminal.waits(for: "Captain Tom Hale"))
    terminal.type("q")
    #expect(terminal.waits(for: "denied or not said"))
    terminal.type("q")
    #expect(terminal.waits(for: "Sources"))
    terminal.type("q")
    #expect(terminal.waits(for: "Articles"))
    terminal.type("d")
    #expect(terminal.waits(for: "taken out"))
    terminal.type("q")
    #expect(terminal.ending() == .exit(0))
    #expect(try run(["library", "list", "--format", "jsonl"], home).lines.count == 1)
  }

  @Test("where the library cannot be used the reader says so once, and works on without keeping")
  func readingOn() throws {
    let (home, files) = try filled()
    let path = home.path(of: "data/sutra/library.db")
    let variables = ["XDG_DATA_HOME": home.path(of: "data")]
    func read(_ told: String) throws {
      let terminal = try PseudoTerminal(
        ["--library", "on", files[1]], columns: 120, rows: 20, variables: variables, home: home)
      #expect(terminal.waits(for: told))
      terminal.type("]")
      #expect(terminal.waits(for: "quote 2 of"))
      terminal.type("q")
      #expect(terminal.ending() == .exit(0))
    }
    // The number of the form stands in the head of the file.
    let file = open(path, O_RDWR)
    #expect(pwrite(file, [UInt8]([0, 0, 0, 99]), 4, 60) == 4)
    close(file)
    try read("later version")
    let newer = try run(["library", "list"], home)
    #expect(newer.ending == .exit(74))
    #expect(newer.complaint.contains("later version"))
    _ = try home.write(
      "no database, " + String(repeating: "x", count: 5_000), to: "data/sutra/library.db")
    try read("damaged")
    #expect(try run(["library", "rescue"], home).ending == .exit(0))
    #expect(try run(["library", "list"], home).ending == .exit(0))
  }

  @Test("with --private nothing is kept of what is read")
  func privately() throws {
    let (home, _) = try filled()
    let file = try home.write("“It is gone,” said Paul Dane, the pilot.\n", to: "fog.txt")
    let terminal = try PseudoTerminal(
      ["--private", "--library", "on", file], columns: 100, rows: 20,
      variables: ["XDG_DATA_HOME": home.path(of: "data")], home: home)
    #expect(terminal.waits(for: "quote 1 of 1"))
    terminal.settle()
    terminal.type("q")
    #expect(terminal.ending() == .exit(0))
    #expect(try run(["said", "--speaker", "dane"], home).text.contains("nothing like that"))
  }

  @Test("a library that cannot be used is told in one sentence")
  func troubles() throws {
    let home = try TemporaryFolder()
    let file = try home.write(Self.english, to: "ferry.txt")
    try FileManager.default.createDirectory(
      atPath: home.path(of: "data/sutra"), withIntermediateDirectories: true)
    _ = try home.write(
      "no database, " + String(repeating: "x", count: 5_000), to: "data/sutra/library.db")
    let damaged = try run(["library", "add", file], home)
    #expect(damaged.ending == .exit(74))
    #expect(damaged.complaint.contains("is damaged or no library of sutra"))
    #expect(try run(["who"], home).ending == .exit(2))
    #expect(try run(["library", "add"], home).complaint.contains("needs a file"))
  }
}
