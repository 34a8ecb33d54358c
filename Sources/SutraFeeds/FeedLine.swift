import SutraCore

/// Writes what was read of a feed as a line of JSON.
public enum FeedLine {
  /// Writes a feed, in pieces that are handed on as they are made.
  ///
  /// - Parameters:
  ///   - feed: The feed.
  ///   - file: What it was read from.
  ///   - write: Gets the pieces of the line, its end as well.
  /// - Throws: What the closure throws.
  public static func write<Failure: Error>(
    _ feed: Feed, file: String, to write: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var head = JSONWriter()
    head.open(0x7B)
    head.key("file")
    head.string(file)
    head.key("title")
    head.string(feed.title)
    head.key("link")
    head.string(feed.link)
    head.key("language")
    head.string(feed.language)
    if feed.isCut {
      head.key("cut")
      head.raw("true")
    }
    head.key("items")
    try write(head.bytes + [0x5B])
    for (index, item) in feed.items.enumerated() {
      try write((index == 0 ? [] : [0x2C]) + bytes(of: item))
    }
    try write(Array("]}\n".utf8))
  }

  private static func bytes(of item: FeedItem) -> [UInt8] {
    var writer = JSONWriter()
    writer.open(0x7B)
    for (name, value) in [
      ("id", item.id), ("title", item.title), ("link", item.link), ("author", item.author),
      ("published", item.published.map(FeedDate.text)),
      ("updated", item.updated.map(FeedDate.text)), ("text", item.text),
    ] {
      writer.key(name)
      writer.string(value)
    }
    writer.close(0x7D)
    return writer.bytes
  }
}
