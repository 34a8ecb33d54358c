import CTerminal
import Glibc

/// What time it is.
public enum Clock {
  /// Milliseconds of a clock that nobody sets.
  public static var milliseconds: Int64 { Int64(sutra_milliseconds()) }

  /// Nanoseconds of the same clock.
  public static var nanoseconds: UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }

  /// Seconds since 1970, as the system's clock is set.
  public static var secondsSince1970: Int { time(nil) }

  /// Waits; a signal ends that.
  public static func sleep(milliseconds: Int) { poll(nil, 0, Int32(milliseconds)) }
}
