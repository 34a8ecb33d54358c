import SutraCore
import SutraExport
import SutraInput
import SutraLibrary
import SutraReader
import SutraSystem
import SutraWords
import Synchronization

/// `sutra library`: what was read, kept with what was found in it.
enum LibraryCommand {
  /// Articles that are written at a time, and bytes of their texts.
  ///
  /// All of them or, when the program is killed, none. In a large library a few hundred articles touch
  /// hardly more pages than some.
  private static let atATime = (articles: 1_024, least: 64, bytes: 4 << 20)

  /// Does what the first word says and returns the exit status.
  static func run(_ invocation: Invocation) throws(CommandError) -> Int32 {
    let words = Array(invocation.options.words.dropFirst())
    switch invocation.options.words.first {
    case "add": return try add(words, invocation)
    case "backup": return try backUp(words)
    case "corrections": return try HandCommands.corrections(invocation)
    case "merge", "split":
      return try HandCommands.rule(words, isSame: invocation.options.words[0] == "merge")
    case "same": return try QuestionCommands.same(words, invocation)
    case "rescue": return try rescue()
    case "notes": return try HandCommands.notes(invocation)
    case "forget": return try forget(words)
    case "list": return try list(invocation)
    default:
      guard StandardFile.output.isTerminal, invocation.options["format"] == nil else {
        return try list(invocation)
      }
      return try LibraryScreen.run(invocation)
    }
  }

  private static func add(
    _ words: [String], _ invocation: Invocation
  ) throws(CommandError) -> Int32 {
    guard !words.isEmpty else {
      throw .usage(say("usage.library-add"))
    }
    let inputs = words.map { $0 == "-" ? ArticleOrigin.standardInput : ArticleOrigin(word: $0) }
    let library = try UserLibrary.open()
    // What was set right in articles is laid over those that come again.
    let corrections = try UserLibrary.using { () throws(LibraryError) in
      try library.beginImport()
      return try KeptCorrections(library)
    }
    // What was found out of words is used again for the next article.
    let makers = MakerPool()
    let queue = AnalysisQueue(
      inputs, try invocation.analyzer(), jobs: invocation.options.jobs,
      window: atATime.articles,
      read: { (input, analyzer) throws(CommandError) in
        let article = try AnalysisQueue<PackedArticle>.article(input, analyzer)
        let own = corrections.corrections(of: article.document, from: input.libraryName)
        return article.corrected(by: own)
      },
      make: { article in makers.with { PackedArticle($0.kept(article, from: "")) } })
    var counts: [Library.Keeping: Int] = [:]
    var batch: [PackedArticle] = []
    var bytes = 0
    func store() throws(CommandError) {
      let (articles, now) = (batch, UserLibrary.now)
      (batch, bytes) = ([], 0)
      try UserLibrary.using { () throws(LibraryError) in
        try library.together { () throws(LibraryError) in
          for article in articles { counts[try library.keep(article, at: now), default: 0] += 1 }
        }
      }
    }
    let status = try queue.forEach(Progress(total: inputs.count), isWriting: false) {
      (made, number) throws(CommandError) in
      var made = made
      made.origin = inputs[number].libraryName
      // Of what is piped in nothing else tells where it is from.
      if made.origin == "-" { made.origin = "text:\(made.headline.isEmpty ? "-" : made.headline)" }
      batch.append(made)
      bytes += made.textSize
      // Of the last ones fewer are written at a time, half of what is left, so that little is left when all are
      // analysed: into a large library writing some takes half the time in which as many are analysed.
      let most = min(atATime.articles, max(atATime.least, inputs.count - number))
      guard batch.count >= most || bytes >= atATime.bytes else { return }
      try store()
      // While others are analysed, so that the end has little of it.
      if most >= atATime.articles / 4 {
        try UserLibrary.using { () throws(LibraryError) in try library.settle() }
      }
    }
    try store()
    let (new, changed) = (counts[.new] ?? 0, counts[.changed] ?? 0)
    let sum = say(
      "library.added", ["new": new, "changed": changed, "known": counts[.known] ?? 0])
    try Output.write(Array((sum + "\n").utf8))
    return status
  }

  private static func list(_ invocation: Invocation) throws(CommandError) -> Int32 {
    let library = try UserLibrary.open()
    let format = RowFormat(invocation)
    var rows = RowOutput(format, LibraryRows.articleColumns)
    try UserLibrary.using { () throws(LibraryError) in
      try library.eachKept { rows.add(LibraryRows.article($0), text: LibraryRows.line($0)) }
    }
    try rows.end(nothing: say("shelf.empty"))
    return ExitStatus.success
  }

  /// Sets a damaged library aside and keeps what can be read of it.
  private static func rescue() throws(CommandError) -> Int32 {
    let path = try UserLibrary.path()
    var kept = KeptArticles()
    let rescue = try UserLibrary.using { () throws(LibraryError) in
      try Library.rescue(path, at: UserLibrary.now) { kept.index(Array($1.utf8), $0) }
    }
    let told = say(
      "library.rescued",
      ["file": rescue.aside, "articles": say("count.articles", ["count": rescue.articles])])
    try Output.write(Array((VisibleText.safe(told) + "\n").utf8))
    return ExitStatus.success
  }

  private static func backUp(_ words: [String]) throws(CommandError) -> Int32 {
    guard words.count == 1, let path = words.first else {
      throw .usage(say("usage.library-backup"))
    }
    let shown = "'\(VisibleText.safe(RawPath.shown(path)))'"
    guard !FileStatus.exists(path) else {
      throw .inputOutput(say("error.exists", ["file": shown]))
    }
    // SQLite tells no more than that it cannot make the file.
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    guard FileStatus(at: folder)?.kind == .folder else {
      let why = FileStatus.exists(folder) ? SystemFailure.noFolder : .missing
      throw Output.failure(why, writing: shown)
    }
    let library = try UserLibrary.open()
    do throws(LibraryError) {
      try library.backUp(to: path)
    } catch {
      throw .inputOutput(say("error.not-written", ["file": shown, "reason": error.sentence]))
    }
    return ExitStatus.success
  }

  private static func forget(_ words: [String]) throws(CommandError) -> Int32 {
    guard !words.isEmpty else {
      throw .usage(say("usage.library-forget"))
    }
    let library = try UserLibrary.open()
    var kept = KeptArticles()
    var status = ExitStatus.success
    for word in words {
      let isThere = try UserLibrary.using { () throws(LibraryError) -> Bool in
        for origin in [word, ArticleOrigin(word: word).libraryName] {
          let wasThere = try library.forget(origin) { kept.index(Array($1.utf8), $0) }
          if wasThere { return true }
        }
        return false
      }
      if isThere {
        let name = VisibleText.safe(RawPath.shown(word))
        try Output.write(Array((say("library.forgotten", ["name": name]) + "\n").utf8))
      } else {
        Output.complain(
          say("library.not-in", ["name": VisibleText.safe(RawPath.shown(word))]))
        status = ExitStatus.someFailed
      }
    }
    return status
  }
}

/// Makers of what is kept, one for each thread that is at it.
private final class MakerPool: Sendable {
  private let free = Mutex<[KeptArticles]>([])

  /// Does something with a maker that nobody else has.
  func with<Answer>(_ body: (inout KeptArticles) -> Answer) -> Answer {
    var maker = free.withLock { $0.popLast() } ?? KeptArticles()
    defer { free.withLock { $0.append(maker) } }
    return body(&maker)
  }
}
