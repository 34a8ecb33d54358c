import Testing

@testable import SutraCommand

@Suite("Persons of one name in the library")
struct NamesakesTests {
  private func run(_ words: [String], _ home: TemporaryFolder) throws -> Program.Outcome {
    var variables = Program.environment(home: home)
    variables["XDG_DATA_HOME"] = home.path(of: "data")
    return try Program.run(words, environment: variables)
  }

  private func filled() throws -> TemporaryFolder {
    let home = try TemporaryFolder()
    let texts = [
      "“The pier is safe,” said Ann Hale, the mayor.\n\n“It opens on Monday,” Hale said.\n",
      "Ann Hale, a doctor, said that the fever is over.\n",
      "“Taxes will fall,” said Ann Hale, the mayor.\n",
      "প্রকৌশলী করিম উদ্দিন বলেন, পিলারে ফাটল নেই।\n", "চিকিৎসক করিম উদ্দিন বলেন, জ্বর কমেছে।\n",
    ]
    let files = try texts.enumerated().map { try home.write($1, to: "\($0).txt") }
    #expect(try run(["library", "add"] + files, home).ending == .exit(0))
    return home
  }

  private func said(by name: String, _ home: TemporaryFolder) throws -> [String] {
    try run(["who", name, "--format", "jsonl"], home).lines
  }

  @Test("share a row until somebody tells one of them by a role, and that is taken back")
  func split() throws {
    let home = try filled()
    #expect(try said(by: "Ann Hale", home).count == 4)
    let told = try run(["library", "split", "Ann Hale", "Ann Hale, doctor"], home)
    #expect(told.text.contains("two persons"))
    #expect(try said(by: "Ann Hale", home).count == 3)
    #expect(try said(by: "Hale", home).allSatisfy { !$0.contains("fever") })
    let doctor = try said(by: "Ann Hale, doctor", home)
    #expect(doctor.count == 1 && doctor[0].contains("the fever is over"))
    let who = try run(["who", "Ann Hale"], home).text
    #expect(who.contains("Ann Hale (doctor) (1)"), "\(who)")
    #expect(!who.contains("fever"))
    #expect(try run(["library", "merge", "Ann Hale", "Ann Hale, doctor"], home).ending == .exit(0))
    #expect(try said(by: "Ann Hale", home).count == 4)
    #expect(try run(["library", "merge", "undo"], home).ending == .exit(0))
    #expect(try said(by: "Ann Hale", home).count == 3)
    // Without a role nothing tells them.
    #expect(try run(["library", "split", "Ann Hale", "ann hale"], home).text.contains("ROLE"))
  }

  @Test("are told in Bengali as well")
  func bengali() throws {
    let home = try filled()
    #expect(try said(by: "করিম উদ্দিন", home).count == 2)
    _ = try run(["library", "split", "করিম উদ্দিন", "করিম উদ্দিন, চিকিৎসক"], home)
    let doctor = try said(by: "করিম উদ্দিন, চিকিৎসক", home)
    #expect(doctor.count == 1 && doctor[0].contains("জ্বর কমেছে"))
    #expect(try said(by: "করিম উদ্দিন, প্রকৌশলী", home).allSatisfy { $0.contains("ফাটল নেই") })
  }

  @Test("are told apart and put together in the reader")
  func reader() throws {
    let home = try filled()
    let terminal = try PseudoTerminal(
      ["--library", "on", home.path(of: "1.txt")], columns: 100, rows: 20,
      variables: ["XDG_DATA_HOME": home.path(of: "data")], home: home)
    #expect(terminal.waits(for: "quote 1 of 1"))
    terminal.type(":split Ann Hale, doctor\r")
    #expect(terminal.waits(for: "two persons from now on"))
    #expect(try said(by: "Ann Hale", home).count == 3)
    terminal.type(":merge Ann Hale = Karim Uddin\r")
    #expect(terminal.waits(for: "one person from now on"))
    terminal.type(":split undo\r")
    #expect(terminal.waits(for: "is taken back"))
    terminal.type("q")
    #expect(terminal.ending() == .exit(0))
  }
}
