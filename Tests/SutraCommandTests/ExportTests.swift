import Foundation
import SutraSystem
import SutraCore
import Testing

@testable import SutraCommand

@Suite("Writing quotes to a file")
struct ExportTests {
  private static let bytes = Array("উক্তি\n".utf8)

  private static func contents(_ path: String) -> [UInt8]? {
    FileManager.default.contents(atPath: path).map(Array.init)
  }

  private static func names(_ folder: TemporaryFolder) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  @Test("writes all of it, for the user to read and others, and leaves nothing else behind")
  func writes() throws {
    let folder = try TemporaryFolder()
    let path = folder.path(of: "উক্তি.md")
    let long = Array(repeating: Self.bytes, count: 100_000).flatMap { $0 }
    #expect(ExportFile.write(long, to: path, overwrites: false) == .written)
    #expect(Self.contents(path) == long)
    #expect(try Self.names(folder) == ["উক্তি.md"])
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    let mask = umask(0o022)
    umask(mask)
    #expect(attributes[.posixPermissions] as? Int == Int(0o666 & ~mask))
  }

  @Test("an existing file stays as it is until somebody says to replace it")
  func exists() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("old", to: "a.txt")
    #expect(ExportFile.write(Self.bytes, to: path, overwrites: false) == .exists)
    #expect(Self.contents(path) == Array("old".utf8))
    #expect(try Self.names(folder) == ["a.txt"])
    #expect(ExportFile.write(Self.bytes, to: path, overwrites: true) == .written)
    #expect(Self.contents(path) == Self.bytes)
    #expect(try Self.names(folder) == ["a.txt"])
  }

  @Test("a link that leads nowhere is not replaced")
  func link() throws {
    let folder = try TemporaryFolder()
    let path = folder.path(of: "link")
    #expect(symlink(folder.path(of: "nothing"), path) == 0)
    #expect(
      ExportFile.write(Self.bytes, to: path, overwrites: false)
        == .failed("it is a link that leads nowhere"))
  }

  @Test("behind a link the file is replaced, not the link, and keeps its permissions")
  func replacedLink() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("old", to: "a.txt")
    chmod(file, 0o600)
    let link = folder.path(of: "link")
    #expect(symlink("a.txt", link) == 0)
    #expect(ExportFile.write(Self.bytes, to: link, overwrites: false) == .exists)
    #expect(ExportFile.write(Self.bytes, to: link, overwrites: true) == .written)
    #expect(Self.contents(file) == Self.bytes)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "a.txt")
    let attributes = try FileManager.default.attributesOfItem(atPath: file)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test("a pipe that nobody reads from does not hold anything up")
  func pipe() throws {
    let folder = try TemporaryFolder()
    let path = folder.path(of: "pipe")
    #expect(mkfifo(path, 0o600) == 0)
    #expect(
      ExportFile.write(Self.bytes, to: path, overwrites: true)
        == .failed("it is a device or a pipe"))
  }

  @Test("a folder, a folder that is not there and a name too long are told in a few words")
  func failures() throws {
    let folder = try TemporaryFolder()
    for overwrites in [false, true] {
      #expect(
        ExportFile.write(Self.bytes, to: folder.path, overwrites: overwrites)
          == .failed("it is a directory"))
    }
    #expect(
      ExportFile.write(Self.bytes, to: folder.path(of: "none/a.txt"), overwrites: false)
        == .failed("No such file or directory"))
    #expect(
      ExportFile.write(
        Self.bytes, to: folder.path(of: String(repeating: "x", count: 300)), overwrites: false)
        == .failed("File name too long"))
    let file = try folder.write("old", to: "a.txt")
    #expect(
      ExportFile.write(Self.bytes, to: file + "/b.txt", overwrites: false)
        == .failed("Not a directory"))
    #expect(try Self.names(folder) == ["a.txt"])
  }

  @Test("a folder that may not be written is told", .enabled(if: geteuid() != 0))
  func forbidden() throws {
    let folder = try TemporaryFolder()
    chmod(folder.path, 0o500)
    defer { chmod(folder.path, 0o700) }
    #expect(
      ExportFile.write(Self.bytes, to: folder.path(of: "a.txt"), overwrites: false)
        == .failed("Permission denied"))
  }

  @Test("a device is written to by nobody, and not replaced by a file")
  func devices() throws {
    for overwrites in [false, true] {
      #expect(
        ExportFile.write(Self.bytes, to: "/dev/full", overwrites: overwrites)
          == .failed("it is a device or a pipe"))
    }
    var status = stat()
    #expect(lstat("/dev/full", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
  }

  @Test("~ is the home folder")
  func home() throws {
    let name = "sutra-export-test-\(getpid()).txt"
    let home = try #require(Environment["HOME"])
    defer { unlink("\(home)/\(name)") }
    #expect(
      ExportFile.write(Self.bytes, to: "~", overwrites: false) == .failed("it is a directory"))
    #expect(ExportFile.write(Self.bytes, to: "~/\(name)", overwrites: false) == .written)
    #expect(Self.contents("\(home)/\(name)") == Self.bytes)
  }
}

@Suite("Commands that get text")
struct ChildCommandTests {
  @Test("get every byte")
  func gets() throws {
    let folder = try TemporaryFolder()
    let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let path = folder.path(of: "out")
    #expect(ChildCommand.run("cat > '\(path)'", input: bytes) == nil)
    #expect(FileManager.default.contents(atPath: path).map(Array.init) == bytes)
  }

  @Test(
    "that fail are told in a few words",
    arguments: [
      ("exit 3", "it ended with status 3"), ("sutra-no-such-command", "no such command"),
      ("kill -9 $$", "it was ended by signal 9"), ("kill -PIPE $$", "it was ended by signal 13"),
      ("cat | false", "it ended with status 1"), ("if", "it ended with status 2"),
    ])
  func fails(command: String, message: String) {
    #expect(ChildCommand.run(command, input: [0x0A], isQuiet: true) == message)
  }

  @Test(
    "that do not read what they get do no harm",
    arguments: ["true", "exec <&-", "head -c 1 > /dev/null"])
  func ignores(command: String) {
    let bytes = [UInt8](repeating: 0x61, count: 4 << 20)
    #expect(ChildCommand.run(command, input: bytes, isQuiet: true) == nil)
  }

  @Test("leave no descriptors behind")
  func descriptors() throws {
    func count() throws -> Int {
      try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
    }
    let own = try count()
    for _ in 0..<80 { _ = ChildCommand.run("exit 1", input: [1], isQuiet: true) }
    // Other tests open and close files of their own meanwhile.
    #expect(try count() < own + 60)
  }
}
