import Foundation
import Testing

@testable import SutraCommand

@Suite("Lists of the library in a terminal")
struct LibraryScreensTests {
  private func filled(_ texts: [String: String]) throws -> TemporaryFolder {
    let home = try TemporaryFolder()
    var variables = Program.environment(home: home)
    variables["XDG_DATA_HOME"] = home.path(of: "data")
    let files = try texts.sorted { $0.key < $1.key }.map { try home.write($1, to: $0) }
    let added = try Program.run(["library", "add"] + files, environment: variables)
    #expect(added.ending == .exit(0), "\(added.complaint)")
    return home
  }

  private func terminal(
    _ words: [String], _ home: TemporaryFolder, rows: Int = 24
  ) throws -> PseudoTerminal {
    try PseudoTerminal(
      words, columns: 100, rows: rows, variables: ["XDG_DATA_HOME": home.path(of: "data")],
      home: home)
  }

  private static let ferry = "Ferry resumes\n\n“It runs again,” said Ann Reed, the mayor.\n"
  private static let toll = "টোল কমছে\n\n“টোল কমবে জুনে,” বলেন মেয়র নাজমা পারভীন।\n"

  @Test("keys typed ahead go to the article that they open, and then to the list again")
  func typedAhead() throws {
    let home = try filled(["ferry.txt": Self.ferry, "toll.txt": Self.toll])
    let list = try terminal(["library"], home)
    #expect(list.waits(for: "Articles 2"))
    // Opens, leaves, narrows the list and opens again, all before anything of that is shown.
    list.type("\rq/ferry\r\r")
    #expect(list.waits(for: "It runs again"))
    list.settle()
    #expect(list.screen.shows("Ann Reed"))
    list.type("q")
    #expect(list.waits(for: "Articles 1"))
    list.type("qq")
    #expect(list.ending() == .exit(0))
  }

  @Test("an article that a list opens is resumed where it was left")
  func resumed() throws {
    let paragraphs = (1...80).map { "Paragraph \($0) tells of pier \($0) and its boats." }
    let home = try filled(["long.txt": paragraphs.joined(separator: "\n\n") + "\n"])
    for isFirst in [true, false] {
      let list = try terminal(["library"], home)
      #expect(list.waits(for: "Articles 1"))
      list.type("\r")
      #expect(list.waits(for: isFirst ? "Paragraph 1 " : "where you left it"))
      #expect(list.screen.shows("Paragraph 60 ") == !isFirst)
      list.settle()
      list.type("60G")
      #expect(list.waits(for: "Paragraph 60 "))
      list.type("q")
      #expect(list.waits(for: "Articles 1"))
      list.type("q")
      #expect(list.ending() == .exit(0))
    }
  }

  @Test("with library = ask the reader asks once, and keeps from then on what it is told to")
  func asks() throws {
    let home = try TemporaryFolder()
    let file = try home.write(Self.ferry, to: "ferry.txt")
    let database = home.path(of: "data/sutra/library.db")
    for answer in ["n", "y"] {
      let reader = try terminal(["--library", "ask", file], home)
      #expect(reader.waits(for: "Keep what you read"))
      reader.type(answer)
      if answer == "y" { #expect(reader.waits(for: "kept from now on")) }
      reader.settle()
      reader.type("q")
      #expect(reader.ending() == .exit(0))
      #expect(FileManager.default.fileExists(atPath: database) == (answer == "y"))
    }
    let list = try terminal(["library"], home)
    #expect(list.waits(for: "Articles 1"))
    list.type("q")
    #expect(list.ending() == .exit(0))
  }

  @Test("groups of the same words stand below each other, who had them first on top")
  func groups() throws {
    let copied = "the ferry to Port Ellery runs again from Monday on because the fog is gone"
    let home = try filled([
      "a.txt": "Ann Reed, the mayor, said that \(copied).\n",
      "b.txt": "Tom Hale said that \(copied.replacing("Monday", with: "Tuesday")).\n",
      "c.txt": "Paul Dane said that nobody has seen the keys of the lighthouse for years.\n",
      "d.txt": "প্রকৌশলী করিম উদ্দিন বলেন, সেতুর পিলারে কোনো ফাটল নেই, নদীও শান্ত আছে।\n",
      "e.txt": "মেয়র নাজমা পারভীন বলেন, সেতুর পিলারে কোনো ফাটল নেই, নদীও শান্ত আছে।\n",
    ])
    let reader = try terminal([home.path(of: "c.txt")], home)
    #expect(reader.waits(for: "quote 1 of 1"))
    reader.type(":groups\r")
    #expect(reader.waits(for: "The same words in several articles 4"))
    #expect(reader.screen.shows("↳ Tom Hale"))
    #expect(reader.screen.shows("[-Monday] [+Tuesday]"))
    #expect(!reader.screen.shows("lighthouse"))
    reader.type("qq")
    #expect(reader.ending() == .exit(0))
    var variables = Program.environment(home: home)
    variables["XDG_DATA_HOME"] = home.path(of: "data")
    let rows = try Program.run(
      ["library", "same", "--format", "jsonl"], environment: variables)
    #expect(rows.lines.count == 4)
    #expect(rows.lines.filter { $0.contains("\"group\":2") }.count == 2)
  }
}
