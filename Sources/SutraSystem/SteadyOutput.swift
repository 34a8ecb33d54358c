import Glibc

/// Writes to a file, a pipe or a terminal some bytes at a time as a whole, even when the program is told
/// to end meanwhile.
public struct SteadyOutput: Sendable {
  /// Milliseconds that a pipe may take nothing before a signal ends the program even so.
  private static let patience: Int32 = 500
  /// Bytes that a pipe which is ready takes without waiting.
  private static let pipePiece = 4_096
  /// The signals that wait until all is written.
  private static let delayed = [SIGINT, SIGTERM, SIGHUP]

  private let file: OpenFile
  private let isRegular: Bool
  /// Whether what could not be written whole is cut off again.
  private let isCut: Bool

  /// Takes a file.
  ///
  /// - Parameters:
  ///   - file: Where it is written to.
  ///   - isOwn: Whether nobody else writes there, so that what could not be written whole is cut off again.
  public init(_ file: OpenFile, isOwn: Bool) {
    self.file = file
    isRegular = file.status?.kind == .file
    isCut = isOwn && isRegular
  }

  /// Does some writes one after the other with signals held back; after a failure there are none.
  ///
  /// - Parameter body: Takes what writes.
  /// - Returns: Why something could not be written, if so.
  public func whole(_ body: (@escaping ([UInt8]) -> Void) -> Void) -> SystemFailure? {
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in Self.delayed { sigaddset(&signals, number) }
    var before = sigset_t()
    pthread_sigmask(SIG_BLOCK, &signals, &before)
    let start = isCut ? lseek(file.number, 0, SEEK_CUR) : -1
    let outcome = Outcome()
    let outside = before
    body { bytes in
      if outcome.failure == nil { outcome.failure = write(bytes, outside) }
    }
    if outcome.failure != nil, start >= 0 { _ = ftruncate(file.number, start) }
    pthread_sigmask(SIG_SETMASK, &before, nil)
    return outcome.failure
  }

  private final class Outcome { var failure: SystemFailure? }

  private func write(_ bytes: [UInt8], _ outside: sigset_t) -> SystemFailure? {
    bytes.withUnsafeBytes { buffer in
      var start = 0
      while start < buffer.count {
        if !isRegular { wait(outside) }
        let room = isRegular ? buffer.count - start : min(buffer.count - start, Self.pipePiece)
        let count = Glibc.write(file.number, buffer.baseAddress.map { $0 + start }, room)
        if count >= 0 {
          start += count
        } else if errno != EINTR && errno != EAGAIN {
          return .last
        }
      }
      return nil
    }
  }

  /// Waits until a pipe or terminal takes something.
  ///
  /// When it does not for a while, a signal that waits ends the program, since the rest of the line
  /// may never be wanted.
  private func wait(_ outside: sigset_t) {
    while !file.wait(for: POLLOUT, milliseconds: Self.patience) {
      var pending = sigset_t()
      sigpending(&pending)
      guard Self.delayed.contains(where: { sigismember(&pending, $0) == 1 }) else { continue }
      var (held, mask) = (sigset_t(), outside)
      pthread_sigmask(SIG_SETMASK, &mask, &held)
      pthread_sigmask(SIG_SETMASK, &held, nil)
    }
  }
}
