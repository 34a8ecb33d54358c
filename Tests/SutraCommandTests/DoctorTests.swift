import Foundation
import SutraReader
import Testing

@testable import SutraCommand

@Suite("Doctor without a terminal")
struct DoctorTests {
  /// What the tests look at of the report.
  private struct Report: Decodable {
    let version: String
    let terminal: String?
    let term: String
    let multiplexer: String?
    let locale: String
    let columns: Int?
    let colors: Int?
    let widths: String
    let widthsOrigin: String
    let answers: [Int]?
    let problem: String?
  }

  private func report(
    _ arguments: [String] = [], _ variables: [String: String] = [:]
  ) throws -> Report {
    let home = try TemporaryFolder()
    let environment = Program.environment(home: home).merging(variables) { $1 }
    let outcome = try Program.run(["doctor", "--json"] + arguments, environment: environment)
    #expect(outcome.ending == .exit(0))
    #expect(outcome.errors.isEmpty)
    #expect(outcome.lines.count == 1)
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(Report.self, from: Data(outcome.output))
  }

  @Test("tells programs what it knows and why it could not ask")
  func json() throws {
    let report = try report()
    #expect(report.version == Usage.version)
    #expect(report.terminal == nil)
    #expect(report.term.isEmpty)
    #expect(report.multiplexer == nil)
    #expect(report.locale == "C.UTF-8 (UTF-8)")
    #expect(report.columns == nil)
    #expect(report.colors == nil)
    #expect(report.answers == nil)
    #expect(report.problem == "standard output is no terminal, so nothing could be asked")
    #expect(report.widths == "spacing")
    #expect(report.widthsOrigin == "assumed")
  }

  @Test(
    "knows terminals by what they put into the environment",
    arguments: [
      (
        ["KONSOLE_VERSION": "221203", "TERM": "xterm-256color"], "konsole 221203", "konsole",
        "known"
      ),
      (["VTE_VERSION": "7006"], "VTE 7006", "spacing", "known"),
      (["TERM": "mlterm-256color"], nil, "cluster", "known"),
      (["TERM": "linux"], nil, "spacing", "known"),
      (
        ["TERM": "tmux-256color", "TMUX": "/x,1,0", "KONSOLE_VERSION": "1"], "konsole 1", "spacing",
        "known"
      ),
      (["KITTY_WINDOW_ID": "1", "TERM": "xterm-kitty"], "kitty", "spacing", "assumed"),
      (
        ["TERM_PROGRAM": "WezTerm", "TERM_PROGRAM_VERSION": "2"], "WezTerm 2", "spacing", "assumed"
      ),
    ] as [([String: String], String?, String, String)])
  func knowsByName(
    variables: [String: String], terminal: String?, widths: String, origin: String
  ) throws {
    let report = try report([], variables)
    #expect(report.terminal == terminal)
    #expect(report.widths == widths)
    #expect(report.widthsOrigin == origin)
    #expect(report.multiplexer == (variables["TMUX"] == nil ? nil : "tmux"))
  }

  @Test("says what was forced", arguments: WidthProfile.allCases)
  func forced(profile: WidthProfile) throws {
    let report = try report(["--widths", profile.rawValue])
    #expect(report.widths == profile.rawValue)
    #expect(report.widthsOrigin == "forced")
  }

  @Test("shows people rows whose bars stand in one line", arguments: WidthProfile.allCases)
  func straight(profile: WidthProfile) throws {
    let outcome = try Program.run(["doctor", "--widths", profile.rawValue])
    #expect(outcome.ending == .exit(0))
    let rows = outcome.lines.filter { $0.hasSuffix("│") }
    #expect(rows.count >= 5)
    #expect(Set(rows.map(profile.columns)).count == 1)
    #expect(outcome.text.contains("widths      \(profile.rawValue), forced by --widths\n"))
  }

  @Test("shows no control character of the environment")
  func safe() throws {
    let home = try TemporaryFolder()
    let environment = Program.environment(home: home).merging([
      "TERM": "a\u{1B}[31mb", "TERM_PROGRAM": "c\u{07}d\ne",
    ]) { $1 }
    let outcome = try Program.run(["doctor"], environment: environment)
    #expect(outcome.ending == .exit(0))
    #expect(outcome.output.allSatisfy { $0 >= 0x20 || $0 == 0x0A })
    let json = try Program.run(["doctor", "--json"], environment: environment)
    #expect(json.output.allSatisfy { $0 >= 0x20 || $0 == 0x0A })
  }
}
