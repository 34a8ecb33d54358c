import SutraCore
import SutraFeeds

/// Feeds: any bytes are read as a feed or are none, the same each time, and what comes of them is
/// within the limits and leads to the web alone.
enum FeedTarget {
  private static let base = "https://khobor.example/rss/all.xml"

  static func run(_ bytes: [UInt8]) {
    var limits = FeedLimits()
    limits.items = 50
    limits.textBytes = 2_000
    limits.allTextBytes = 4_000
    check(bytes, limits)
    // What claims to be a page is asked for its feeds.
    let head = Array("<html><head><link rel=alternate type=application/rss+xml href='".utf8)
    check(head + bytes, limits)
  }

  private static func check(_ bytes: [UInt8], _ limits: FeedLimits) {
    do throws(FeedError) {
      let feed = try FeedReader.feed(bytes, base: base, limits: limits)
      hold(feed.items.count <= limits.items, "\(feed.items.count) items")
      // Letters of other charsets may be longer in UTF-8.
      let size = feed.items.reduce(0) { $0 + ($1.text?.utf8.count ?? 0) }
      hold(size <= limits.allTextBytes, "\(size) bytes of texts")
      hold(isOfWeb(feed.link), "the feed leads to \(feed.link ?? "")")
      for item in feed.items {
        hold(isOfWeb(item.link), "an item leads to \(item.link ?? "")")
        hold(item.title?.contains("\n") != true, "a title of two lines")
        hold(item.text?.isEmpty != true && item.title?.isEmpty != true, "an empty text")
        if let date = item.published { hold(FeedDate.text(date).hasSuffix("Z"), "a date") }
      }
      let again = try FeedReader.feed(bytes, base: base, limits: limits)
      hold(again == feed, "the same bytes are another feed")
      var line: [UInt8] = []
      FeedLine.write(feed, file: "fuzz") { line += $0 }
      hold(line.last == 0x0A && line.dropLast().allSatisfy { $0 >= 0x20 }, "a line of JSON")
    } catch {
      if case .page(let feeds) = error {
        for address in feeds { hold(isOfWeb(address), "a page names \(address)") }
      }
    }
  }

  private static func isOfWeb(_ address: String?) -> Bool {
    guard let address else { return true }
    return (address.lowercased().hasPrefix("http://") || address.lowercased().hasPrefix("https://"))
      && address.unicodeScalars.allSatisfy { $0.value > 0x1F && $0.value != 0x7F }
  }
}
