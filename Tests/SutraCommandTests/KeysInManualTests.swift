import Foundation
import SutraReader
import Testing

@testable import SutraCommand

/// The manual page against the tables it tells of.
///
/// After a change of a table run this with `SUTRA_WRITE_MANUAL=1` and commit the page with it.
@Suite("The manual page")
struct KeysInManualTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Sources/sutra/Manual")

  @Test(
    "tells every command, option, key and setting of the tables, as they are",
    arguments: ManualPage.all)
  func tables(manual: ManualPage) throws {
    let page = try String(contentsOf: manual.url, encoding: .utf8)
    let made = try manual.made(page)
    if ProcessInfo.processInfo.environment["SUTRA_WRITE_MANUAL"] != nil {
      try made.write(to: manual.url, atomically: true, encoding: .utf8)
    }
    #expect(page == made, "run once with SUTRA_WRITE_MANUAL=1")
  }

  @Test("tells every exit status and part that a page has", arguments: ManualPage.all)
  func parts(manual: ManualPage) throws {
    let page = try String(contentsOf: manual.url, encoding: .utf8).replacing("\\-", with: "-")
    for heading in manual.headings { #expect(page.contains("\n.SH \(heading)\n"), "\(heading)") }
    for status in [
      ExitStatus.success, ExitStatus.someFailed, ExitStatus.usage, ExitStatus.input,
      ExitStatus.noTerminal, ExitStatus.inputOutput,
    ] {
      #expect(page.contains("\n.B \(status)\n"))
    }
    #expect(page.split(separator: "\n").allSatisfy { $0.unicodeScalars.count <= 120 })
  }

  @Test(
    "is formatted without a warning",
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: "/usr/bin/groff"), "groff is missing"),
    arguments: ManualPage.all)
  func formats(manual: ManualPage) throws {
    let path = manual.url.path
    let errors = try Self.shell("groff -man -Tutf8 -ww -rLL=90n -k '\(path)' 2>&1 > /dev/null")
    #expect(errors == "")
    let page = try Self.shell("groff -man -Tutf8 -k -P-cbou -rLL=90n '\(path)' 2>&1")
    let text = page.split { $0.isWhitespace }.joined(separator: " ")
    let own =
      manual.code == "en"
      ? [
        "who says so? the chain to the origin [who]", "line down [line-down]", "--SETTING VALUE",
        "bind KEY = ACTION",
      ]
      : [
        "কে বলছেন? মূল উৎস পর্যন্ত পরম্পরা [who]", "এক লাইন নিচে [line-down]", "--<সেটিং> <মান>",
        "bind <বোতাম> = <কাজ>",
      ]
    for shown in own + ["j, Down, Ctrl-N, Ctrl-E"] {
      #expect(text.contains(shown), "\(shown)")
    }
  }

  /// What a command of the shell writes to standard output.
  static func shell(_ command: String) throws -> String {
    let folder = try TemporaryFolder()
    let output = folder.path(of: "output")
    let home = Program.environment(home: folder)
    let child = try ChildProcess(
      "/bin/sh", ["-c", command], environment: home,
      descriptors: [
        .open("/dev/null", O_RDONLY), .open(output, O_WRONLY | O_CREAT), .copy(2),
      ])
    let deadline = Deadline(seconds: 60)
    while child.poll() == nil, !deadline.hasPassed { usleep(2_000) }
    return FileManager.default.contents(atPath: output).map { String(decoding: $0, as: UTF8.self) }
      ?? ""
  }
}
