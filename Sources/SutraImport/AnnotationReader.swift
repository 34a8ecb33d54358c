import SutraCore
import SutraExport

/// Why annotations cannot be read.
public enum AnnotationError: Error, Equatable, Sendable {
  /// They are of no format that is known.
  case unknownFormat
  /// They do not hold the text that they are about, and nobody has given it.
  case noText
  /// There is no text in them that could be annotated.
  case emptyText
  /// What is no line of brat, counted from 1.
  case line(Int)
  /// What a TEI document lacks, or a Web Annotation.
  case missing(String)
}

/// Reads annotations that other programs have kept or changed: brat, Web Annotation and TEI.
///
/// What stands in them becomes an article as the analysis would have made it. Nothing in them is
/// trusted: places outside of the text, pointers that lead nowhere and words that mean nothing here
/// are left out.
public struct AnnotationReader {
  /// A format.
  public enum Format: String, Sendable, CaseIterable {
    case brat
    case webAnnotation = "webannotation"
    case tei
  }

  private let document: (String, SourceText) -> Document

  /// Makes a reader.
  ///
  /// - Parameter document: Makes a document of a text with a name, as an analyser does.
  public init(document: @escaping (String, SourceText) -> Document) { self.document = document }

  /// The format of some bytes, as they begin.
  public static func format(of bytes: [UInt8]) -> Format? {
    let beginning = bytes.drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
    switch beginning.first {
    case UInt8(ascii: "{"), UInt8(ascii: "["): return .webAnnotation
    case UInt8(ascii: "<"): return .tei
    case let byte? where "TRE*AM#N".utf8.contains(byte): return .brat
    default: return nil
    }
  }

  /// The article that annotations tell of.
  ///
  /// - Parameters:
  ///   - bytes: The annotations.
  ///   - id: A name for the article where they tell none.
  ///   - text: The text that they are about; of brat it is another file, other formats hold it.
  /// - Returns: The article.
  /// - Throws: `AnnotationError` when there is none.
  public func article(
    of bytes: [UInt8], id: String, text: SourceText? = nil
  ) throws(AnnotationError) -> Article {
    let (records, source): ([FactRecord], SourceText)
    switch Self.format(of: bytes) {
    case .brat:
      guard let text else { throw .noText }
      (records, source) = (try BratReader(bytes, text).records(), text)
    case .webAnnotation: (records, source) = try WebAnnotationReader(bytes, text).read()
    case .tei:
      var reader = TEIReader(bytes)
      (records, source) = try reader.read()
    case nil: throw .unknownFormat
    }
    guard !source.bytes.isEmpty else { throw .emptyText }
    var article = FactArticle(records, text: source, id: id)
    return article.article(document: document)
  }
}
