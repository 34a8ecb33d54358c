import SutraFeeds
import SutraFetch
import SutraLibrary
import SutraReader
import SutraSystem
import SutraWords

/// Reads one feed from its server, and takes note of what came.
struct FeedFetch: Sendable {
  /// Why a feed could not be read.
  enum Trouble: Equatable, Sendable {
    /// Its server gave none.
    case fetch(FetchError)
    /// It is a page, which names these feeds.
    case page([String])
    /// It is something else, or nothing at all.
    case noFeed

    /// Whether another try later may well end otherwise.
    var mayPass: Bool { if case .fetch(let error) = self { error.mayPass } else { false } }
  }

  /// What came of it.
  enum Outcome: Sendable {
    case unchanged
    case feed(Feed)
    case failed(Trouble)
  }

  let outcome: Outcome
  var etag: String?
  var lastModified: String?
  var movedTo: String?

  /// What a feed is asked for as.
  static let accept =
    "application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml, "
    + "application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5"

  /// Reads a feed in the calling thread.
  static func read(_ request: FetchRequest, _ limits: FetchLimits) -> FeedFetch {
    var request = request
    request.accept = accept
    do throws(FetchError) {
      return FeedFetch(.success(try Fetcher.get(request, limits)))
    } catch {
      return FeedFetch(.failure(error))
    }
  }

  /// Makes out what an answer holds.
  init(_ answer: Fetcher.Outcome) {
    switch answer {
    case .failure(let error): outcome = .failed(.fetch(error))
    case .success(let response):
      etag = response.etag
      lastModified = response.lastModified
      movedTo = response.movedTo
      guard !response.isUnchanged else {
        outcome = .unchanged
        return
      }
      do throws(FeedError) {
        outcome = .feed(
          try FeedReader.feed(response.body, base: response.address, charset: response.charset))
      } catch {
        switch error {
        case .page(let feeds): outcome = .failed(.page(feeds))
        case .empty, .unknown: outcome = .failed(.noFeed)
        }
      }
    }
  }

  /// The sentence for what went wrong.
  static func sentence(_ trouble: Trouble, _ address: String) -> String {
    switch trouble {
    case .fetch(let error):
      if case .localAddress = error.trouble {
        say("feed.local", ["reason": error.sentence])
      } else {
        error.sentence
      }
    case .page(let feeds):
      feeds.first.map {
        say("feed.page-names", ["address": address, "feed": $0])
      }
        ?? say("feed.page-names-none", ["address": address])
    case .noFeed: say("feed.no-feed", ["address": address])
    }
  }

  /// Takes note in the library of what came.
  ///
  /// - Returns: How many articles are new.
  static func store(
    _ found: FeedFetch, of id: Int, at address: String, in library: Library, now: Int
  ) throws(LibraryError) -> Int {
    let isSameServer = WebAddress(address)?.host == found.movedTo.flatMap { WebAddress($0)?.host }
    switch found.outcome {
    case .unchanged:
      return try library.take(
        .unchanged, of: id, at: now, movedTo: found.movedTo, isSameServer: isSameServer)
    case .feed(let feed):
      return try library.take(
        .articles(
          title: feed.title, page: feed.link, language: feed.language,
          feed.items.map(NewArticle.init)),
        of: id, at: now, etag: found.etag, lastModified: found.lastModified,
        movedTo: found.movedTo, isSameServer: isSameServer)
    case .failed(let trouble):
      var (wait, isGone): (Int?, Bool) = (nil, false)
      var reason = Self.sentence(trouble, "")
      if case .fetch(let error) = trouble {
        wait = error.retryAfter.map { now + $0 }
        isGone = error.trouble == .status(410, retryAfter: error.retryAfter)
        reason = error.reason
      } else {
        reason = String(reason.dropFirst(2))
      }
      try library.fail(reason, of: id, at: now, waitUntil: wait, isGone: isGone)
      return 0
    }
  }
}

extension NewArticle {
  /// An item of a feed, as the library keeps it.
  init(_ item: FeedItem) {
    self.init(
      key: item.key, title: item.title ?? "", link: item.link, author: item.author,
      published: item.published, updated: item.updated, text: item.text, isWhole: item.isWhole)
  }
}

extension FetchLimits {
  /// The limits that settings and options name.
  init(_ invocation: Invocation) {
    self.init(invocation.settings)
    if let number = invocation.options.number("at-a-time") { atATime = number }
  }

  /// The limits that settings name, and the certificates that the environment does.
  init(_ settings: Settings) {
    self.init()
    connectSeconds = settings.number("fetch-connect-timeout")
    wholeSeconds = settings.number("fetch-timeout")
    bytes = settings.number("fetch-size") << 20
    certificates = Environment["SSL_CERT_FILE"]
  }
}
