import SutraFetch
import SutraLibrary
import SutraReader
import SutraSystem
import SutraWords
import Synchronization

/// Reads feeds anew beside the list, on a thread and with a library of its own.
final class RefreshWork: Sendable {
  /// What has become of it.
  struct News: Sendable {
    var standing = FeedListState.Refreshing(done: 0, total: 0, failed: 0)
    /// How it ended, once it has.
    var end: String?
  }

  private let news = Mutex<News>(News())
  private let stop = FetchStop()

  /// Begins.
  ///
  /// - Parameters:
  ///   - path: The file of the library.
  ///   - feed: The number of the only feed that is read; `nil` for all.
  ///   - limits: How many at a time, how long and how much.
  init(_ path: String, feed: Int?, _ limits: FetchLimits) {
    // Without a thread nothing is read.
    if !WorkerThread.start({ self.run(path, feed, limits) }) { end(FeedWork.noThread) }
  }

  /// Gives it up; what has come is kept.
  func giveUp() { stop.stop() }

  /// What is new.
  func take() -> News { news.withLock { $0 } }

  private func run(_ path: String, _ feed: Int?, _ limits: FetchLimits) {
    do throws(LibraryError) {
      let library = try Library(path: path)
      let feeds = try library.feeds().filter { feed == nil || $0.id == feed }
      let summary = try FeedRefresh.run(
        feeds, in: library, limits, isAsked: feed != nil, stop: stop
      ) { (summary: FeedRefresh.Summary, _: String?) in
        news.withLock {
          $0.standing = FeedListState.Refreshing(
            done: summary.done, total: summary.total, failed: summary.failed)
        }
        Signals.wake()
      }
      end(summary.sentence)
    } catch {
      end(error.sentence)
    }
  }

  private func end(_ sentence: String) {
    news.withLock { $0.end = sentence }
    Signals.wake()
  }
}

/// What is told of work beside the list.
enum FeedWork {
  static var noThread: String { say("error.no-thread") }
}
