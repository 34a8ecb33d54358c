import SutraExport
import SutraFeeds
import SutraLibrary
import SutraReader
import SutraWords

/// `sutra who`, `sutra said` and `sutra find`: questions over everything that was read.
enum QuestionCommands {
  /// Rows that are written where nobody says how many.
  static let usualRows = 100

  /// The words of a question in the library's own form.
  private static func words(
    _ invocation: Invocation, _ library: Library, _ index: Library.WordIndex
  ) throws(CommandError) -> [[String]] {
    let text = invocation.options.words.joined(separator: " ")
    var kept = KeptArticles()
    let words = kept.query(text)
    guard !words.isEmpty else {
      throw .usage(say("usage.no-word-in", ["text": VisibleText.safe(text)]))
    }
    return try inBothScripts(words, library, index)
  }

  /// Words with those of other scripts that are the same names.
  private static func inBothScripts(
    _ words: [[String]], _ library: Library, _ index: Library.WordIndex
  ) throws(CommandError) -> [[String]] {
    try FeedsCommand.using { () throws(LibraryError) in
      try OtherScriptWords.adding(to: words, from: library, index)
    }
  }

  /// `sutra said`: quotes of all articles.
  static func said(_ invocation: Invocation) throws(CommandError) -> Int32 {
    var kept = KeptArticles()
    let options = invocation.options
    var question = QuoteQuestion()
    let library = try FeedsCommand.library()
    question.speaker = try inBothScripts(kept.query(options["speaker"] ?? ""), library, .names)
    let about = [options["about"] ?? ""] + options.words
    question.about = try inBothScripts(
      kept.query(about.joined(separator: " ")), library, .quotes)
    if options["since"] != nil { question.since = try FeedItems.since(invocation) }
    question.outlet = options["outlet"]
    question.kind = options["kind"]
    question.type = options["type"]
    question.most = options.number("limit") ?? usualRows
    return try write(question, library, invocation)
  }

  private static func write(
    _ question: QuoteQuestion, _ library: Library, _ invocation: Invocation
  ) throws(CommandError) -> Int32 {
    let found = try FeedsCommand.using { () throws(LibraryError) in try library.said(question) }
    var rows = RowOutput(RowFormat(invocation), LibraryRows.quoteColumns)
    for quote in found { rows.add(LibraryRows.quote(quote), text: LibraryRows.line(quote)) }
    try rows.end(nothing: say("library.nothing-like"))
    return ExitStatus.success
  }

  /// `sutra find`: articles whose texts hold some words.
  static func find(_ invocation: Invocation) throws(CommandError) -> Int32 {
    let library = try FeedsCommand.library()
    let words = try words(invocation, library, .articles)
    let since = invocation.options["since"] == nil ? nil : try FeedItems.since(invocation)
    let found = try FeedsCommand.using { () throws(LibraryError) in
      try library.find(
        words, since: since, most: invocation.options.number("limit") ?? usualRows)
    }
    var rows = RowOutput(
      RowFormat(invocation), LibraryRows.articleColumns.filter { $0 != "versions" } + ["words"])
    var pieces = WordsAround()
    for (article, text) in found {
      let around = pieces.first(of: words, in: text)
      var values = LibraryRows.article(article)
      values.remove(at: 5)
      rows.add(
        values + [.text(around)], text: "\(LibraryRows.line(article))\t\(around)")
    }
    try rows.end(nothing: say("library.no-text"))
    return ExitStatus.success
  }

  /// `sutra who`: what is known of somebody.
  static func who(_ invocation: Invocation) throws(CommandError) -> Int32 {
    let library = try FeedsCommand.library()
    let words = try words(invocation, library, .names)
    var question = QuoteQuestion()
    question.speaker = words
    question.most = invocation.options.number("limit") ?? usualRows
    guard RowFormat(invocation) == .text else { return try write(question, library, invocation) }
    let dossier = try FeedsCommand.using { () throws(LibraryError) in try library.who(words) }
    try Output.write(Array(HarmlessText.of(text(dossier)).utf8))
    return dossier.quotes == 0 ? ExitStatus.success : try write(question, library, invocation)
  }

  private static func text(_ dossier: Dossier) -> String {
    func list(_ label: String, _ names: [CountedName]) -> String {
      guard !names.isEmpty else { return "" }
      let parts = names.map {
        let (first, last) = (LibraryRows.day($0.first), LibraryRows.day($0.last))
        return "\($0.name) (\($0.count), \(first == last ? first : "\(first) to \(last)"))"
      }
      return "\(label): \(parts.joined(separator: "; "))\n"
    }
    let denied = dossier.negated > 0 ? ", \(dossier.negated) denied or not said" : ""
    let quotes = dossier.quotes == 1 ? "1 quote" : "\(dossier.quotes) quotes"
    let articles = dossier.articles == 1 ? "1 article" : "\(dossier.articles) articles"
    return "\(quotes)\(denied), named in \(articles)\n"
      + list("names", dossier.names) + list("roles", dossier.roles)
      + list("outlets", dossier.outlets) + list("to", dossier.addressees)
      + list("named with", dossier.others) + "\n"
  }
}

/// A piece of a text around a word.
struct WordsAround {
  /// Words before and behind the word.
  private static let reach = 10

  private var kept = KeptArticles()

  /// The text around the first of some words, in one line.
  mutating func first(of words: [[String]], in text: String) -> String {
    let wanted = Set(words.flatMap { $0 })
    let parts = text.split { $0 == " " || $0.isNewline }
    let place = parts.firstIndex { part in
      kept.query(String(part)).contains { !wanted.isDisjoint(with: $0) }
    }
    let found = place ?? 0
    let range = max(0, found - Self.reach)..<min(parts.count, found + Self.reach)
    return (range.lowerBound > 0 ? "…" : "") + parts[range].joined(separator: " ")
      + (range.upperBound < parts.count ? "…" : "")
  }
}
