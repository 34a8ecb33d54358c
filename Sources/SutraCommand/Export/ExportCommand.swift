import SutraCore
import SutraExport
import SutraInput
import SutraReader
import SutraSystem

/// `sutra export`: articles are read and analysed on several threads, and written in their order.
enum ExportCommand {
  /// Exports all inputs and returns the exit status.
  static func run(_ options: Options, _ analyzer: ArticleAnalyzer) throws(CommandError) -> Int32 {
    guard let format = options.exportFormat else { return ExitStatus.usage }
    let options = try options.withKept()
    ThisProcess.returnLargeMemory()
    guard let path = options["output"] else {
      return try run(options, format, analyzer, to: AnalysisOutput())
    }
    if isFolder(path, format, options.inputs.count) {
      return try run(
        options, format, analyzer, to: ExportFolder(path, replaces: options.has("force")))
    }
    return try run(
      options, format, analyzer,
      to: ExportedWhole(path, options.inputs, replaces: options.has("force")))
  }

  /// Whether an output is a folder: it is one, is called so, or has to be.
  private static func isFolder(_ path: String, _ format: any ArticleFormat, _ count: Int) -> Bool {
    if let status = FileStatus(at: path) { return status.kind == .folder }
    return path.hasSuffix("/") || format.holdsOne && count > 1
  }

  /// All articles to standard output, one after the other.
  private static func run(
    _ options: Options, _ format: any ArticleFormat, _ analyzer: ArticleAnalyzer,
    to output: borrowing AnalysisOutput
  ) throws(CommandError) -> Int32 {
    let (status, count) = try all(options, analyzer, bytes(format)) {
      (bytes, _, count) throws(CommandError) in
      try output.write(Array((count == 0 ? format.head : format.separator).utf8) + bytes)
    }
    try output.write(Array(((count == 0 ? format.head : "") + format.tail).utf8))
    return status
  }

  /// All articles to one file, which is there when all are in it.
  private static func run(
    _ options: Options, _ format: any ArticleFormat, _ analyzer: ArticleAnalyzer,
    to output: ExportedWhole
  ) throws(CommandError) -> Int32 {
    let (status, count) = try all(options, analyzer, bytes(format)) {
      (bytes, _, count) throws(CommandError) in
      try output.write(Array((count == 0 ? format.head : format.separator).utf8) + bytes)
    }
    // Where no article could be read there is nothing to keep.
    guard count > 0 else { return status }
    try output.finish(Array(format.tail.utf8))
    return status
  }

  /// Each article to files of its own.
  private static func run(
    _ options: Options, _ format: any ArticleFormat, _ analyzer: ArticleAnalyzer,
    to folder: ExportFolder
  ) throws(CommandError) -> Int32 {
    var names = ExportNames()
    let stems = options.inputs.map { names.name(of: $0) }
    try folder.make()
    try folder.write(shared: format.folderFiles)
    var refused = ExitStatus.success
    let files: @Sendable (Article) -> [ExportedFile] = { article in
      [ExportedFile(name: ".\(format.fileEnding)", bytes: format.file(article))]
        + format.companions(article)
    }
    func tell(_ refusals: [String]) {
      for refusal in refusals { Output.complain(refusal) }
      if !refusals.isEmpty { refused = ExitStatus.someFailed }
    }
    let (status, _) = try all(options, analyzer, files) {
      (files, number, _) throws(CommandError) in
      tell(try folder.write(files, of: stems[number]))
    }
    tell(try folder.finish())
    return max(status, refused)
  }

  /// Makes the part of a file that is an article's.
  private static func bytes(_ format: any ArticleFormat) -> @Sendable (Article) -> [UInt8] {
    { format.bytes($0) + Array(format.ending.utf8) }
  }

  /// Goes through all articles in order.
  ///
  /// - Parameters:
  ///   - options: Names the articles, and how many are worked on at a time.
  ///   - analyzer: What analyses them.
  ///   - make: Makes of an article what is to be written, on any thread.
  ///   - take: Takes what was made of an article, with the article's number among the inputs and
  ///     the count of those that were taken before.
  /// - Returns: The exit status, and how many were taken.
  /// - Throws: `CommandError` where what was made cannot be taken.
  private static func all<Product: Sendable>(
    _ options: Options, _ analyzer: ArticleAnalyzer,
    _ make: @escaping @Sendable (Article) -> Product,
    _ take: (Product, Int, Int) throws(CommandError) -> Void
  ) throws(CommandError) -> (status: Int32, count: Int) {
    var count = 0
    let queue = try AnalysisQueue(options, analyzer, make: make)
    let status = try queue.forEach(Progress(total: options.inputs.count)) {
      (product, number) throws(CommandError) in
      try take(product, number, count)
      count += 1
    }
    return (status, count)
  }
}
