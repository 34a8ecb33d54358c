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
  }

  /// Bytes of the thread's stack.
  private static let stackSize = 16 << 20

  private enum Work: Sendable {
    case analyze(Document)
    case read(Options.Input)
    case readAnew(Options.Input, mayGrow: Bool)
  }

  private let work: Work
  private let analyzer: ArticleAnalyzer
  private let progress = Mutex<[Progress]>([])

  /// Begins to analyse a document; the signal pipe wakes the reader when there is something.
  convenience init(_ document: Document, _ models: NameModels) {
    self.init(.analyze(document), models)
  }

  /// Begins to read an article whole and to analyse it.
  convenience init(reading input: Options.Input, _ models: NameModels) {
    self.init(.read(input), models)
  }

  /// Begins to read an article whole, which may be growing, and not to analyse it.
  convenience init(readingAnew input: Options.Input, mayGrow: Bool, _ models: NameModels) {
    self.init(.readAnew(input, mayGrow: mayGrow), models)
  }

  private init(_ work: Work, _ models: NameModels) {
    self.work = work
    analyzer = ArticleAnalyzer(models: models)
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    pthread_attr_setstacksize(&attributes, Self.stackSize)
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    var thread = pthread_t()
    let context = Unmanaged.passRetained(self).toOpaque()
    let failure = pthread_create(&thread, &attributes, Self.run, context)
    pthread_attr_destroy(&attributes)
    // Without a thread the article is analysed at once.
    if failure != 0 { Unmanaged<BackgroundAnalysis>.fromOpaque(context).takeRetainedValue().run() }
  }

  /// Whether it is one that reads the text.
  var readsText: Bool {
    if case .read = work { return true }
    return false
  }

  /// What has come since it was last taken.
  func take() -> [Progress] {
    progress.withLock { progress in
      defer { progress = [] }
      return progress
    }
  }

  private static let run: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = {
    context in
    let stack = sutra_signals_leave_to_main()
    if let context {
      Unmanaged<BackgroundAnalysis>.fromOpaque(context).takeRetainedValue().run()
    }
    sutra_signals_free_stack(stack)
    return nil
  }

  private func run() {
    switch work {
    case .analyze(let document): tell(.analysis(analyzer.article(document)))
    case .read(let input):
      do throws(CommandError) {
        let (id, text) = try InputFile.read(input)
        let document = analyzer.document(id: id, text: text)
        tell(.document(Article(document: document, diagnostics: text.diagnostics)))
        tell(.analysis(analyzer.article(document)))
      } catch {
        tell(.failure(error.message))
      }
    case .readAnew(let input, let mayGrow):
      do throws(CommandError) {
        let (id, text) = try InputFile.read(input, mayGrow: mayGrow)
        let document = analyzer.document(id: id, text: text)
        tell(.document(Article(document: document, diagnostics: text.diagnostics)))
      } catch {
        tell(.failure(error.message))
      }
    }
  }

  private func tell(_ news: Progress) {
    progress.withLock { $0.append(news) }
    sutra_signals_wake()
  }
}
