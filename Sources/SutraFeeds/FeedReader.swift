/// Reads feeds: RSS 0.9 to 2.0, RDF, Atom 0.3 and 1.0, CDF and JSON Feed, whole or broken.
///
/// It reads markup by its own scanner, as pages are not: feeds that are not well-formed are common,
/// and a parser of XML either refuses those or loses what stands behind the mistake. Nothing is
/// ever loaded, and entities that a feed defines stand for a few bytes at most.
public enum FeedReader {
  /// Reads a feed.
  ///
  /// - Parameters:
  ///   - bytes: The whole of it.
  ///   - base: Its address, against which links are resolved.
  ///   - charset: Its charset, as the server tells it.
  ///   - limits: The most that is taken in.
  /// - Returns: The feed, which has no items where none are found.
  /// - Throws: `FeedError` where it is none.
  public static func feed(
    _ bytes: [UInt8], base: String? = nil, charset: String? = nil, limits: FeedLimits = FeedLimits()
  ) throws(FeedError) -> Feed {
    let isCut = bytes.count > limits.bytes
    let text = FeedText.utf8(isCut ? Array(bytes[..<limits.bytes]) : bytes, charset: charset)
    guard let first = text.first(where: { $0 > 0x20 }) else { throw .empty }
    var feed: Feed
    if first == 0x7B || first == 0x5B {
      guard let found = JSONFeed.feed(text, base: base, limits: limits) else { throw .unknown }
      feed = found
    } else {
      var builder = FeedBuilder(base: base, limits: limits)
      var scanner = MarkupScanner(text)
      while let event = scanner.next() { builder.take(event, &scanner) }
      builder.finish()
      guard builder.isFeed else {
        guard builder.isPage else { throw .unknown }
        throw .page(feeds: FeedLinks.addresses(in: text, base: base))
      }
      feed = builder.feed
    }
    feed.isCut = feed.isCut || isCut
    return feed
  }
}
