import CTerminal
import Glibc
import SutraCore
import Synchronization

/// Analyses a document beside the reader, on a thread of its own.
final class BackgroundAnalysis: Sendable {
  /// Bytes of the thread's stack.
  private static let stackSize = 16 << 20

  private let document: Document
  private let result = Mutex<Article?>(nil)

  /// Begins; the signal pipe wakes the reader when there is a result.
  init(_ document: Document) {
    self.document = document
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

  /// The analysed article, once.
  func take() -> Article? {
    result.withLock { article in
      defer { article = nil }
      return article
    }
  }

  private static let run: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = {
    context in
    if let context {
      Unmanaged<BackgroundAnalysis>.fromOpaque(context).takeRetainedValue().analyze()
    }
    return nil
  }

  private func analyze() {
    // Signals are for the thread that reads keys.
    var all = sigset_t()
    sigfillset(&all)
    for crash in [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE] { sigdelset(&all, crash) }
    pthread_sigmask(SIG_BLOCK, &all, nil)
    let article = ArticleAnalyzer().article(document)
    result.withLock { $0 = article }
    sutra_signals_wake()
  }
}
