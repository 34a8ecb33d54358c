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

  @Test("fit in 100 columns and name every command and option")
  func helpIsWhole() throws {
    for text in [Usage.text] + ProgramCommand.all.map(Usage.text(of:)) {
      #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })
    }
    for command in ProgramCommand.all {
      #expect(Usage.text.contains("sutra \(command.name)"))
      for option in command.allOptions {
        let value = option.placeholder.isEmpty ? "" : " \(option.placeholder)"
        let shown = "--\(option.name)\(value)"
        #expect(Usage.text.contains(shown), "\(shown)")
        #expect(Usage.text(of: command).contains(shown), "\(shown)")
      }
    }
    for setting in ["--theme NAME|FILE", "--no-mouse", "--linear", "--widths PROFILE"] {
      #expect(Usage.text.contains(setting), "\(setting)")
    }
  }

  @Test("behind a command are that command's alone")
  func helpOfCommand() throws {
    let outcome = try Program.run(["analyze", "--help"])
    #expect(outcome.ending == .exit(0))
    #expect(outcome.text.hasPrefix("usage: sutra analyze [options] FILE... | -\n"))
    #expect(outcome.text.contains("--jobs N") && outcome.text.contains("--model FILE"))
    #expect(!outcome.text.contains("--follow") && !outcome.text.contains("`"))
  }

  @Test("tell the version", arguments: ["--version", "-V"])
  func version(option: String) throws {
    let outcome = try Program.run([option])
    #expect(outcome.ending == .exit(0))
    #expect(outcome.text == "sutra \(Usage.version)\n")
  }
}
