import CFetch
import Glibc

/// Gives a fetch up, from any thread and at once.
public final class FetchStop: Sendable {
  /// Becomes readable when it is stopped.
  let file: Int32

  /// Makes one that lets fetches go on.
  public init() { file = sutra_wake_file() }

  deinit { if file >= 0 { close(file) } }

  /// Gives up all fetches that were begun with it, and those that will be.
  public func stop() {
    var one: UInt64 = 1
    _ = write(file, &one, 8)
  }

  /// Whether it has been stopped.
  public var isStopped: Bool {
    var waiting = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
    return poll(&waiting, 1, 0) > 0
  }
}
