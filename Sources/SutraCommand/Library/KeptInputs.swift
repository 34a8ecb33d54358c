import SutraCore
import SutraFeeds
import SutraInput
import SutraLibrary
import SutraReader
import SutraSystem
import SutraWords

/// The articles of the library as inputs of commands that read articles otherwise.
enum KeptInputs {
  /// All articles of the library, the newest first.
  static func all() throws(CommandError) -> [ArticleOrigin] {
    let library = try UserLibrary.open()
    var origins: [ArticleOrigin] = []
    try UserLibrary.using { () throws(LibraryError) in
      try library.eachKept { origins.append(.kept($0.origin)) }
    }
    guard !origins.isEmpty else { throw .input(say("library.nothing-kept")) }
    return origins
  }

  /// Reads and analyses an article of the library, with what was set right and noted by hand.
  static func article(
    _ origin: String, _ analyzer: ArticleAnalyzer
  ) throws(CommandError) -> Article {
    // A library belongs to one thread.
    let library = try UserLibrary.open()
    let (document, corrections, notes) = try UserLibrary.using {
      () throws(LibraryError) -> (Document?, [Correction], [KeptNote]) in
      (
        try KeptDocument.document(origin, library, analyzer), try library.corrections(of: origin),
        try library.notes(of: origin)
      )
    }
    guard let document else { throw missing(origin) }
    return analyzer.article(document).corrected(by: corrections)
      .noted(notes.map { ($0.anchor, $0.text) })
  }

  /// The text of an article of the library as it was kept last.
  static func content(_ origin: String) throws(CommandError) -> ArticleContent {
    let library = try UserLibrary.open()
    let kept = try UserLibrary.using { () throws(LibraryError) in
      try library.keptText(of: origin)
    }
    guard let kept else { throw missing(origin) }
    return ArticleContent(id: ArticleOrigin.kept(origin).name, bytes: Array(kept.text.utf8))
  }

  private static func missing(_ origin: String) -> CommandError {
    .input(say("library.not-in", ["name": VisibleText.safe(RawPath.shown(origin))]))
  }

  /// The last two versions of an article of the library; where there is one alone, that and what its
  /// file or address holds now.
  static func versions(
    _ input: ArticleOrigin, _ analyzer: ArticleAnalyzer
  ) throws(CommandError) -> (old: Article, new: Article) {
    let library = try UserLibrary.open()
    let origin = input.libraryName
    let texts = try UserLibrary.using { () throws(LibraryError) in
      try library.versions(of: origin)
    }
    guard let last = texts.last else { throw missing(origin) }
    func version(_ text: String) -> Article {
      analyzer.article(
        analyzer.document(
          id: VisibleText.safe(RawPath.shown(origin)),
          text: SourceText(validBytes: Array(text.utf8))))
    }
    guard texts.count > 1 else {
      return (version(last), try AnalysisQueue<Article>.article(input, analyzer))
    }
    return (version(texts[texts.count - 2]), version(last))
  }
}

extension ProgramCommand {
  /// Takes articles of the library, for commands that read them otherwise.
  static let kept = CommandOption("kept")
}

extension Options {
  /// The same with articles of the library, where these are asked for: those that are named, or all.
  ///
  /// - Throws: `CommandError` where there are none.
  func withKept() throws(CommandError) -> Options {
    guard has("kept") else { return self }
    var options = self
    options.inputs =
      inputs.isEmpty ? try KeptInputs.all() : inputs.map { .kept($0.libraryName) }
    return options
  }
}
