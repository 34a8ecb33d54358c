import Foundation
import Testing

@testable import SutraCommand

@Suite("Files the reader writes")
struct ExportFileTests {
  private func content(_ path: String) throws -> String {
    try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8)
  }

  private func mode(_ path: String) -> mode_t {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o777 : 0
  }

  private func kind(_ path: String) -> mode_t {
    var status = stat()
    return lstat(path, &status) == 0 ? status.st_mode & S_IFMT : 0
  }

  @Test("are written once, and again only when that is wanted")
  func written() throws {
    let folder = try TemporaryFolder()
    let path = folder.path(of: "উদ্ধৃতি.txt")
    #expect(ExportFile.write(Array("one".utf8), to: path, overwrites: false) == .written)
    #expect(ExportFile.write(Array("two".utf8), to: path, overwrites: false) == .exists)
    #expect(try content(path) == "one")
    #expect(ExportFile.write(Array("two".utf8), to: path, overwrites: true) == .written)
    #expect(try content(path) == "two")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["উদ্ধৃতি.txt"])
  }

  @Test("keep who may read them", arguments: [mode_t(0o600), 0o640, 0o755])
  func permissions(mode: mode_t) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("old", to: "private.txt")
    chmod(path, mode)
    #expect(ExportFile.write(Array("new".utf8), to: path, overwrites: true) == .written)
    #expect(try content(path) == "new")
    #expect(self.mode(path) == mode)
  }

  @Test("stand behind the link that leads to them")
  func links() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("old", to: "real.txt")
    let link = folder.path(of: "link.txt")
    symlink("real.txt", link)
    #expect(ExportFile.write(Array("new".utf8), to: link, overwrites: false) == .exists)
    #expect(ExportFile.write(Array("new".utf8), to: link, overwrites: true) == .written)
    #expect(try content(path) == "new")
    #expect(kind(link) == S_IFLNK)
    let loose = folder.path(of: "loose.txt")
    symlink("nothing.txt", loose)
    #expect(
      ExportFile.write([1], to: loose, overwrites: true)
        == .failed("it is a link that leads nowhere"))
    #expect(kind(loose) == S_IFLNK)
  }

  @Test("never take the place of a folder, a device or a pipe", arguments: [false, true])
  func others(overwrites: Bool) throws {
    let folder = try TemporaryFolder()
    let pipe = folder.path(of: "pipe")
    mkfifo(pipe, 0o600)
    #expect(
      ExportFile.write([1], to: pipe, overwrites: overwrites)
        == .failed("it is a device or a pipe"))
    #expect(kind(pipe) == S_IFIFO)
    #expect(
      ExportFile.write([1], to: folder.path, overwrites: overwrites)
        == .failed("it is a directory"))
    #expect(
      ExportFile.write([1], to: folder.path(of: "no/file"), overwrites: overwrites)
        == .failed("No such file or directory"))
  }
}
