import SutraCore
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
    _ invocation: Invocation, _ library: Library
  ) throws(CommandError) -> [[String]] {
    let text = invocation.options.words.joined(separator: " ")
    var kept = KeptArticles()
    let words = kept.query(text)
    guard !words.isEmpty else {
      throw .usage(say("usage.no-word-in", ["text": VisibleText.safe(text)]))
    }
    return try inBothScripts(words, library)
  }

  /// Words with those of other scripts that are the same names.
  private static func inBothScripts(
    _ words: [[String]], _ library: Library
  ) throws(CommandError) -> [[String]] {
    try UserLibrary.using { () throws(LibraryError) in
      try OtherScriptWords.adding(to: words, from: library)
    }
  }

  /// `sutra said`: quotes of all articles.
  static func said(_ invocation: Invocation) throws(CommandError) -> Int32 {
    let options = invocation.options
    let library = try UserLibrary.open()
    let about = [options["about"] ?? ""] + options.words
    var questions = LibraryQuestions()
    var question = questions.said(
      speaker: options["speaker"], about: about.joined(separator: " "), outlet: options["outlet"],
      kind: options["kind"], type: options["type"])
    question.about = try inBothScripts(question.about, library)
    if options["since"] != nil { question.since = try FeedItems.since(invocation) }
    question.most = options.number("limit") ?? usualRows
    return try write(question, library, invocation)
  }

  private static func write(
    _ question: QuoteQuestion, _ library: Library, _ invocation: Invocation
  ) throws(CommandError) -> Int32 {
    var rows = RowOutput(RowFormat(invocation), LibraryRows.quoteColumns)
    try UserLibrary.using { () throws(LibraryError) in
      try library.eachSaid(question) {
        rows.add(LibraryRows.quote($0), text: LibraryRows.line($0))
      }
    }
    try rows.end(nothing: say("library.nothing-like"))
    return ExitStatus.success
  }

  /// `sutra find`: articles whose texts hold some words.
  static func find(_ invocation: Invocation) throws(CommandError) -> Int32 {
    let library = try UserLibrary.open()
    let words = try words(invocation, library)
    let since = invocation.options["since"] == nil ? nil : try FeedItems.since(invocation)
    let found = try UserLibrary.using { () throws(LibraryError) in
      try library.find(
        words, since: since, most: invocation.options.number("limit") ?? usualRows)
    }
    var rows = RowOutput(
      RowFormat(invocation), LibraryRows.articleColumns.filter { $0 != "versions" } + ["words"])
    var pieces = WordsAround(words)
    for (article, text, language) in found {
      let around = pieces.first(in: text, language).words
      var values = LibraryRows.article(article)
      values.remove(at: 5)
      rows.add(
        values + [.text(around)], text: "\(LibraryRows.line(article))\t\(around)")
    }
    try rows.end(nothing: say("library.no-text"))
    return ExitStatus.success
  }

  /// `sutra library same`: quotes with the same words as a text, or nearly, the oldest first;
  /// without one, such groups among the newest quotes.
  static func same(_ words: [String], _ invocation: Invocation) throws(CommandError) -> Int32 {
    let text = words.joined(separator: " ")
    let library = try UserLibrary.open()
    var kept = KeptArticles()
    let groups = try UserLibrary.using { () throws(LibraryError) in
      text.isEmpty
        ? try library.sameGroups() : [try library.same(as: text) { kept.query($0) }]
    }
    var rows = RowOutput(
      RowFormat(invocation), LibraryRows.quoteColumns + ["group", "likeness", "difference"])
    for (number, group) in groups.enumerated() {
      for same in group {
        let percent = Int((same.likeness * 100).rounded())
        rows.add(
          LibraryRows.quote(same.found)
            + [.number(number + 1), .number(percent), .text(same.difference.text)],
          text: [
            "\(number + 1)", LibraryRows.day(same.found.date),
            same.found.quote.speaker?.name ?? say("said.nobody"), same.difference.text,
            same.found.title, "\(same.found.origin):\(same.found.quote.start)",
          ].joined(separator: "\t"))
      }
    }
    try rows.end(nothing: say("library.nothing-like"))
    return ExitStatus.success
  }

  /// `sutra who`: what is known of somebody.
  static func who(_ invocation: Invocation) throws(CommandError) -> Int32 {
    let text = invocation.options.words.joined(separator: " ")
    var questions = LibraryQuestions()
    guard let name = questions.name(text) else {
      throw .usage(say("usage.no-word-in", ["text": VisibleText.safe(text)]))
    }
    let library = try UserLibrary.open()
    let most = invocation.options.number("limit") ?? usualRows
    guard RowFormat(invocation) == .text else {
      let persons = try UserLibrary.using { () throws(LibraryError) in
        try library.persons(name, LibraryQuestions.identity)
      }
      var question = QuoteQuestion()
      question.person = persons.first
      if persons.isEmpty { question.speaker = name }
      question.most = most
      return try write(question, library, invocation)
    }
    let (persons, dossier) = try UserLibrary.using { () throws(LibraryError) in
      try library.who(name, most: most, LibraryQuestions.identity)
    }
    let lines = LibraryAnswers.lines(of: persons, dossier)
    try Output.write(Array(HarmlessText.of(lines.joined(separator: "\n") + "\n\n").utf8))
    guard let dossier, dossier.quotes > 0 else { return ExitStatus.success }
    var rows = RowOutput(.text, LibraryRows.quoteColumns)
    try UserLibrary.using { () throws(LibraryError) in
      try library.eachQuote(of: dossier) { rows.add([], text: LibraryRows.line($0)) }
    }
    try rows.end(nothing: say("library.nothing-like"))
    return ExitStatus.success
  }
}
