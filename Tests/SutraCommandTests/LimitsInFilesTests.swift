import Foundation
import SutraCore
import Testing

@testable import SutraCommand

@Suite("Limits of files")
struct LimitsInFilesTests {
  /// A file with text at its beginning that takes no room on the disk for the rest.
  private static func sparse(_ size: Int, in folder: TemporaryFolder) throws -> String {
    let text = String(repeating: "মেয়র বলেন, সেতুর কাজ শেষ হয়েছে।\n", count: 3_000)
    let path = try folder.write(text, to: "sparse.txt")
    #expect(truncate(path, off_t(size)) == 0)
    return path
  }

  @Test("an article of 2 GiB is begun, one of a byte more is refused in one sentence")
  func article() throws {
    let folder = try TemporaryFolder()
    let most = try InputFile.beginning(of: .file(Self.sparse(Limits.articleBytes, in: folder)))
    #expect(!most.isWhole && most.article.text.bytes.count > InputFile.shownFirst / 2)
    let path = try Self.sparse(Limits.articleBytes + 1, in: folder)
    for (task, status) in [
      ([], ExitStatus.input), (["--print"], ExitStatus.input), (["analyze"], 1),
    ] {
      let outcome = try Program.run(task + [path])
      #expect(outcome.ending == .exit(status))
      #expect(
        outcome.complaint
          == "sutra: '\(path)' is larger than 2 GiB; split it and name a part.\n")
      #expect(outcome.output.isEmpty)
    }
  }

  @Test("a settings file beyond the limit is told with its line, and the rest of it counts")
  func settings() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: folder.path(of: "config/sutra"), withIntermediateDirectories: true)
    let row = "# নিজের সেটিং\n"
    let filling = String(repeating: row, count: Limits.settingsBytes / row.utf8.count + 1)
    _ = try folder.write("mouse = off\n" + filling, to: "config/sutra/config")
    let environment = Program.environment(home: folder)
    let outcome = try Program.run(["config"], environment: environment)
    #expect(outcome.complaint.contains("a file has at most 65536 bytes"))
    #expect(String(decoding: outcome.output, as: UTF8.self).contains("mouse = off"))
  }
}
