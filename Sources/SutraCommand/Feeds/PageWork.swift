import SutraCore
import SutraFetch
import SutraLibrary
import SutraSystem
import Synchronization

/// Fetches the page of an article beside the list, on a thread of its own.
final class PageWork: Sendable {
  /// What has become of it.
  enum Outcome: Sendable {
    case document(Document)
    case failure(String)
  }

  /// The article whose page it is.
  let article: StoredArticle
  private let outcome = Mutex<Outcome?>(nil)
  private let stop = FetchStop()

  /// Begins.
  init(
    _ article: StoredArticle, _ address: String, _ limits: FetchLimits, _ analyzer: ArticleAnalyzer
  ) {
    self.article = article
    let isStarted = WorkerThread.start {
      let found = Self.outcome(article, address, limits, analyzer, self.stop)
      self.outcome.withLock { $0 = found }
      Signals.wake()
    }
    if !isStarted { outcome.withLock { $0 = .failure(FeedWork.noThread) } }
  }

  private static func outcome(
    _ article: StoredArticle, _ address: String, _ limits: FetchLimits,
    _ analyzer: ArticleAnalyzer, _ stop: FetchStop
  ) -> Outcome {
    func get(_ request: FetchRequest) -> Fetcher.Outcome {
      Result { () throws(FetchError) in try Fetcher.get(request, limits, stop: stop) }
    }
    let answer = get(FeedArticle.request(address, of: article))
    do throws(CommandError) {
      return .document(try FeedArticle.document(of: answer, article, analyzer, .reading, get))
    } catch {
      return .failure(error.message)
    }
  }

  /// Gives it up.
  func giveUp() { stop.stop() }

  /// What has become of it, once; `nil` while it is under way.
  func take() -> Outcome? {
    outcome.withLock { outcome in
      defer { outcome = nil }
      return outcome
    }
  }
}
