import SutraSystem
import SutraWords

/// A line on standard error that tells how many feeds have been read, where that is a terminal.
struct RefreshLine {
  private let total: Int
  private let isWanted: Bool
  private var isShown = false

  init(total: Int, isWanted: Bool) {
    self.total = total
    self.isWanted = isWanted && total > 1 && StandardFile.error.isTerminal
  }

  /// Tells how many are done.
  mutating func show(done: Int, failed: Int) {
    guard isWanted else { return }
    var line = say("refresh.progress", ["number": done, "total": total])
    if failed > 0 { line += ", " + say("feeds.failed", ["count": failed]) }
    try? Output.write(Array("\r\u{1B}[K\(line)".utf8), to: .error)
    isShown = true
  }

  /// Takes the line away.
  mutating func clear() {
    guard isShown else { return }
    try? Output.write(Array("\r\u{1B}[K".utf8), to: .error)
    isShown = false
  }
}
