import SutraCore
import SutraFeeds
import SutraFetch
import SutraLibrary
import SutraReader
import SutraWords

/// `sutra feeds items` and `sutra feeds analyze`: articles that feeds have brought, as lines of JSON.
enum FeedItems {
  /// Writes articles and returns the exit status.
  static func write(_ invocation: Invocation) throws(CommandError) -> Int32 {
    let since = try since(invocation)
    let isText = invocation.options["format"] == "text"
    var failure: CommandError?
    let library = try UserLibrary.open()
    let status = try refresh(library, invocation)
    try UserLibrary.using { () throws(LibraryError) in
      try library.eachArticle(since: since) { article in
        guard failure == nil else { return }
        do throws(CommandError) {
          try Output.write(isText ? text(article) : json(article))
        } catch {
          failure = error
        }
      }
    }
    if let failure { throw failure }
    return status
  }

  /// Reads the feeds anew where that is asked for, and returns the exit status.
  private static func refresh(
    _ library: Library, _ invocation: Invocation
  ) throws(CommandError) -> Int32 {
    guard invocation.options.has("refresh") else { return ExitStatus.success }
    let summary = try UserLibrary.using { () throws(LibraryError) in
      try FeedRefresh.run(
        try library.feeds(isCounting: false), in: library, FetchLimits(invocation), isAsked: false,
        stop: nil
      ) { (_: FeedRefresh.Summary, sentence: String?) in
        if let sentence { Output.complain(sentence) }
      }
    }
    return summary.failed > 0 ? ExitStatus.someFailed : ExitStatus.success
  }

  /// Writes what is found in articles and returns the exit status.
  ///
  /// Those of which the feed gives a summary alone are analysed as far as that goes, or with
  /// `--fetch` from their pages.
  static func analyze(_ invocation: Invocation) throws(CommandError) -> Int32 {
    let since = try since(invocation)
    let fetches = invocation.options.has("fetch")
    let analyzer = try invocation.analyzer()
    let library = try UserLibrary.open()
    var status = try refresh(library, invocation)
    // Written while articles are read: another one of the same file.
    let notes = try UserLibrary.open()
    var failure: CommandError?
    func write(_ document: Document, _ id: Int) {
      let article = analyzer.article(document)
      do throws(CommandError) {
        try Output.write(AnalysisWriter.line(article) + [0x0A])
        try UserLibrary.using { () throws(LibraryError) in
          try notes.note(
            article: id, quotes: article.quotations.count, sources: article.sources.count)
        }
      } catch {
        failure = error
      }
    }
    var pages: [StoredArticle] = []
    try UserLibrary.using { () throws(LibraryError) in
      try library.eachArticle(since: since) { stored in
        guard failure == nil else { return }
        if fetches, !stored.isWhole, stored.link != nil {
          pages.append(stored)
        } else if let document = FeedArticle.document(stored, analyzer, .analysis) {
          write(document, stored.id)
        }
      }
    }
    let requests = pages.map { FeedArticle.request($0.link ?? "", of: $0) }
    let limits = FetchLimits(invocation)
    func get(_ request: FetchRequest) -> Fetcher.Outcome {
      Result { () throws(FetchError) in try Fetcher.get(request, limits) }
    }
    Fetcher.all(requests, limits) { index, answer in
      guard failure == nil else { return }
      do throws(CommandError) {
        write(
          try FeedArticle.document(of: answer, pages[index], analyzer, .analysis, get),
          pages[index].id)
      } catch {
        Output.complain(error.message)
        status = ExitStatus.someFailed
        // What the feed itself gives is better than nothing.
        if let document = FeedArticle.document(pages[index], analyzer, .analysis) {
          write(document, pages[index].id)
        }
      }
    }
    if let failure { throw failure }
    return status
  }

  /// The time that `--since` names, in seconds since 1970; 0 without it.
  static func since(_ invocation: Invocation) throws(CommandError) -> Int {
    guard let word = invocation.options["since"] else { return 0 }
    if let seconds = seconds(since: word) { return seconds }
    throw .usage(say("usage.since", ["word": word]))
  }

  /// The time that a date names, or so many hours, days or weeks back from now.
  static func seconds(since typed: String) -> Int? {
    let word = westernDigits(typed)
    if let seconds = FeedDate.seconds(word) { return seconds }
    let units: [Character: Int] = ["m": 60, "h": 3_600, "d": 86_400, "w": 604_800]
    if let unit = word.last.flatMap({ units[$0] }), let count = Int(word.dropLast()),
      (1...100_000).contains(count)
    {
      return UserLibrary.now - count * unit
    }
    return nil
  }

  private static func json(_ article: StoredArticle) -> [UInt8] {
    var writer = JSONWriter()
    writer.open(0x7B)
    for (name, value) in [
      ("id", article.link ?? "\(article.id)"), ("feed", article.feedTitle),
      ("title", article.title.isEmpty ? nil : article.title), ("link", article.link),
      ("author", article.author), ("published", article.published.map(FeedDate.text)),
      ("seen", FeedDate.text(article.seen)), ("text", article.text),
    ] {
      writer.key(name)
      writer.string(value)
    }
    writer.key("whole")
    writer.truth(article.isWhole)
    writer.key("read")
    writer.truth(article.isRead)
    writer.close(0x7D)
    return writer.bytes + [0x0A]
  }

  private static func text(_ article: StoredArticle) -> [UInt8] {
    let date = CalendarDay(seconds: article.published ?? article.seen).text
    let fields = [date, article.feedTitle, article.title, article.link ?? ""]
    let row = fields.map { VisibleText.safe($0.replacing("\n", with: " ")) }
    return Array((row.joined(separator: "\t") + "\n").utf8)
  }
}
