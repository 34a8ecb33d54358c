import SutraCore
import SutraInput
import SutraResources
import SutraSystem

/// Analyses articles on several threads and gives the results in the order of the articles.
///
/// Few articles are at hand at a time: those of less than `budget` bytes together, or one, and not
/// many more than there are threads. So memory stays within bounds however many files there are, or
/// however slowly the results are taken.
struct AnalysisQueue<Product: Sendable>: Sendable {
  /// What has become of an article.
  enum Result: Sendable {
    /// What was made of it.
    case made(Product)
    /// The article cannot be read.
    case failure(CommandError)
  }

  /// Makes something of an article, on the thread that has analysed it.
  typealias Maker = @Sendable (Article) -> Product

  /// Reads an article of an origin and analyses it.
  typealias Reader =
    @Sendable (
      ArticleOrigin, ArticleAnalyzer
    ) throws(CommandError) -> Article

  /// Bytes of articles that may be at hand, unless one alone is larger.
  static var budget: Int { 4 << 20 }
  /// Most articles that are at hand, unless the caller says otherwise.
  static var window: Int { 64 }

  private struct State {
    var next = 0
    /// Bytes of the articles that are at hand, by their numbers.
    var sizes: [Int: Int] = [:]
    /// Those of all of them.
    var bytes = 0
    var results: [Int: Result] = [:]
  }

  private let inputs: [ArticleOrigin]
  private let make: Maker
  private let read: Reader
  private let analyzer: ArticleAnalyzer
  private let gate = Gate(State())
  /// Whether other threads do the work.
  private let hasThreads: Bool

  /// Begins to analyse.
  ///
  /// - Parameters:
  ///   - inputs: The articles.
  ///   - analyzer: What analyses them.
  ///   - jobs: How many are analysed at a time; with one there is no other thread.
  ///   - isBeside: Whether the caller works meanwhile, so that a single article is worth a thread.
  ///   - window: Most articles that are at hand, so that nobody waits while the caller is at work.
  ///   - read: Reads and analyses one.
  ///   - make: Makes of an article what is wanted.
  init(
    _ inputs: [ArticleOrigin], _ analyzer: ArticleAnalyzer, jobs: Int, isBeside: Bool = false,
    window: Int = Self.window, read: @escaping Reader = Self.article, make: @escaping Maker
  ) {
    self.inputs = inputs
    self.make = make
    self.read = read
    self.analyzer = analyzer
    let wanted = min(jobs, inputs.count)
    var threads = 0
    while wanted > 1 || isBeside && jobs > 1, threads < wanted,
      WorkerThread.start({ [gate] in Self.work(inputs, read, make, analyzer, gate, window) })
    { threads += 1 }
    hasThreads = threads > 0
  }

  /// The result of an article; they are asked for one after the other.
  func result(of number: Int) -> Result {
    guard hasThreads else { return Self.result(inputs[number], read, make, analyzer) }
    // The one before has been written, which makes room for others.
    gate.pass { state -> Void? in
      state.bytes -= state.sizes.removeValue(forKey: number - 1) ?? 0
    }
    return gate.pass { $0.results.removeValue(forKey: number) }
  }

  /// Goes through all articles in order; those that cannot be read are told.
  ///
  /// - Parameters:
  ///   - progress: Tells how far that has come.
  ///   - isWriting: Whether what is taken is written at once, to where the progress may be shown.
  ///   - take: Takes what was made of an article, with its number.
  /// - Returns: The exit status.
  /// - Throws: What `take` throws.
  func forEach(
    _ progress: Progress, isWriting: Bool = true,
    _ take: (Product, Int) throws(CommandError) -> Void
  ) throws(CommandError) -> Int32 {
    var (progress, status) = (progress, ExitStatus.success)
    defer { progress.clear() }
    for number in inputs.indices {
      progress.show(done: number)
      switch result(of: number) {
      case .failure(let error):
        progress.clear()
        Output.complain(error.message)
        status = ExitStatus.someFailed
      case .made(let product):
        if isWriting, progress.sharesTerminal { progress.clear() }
        try take(product, number)
      }
    }
    return status
  }

  private static func work(
    _ inputs: [ArticleOrigin], _ read: Reader, _ make: Maker, _ analyzer: ArticleAnalyzer,
    _ gate: Gate<State>, _ window: Int
  ) {
    while let number = nextNumber(inputs, gate, window) {
      let result = result(inputs[number], read, make, analyzer)
      gate.pass { state -> Void? in
        state.results[number] = result
      }
    }
  }

  /// Waits until there is room for another article; `nil` when all have been begun.
  private static func nextNumber(
    _ inputs: [ArticleOrigin], _ gate: Gate<State>, _ window: Int
  ) -> Int? {
    gate.pass { state -> Int?? in
      guard state.next < inputs.count else { return .some(nil) }
      let size = size(inputs[state.next])
      let others = state.bytes
      guard state.sizes.count < window, others == 0 || others + size <= budget else { return nil }
      state.sizes[state.next] = size
      state.bytes += size
      state.next += 1
      return state.next - 1
    }
  }

  /// Bytes of an article before it is read; those of a pipe are not known, and the library tells none.
  private static func size(_ input: ArticleOrigin) -> Int {
    if case .kept = input { return budget / Self.window }
    guard case .file(let path) = input else { return budget }
    guard let status = FileStatus(at: path), status.kind == .file else { return budget }
    return status.size
  }

  /// Reads a file, an address or whatever else, and analyses it; an article of the library has with it what
  /// was set right and noted by hand.
  static func article(
    _ input: ArticleOrigin, _ analyzer: ArticleAnalyzer
  ) throws(CommandError) -> Article {
    if case .kept(let origin) = input { return try KeptInputs.article(origin, analyzer) }
    return analyzer.article(try InputFile.read(input, form: .analysis).document(analyzer))
  }

  private static func result(
    _ input: ArticleOrigin, _ read: Reader, _ make: Maker, _ analyzer: ArticleAnalyzer
  ) -> Result {
    do throws(CommandError) {
      let article = try read(input, analyzer)
      if let flaw = article.diagnostics.first(where: { $0.code == .unreadableLanguage }) {
        return .failure(.input(flaw.message))
      }
      return .made(make(article))
    } catch {
      return .failure(error)
    }
  }
}

extension AnalysisQueue {
  /// Begins to analyse the articles that options name: files, or, where that is asked for, those of
  /// the library.
  ///
  /// - Throws: `CommandError` where what was set right in them is wanted and cannot be read.
  init(
    _ options: Options, _ analyzer: ArticleAnalyzer, isBeside: Bool = false, make: @escaping Maker
  ) throws(CommandError) {
    let corrections = try KeptCorrections(options)
    self.init(
      options.inputs, analyzer, jobs: options.jobs, isBeside: isBeside,
      read: { (input, analyzer) throws(CommandError) in
        let article = try Self.article(input, analyzer)
        if case .kept = input { return article }
        let own = corrections.corrections(
          of: article.document, from: input.libraryName)
        return article.corrected(by: own)
      }, make: make)
  }
}
