import SutraFeeds
import SutraReader

/// `sutra feeds parse`: what stands in files of feeds, one line of JSON each.
enum FeedParsing {
  /// Bytes that are written at a time.
  private static let writtenAtOnce = 1 << 16

  /// Reads files in order and returns the exit status.
  static func run(_ files: [String], _ invocation: Invocation) throws(CommandError) -> Int32 {
    guard !files.isEmpty else { throw .usage("feeds parse needs a file; see 'sutra --help'.") }
    guard invocation.options["format"] ?? "jsonl" == "jsonl" else {
      throw .usage("feeds parse writes jsonl; leave --format text out.")
    }
    var status = ExitStatus.success
    for file in files {
      do throws(CommandError) {
        try parse(file, base: invocation.options["base"])
      } catch {
        guard error.status == ExitStatus.input else { throw error }
        Output.complain(error.message)
        status = ExitStatus.someFailed
      }
    }
    return status
  }

  private static func parse(_ file: String, base: String?) throws(CommandError) {
    let shown = "'\(VisibleText.safe(RawPath.shown(file)))'"
    var feed: Feed
    do {
      feed = try FeedReader.feed(try FeedFile.bytes(file), base: base)
    } catch let error as CommandError {
      throw error
    } catch FeedError.empty {
      throw .input("\(shown) is empty; name a file that holds a feed.")
    } catch FeedError.page(let feeds) {
      let named = feeds.first.map { "it names the feed \($0)." } ?? "it names no feed."
      throw .input("\(shown) is a page, not a feed; \(named)")
    } catch {
      throw .input("\(shown) is no feed; name a file of RSS, RDF, Atom or JSON Feed.")
    }
    if feed.isCut {
      Output.complain(
        "\(shown) holds more than is read of a feed (64 MiB, 100000 articles, 32 MiB of texts); "
          + "\(feed.items.count) articles were read.")
    }
    var pending: [UInt8] = []
    try FeedLine.write(feed, file: RawPath.shown(file)) { (bytes: [UInt8]) throws(CommandError) in
      pending += bytes
      guard pending.count >= writtenAtOnce else { return }
      try Output.write(pending)
      pending.removeAll(keepingCapacity: true)
    }
    feed.items = []
    try Output.write(pending)
  }
}
