import SutraCore
import SutraFeeds
import SutraFetch
import SutraLibrary
import SutraReader
import SutraSystem
import SutraWords

/// `sutra feeds`: follows feeds, and tells what they have brought.
enum FeedsCommand {
  /// Does what the first word says and returns the exit status.
  static func run(_ invocation: Invocation) throws(CommandError) -> Int32 {
    let words = Array(invocation.options.words.dropFirst())
    switch invocation.options.words.first {
    case "parse": return try FeedParsing.run(words, invocation)
    case "add": return try add(words, invocation)
    case "remove": return try remove(words)
    case "list": return try list(invocation)
    case "import": return try importList(words, invocation)
    case "export": return try export(words)
    case "refresh": return try refresh(words, invocation)
    case "items": return try FeedItems.write(invocation)
    case "analyze": return try FeedItems.analyze(invocation)
    default:
      guard StandardFile.output.isTerminal else { return try list(invocation) }
      return try FeedsScreen.run(invocation)
    }
  }

  // MARK: Following

  private static func add(
    _ words: [String], _ invocation: Invocation
  ) throws(CommandError) -> Int32 {
    guard !words.isEmpty else { throw .usage(say("usage.add-address")) }
    let library = try UserLibrary.open()
    var status = ExitStatus.success
    for word in words {
      guard let address = WebAddress(word) else {
        Output.complain(FetchError(word, .noAddress).sentence)
        status = ExitStatus.someFailed
        continue
      }
      status = max(status, try add(address.text, library, invocation))
    }
    return status
  }

  /// Follows a feed, or the one that a page names.
  private static func add(
    _ address: String, _ library: Library, _ invocation: Invocation
  ) throws(CommandError) -> Int32 {
    let feeds = try UserLibrary.using { () throws(LibraryError) in try library.feeds() }
    if let known = feeds.first(where: { $0.address == address }) {
      if !known.isTyped {
        _ = try UserLibrary.using { () throws(LibraryError) in try library.add(address) }
      }
      try Output.write(
        Array((say("follow.already", ["feed": VisibleText.safe(address)]) + "\n").utf8))
      return ExitStatus.success
    }
    var (wanted, isTyped) = (address, true)
    var found = FeedFetch.read(FetchRequest(wanted, isTyped: true), FetchLimits(invocation))
    if case .failed(.page(let addresses)) = found.outcome {
      guard let first = addresses.first else {
        Output.complain(FeedFetch.sentence(.page([]), address))
        return ExitStatus.someFailed
      }
      for other in addresses.dropFirst() {
        Output.complain(say("feed.other-feed", ["address": address, "feed": other]))
      }
      wanted = first
      // The page is on the same server as what it names, or the feed is on the open web.
      isTyped = WebAddress(first)?.host == WebAddress(address)?.host
      found = FeedFetch.read(FetchRequest(first, isTyped: isTyped), FetchLimits(invocation))
    }
    if case .failed(let trouble) = found.outcome, !trouble.mayPass {
      Output.complain(FeedFetch.sentence(trouble, wanted))
      return ExitStatus.someFailed
    }
    if let moved = found.movedTo {
      isTyped = isTyped && WebAddress(moved)?.host == WebAddress(wanted)?.host
      wanted = moved
    }
    let count = try UserLibrary.using { () throws(LibraryError) -> Int? in
      try library.add(wanted, isTyped: isTyped)
      guard let id = try library.feeds().first(where: { $0.address == wanted })?.id else {
        return nil
      }
      return try FeedFetch.store(found, of: id, at: wanted, in: library, now: UserLibrary.now)
    }
    if case .failed(let trouble) = found.outcome {
      Output.complain(FeedFetch.sentence(trouble, wanted))
      try Output.write(Array((say("follow.later", ["feed": VisibleText.safe(wanted)]) + "\n").utf8))
      return ExitStatus.someFailed
    }
    let articles = say("count.articles", ["count": count ?? 0])
    try Output.write(
      Array(
        (say("follow.now", ["feed": VisibleText.safe(wanted), "articles": articles]) + "\n").utf8))
    return ExitStatus.success
  }

  private static func remove(_ words: [String]) throws(CommandError) -> Int32 {
    guard !words.isEmpty else { throw .usage(say("usage.remove-address")) }
    let library = try UserLibrary.open()
    var status = ExitStatus.success
    for word in words {
      let feeds = try UserLibrary.using { () throws(LibraryError) in try library.feeds() }
      guard let feed = self.feed(word, feeds) else {
        Output.complain(say("feed.unknown", ["feed": word]))
        status = ExitStatus.someFailed
        continue
      }
      try UserLibrary.using { () throws(LibraryError) in try library.remove(feed: feed.id) }
      try Output.write(
        Array((say("follow.no-longer", ["feed": VisibleText.safe(feed.name)]) + "\n").utf8))
    }
    return status
  }

