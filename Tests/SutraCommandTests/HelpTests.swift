import Testing

@testable import SutraCommand

@Suite("Help and version")
struct HelpTests {
  @Test("are written to standard output", arguments: ["--help", "-h"])
  func help(option: String) throws {
    let outcome = try Program.run([option])
    #expect(outcome.ending == .exit(0))
    #expect(outcome.text == Usage.text)
    #expect(outcome.errors.isEmpty)
  }

  @Test("fit in 100 columns and name every option")
  func helpIsWhole() throws {
    #expect(Usage.text.split(separator: "\n").allSatisfy { $0.count <= 100 })
    for option in [
      "--sample", "--theme", "--print", "--width N", "--widths", "--format", "--jobs", "--output",
      "--resume", "--json",
    ] {
      #expect(Usage.text.contains(option))
    }
  }

  @Test("tell the version", arguments: ["--version", "-V"])
  func version(option: String) throws {
    let outcome = try Program.run([option])
    #expect(outcome.ending == .exit(0))
    #expect(outcome.text == "sutra \(Usage.version)\n")
  }
}
