import SutraCore
import SutraFetch
import SutraInput
import SutraReader
import SutraSystem
import Synchronization

/// Reads, analyses or searches an article beside the reader, on a thread of its own.
final class BackgroundWork: Sendable {
  /// What has come of it.
  enum Outcome: Sendable {
    /// The whole text of an article.
    case text(Article)
    /// Everything that was found in a text, and what somebody has made of it by hand before.
    case analysis(Article, [Correction], [ReaderNote])
    /// What was found of what was searched for.
    case found(TextSearch?, for: String)
    /// Two articles with what differs.
    case compared(ComparedArticles)
    /// The article cannot be read: why.
    case failure(String)
  }

  private enum Task: Sendable {
    case analyze(Document, beside: KeepWork, ArticleOrigin, isAgain: Bool)
    case read(ArticleOrigin, mayGrow: Bool)
    case search(String, ReaderState)
    case compare(Article, with: ComparedOther)
  }

  private let task: Task
  private let analyzer: ArticleAnalyzer
  private let outcome = Mutex<Outcome?>(nil)
  private let isCancelled = Atomic(false)
  private let stop = FetchStop()
  private let progress = Mutex<FetchProgress?>(nil)

  /// Begins to analyse a document, or to do so again with a second reading; the signal pipe wakes the reader when
  /// that is done.
  convenience init(
    analyzing document: Document, from origin: ArticleOrigin, _ analyzer: ArticleAnalyzer,
    beside keeping: KeepWork, isAgain: Bool = false
  ) {
    self.init(
      .analyze(document, beside: keeping, origin, isAgain: isAgain),
      isAgain ? analyzer : analyzer.firstReading)
  }

  /// Begins to read an article whole, which may be growing.
  convenience init(reading input: ArticleOrigin, mayGrow: Bool, _ analyzer: ArticleAnalyzer) {
    self.init(.read(input, mayGrow: mayGrow), analyzer)
  }

  /// Begins to search the article of a state.
  convenience init(searching typed: String, in state: ReaderState, _ analyzer: ArticleAnalyzer) {
    self.init(.search(typed, state), analyzer)
  }

  /// Begins to compare an article with another, which is read first.
  convenience init(
    comparing article: Article, with other: ComparedOther, _ analyzer: ArticleAnalyzer
  ) {
    self.init(.compare(article, with: other), analyzer)
  }

  private init(_ task: Task, _ analyzer: ArticleAnalyzer) {
    self.task = task
    self.analyzer = analyzer
    // Without a thread the work is done at once.
    if !WorkerThread.start({ self.run() }) { run() }
  }

  /// Ends the work soon, without waiting for that; nothing comes of it any more.
  func cancel() {
    isCancelled.store(true, ordering: .relaxed)
    stop.stop()
  }

  /// Whether an address is being fetched.
  var isFetching: Bool {
    if case .read(.address, _) = task { return true }
    return false
  }

  /// Whether a document is analysed for the second time.
  var isAgain: Bool {
    if case .analyze(_, _, _, isAgain: true) = task { return true }
    return false
  }

  /// Gives the fetching of an address up, which then ends as a failure.
  func giveUp() { stop.stop() }

  /// How much of an address has come, where more has since that was asked last.
  func takeProgress() -> FetchProgress? {
    progress.withLock { progress in
      defer { progress = nil }
      return progress
    }
  }

  /// What has come of it, once; `nil` while it is under way.
  func take() -> Outcome? {
    outcome.withLock { outcome in
      defer { outcome = nil }
      return outcome
    }
  }

  private func run() {
    switch task {
    case .analyze(let document, let keeping, let origin, _):
      let article = analyzer.article(document) { [self] in isCancelled.load(ordering: .relaxed) }
      guard let article else { return }
      let (corrections, notes) = keeping.hand(of: document, from: origin)
      tell(.analysis(article, corrections, notes))
    case .search(let typed, let state):
      let found = state.search(for: typed) { [self] in isCancelled.load(ordering: .relaxed) }
      tell(.found(found, for: typed))
    case .compare(let article, let other):
      do throws(CommandError) {
        let document = try other.document(beside: article.document, analyzer)
        let other = analyzer.article(document) { [self] in isCancelled.load(ordering: .relaxed) }
        if let other { tell(.compared(ComparedArticles(article, other))) }
      } catch {
        tell(.failure(error.message))
      }
    case .read(let input, let mayGrow):
      do throws(CommandError) {
        let opened = try InputFile.read(input, mayGrow: mayGrow, stop: stop) { news in
          progress.withLock { $0 = news }
          Signals.wake()
        }
        let document = opened.document(analyzer)
        tell(.text(Article(document: document, diagnostics: opened.text.diagnostics)))
      } catch {
        tell(.failure(error.message))
      }
    }
  }

  private func tell(_ outcome: Outcome) {
    guard !isCancelled.load(ordering: .relaxed) else { return }
    self.outcome.withLock { $0 = outcome }
    Signals.wake()
  }
}
