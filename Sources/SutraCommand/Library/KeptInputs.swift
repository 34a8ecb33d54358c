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
      try library.eachKept { origins.append(ArticleOrigin(word: $0.origin)) }
    }
    guard !origins.isEmpty else { throw .input(say("library.nothing-kept")) }
    return origins
  }

  /// Reads and analyses an article of the library, with what was set right and noted by hand.
  static func article(
    _ input: ArticleOrigin, _ analyzer: ArticleAnalyzer
  ) throws(CommandError) -> Article {
    // A library belongs to one thread.
    let library = try UserLibrary.open()
    let origin = input.libraryName
    let (document, corrections, notes) = try UserLibrary.using {
      () throws(LibraryError) -> (Document?, [Correction], [KeptNote]) in
      (
        try KeptDocument.document(origin, library, analyzer), try library.corrections(of: origin),
        try library.notes(of: origin)
      )
    }
    guard let document else {
      throw .input(say("library.not-in", ["name": VisibleText.safe(RawPath.shown(origin))]))
    }
    return analyzer.article(document).corrected(by: corrections)
      .noted(notes.map { ($0.anchor, $0.text) })
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
    guard let last = texts.last else {
      throw .input(say("library.not-in", ["name": VisibleText.safe(RawPath.shown(origin))]))
    }
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
  /// The same with the names of all articles of the library, where these are asked for.
  ///
  /// - Throws: `CommandError` where there are none.
  func withKept() throws(CommandError) -> Options {
    guard has("kept"), inputs.isEmpty else { return self }
    var options = self
    options.inputs = try KeptInputs.all()
    return options
  }
}
