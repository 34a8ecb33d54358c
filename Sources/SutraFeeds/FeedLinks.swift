import SutraCore

/// The feeds that a page of HTML names.
enum FeedLinks {
  /// Most feeds of a page.
  private static let most = 20

  /// The addresses of `link rel=alternate` elements for feeds, in the page's order.
  static func addresses(in html: [UInt8], base: String?) -> [String] {
    var base = base
    var found: [String] = []
    var scanner = MarkupScanner(html)
    while let event = scanner.next(), found.count < most {
      guard case .start(let name, let attributes, _) = event else { continue }
      if name.lowercased() == "base", let own = attributes.value("href") {
        base = WebReference.address(own, base: base) ?? base
      }
      guard name.lowercased() == "link", let href = attributes.value("href"),
        attributes.value("rel")?.lowercased().split(separator: " ").contains("alternate") == true,
        isFeed(attributes.value("type")?.lowercased() ?? ""),
        let address = WebReference.address(href, base: base), !found.contains(address)
      else { continue }
      found.append(address)
    }
    return found
  }

  private static func isFeed(_ type: String) -> Bool {
    ["application/rss", "application/atom", "application/rdf", "application/feed+json"].contains {
      type.hasPrefix($0)
    } || type == "text/xml" || type == "application/xml" || type == "application/json"
  }
}
