import SutraFetch
import SutraLibrary
import SutraWords

/// Reads feeds anew, several at a time, and keeps what they bring; one that fails stops no other.
enum FeedRefresh {
  /// How it has gone so far.
  struct Summary: Equatable, Sendable {
    var total = 0
    var read = 0
    var unchanged = 0
    var failed = 0
    /// Those that were not asked: their servers want to be left alone for a while, or they are gone.
    var waiting = 0
    var articles = 0

    var done: Int { read + unchanged + failed + waiting }

    /// One sentence.
    var sentence: String {
      var parts = [say("refresh.read", ["count": read])]
      if unchanged > 0 { parts.append(say("refresh.unchanged", ["count": unchanged])) }
      if waiting > 0 { parts.append(say("refresh.waiting", ["count": waiting])) }
      if failed > 0 { parts.append(say("feeds.failed", ["count": failed])) }
      let feeds = say("count.feeds", ["count": total])
      let new = say("refresh.new", ["count": articles])
      return say(
        "refresh.summary", ["feeds": feeds, "parts": parts.joined(separator: ", "), "new": new])
    }
  }

  /// Reads feeds in the calling thread, to which the library belongs.
  ///
  /// - Parameters:
  ///   - feeds: The feeds.
  ///   - library: Where they are kept.
  ///   - limits: How many at a time, how long and how much.
  ///   - isAsked: Whether the user named them, so that none is left alone.
  ///   - stop: Gives it up from another thread; what has come is kept.
  ///   - tell: Is told after each feed, with the sentence of one that failed.
  /// - Returns: How it went.
  /// - Throws: `LibraryError` where what comes cannot be kept.
  static func run(
    _ feeds: [Subscription], in library: Library, _ limits: FetchLimits, isAsked: Bool,
    stop: FetchStop?, tell: (Summary, String?) -> Void
  ) throws(LibraryError) -> Summary {
    var summary = Summary(total: feeds.count)
    let now = UserLibrary.now
    // Those that have waited longest come first, so that none is left out again and again.
    let wanted = feeds.filter { isAsked || !$0.isGone && $0.waitUntil ?? 0 <= now }
      .sorted { $0.refreshed ?? 0 < $1.refreshed ?? 0 }
    summary.waiting = feeds.count - wanted.count
    let requests = wanted.map { feed in
      var request = FetchRequest(feed.address, isTyped: feed.isTyped)
        .unless(etag: feed.etag, lastModified: feed.lastModified)
      request.accept = FeedFetch.accept
      return request
    }
    var failure: LibraryError?
    let ownStop = stop ?? FetchStop()
    Fetcher.all(requests, limits, stop: ownStop) { index, answer in
      guard failure == nil else { return }
      if case .failure(let error) = answer, error.trouble == .stopped {
        summary.waiting += 1
        return
      }
      let found = FeedFetch(answer)
      do throws(LibraryError) {
        let count = try FeedFetch.store(
          found, of: wanted[index].id, at: wanted[index].address, in: library,
          now: UserLibrary.now)
        summary.articles += count
      } catch {
        // Where nothing can be kept nothing more need be fetched.
        failure = error
        ownStop.stop()
        return
      }
      var sentence: String?
      switch found.outcome {
      case .unchanged: summary.unchanged += 1
      case .feed: summary.read += 1
      case .failed(let trouble):
        summary.failed += 1
        sentence = FeedFetch.sentence(trouble, wanted[index].address)
      }
      tell(summary, sentence)
    }
    if let failure { throw failure }
    return summary
  }
}
