import Foundation
import SutraSystem
import SutraTestSupport
import Testing

@testable import SutraCommand

@Suite("Names of files that are not UTF-8")
struct RawPathTests {
  private static let names: [[UInt8]] = [
    Array("খবর.txt".utf8), Array("caf\u{E9}".utf8), [0x63, 0x61, 0x66, 0xE9, 0x2E, 0x74],
    [0xFF, 0xFE, 0x80], [0xE0, 0xA6], [0xF4, 0x8F, 0xB9, 0xBF], [0xED, 0xA0, 0x80, 0x61],
    Array("\u{10FE80}x\u{10FEFF}".utf8), Array(1...255), [],
  ]

  @Test("become texts and names again", arguments: names)
  func roundTrip(name: [UInt8]) {
    let text = RawPath.text(name)
    #expect(RawPath.bytes(text).map { UInt8(bitPattern: $0) } == name + [0])
  }

  @Test("are shown with marks for what is no letter")
  func shown() {
    #expect(RawPath.shown(RawPath.text([0x63, 0xE9, 0x2E])) == "c\u{FFFD}.")
    #expect(RawPath.shown("খবর.txt") == "খবর.txt")
  }

  /// A folder with an article whose name is Latin-1.
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let path = try folder.write(Texts.english, to: "plain.txt")
    let named = RawPath.bytes(folder.path) + []
    let target = named.dropLast() + [0x2F, 0x63, -23, 0x2E, 0x74, 0]
    try #require(rename(path, Array(target)) == 0)
    return folder
  }

  @Test(
    "open all the same, and are analysed",
    arguments: [
      "--print", "analyze", "",
    ])
  func opens(task: String) throws {
    let folder = try folder()
    let outcome = try Program.run(
      ["-c", "cd '\(folder.path)'; exec '\(Program.path)' \(task) $(printf 'c\\351.t')"],
      at: "/bin/sh")
    #expect(outcome.ending == .exit(0))
    #expect(outcome.text.contains("Susan Gale"))
    if task == "analyze" { #expect(outcome.text.contains("\"c\u{FFFD}.t\"")) }
  }

  @Test("open in the reader, which lists them by what can be shown")
  func reads() throws {
    let folder = try folder()
    _ = try folder.write(Texts.bengali)
    let terminal = try PseudoTerminal(
      ["-c", "cd '\(folder.path)'; exec '\(Program.path)' $(printf 'c\\351.t') খবর.txt"],
      program: "/bin/sh")
    #expect(terminal.waits(for: "New bridge over the Kasai"))
    terminal.type("a")
    #expect(terminal.waits(for: "c\u{FFFD}.t"))
    terminal.type("\u{1B}")
    #expect(terminal.waits(forNo: "c\u{FFFD}.t"))
    terminal.type("q")
    #expect(terminal.ending() == .exit(0))
  }

  @Test("are complained of with marks")
  func missing() throws {
    let outcome = try Program.run(
      ["-c", "exec '\(Program.path)' --print $(printf 'no\\351.t')"], at: "/bin/sh")
    #expect(outcome.ending == .exit(ExitStatus.input))
    #expect(outcome.complaint.hasPrefix("sutra: there is no file 'no\u{FFFD}.t'"))
  }
}
