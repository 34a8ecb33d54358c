import CTerminal
import Glibc

/// Signals of the process, which the terminal's session takes up.
public enum Signals {
  /// The number of Ctrl-C.
  public static let interrupt = SIGINT

  /// Wakes the thread that waits for keys; may be called from any.
  public static func wake() { sutra_signals_wake() }

  /// The signal that has asked the program to end, a Ctrl-C included.
  public static var asked: Int32? {
    let number = sutra_signals_asked()
    return number == 0 ? nil : number
  }

  /// Says that the program is about to end by a signal; when it does not within a second it is ended.
  public static func endSoon(by number: Int32) { sutra_signals_end_soon(number) }

  /// Ends the process by a signal, so that its exit status tells the truth.
  public static func end(by number: Int32) { sutra_signals_end_by(number) }

  /// Leaves the signals of the keyboard to another program that is waited for.
  ///
  /// - Parameter mayStop: Whether Ctrl-Z stops this process with the other.
  public static func lend(mayStop: Bool) { sutra_signals_lend(mayStop ? 1 : 0) }

  /// Takes the signals of the keyboard again.
  public static func takeBack() { sutra_signals_take_back() }

  /// Makes a file that grows too large an error of the write, which then can be undone.
  public static func leaveLargeFilesToWrites() { signal(SIGXFSZ, SIG_IGN) }
}