  /// The feed that a word means: its address, or its whole title.
  private static func feed(_ word: String, _ feeds: [Subscription]) -> Subscription? {
    let address = WebAddress(word)?.text
    return feeds.first { $0.address == word || $0.address == address }
      ?? feeds.first { $0.title == word }
  }

  private static func list(_ invocation: Invocation) throws(CommandError) -> Int32 {
    let library = try UserLibrary.open()
    let feeds = try UserLibrary.using { () throws(LibraryError) in try library.feeds() }
    if invocation.options["format"] == "jsonl" {
      for feed in feeds { try Output.write(FeedListLine.json(feed)) }
      return ExitStatus.success
    }
    if feeds.isEmpty {
      try Output.write(Array((say("follow.none") + "\n").utf8))
    }
    for feed in feeds {
      try Output.write(Array((VisibleText.safe(FeedListLine.text(feed)) + "\n").utf8))
    }
    return ExitStatus.success
  }

  // MARK: Lists

  /// Follows what a list names; those of this machine's own network only where the user says so,
  /// since the list may be somebody else's.
  private static func importList(
    _ words: [String], _ invocation: Invocation
  ) throws(CommandError) -> Int32 {
    guard words.count == 1, let word = words.first else {
      throw .usage(say("usage.import-file"))
    }
    let bytes = try FeedFile.bytes(word)
    guard let outlines = OPML.outlines(bytes) else {
      throw .input(say("feed.no-opml", ["file": VisibleText.safe(RawPath.shown(word))]))
    }
    let library = try UserLibrary.open()
    let entries = Outline.entries(outlines)
    let isTyped = invocation.options.has("local")
    var (new, known, wrong) = (0, 0, 0)
    try UserLibrary.using { () throws(LibraryError) in
      try library.together { () throws(LibraryError) in
        for entry in entries {
          guard let address = WebAddress(entry.address)?.text else {
            wrong += 1
            continue
          }
          let page = entry.page.flatMap { WebAddress($0)?.text }
          let isNew = try library.add(
            address, title: entry.title, page: page, folders: entry.folders, isTyped: isTyped)
          if isNew { new += 1 } else { known += 1 }
        }
      }
    }
    if wrong > 0 {
      Output.complain(say("feed.not-web", ["number": wrong, "total": entries.count]))
    }
    try Output.write(Array((say("follow.imported", ["new": new, "known": known]) + "\n").utf8))
    return wrong > 0 ? ExitStatus.someFailed : ExitStatus.success
  }

  private static func export(_ words: [String]) throws(CommandError) -> Int32 {
    guard words.count <= 1 else { throw .usage(say("usage.export-file")) }
    let library = try UserLibrary.open()
    let feeds = try UserLibrary.using { () throws(LibraryError) in try library.feeds() }
    let entries = feeds.map {
      Outline.Entry(title: $0.title, address: $0.address, page: $0.page, folders: $0.folders)
    }
    let bytes = OPML.text(Outline.tree(entries), title: "sutra")
    guard let path = words.first, path != "-" else {
      try Output.write(bytes)
      return ExitStatus.success
    }
    if let failure = WholeFile.write(bytes, to: path, mode: 0o644, replaces: true) {
      throw Output.failure(failure, writing: "'\(VisibleText.safe(RawPath.shown(path)))'")
    }
    return ExitStatus.success
  }

  // MARK: Reading anew

  private static func refresh(
    _ words: [String], _ invocation: Invocation
  ) throws(CommandError) -> Int32 {
    let library = try UserLibrary.open()
    let all = try UserLibrary.using { () throws(LibraryError) in try library.feeds() }
    var feeds = all
    var status = ExitStatus.success
    if !words.isEmpty {
      feeds = []
      for word in words {
        if let feed = feed(word, all) {
          feeds.append(feed)
        } else {
          Output.complain(say("feed.unknown-add", ["feed": word]))
          status = ExitStatus.someFailed
        }
      }
    }
    let isQuiet = invocation.options.has("quiet")
    var line = RefreshLine(total: feeds.count, isWanted: !isQuiet)
    let limits = FetchLimits(invocation)
    let summary = try UserLibrary.using { () throws(LibraryError) in
      try FeedRefresh.run(feeds, in: library, limits, isAsked: !words.isEmpty, stop: nil) {
        (summary: FeedRefresh.Summary, sentence: String?) in
        if let sentence {
          line.clear()
          Output.complain(sentence)
        }
        line.show(done: summary.done, failed: summary.failed)
      }
    }
    line.clear()
    if !isQuiet { try Output.write(Array((summary.sentence + "\n").utf8)) }
    return summary.failed > 0 ? ExitStatus.someFailed : status
  }
}
