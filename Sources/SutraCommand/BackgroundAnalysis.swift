import CTerminal
import Glibc
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

    fileprivate var isDocument: Bool {
      if case .document = self { true } else { false }
    }
  }

  /// Bytes of the thread's stack.
  private static let stackSize = 16 << 20

  private enum Work: Sendable {
    case analyze(Document)
    case read(Options.Input)
  }

  private let work: Work
  private let progress = Mutex<[Progress]>([])
  private let isCancelled = Atomic(false)
  private let hasRead = Atomic(false)

  /// Begins to analyse a document; the signal pipe wakes the reader when there is something.
  convenience init(_ document: Document) { self.init(.analyze(document)) }

  /// Begins to read an article whole and to analyse it.
  convenience init(reading input: Options.Input) { self.init(.read(input)) }

  private init(_ work: Work) {
    self.work = work
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    pthread_attr_setstacksize(&attributes, Self.stackSize)
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    var thread = pthread_t()
    let context = Unmanaged.passRetained(self).toOpaque()
    let failure = pthread_create(&thread, &attributes, Self.run, context)
    pthread_attr_destroy(&attributes)
    // Without a thread the article is analysed at once.
    if failure != 0 { _ = Self.run(context) }
  }

  /// Ends the work soon, without waiting for that; nothing comes of it any more.
  func cancel() { isCancelled.store(true, ordering: .relaxed) }

  /// Begins the same work again after it was cancelled.
  ///
  /// - Parameter document: The document, as far as it is known.
  /// - Returns: An analysis that is under way.
  func begunAgain(_ document: Document) -> BackgroundAnalysis {
    if case .read(let input) = work, !hasRead.load(ordering: .relaxed) {
      return BackgroundAnalysis(reading: input)
    }
    return BackgroundAnalysis(document)
  }

  /// What has come since it was last taken.
  func take() -> [Progress] {
    progress.withLock { progress in
      defer { progress = [] }
      if progress.contains(where: \.isDocument) { hasRead.store(true, ordering: .relaxed) }
      return progress
    }
  }

  private static let run: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = {
    context in
    if let context {
      Unmanaged<BackgroundAnalysis>.fromOpaque(context).takeRetainedValue().run()
    }
    return nil
  }

  private func run() {
    // Signals are for the thread that reads keys.
    var all = sigset_t()
    sigfillset(&all)
    for crash in [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE] { sigdelset(&all, crash) }
    pthread_sigmask(SIG_BLOCK, &all, nil)
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
