import Glibc

/// A file, a pipe or a terminal that is read from or written to; it is closed with the last who has it.
public final class OpenFile: Sendable {
  /// What becomes of what a file that is written to holds already.
  public enum Opening: Sendable {
    /// It is taken away.
    case anew
    /// What is written comes behind it.
    case added
    /// It stays, and is written over from its beginning.
    case kept
  }

  /// Its number in this process.
  let number: Int32
  private let isOwn: Bool

  /// Takes a file that somebody else has opened and will close.
  init(borrowing number: Int32) { (self.number, isOwn) = (number, false) }

  private init(_ path: String, _ flags: Int32, _ permissions: UInt32 = 0) throws(SystemFailure) {
    number = open(RawPath.bytes(path), flags | O_CLOEXEC, permissions)
    isOwn = true
    guard number >= 0 else { throw .last }
  }

  /// Opens a file to read from.
  ///
  /// - Parameters:
  ///   - path: Its name, as `RawPath` has it.
  ///   - waits: Whether a pipe to which nobody writes is waited for.
  /// - Throws: `SystemFailure` where it cannot be opened.
  public convenience init(reading path: String, waits: Bool = true) throws(SystemFailure) {
    try self.init(path, waits ? O_RDONLY : O_RDONLY | O_NONBLOCK)
  }

  /// Opens a file to write to, which is made where it is missing.
  ///
  /// - Parameters:
  ///   - path: Its name, as `RawPath` has it.
  ///   - opening: What becomes of what it holds.
  ///   - permissions: Those of a new file, before the user's mask.
  ///   - waits: Whether a pipe from which nobody reads is waited for.
  /// - Throws: `SystemFailure` where it cannot be opened.
  public convenience init(
    writing path: String, _ opening: Opening, permissions: UInt32, waits: Bool = true
  ) throws(SystemFailure) {
    var flags = O_WRONLY | O_CREAT
    switch opening {
    case .anew: flags |= O_TRUNC
    case .added: flags |= O_APPEND
    case .kept: break
    }
    try self.init(path, waits ? flags : flags | O_NONBLOCK, permissions)
  }

  deinit { if isOwn, number >= 0 { close(number) } }

  /// What the system tells of it.
  public var status: FileStatus? { FileStatus(of: number) }

  /// Tells the system that it is read from the beginning to the end.
  public func readsOn() { posix_fadvise(number, 0, 0, Int32(POSIX_FADV_SEQUENTIAL)) }

  /// Reads what there is, and waits where there is nothing yet.
  ///
  /// - Parameter room: Where the bytes go.
  /// - Returns: How many there are; 0 at the end.
  /// - Throws: `SystemFailure` where reading fails.
  public func read(into room: UnsafeMutableRawBufferPointer) throws(SystemFailure) -> Int {
    while true {
      let found = Glibc.read(number, room.baseAddress, room.count)
      if found >= 0 { return found }
      switch errno {
      case EINTR: continue
      // Other programs may have made it not to block: then it is waited for.
      case EAGAIN: wait(for: POLLIN, milliseconds: -1)
      default: throw .last
      }
    }
  }

  /// Reads so many bytes, fewer only where they end.
  ///
  /// - Parameter count: How many.
  /// - Returns: The bytes.
  /// - Throws: `SystemFailure` where reading fails.
  public func bytes(_ count: Int) throws(SystemFailure) -> [UInt8] {
    var failure: SystemFailure?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      do throws(SystemFailure) {
        while filled < count {
          let rest = UnsafeMutableRawBufferPointer(
            rebasing: UnsafeMutableRawBufferPointer(buffer)[filled...])
          let found = try read(into: rest)
          guard found > 0 else { break }
          filled += found
        }
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// One byte; `nil` at the end, or where there is none to be had.
  public func byte() -> UInt8? {
    var byte: UInt8 = 0
    let count = try? withUnsafeMutableBytes(of: &byte) { room throws(SystemFailure) in
      try read(into: room)
    }
    return count == 1 ? byte : nil
  }

  /// What comes next, without taking it; nothing of what has no places, as a pipe.
  public func beginning(atMost limit: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      count = max(0, pread(number, buffer.baseAddress, limit, lseek(number, 0, SEEK_CUR)))
    }
  }

  /// Writes all bytes.
  ///
  /// - Parameter bytes: The bytes.
  /// - Returns: Why they cannot be written, if so.
  public func write(_ bytes: [UInt8]) -> SystemFailure? {
    bytes.withUnsafeBytes { buffer in
      var start = 0
      while start < buffer.count {
        let rest = UnsafeRawBufferPointer(rebasing: buffer[start...])
        let count = Glibc.write(number, rest.baseAddress, rest.count)
        if count >= 0 {
          start += count
        } else if errno == EAGAIN {
          wait(for: POLLOUT, milliseconds: -1)
        } else if errno != EINTR {
          return .last
        }
      }
      return nil
    }
  }

  /// Holds the file for this program alone, as far as others ask.
  ///
  /// - Returns: Whether no other has it; a file system without locks knows of none.
  public func hold() -> Bool { flock(number, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK }

  /// Cuts it off and goes on at its end.
  ///
  /// - Parameter length: The bytes that stay.
  /// - Returns: Why that cannot be done, if so.
  public func cut(to length: Int) -> SystemFailure? {
    ftruncate(number, length) != 0 || lseek(number, 0, SEEK_END) < 0 ? .last : nil
  }

  /// Waits until it can be read from or written to.
  ///
  /// - Returns: Whether there is anything to do; `false` where the time is over.
  @discardableResult
  func wait(for event: Int32, milliseconds: Int32) -> Bool {
    var waiting = pollfd(fd: number, events: Int16(event), revents: 0)
    return poll(&waiting, 1, milliseconds) != 0
  }
}
