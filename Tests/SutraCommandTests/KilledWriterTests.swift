import Foundation
import SutraSystem
import Testing

@testable import SutraCommand

@Suite("Files whose writer is killed")
struct KilledWriterTests {
  @Test("are the old ones or the new ones, whole, and no litter grows beside them")
  func killed() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write([UInt8](repeating: 0x61, count: 50_000), to: "উদ্ধৃতি.md")
    var numbers = SystemRandomNumberGenerator()
    var kinds: Set<UInt8> = []
    for _ in 0..<200 {
      let writer = try ChildProcess(
        Program.ends, ["write", path, "50000"], environment: Program.environment(home: folder),
        descriptors: [.open("/dev/null", O_RDONLY), .copy(2), .copy(2)])
      usleep(UInt32.random(in: 0..<30_000, using: &numbers))
      writer.send(SIGKILL)
      while writer.poll() == nil { usleep(500) }
      try #require(writer.poll() == .signal(SIGKILL))
      let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
      try #require(bytes.count == 50_000 && Set(bytes).count == 1)
      kinds.formUnion(bytes)
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      try #require(names.count <= 2, "\(names)")
    }
    // Most writers were killed after they had begun.
    #expect(kinds.count > 1)
    // The next to write tidies up.
    #expect(WholeFile.write([0x7A], to: path, mode: 0o600, replaces: true) == nil)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["উদ্ধৃতি.md"])
  }

  @Test("are written one after the other by several writers at once")
  func together() throws {
    let folder = try TemporaryFolder()
    let path = folder.path(of: "widths")
    let writers = try (0..<4).map { _ in
      try ChildProcess(
        Program.ends, ["write", path, "300"], environment: Program.environment(home: folder),
        descriptors: [.open("/dev/null", O_RDONLY), .copy(2), .copy(2)])
    }
    let deadline = Deadline()
    var letters: Set<UInt8> = []
    while letters.count < 5, !deadline.hasPassed {
      if let bytes = FileManager.default.contents(atPath: path) {
        try #require(bytes.count == 300 && Set(bytes).count == 1)
        letters.formUnion(bytes)
      }
    }
    #expect(letters.count >= 5)
    for writer in writers { #expect(writer.poll() == nil) }
  }

  @Test("keep their names, however long", arguments: [1, 200, 240, 255])
  func longNames(length: Int) throws {
    let folder = try TemporaryFolder()
    let path = folder.path(of: String(repeating: "n", count: length))
    #expect(WholeFile.write([0x61], to: path, mode: 0o600, replaces: false) == nil)
    #expect(WholeFile.write([0x62], to: path, mode: 0o600, replaces: false) == .exists)
    #expect(FileManager.default.contents(atPath: path) == Data([0x61]))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 1)
  }

  @Test("are not made over what a killed writer left as a second name of the file")
  func secondName() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("old", to: "quotes.md")
    link(path, folder.path(of: ".quotes.md.sutra-new"))
    #expect(WholeFile.write(Array("new".utf8), to: path, mode: 0o600, replaces: false) == .exists)
    #expect(FileManager.default.contents(atPath: path) == Data("old".utf8))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["quotes.md"])
  }
}
