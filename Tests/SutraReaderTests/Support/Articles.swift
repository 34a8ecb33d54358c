import SutraCore
import SutraResources

@testable import SutraReader

/// Articles for tests, analysed once.
enum Articles {
  /// An article of a text.
  static func article(_ text: String, id: String = "test.txt") -> Article {
    let analyzer = ArticleAnalyzer()
    return analyzer.article(
      analyzer.document(id: id, text: SourceText(validBytes: Array(text.utf8))))
  }

  /// The built-in sample of a language.
  static func sample(_ code: String) -> Article {
    let bytes = EmbeddedResource.bytes(at: "samples/\(code).txt").map(Array.init) ?? []
    let analyzer = ArticleAnalyzer()
    return analyzer.article(
      analyzer.document(id: "\(code).txt", text: SourceText(validBytes: bytes)))
  }

  static let bengali = sample("bn")
  static let english = sample("en")

  /// Two speakers who take turns, in both languages' plainest form.
  static let turns = article(
    """
    সেতুর কাজ শেষ

    মেয়র করিম উদ্দিন বলেন, সেতুর কাজ শেষ হয়েছে। প্রকৌশলী সালমা খাতুন জানান, আগামী মাসে সেতুটি চালু হবে।

    করিম উদ্দিন আরও বলেন, নদীর দুই পাড়ে নতুন বাজার হবে। সালমা খাতুন বলেন, টোল নেওয়া হবে না।

    ঢাকা থেকে আসা কর্মকর্তারা সেতুটি ঘুরে দেখেন।
    """)

  /// Many paragraphs without quotations.
  static let long = article(
    (1...200).map { "অনুচ্ছেদ \($0): নদীর ধারে সকাল থেকে মানুষের ভিড় ছিল।" }
      .joined(separator: "\n"))
}

extension ReaderState {
  /// An analysed article on a screen.
  static func open(
    _ article: Article, columns: Int = 80, rows: Int = 24,
    themes: [String] = ["dark", "light"]
  ) -> ReaderState {
    var state = ReaderState(
      article: Article(document: article.document),
      size: ScreenSize(columns: columns, rows: rows), themes: themes)
    _ = state.update(by: .analysis(article, isComplete: true))
    return state
  }

  /// Presses keys one after the other; the effects of all of them come back.
  @discardableResult
  mutating func press(_ keys: Key...) -> [ReaderEffect] {
    keys.flatMap { update(by: .key($0)) }
  }

  /// Types a text.
  mutating func type(_ text: String) {
    for scalar in text.unicodeScalars { _ = update(by: .key(.character(scalar))) }
  }

  /// The letters of a row of the screen, without the blanks at its end.
  func line(_ row: Int) -> String { ScreenText.letters(screen().rows[row]) }

  /// The status line.
  var status: String { line(size.rows - 1) }
}
