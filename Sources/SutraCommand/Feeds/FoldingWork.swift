import SutraReader
import SutraSystem
import Synchronization

/// Makes the titles of a list ready to be searched beside the list, on a thread of its own.
final class FoldingWork: Sendable {
  private let outcome = Mutex<FoldedTitles?>(nil)

  /// Begins.
  ///
  /// Without a thread nothing comes of it: the list does it when somebody searches.
  init(_ titles: ListedTitles) {
    _ = WorkerThread.start {
      let folded = titles.folded()
      self.outcome.withLock { $0 = folded }
      Signals.wake()
    }
  }

  /// The titles, once; `nil` before they are ready.
  func take() -> FoldedTitles? {
    outcome.withLock { outcome in
      defer { outcome = nil }
      return outcome
    }
  }
}
