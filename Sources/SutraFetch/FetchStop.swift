import CFetch

/// Gives a fetch up, from any thread and at once.
public final class FetchStop: Sendable {
  /// Becomes readable when it is stopped.
  let file: Int32

  /// Makes one that lets fetches go on.
  public init() { file = sutra_wake_file() }

  deinit { sutra_wake_file_close(file) }

  /// Gives up all fetches that were begun with it, and those that will be.
  public func stop() { sutra_wake(file) }

  /// Whether it has been stopped.
  public var isStopped: Bool { sutra_is_awake(file) }
}
