import Foundation

/// A pipe whose ends close when it goes.
final class OwnedPipe {
  /// The end to read from; -1 when it is closed.
  private(set) var reading: Int32 = -1
  /// The end to write to; -1 when it is closed.
  private(set) var writing: Int32 = -1

  init() throws {
    // By a name, since only so both ends are closed in every other process from the beginning.
    let folder = try TemporaryFolder()
    let name = folder.path(of: "pipe")
    defer { withExtendedLifetime(folder) {} }
    mkfifo(name, 0o600)
    reading = open(name, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    writing = open(name, O_WRONLY | O_CLOEXEC)
    guard reading >= 0, writing >= 0 else { throw POSIXError(.EMFILE) }
    _ = fcntl(reading, F_SETFL, fcntl(reading, F_GETFL) & ~O_NONBLOCK)
  }

  deinit {
    if reading >= 0 { close(reading) }
    if writing >= 0 { close(writing) }
  }

  func closeReading() {
    if reading >= 0 { close(reading) }
    reading = -1
  }

  func closeWriting() {
    if writing >= 0 { close(writing) }
    writing = -1
  }

  /// Reads what is there; `false` at the end.
  func drain(into bytes: inout [UInt8]) -> Bool {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = buffer.withUnsafeMutableBytes { read(reading, $0.baseAddress, $0.count) }
    guard count > 0 else { return false }
    bytes += buffer[..<count]
    return true
  }
}
