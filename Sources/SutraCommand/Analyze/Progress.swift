import SutraSystem
import SutraWords

/// A line on standard error that tells how far a long run has come.
///
/// It says how much is done, how fast, and how long the rest will take, and is shown only where
/// standard error is a terminal.
struct Progress {
  /// Nanoseconds between two changes of the line.
  private static let interval: UInt64 = 100_000_000

  private let total: Int
  /// How many were done in an earlier run.
  private let before: Int
  private let isWanted: Bool
  private let start = Clock.nanoseconds
  private var shownAt: UInt64 = 0
  private var isShown = false
  /// Whether what is written would stand in the same line.
  let sharesTerminal: Bool

  /// Begins; for less than two things there is nothing to tell.
  ///
  /// - Parameters:
  ///   - total: How many things there are.
  ///   - before: How many of them were done in an earlier run.
  init(total: Int, before: Int = 0) {
    self.total = total
    self.before = before
    isWanted = total > 1 && StandardFile.error.isTerminal
    sharesTerminal = isWanted && StandardFile.output.isTerminal
  }

  /// Tells how many things are done in this run, unless it was told just before.
  mutating func show(done: Int) {
    guard isWanted else { return }
    let now = Clock.nanoseconds
    guard !isShown || now - shownAt >= Self.interval else { return }
    let line = Self.line(
      done: done, total: total, nanoseconds: now - start, before: before)
    try? Output.write(Array("\r\u{1B}[K\(line)".utf8), to: .error)
    (isShown, shownAt) = (true, now)
  }

  /// Takes the line away.
  mutating func clear() {
    guard isShown else { return }
    try? Output.write(Array("\r\u{1B}[K".utf8), to: .error)
    isShown = false
  }

  /// The line: `12 of 400 files, 8.0 a second, 49 s left`.
  ///
  /// Those of an earlier run count as done, but tell nothing of how fast this one is.
  static func line(done: Int, total: Int, nanoseconds: UInt64, before: Int = 0) -> String {
    let seconds = Double(nanoseconds) / 1e9
    let head = say("progress.files", ["number": before + done, "total": total])
    guard done > 0, seconds > 0 else { return head }
    let rate = Double(done) / seconds
    let tenths = Int((rate * 10).rounded())
    let speed =
      tenths >= 1
      ? say("progress.speed", ["count": digits("\(tenths / 10).\(tenths % 10)")])
      : say("progress.slow")
    return say(
      "progress.line",
      ["files": head, "speed": speed, "time": time(Double(total - before - done) / rate)])
  }

  /// A time as `49 s`, `2 min 5 s` or `3 h 20 min`.
  private static func time(_ seconds: Double) -> String {
    let whole = Int(min(seconds.rounded(.up), 3.6e6))
    if whole < 60 { return say("progress.seconds", ["seconds": whole]) }
    if whole < 3_600 {
      return say("progress.minutes", ["minutes": whole / 60, "seconds": whole % 60])
    }
    return say("progress.hours", ["hours": whole / 3_600, "minutes": whole % 3_600 / 60])
  }
}
