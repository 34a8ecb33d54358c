import CTerminal
import Glibc

/// Threads for work beside the one that reads keys or writes.
public enum WorkerThread {
  /// Bytes of a thread's stack.
  private static let stackSize = 16 << 20

  private final class Work {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  /// Runs a closure on a thread of its own, to which no signal is delivered but for a crash.
  ///
  /// - Returns: Whether there is such a thread; without one the closure has not run.
  public static func start(_ body: @escaping @Sendable () -> Void) -> Bool {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, stackSize)
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    var thread = pthread_t()
    let work = Unmanaged.passRetained(Work(body))
    let failure = pthread_create(&thread, &attributes, run, work.toOpaque())
    if failure != 0 { work.release() }
    return failure == 0
  }

  private static let run: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = {
    context in
    let stack = sutra_signals_leave_to_main()
    if let context { Unmanaged<Work>.fromOpaque(context).takeRetainedValue().body() }
    sutra_signals_free_stack(stack)
    return nil
  }
}
