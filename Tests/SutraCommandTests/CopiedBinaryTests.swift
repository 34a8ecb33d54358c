import Foundation
import Testing

@testable import SutraCommand

@Suite("The program alone in another folder")
struct CopiedBinaryTests {
  /// A copy of the program in a folder without anything else.
  private static func copy(in folder: TemporaryFolder) throws -> String {
    let path = folder.path(of: "অন্য sutra")
    try FileManager.default.copyItem(atPath: Program.path, toPath: path)
    return path
  }

  @Test("prints and analyses its samples, also in an empty environment")
  func works() throws {
    let folder = try TemporaryFolder()
    let path = try Self.copy(in: folder)
    for arguments in [
      ["--print", "--sample"], ["--print", "--sample=en", "--width", "30"],
      ["analyze", "--sample"], ["analyze", "--sample", "en", "--format", "text"], ["--help"],
    ] {
      let expected = try Program.run(arguments)
      #expect(expected.ending == .exit(0))
      #expect(!expected.output.isEmpty)
      for environment in [nil, [:]] as [[String: String]?] {
        let outcome = try Program.run(arguments, environment: environment, at: path)
        #expect(outcome.ending == .exit(0))
        #expect(outcome.output == expected.output)
        #expect(outcome.errors.isEmpty)
      }
    }
  }

  @Test("tells the doctor's report in an empty environment")
  func doctor() throws {
    let outcome = try Program.run(["doctor"], environment: [:])
    #expect(outcome.ending == .exit(0))
    #expect(outcome.lines.contains("TERM        not set"))
  }

  @Test("leaves nothing in the user's folders unless it was asked about columns")
  func leavesNothing() throws {
    let home = try TemporaryFolder()
    let environment = Program.environment(home: home)
    for arguments in [["--print", "--sample"], ["analyze", "--sample"], ["doctor"], ["--sample"]] {
      #expect(try Program.run(arguments, environment: environment).ending == .exit(0))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: home.path).isEmpty)
  }
}
