import SutraCore

/// A format in which articles leave the program; a new one is a file and a row in one of the lists.
public protocol ArticleFormat: Sendable {
  /// Its name: what `--format` and `--to` take.
  var name: String { get }
  /// The ending of a file's name, without the full stop.
  var fileEnding: String { get }
  /// Other endings by which it is asked for.
  var otherEndings: [String] { get }
  /// What it is, in a few words.
  var help: String { get }
  /// What stands before the first article.
  var head: String { get }
  /// What stands between two articles.
  var separator: String { get }
  /// What ends each article.
  var ending: String { get }
  /// What stands behind the last one.
  var tail: String { get }
  /// Whether it is the line of ``AnalysisWriter``, which can be written piece by piece.
  var isAnalysisLine: Bool { get }
  /// Whether a file holds one article alone.
  var holdsOne: Bool { get }
  /// Files that stand once in a folder of such files.
  var folderFiles: [ExportedFile] { get }

  /// One article, of whose quotations some are taken, in order.
  func bytes(_ article: Article, quotations: [Int]) -> [UInt8]

  /// What stands beside the file of an article in a folder; the name is what follows the article's.
  func companions(_ article: Article) -> [ExportedFile]
}

/// A file that a format writes beside those that hold articles.
public struct ExportedFile: Hashable, Sendable {
  /// Its name, or what follows the article's in it.
  public let name: String
  /// What it holds.
  public let bytes: [UInt8]

  /// Makes a file.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

extension ArticleFormat {
  /// Its name.
  public var fileEnding: String { name }
  /// None.
  public var otherEndings: [String] { [] }
  /// It does not.
  public var holdsOne: Bool { false }
  /// None.
  public var folderFiles: [ExportedFile] { [] }
  /// None.
  public func companions(_ article: Article) -> [ExportedFile] { [] }
  /// Nothing.
  public var head: String { "" }
  /// Nothing.
  public var separator: String { "" }
  /// Nothing.
  public var ending: String { "" }
  /// Nothing.
  public var tail: String { "" }
  /// It is not.
  public var isAnalysisLine: Bool { false }

  /// One article with all its quotations.
  public func bytes(_ article: Article) -> [UInt8] {
    bytes(article, quotations: Array(article.quotations.indices))
  }

  /// One article as a whole file.
  public func file(_ article: Article) -> [UInt8] {
    QuotationExport.bytes(self, of: article, quotations: Array(article.quotations.indices))
  }
}

/// All formats.
public enum ArticleFormats {
  /// Those of `sutra export`.
  public static let exports: [any ArticleFormat] = [
    LinesFormat(), CSVFormat(), BratFormat(), WebAnnotationFormat(), TEIFormat(), CoNLLFormat(),
    XMIFormat(), CSLFormat(), BibTeXFormat(), RISFormat(), MarkdownFormat(name: "markdown"),
    HTMLFormat(),
  ]

  /// Those that the reader writes, by the endings of files; the first is that of a file without one.
  public static let quotations: [any ArticleFormat] = [TextFormat()] + exports

  /// Those of `sutra analyze`; the first is the usual one.
  public static let analyses: [any ArticleFormat] = [
    AnalysisLines(), AnalysisArray(), AnalysisReport(), CSVFormat(), MarkdownFormat(),
  ]

  /// The format of a name in a list.
  public static func named(_ name: String, in list: [any ArticleFormat]) -> (any ArticleFormat)? {
    list.first { $0.name == name }
  }

  /// The format of quotations that a file's name asks for by its ending: text when it has none,
  /// `nil` when its ending is no format's.
  public static func quotations(inFile path: String) -> (any ArticleFormat)? {
    let file = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    // What begins with a point has no ending.
    guard let point = file.dropFirst().lastIndex(of: ".") else { return TextFormat() }
    let ending = file[file.index(after: point)...].lowercased()
    return quotations.first { $0.fileEnding == ending || $0.otherEndings.contains(ending) }
  }
}

/// Writes quotations for use elsewhere.
public enum QuotationExport {
  /// The quotations of some numbers as a whole file.
  public static func bytes(
    _ format: some ArticleFormat, of article: Article, quotations: [Int]
  ) -> [UInt8] {
    let numbers = quotations.filter(article.quotations.indices.contains)
    return Array(format.head.utf8) + format.bytes(article, quotations: numbers)
      + Array((format.ending + format.tail).utf8)
  }

  /// A quotation with its citation: what is said, speaker, article, credit.
  public static func citation(of number: Int, in article: Article) -> String {
    QuotationRecords(article).record(number).citation
  }

  /// What is said in a quotation, for a clipboard.
  public static func words(of number: Int, in article: Article) -> String {
    HarmlessText.of(article.words(of: article.quotations[number]))
  }
}
