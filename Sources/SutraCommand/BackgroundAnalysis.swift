import CTerminal
import SutraCore
import Synchronization

/// Reads and analyses an article beside the reader, on a thread of its own.
final class BackgroundAnalysis: Sendable {
  /// What has come so far.
  enum Progress: Sendable {
    /// The whole text of an article whose beginning is shown already.
    case document(Article)
    /// Everything that was found.
    case analysis(Article)
    /// The rest of the article cannot be read: why.
    case failure(String)
  }

  private enum Work: Sendable {
    case analyze(Document)
    case read(Options.Input)
  }

  private let work: Work
  private let progress = Mutex<[Progress]>([])
  private let isCancelled = Atomic(false)

  /// Begins to analyse a document; the signal pipe wakes the reader when there is something.
  convenience init(_ document: Document) { self.init(.analyze(document)) }

  /// Begins to read an article whole and to analyse it.
  convenience init(reading input: Options.Input) { self.init(.read(input)) }

  private init(_ work: Work) {
    self.work = work
    // Without a thread the article is analysed at once.
    if !WorkerThread.start({ self.run() }) { run() }
  }

  /// Ends the work soon; nothing comes of it any more.
  func cancel() { isCancelled.store(true, ordering: .relaxed) }

  /// What has come since it was last taken.
  func take() -> [Progress] {
    progress.withLock { progress in
      defer { progress = [] }
      return progress
    }
  }

  private func run() {
    let analyzer = ArticleAnalyzer()
    switch work {
    case .analyze(let document): analyze(document, analyzer)
    case .read(let input):
      do throws(CommandError) {
        let (id, text) = try InputFile.read(input)
        let document = analyzer.document(id: id, text: text)
        tell(.document(Article(document: document, diagnostics: text.diagnostics)))
        analyze(document, analyzer)
      } catch {
        tell(.failure(error.message))
      }
    }
  }

  private func analyze(_ document: Document, _ analyzer: ArticleAnalyzer) {
    let article = analyzer.article(document) { [self] in isCancelled.load(ordering: .relaxed) }
    if let article { tell(.analysis(article)) }
  }

  private func tell(_ news: Progress) {
    guard !isCancelled.load(ordering: .relaxed) else { return }
    progress.withLock { $0.append(news) }
    sutra_signals_wake()
  }
}
