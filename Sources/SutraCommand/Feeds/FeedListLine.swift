import SutraCore
import SutraFeeds
import SutraLibrary

/// A feed that is followed, as `sutra feeds list` tells it.
enum FeedListLine {
  /// One line for people: unread and all articles, the name, the address, and what went wrong.
  static func text(_ feed: Subscription) -> String {
    var line = "\(feed.unread)/\(feed.articles)\t\(feed.name)"
    if !feed.title.isEmpty { line += "\t\(feed.address)" }
    if let failure = feed.failure { line += "\t\(failure)" }
    return line.replacing("\n", with: " ")
  }

  /// One line of JSON.
  static func json(_ feed: Subscription) -> [UInt8] {
    var writer = JSONWriter()
    writer.open(0x7B)
    for (name, value) in [
      ("address", feed.address), ("title", feed.title.isEmpty ? nil : feed.title),
      ("page", feed.page), ("refreshed", feed.refreshed.map(FeedDate.text)),
      ("failure", feed.failure),
    ] {
      writer.key(name)
      writer.string(value)
    }
    writer.key("folders")
    writer.open(0x5B)
    for folder in feed.folders { writer.string(folder) }
    writer.close(0x5D)
    writer.key("articles")
    writer.raw(String(feed.articles))
    writer.key("unread")
    writer.raw(String(feed.unread))
    writer.close(0x7D)
    return writer.bytes + [0x0A]
  }
}
