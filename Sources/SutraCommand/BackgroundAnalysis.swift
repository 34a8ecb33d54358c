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

  private enum Work: Sendable {
    case analyze(Document)
    case read(Options.Input)
    case readAnew(Options.Input, mayGrow: Bool)
  }

  private let work: Work
  private let analyzer: ArticleAnalyzer
  private let progress = Mutex<[Progress]>([])
  private let isCancelled = Atomic(false)
  private let hasRead = Atomic(false)
  /// The text that is analysed, as soon as it is known.
  private let text = Mutex<[UInt8]?>(nil)
  /// When the work began, in milliseconds of a steady clock.
  let begun = sutra_milliseconds()

  /// Begins to analyse a document; the signal pipe wakes the reader when there is something.
  convenience init(_ document: Document, _ analyzer: ArticleAnalyzer) {
    self.init(.analyze(document), analyzer)
  }

  /// Begins to read an article whole and to analyse it.
  convenience init(reading input: Options.Input, _ analyzer: ArticleAnalyzer) {
    self.init(.read(input), analyzer)
  }

  /// Begins to read an article whole, which may be growing, and not to analyse it.
  convenience init(readingAnew input: Options.Input, mayGrow: Bool, _ analyzer: ArticleAnalyzer) {
    self.init(.readAnew(input, mayGrow: mayGrow), analyzer)
  }

  private init(_ work: Work, _ analyzer: ArticleAnalyzer) {
    self.work = work
    self.analyzer = analyzer
    // Without a thread the article is analysed at once.
    if !WorkerThread.start({ self.run() }) { run() }
  }

  /// Whether it is one that reads the text and has not come to its end yet.
  var readsText: Bool {
    if case .read = work { return !hasRead.load(ordering: .relaxed) }
    return false
  }

  /// Whether what is found will hold for a text, which then begins with the one that is analysed.
  func isUseful(for text: [UInt8]) -> Bool {
    guard let own = self.text.withLock({ $0 }) else { return readsText }
    return text.begins(with: own)
  }

  /// Ends the work soon, without waiting for that; nothing comes of it any more.
  func cancel() { isCancelled.store(true, ordering: .relaxed) }

  /// Begins the same work again after it was cancelled.
  ///
  /// - Parameter document: The document, as far as it is known.
  /// - Returns: An analysis that is under way.
  func begunAgain(_ document: Document) -> BackgroundAnalysis {
    if case .read(let input) = work, !hasRead.load(ordering: .relaxed) {
      return BackgroundAnalysis(reading: input, analyzer)
    }
    return BackgroundAnalysis(document, analyzer)
  }

  /// What has come since it was last taken.
  func take() -> [Progress] {
    progress.withLock { progress in
      defer { progress = [] }
      if progress.contains(where: \.isDocument) { hasRead.store(true, ordering: .relaxed) }
      return progress
    }
  }

  private func run() {
    switch work {
    case .analyze(let document): analyze(document)
    case .read(let input): if let document = read(input) { analyze(document) }
    case .readAnew(let input, let mayGrow): _ = read(input, mayGrow: mayGrow)
    }
  }

  /// Reads an article and tells its document, or why there is none.
  private func read(_ input: Options.Input, mayGrow: Bool = false) -> Document? {
    do throws(CommandError) {
      let (id, text) = try InputFile.read(input, mayGrow: mayGrow)
      let document = analyzer.document(id: id, text: text)
      tell(.document(Article(document: document, diagnostics: text.diagnostics)))
      return document
    } catch {
      tell(.failure(error.message))
      return nil
    }
  }

  private func analyze(_ document: Document) {
    text.withLock { $0 = document.text.bytes }
    let article = analyzer.article(document) { [self] in isCancelled.load(ordering: .relaxed) }
    if let article { tell(.analysis(article)) }
  }

  private func tell(_ news: Progress) {
    guard !isCancelled.load(ordering: .relaxed) else { return }
    progress.withLock { $0.append(news) }
    sutra_signals_wake()
  }
}

extension [UInt8] {
  /// Whether it begins with other bytes; of large texts as quickly as memory is read.
  func begins(with other: [UInt8]) -> Bool {
    guard count >= other.count else { return false }
    return withUnsafeBytes { own in
      other.withUnsafeBytes { other in
        guard let first = own.baseAddress, let second = other.baseAddress else { return true }
        return memcmp(first, second, other.count) == 0
      }
    }
  }
}
