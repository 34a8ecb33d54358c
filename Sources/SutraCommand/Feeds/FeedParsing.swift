import SutraFeeds
import SutraReader
import SutraSystem
import SutraWords

/// `sutra feeds parse`: what stands in files of feeds, one line of JSON each.
enum FeedParsing {
  /// Bytes that are written at a time.
  private static let writtenAtOnce = 1 << 16

  /// Reads files in order and returns the exit status.
  static func run(_ files: [String], _ invocation: Invocation) throws(CommandError) -> Int32 {
    guard !files.isEmpty else { throw .usage(say("usage.parse-file")) }
    guard invocation.options["format"] ?? "jsonl" == "jsonl" else {
      throw .usage(say("usage.parse-format"))
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
      throw .input(say("feed.file-empty", ["file": shown]))
    } catch FeedError.page(let feeds) {
      let named = feeds.first.map { say("feed.names", ["feed": $0]) } ?? say("feed.names-none")
      throw .input(say("feed.file-page", ["file": shown, "feed": named]))
    } catch {
      throw .input(say("feed.file-none", ["file": shown]))
    }
    if feed.isCut {
      Output.complain(
        say("feed.file-cut", ["file": shown, "count": feed.items.count]))
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
