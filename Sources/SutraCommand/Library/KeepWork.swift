import CTerminal
import Glibc
import SutraCore
import SutraInput
import SutraLibrary
import SutraReader
import SutraWords
import Synchronization

/// Keeps articles that were read, beside the reader, which never waits for that.
final class KeepWork: Sendable {
  /// Milliseconds that the end of the reader waits at most until what was read is kept.
  private static let patience = 500

  private let path: String?
  private let running = Atomic(0)
  private let trouble = Mutex<String?>(nil)

  /// Begins.
  ///
  /// - Parameter wish: The setting: on, off, or auto, which keeps where there is a library already.
  init(_ wish: String) {
    let file = Environment.dataFolder.map { "\($0)/library.db" }
    let isThere = file.map { access($0, F_OK) == 0 } ?? false
    path = wish == "on" || wish == "auto" && isThere ? file : nil
  }

  /// Keeps an article; one that nobody could find again is not kept.
  func keep(_ article: Article, from input: ArticleOrigin) {
    guard let path, let origin = Self.origin(article, input) else { return }
    running.add(1, ordering: .relaxed)
    let isStarted = WorkerThread.start {
      var kept = KeptArticles()
      let article = kept.kept(article, from: origin)
      do throws(LibraryError) {
        _ = try Library(path: path).keep(article, at: FeedsCommand.now)
      } catch {
        self.trouble.withLock { $0 = say("library.not-kept", ["reason": error.sentence]) }
        sutra_signals_wake()
      }
      self.running.subtract(1, ordering: .releasing)
    }
    if !isStarted { running.subtract(1, ordering: .relaxed) }
  }

  private static func origin(_ article: Article, _ input: ArticleOrigin) -> String? {
    switch input {
    case .file, .address: LibraryCommand.origin(input)
    // An article of a feed has an address of its own.
    case .unnamed, .standardInput: article.document.metadata.address
    case .sample: nil
    }
  }

  /// What went wrong, once.
  func takeTrouble() -> String? {
    trouble.withLock { trouble in
      defer { trouble = nil }
      return trouble
    }
  }

  /// Waits a moment until what was read is kept.
  func finish() {
    for _ in 0..<Self.patience / 5 where running.load(ordering: .acquiring) > 0 { usleep(5_000) }
  }
}
