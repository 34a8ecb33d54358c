import Foundation
import SutraTestSupport
import Testing

@testable import SutraSystem

/// A folder for one test.
private final class Place {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "sutra-system-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func path(of name: String) -> String { "\(path)/\(name)" }
}

@Suite("Files that are open")
struct OpenFileTests {
  @Test("are read to their end, however much is asked for", arguments: [0, 1, 5, 40_000, 1 << 20])
  func reading(count: Int) throws {
    let place = try Place()
    let path = place.path(of: "সংবাদ.txt")
    let text = Array(String(repeating: "নদীর পানি বেড়েছে। ", count: 1_000).utf8)
    #expect(WholeFile.write(text, to: path, mode: 0o600, replaces: false) == nil)
    let file = try OpenFile(reading: path)
    #expect(file.beginning(atMost: 9) == Array("নদী".utf8))
    #expect(try file.bytes(count) == Array(text.prefix(count)))
    // What was looked at had not been taken.
    #expect(try file.bytes(text.count) == Array(text.dropFirst(count)))
    #expect(file.byte() == nil)
  }

  @Test("keep, lose or continue what they hold")
  func writing() throws {
    let place = try Place()
    let path = place.path(of: "a")
    for (opening, held) in [
      (OpenFile.Opening.anew, "one"), (.added, "oneone"), (.kept, "oneone"), (.anew, "one"),
    ] {
      #expect(
        try OpenFile(writing: path, opening, permissions: 0o600).write(Array("one".utf8)) == nil)
      #expect(SmallFile.bytes(path, atMost: 100) == Array(held.utf8))
    }
  }

  @Test("are cut off, and go on at their end")
  func cutting() throws {
    let place = try Place()
    let path = place.path(of: "a")
    _ = WholeFile.write(Array("one line\nhalf a l".utf8), to: path, mode: 0o600, replaces: false)
    let file = try OpenFile(writing: path, .kept, permissions: 0o600)
    #expect(file.cut(to: 9) == nil)
    #expect(file.write(Array("another".utf8)) == nil)
    #expect(SmallFile.bytes(path, atMost: 100) == Array("one line\nanother".utf8))
  }

  @Test("belong to one that holds them")
  func holding() throws {
    let place = try Place()
    let first = try OpenFile(writing: place.path(of: "a"), .kept, permissions: 0o600)
    let second = try OpenFile(writing: place.path(of: "a"), .kept, permissions: 0o600)
    #expect(first.hold())
    #expect(!second.hold())
  }

  @Test("tell why they are not")
  func failures() throws {
    let place = try Place()
    #expect(throws: SystemFailure.missing) { try OpenFile(reading: place.path(of: "none")) }
    #expect(throws: SystemFailure.nameTooLong) {
      try OpenFile(reading: place.path(of: String(repeating: "n", count: 300)))
    }
    _ = WholeFile.write([0x61], to: place.path(of: "file"), mode: 0o600, replaces: false)
    #expect(throws: SystemFailure.noFolder) { try OpenFile(reading: place.path(of: "file/a")) }
    #expect(
      try OpenFile(writing: "/dev/full", .kept, permissions: 0).write([0x61])?.reason.isEmpty
        == false)
  }

  @Test("are looked at without being read")
  func statuses() throws {
    let place = try Place()
    let (file, link) = (place.path(of: "file"), place.path(of: "link"))
    _ = WholeFile.write([1, 2, 3], to: file, mode: 0o640, replaces: false)
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: file)
    let status = try #require(FileStatus(at: link))
    #expect(status.kind == .file && status.size == 3 && status.permissions == 0o640)
    #expect(status.identity == FileStatus(at: file)?.identity)
    #expect(FileStatus(at: link, followsLinks: false)?.kind == .link)
    #expect(FileStatus(at: place.path)?.kind == .folder)
    #expect(FileStatus(at: "/dev/null")?.kind == .device)
    #expect(FileStatus(at: place.path(of: "none")) == nil)
    #expect(RawPath.resolved(link) == RawPath.resolved(file))
  }

  @Test("have stamps that tell of a change, and of another file of the same name")
  func stamps() throws {
    let place = try Place()
    let path = place.path(of: "a")
    _ = WholeFile.write([1], to: path, mode: 0o600, replaces: false)
    let before = try #require(FileStamp(path))
    #expect(FileStamp(path) == before)
    _ = WholeFile.write([1], to: path, mode: 0o600, replaces: true)
    #expect(FileStamp(path) != before)
    #expect(FileStamp(place.path) == nil)
  }
}

@Suite("Folders")
struct FolderTests {
  @Test("are made down to a file, and tell what is in them")
  func folders() throws {
    let place = try Place()
    Folder.makeAll(above: place.path(of: "খবর/2024/a.txt"))
    #expect(FileStatus(at: place.path(of: "খবর/2024"))?.permissions == 0o700)
    #expect(Folder.make(place.path(of: "খবর"), permissions: 0o700) == .exists)
    #expect(try Set(Folder.names(in: place.path(of: "খবর"))) == [".", "..", "2024"])
    #expect(throws: SystemFailure.missing) { try Folder.names(in: place.path(of: "none")) }
  }
}

@Suite("What is written as a whole")
struct SteadyOutputTests {
  @Test("is there whole, or cut off again where it could not be")
  func cut() throws {
    let place = try Place()
    let path = place.path(of: "a")
    let output = SteadyOutput(try OpenFile(writing: path, .anew, permissions: 0o600), isOwn: true)
    #expect(
      output.whole { write in
        write(Array("এক ".utf8))
        write(Array("দুই\n".utf8))
      } == nil)
    #expect(SmallFile.bytes(path, atMost: 100) == Array("এক দুই\n".utf8))
    let full = SteadyOutput(try OpenFile(writing: "/dev/full", .kept, permissions: 0), isOwn: false)
    var count = 0
    let failure = full.whole { write in
      for _ in 0..<3 { write([0x61]) }
      count += 1
    }
    #expect(failure != nil && count == 1)
  }
}

@Suite("Values that threads share")
struct GateTests {
  @Test("are waited for until another thread has made them fit")
  func waiting() {
    let gate = Gate(0)
    var started = 0
    for _ in 0..<4
    where WorkerThread.start({
      for _ in 0..<100 { gate.pass { $0 += 1 } }
    }) {
      started += 1
    }
    let wanted = started * 100
    #expect(gate.pass { $0 == wanted ? $0 : nil } == wanted)
  }
}
