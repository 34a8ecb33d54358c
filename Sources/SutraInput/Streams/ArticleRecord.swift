import SutraCore
import SutraWords

/// A stream of articles: how its records are written.
public enum RecordFormat: String, CaseIterable, Sendable {
  /// One object of JSON a line, with `text` or `html`.
  case jsonl
  /// Answers of servers, as crawlers keep them.
  case warc
  /// Rows of a table, the first of which names the columns.
  case csv
}

/// One article of a stream, before it is read.
public struct ArticleRecord: Sendable {
  /// What its article is in.
  public enum Body: Sendable {
    /// A text.
    case text([UInt8])
    /// A page.
    case page(ArticleContent)
  }

  /// Its name.
  public let id: String
  /// Where it stands in the stream, as in `line 12`.
  public let place: Message
  /// What its article is in.
  public let body: Body
  /// What the record says of the article.
  public var said = DocumentMetadata()
  /// What else the record holds, as members of a JSON object without the brackets around them.
  public var carried: [UInt8] = []

  init(id: String, place: Message, body: Body) {
    self.id = id
    self.place = place
    self.body = body
  }
}

/// A record that holds no article, or none that can be read.
public struct RecordFailure: Error, Equatable, Sendable {
  /// Where it stands in the stream, as in `line 12`.
  public let place: Message
  /// Its name, where it has one.
  public let id: String?
  /// Why: what follows the place in a sentence.
  public let reason: Message

  /// Tells of a record.
  public init(place: Message, id: String?, reason: Message) {
    (self.place, self.id, self.reason) = (place, id, reason)
  }
}

/// What comes next in a stream of articles.
public enum RecordEvent: Sendable {
  /// An article.
  case record(ArticleRecord)
  /// Something that cannot be read.
  case failure(RecordFailure)
}

/// Why a record is passed over without a word: it is not meant to hold an article.
public enum PassedRecord: String, CaseIterable, Sendable {
  /// Requests, notes and the like of a crawler.
  case other
  /// Answers of another status than 200.
  case status
  /// Answers of another type than pages and texts.
  case type
  /// Pages that are no articles.
  case page
}

/// Reads a stream of articles, record by record, with never more than one of them at hand.
public protocol RecordReader {
  /// How many records were passed over.
  var passed: [PassedRecord: Int] { get }
  /// Gives what comes next; `nil` at the end.
  mutating func next() -> RecordEvent?
}

/// Streams of articles.
public enum RecordStream {
  /// Most bytes of a record.
  public static let largest = 32 << 20
  /// Why a record is not read that is larger.
  static let tooLong = Message("record.too-long", ["count": largest >> 20])

  /// A reader of a stream.
  ///
  /// - Parameters:
  ///   - format: How its records are written.
  ///   - name: What records that have no name are called by, before their number.
  ///   - textColumn: The column or member that holds the text.
  ///   - source: Gives some bytes at each call, none at the end.
  /// - Returns: The reader.
  public static func reader(
    _ format: RecordFormat, name: String, textColumn: String?, _ source: @escaping () -> [UInt8]
  ) -> any RecordReader {
    switch format {
    case .jsonl: JSONLinesReader(LineStream(source), name: name, textColumn: textColumn ?? "text")
    case .csv: TableReader(LineStream(source), name: name, textColumn: textColumn ?? "text")
    case .warc: WARCReader(source)
    }
  }
}
