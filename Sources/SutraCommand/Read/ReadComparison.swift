import SutraCore
import SutraInput
import SutraReader
import SutraWords

/// The article on the screen beside another.
extension ReadCommand {
  /// Begins to compare it with one that was named.
  mutating func compare(with name: String) {
    guard let other = origin(toCompare: name) else {
      tell(say("compare.with-what"))
      return
    }
    comparing?.work.cancel()
    comparing = (
      session.state.articleNumber,
      BackgroundWork(comparing: session.state.article, with: other, analyzer)
    )
  }

  /// The article that a name means: the number or name of one that is open, a file or an address; with
  /// no name the one that is open beside it.
  private func origin(toCompare name: String) -> ArticleOrigin? {
    let own = session.state.articleNumber
    if name.isEmpty {
      guard inputs.count > 1 else { return nil }
      return inputs[own + 1 < inputs.count ? own + 1 : own - 1]
    }
    if let number = Int(name), inputs.indices.contains(number - 1) { return inputs[number - 1] }
    if let number = session.state.articles.firstIndex(of: name), inputs.indices.contains(number) {
      return inputs[number]
    }
    return ArticleOrigin(word: ExportFile.expanded(name))
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
