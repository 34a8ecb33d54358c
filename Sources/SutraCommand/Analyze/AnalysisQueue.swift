import Glibc
import SutraCore
import SutraExport
import SutraInput
import SutraResources

/// Analyses articles on several threads and gives the results in the order of the articles.
///
/// Few articles are at hand at a time: those of less than `budget` bytes together, or one, and not
/// many more than there are threads. So memory stays within bounds however many files there are, or
/// however slowly the results are taken.
struct AnalysisQueue: Sendable {
  /// What has become of an article.
  enum Result: Sendable {
    /// The analysis as it is to be written.
    case bytes([UInt8])
    /// A large one that is better written piece by piece.
    case article(Article)
    /// The article cannot be read.
    case failure(CommandError)
  }

  /// Bytes of articles that may be at hand, unless one alone is larger.
  static let budget = 4 << 20
  /// Most articles that are at hand.
  static let window = 64
  /// Bytes of an article from which on its analysis is not made into bytes at once.
  static let large = 1 << 20

  private struct State {
    var next = 0
    /// Bytes of the articles that are at hand, by their numbers.
    var sizes: [Int: Int] = [:]
    var results: [Int: Result] = [:]
  }

  private let inputs: [ArticleOrigin]
  private let format: any ArticleFormat
  private let analyzer: ArticleAnalyzer
  private let gate = Gate(State())
  /// Whether other threads do the work.
  private let hasThreads: Bool

  /// Begins to analyse.
  ///
  /// - Parameters:
  ///   - inputs: The articles.
  ///   - format: The shape of the results.
  ///   - analyzer: What analyses them.
  ///   - jobs: How many are analysed at a time; with one there is no other thread.
  init(
    _ inputs: [ArticleOrigin], _ format: any ArticleFormat, _ analyzer: ArticleAnalyzer, jobs: Int
  ) {
    self.inputs = inputs
    self.format = format
    self.analyzer = analyzer
    let wanted = min(jobs, inputs.count)
    var threads = 0
    while wanted > 1, threads < wanted,
      WorkerThread.start({ [gate] in Self.work(inputs, format, analyzer, gate) })
    { threads += 1 }
    hasThreads = threads > 0
  }

  /// The result of an article; they are asked for one after the other.
  func result(of number: Int) -> Result {
    guard hasThreads else { return Self.result(inputs[number], format, analyzer) }
    // The one before has been written, which makes room for others.
    gate.pass { state -> Void? in
      state.sizes[number - 1] = nil
    }
    return gate.pass { $0.results.removeValue(forKey: number) }
  }

  private static func work(
    _ inputs: [ArticleOrigin], _ format: any ArticleFormat, _ analyzer: ArticleAnalyzer,
    _ gate: Gate<State>
  ) {
    while let number = nextNumber(inputs, gate) {
      let result = result(inputs[number], format, analyzer)
      gate.pass { state -> Void? in
        state.results[number] = result
      }
    }
  }

  /// Waits until there is room for another article; `nil` when all have been begun.
  private static func nextNumber(_ inputs: [ArticleOrigin], _ gate: Gate<State>) -> Int? {
    gate.pass { state -> Int?? in
      guard state.next < inputs.count else { return .some(nil) }
      let size = size(inputs[state.next])
      let others = state.sizes.values.reduce(0, +)
      guard state.sizes.count < window, others == 0 || others + size <= budget else { return nil }
      state.sizes[state.next] = size
      state.next += 1
      return state.next - 1
    }
  }

  /// Bytes of an article before it is read; those of a pipe are not known.
  private static func size(_ input: ArticleOrigin) -> Int {
    guard case .file(let path) = input else { return budget }
    var status = stat()
    guard stat(RawPath.bytes(path), &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return budget
    }
    return Int(status.st_size)
  }

  private static func result(
    _ input: ArticleOrigin, _ format: any ArticleFormat, _ analyzer: ArticleAnalyzer
  ) -> Result {
    do throws(CommandError) {
      let opened = try InputFile.read(input, form: .analysis)
      let article = analyzer.article(opened.document(analyzer))
      if let flaw = article.diagnostics.first(where: { $0.code == .unreadableLanguage }) {
        return .failure(.input(flaw.message))
      }
      if format.isAnalysisLine, article.document.text.bytes.count >= large {
        return .article(article)
      }
      return .bytes(format.bytes(article))
    } catch {
      return .failure(error)
    }
  }
}
