import SutraCore
import SutraInput
import SutraReader
import SutraWords

/// What the article on the screen is compared with.
enum ComparedOther: Sendable {
  /// One that was named.
  case article(ArticleOrigin)
  /// With nothing named the version before, as it was kept, or else the one that is open beside it.
  case before(ArticleOrigin, in: KeepWork, orElse: ArticleOrigin?)

  /// Reads it.
  func document(
    beside shown: Document, _ analyzer: ArticleAnalyzer
  ) throws(CommandError) -> Document {
    switch self {
    case .article(let origin): return try InputFile.read(origin).document(analyzer)
    case .before(let origin, let keeping, let other):
      if let text = keeping.textBefore(shown, from: origin) {
        return analyzer.document(
          id: say("compare.before", ["name": shown.id]),
          text: SourceText(validBytes: Array(text.utf8)))
      }
      guard let other else { throw .input(say("compare.with-what")) }
      return try InputFile.read(other).document(analyzer)
    }
  }
}

/// The article on the screen beside another.
extension ReadCommand {
  /// Begins to compare it with one that was named.
  mutating func compare(with name: String) {
    comparing?.work.cancel()
    comparing = (
      session.state.articleNumber,
      BackgroundWork(comparing: session.state.article, with: other(called: name), analyzer)
    )
  }

  /// The article that a name means: the number or name of one that is open, a file or an address.
  private func other(called name: String) -> ComparedOther {
    let own = session.state.articleNumber
    if name.isEmpty {
      let beside = own + 1 < inputs.count ? own + 1 : own - 1
      return .before(
        inputs[own], in: keeping, orElse: inputs.indices.contains(beside) ? inputs[beside] : nil)
    }
    if let number = wholeNumber(name), inputs.indices.contains(number - 1) {
      return .article(inputs[number - 1])
    }
    if let number = session.state.articles.firstIndex(of: name), inputs.indices.contains(number) {
      return .article(inputs[number])
    }
    return .article(ArticleOrigin(word: ExportFile.expanded(name)))
  }

  /// Shows what has come of a comparison, if its article is still the one on the screen.
  mutating func takeComparison() {
    guard let (number, work) = comparing, let outcome = work.take() else { return }
    comparing = nil
    switch outcome {
    case .compared(let articles):
      if number == session.state.articleNumber { update(by: .compared(articles)) }
    case .failure(let why): tell(why)
    case .text, .analysis, .found: break
    }
  }
}
