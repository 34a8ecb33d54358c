import SutraCore

/// Feeds of JSON (JSON Feed 1.0 and 1.1).
enum JSONFeed {
  /// Reads a feed; `nil` for JSON that is none.
  static func feed(_ bytes: [UInt8], base: String?, limits: FeedLimits) -> Feed? {
    guard let value = JSONValue(bytes), case .object = value else { return nil }
    let names = value["version"]?.text?.contains("jsonfeed.org") == true
    guard names || value["items"] != nil else { return nil }
    var feed = Feed()
    feed.title = line(value["title"])
    feed.link = value["home_page_url"]?.text.flatMap { WebReference.address($0, base: base) }
    feed.language = value["language"]?.text
    var left = limits.allTextBytes
    for entry in value["items"]?.items ?? [] {
      guard feed.items.count < limits.items else {
        feed.isCut = true
        break
      }
      var found = item(entry, base: feed.link ?? base)
      let size = found.text?.utf8.count ?? 0
      if size > min(left, limits.textBytes) {
        found.text = nil
        feed.isCut = true
      } else {
        left -= size
      }
      feed.items.append(found)
    }
    return feed
  }

  private static func item(_ entry: JSONValue, base: String?) -> FeedItem {
    var item = FeedItem()
    item.id = entry["id"]?.text.flatMap { $0.isEmpty ? nil : $0 }
    item.title = line(entry["title"])
    let link = entry["url"]?.text ?? entry["external_url"]?.text
    item.link = link.flatMap { WebReference.address($0, base: base) }
    item.published = entry["date_published"]?.text.flatMap(FeedDate.seconds)
    item.updated = entry["date_modified"]?.text.flatMap(FeedDate.seconds) ?? item.published
    let author = entry["authors"]?.items.first ?? entry["author"]
    item.author = line(author?["name"])
    let whole = entry["content_html"]?.text.map(MarkupText.text) ?? entry["content_text"]?.text
    if let whole, !whole.isEmpty {
      (item.text, item.isWhole) = (MarkupText.trimmed(whole), true)
    } else if let summary = entry["summary"]?.text, !summary.isEmpty {
      item.text = MarkupText.trimmed(summary)
    }
    return item
  }

  private static func line(_ value: JSONValue?) -> String? {
    guard let text = value?.text.map(MarkupText.line), !text.isEmpty else { return nil }
    return text
  }
}
