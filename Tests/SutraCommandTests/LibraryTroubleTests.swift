import Foundation
import SutraLibrary
import Testing

@testable import SutraCommand

@Suite("A library that cannot be written")
struct LibraryTroubleTests {
  private static let fog = "Fog lifts\n\n“It is gone,” said Paul Dane. “We go,” he said.\n"

  private func environment(_ home: TemporaryFolder) -> [String: String] {
    var variables = Program.environment(home: home)
    variables["XDG_DATA_HOME"] = home.path(of: "data")
    return variables
  }

  private func filled() throws -> (home: TemporaryFolder, file: String) {
    let home = try TemporaryFolder()
    let file = try home.write("“It is here,” said Ann Reed, the mayor.\n", to: "reed.txt")
    let added = try Program.run(["library", "add", file], environment: environment(home))
    #expect(added.ending == .exit(0))
    return (home, file)
  }

  private func count(_ home: TemporaryFolder) throws -> Int {
    try Program.run(
      ["library", "list", "--format", "jsonl"], environment: environment(home)
    ).lines.count
  }

  @Test("because the disk is full is told in one sentence, and what was kept stays")
  func full() throws {
    let (home, _) = try filled()
    let files = try (0..<200).map { number in
      let words = (0..<300).map { "word\(number)x\($0)" }.joined(separator: " ")
      return try home.write("“\(words),” said Ann Reed.\n", to: "f\(number).txt")
    }
    // So many blocks of 512 or 1,024 bytes a file may have at most.
    let script = "ulimit -f 4000; exec \"$0\" \"$@\""
    let outcome = try Program.run(
      ["-c", script, Program.path, "library", "add"] + files, environment: environment(home),
      at: "/bin/sh")
    #expect(outcome.ending == .exit(74))
    #expect(outcome.complaint.split(separator: "\n").count == 1, "\(outcome.complaint)")
    #expect(outcome.complaint.contains("library.db"))
    #expect(try count(home) >= 1)
    let again = try Program.run(["library", "add"] + files, environment: environment(home))
    #expect(again.ending == .exit(0), "\(again.complaint)")
    #expect(try count(home) == 201)
  }

  @Test("because its folder is read-only is told, and the reader works on")
  func readOnly() throws {
    let home = try TemporaryFolder()
    let file = try home.write(Self.fog, to: "fog.txt")
    // Nobody, not even root, makes a folder there.
    let terminal = try PseudoTerminal(
      ["--library", "on", file], columns: 120, rows: 20,
      variables: ["XDG_DATA_HOME": "/proc/data"], home: home)
    #expect(terminal.waits(for: "this article is not kept"))
    terminal.type("]")
    #expect(terminal.waits(for: "quote 2 of 2"))
    terminal.type("q")
    #expect(terminal.ending() == .exit(0))
    var variables = environment(home)
    variables["XDG_DATA_HOME"] = "/proc/data"
    let added = try Program.run(["library", "add", file], environment: variables)
    #expect(added.ending == .exit(74))
    #expect(added.complaint.split(separator: "\n").count == 1)
  }

  @Test("because another program holds it makes no screen wait for a second")
  func held() throws {
    let (home, _) = try filled()
    let file = try home.write(Self.fog, to: "fog.txt")
    let variables = ["XDG_DATA_HOME": home.path(of: "data")]
    let library = try Library(path: home.path(of: "data/sutra/library.db"))
    let list = try PseudoTerminal(
      ["library"], columns: 120, rows: 20, variables: variables, home: home)
    #expect(list.waits(for: "Articles 1"))
    let reader = try PseudoTerminal(
      ["--library", "on", file], columns: 120, rows: 20, variables: variables, home: home)
    var waits: [Duration] = []
    func time(_ body: () -> Void) { waits.append(ContinuousClock().measure(body)) }
    // Nobody else writes until this is done.
    try library.together { () throws(LibraryError) in
      #expect(reader.waits(for: "quote 1 of 2"))
      time {
        reader.type("]")
        #expect(reader.waits(for: "quote 2 of 2"))
      }
      time {
        reader.type(":note ask\r")
        #expect(reader.waits(for: "as soon as the other program lets go"))
      }
      time {
        list.type("*")
        #expect(list.waits(for: "another program holds"))
      }
      time {
        reader.type("q")
        #expect(reader.ending() == .exit(0))
      }
    }
    // Half a second each, and what a machine with other work takes besides.
    #expect(waits.allSatisfy { $0 < .seconds(2) }, "\(waits)")
    list.type("q")
    #expect(list.ending() == .exit(0))
    #expect(try count(home) == 1)
  }
}
