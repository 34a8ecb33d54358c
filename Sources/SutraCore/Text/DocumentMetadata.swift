/// What is said of a document beside its text.
public struct DocumentMetadata: Hashable, Sendable {
  /// Its address on the web.
  public var address: String?
  /// The medium it came out in.
  public var site: String?
  /// Who wrote it, as said.
  public var author: String?
  /// When it came out, in the manner of RFC 3339 as far as it is told.
  public var published: String?
  /// The code of its language, as said.
  public var language: String?
  /// Its headline, where that is no part of the text.
  public var headline: String?

  /// Metadata of which nothing is known yet.
  public init() {}
}

/// What a paragraph of a document is.
public enum BlockKind: UInt8, Sendable, CaseIterable {
  /// The headline.
  case headline
  /// Who wrote it, when and where.
  case byline
  /// Words of the article.
  case paragraph
  /// A heading within the article.
  case subhead
  /// One of a list.
  case listItem
  /// A quotation set apart.
  case quotation
  /// Words below a picture.
  case caption
  /// A row of a table.
  case tableRow
  /// A remark about the article.
  case note
  /// Where the article or a picture is from.
  case credit
}

/// A stretch of a text with something more than its words.
public struct InlineMark: Hashable, Sendable {
  /// What there is.
  public enum Kind: Hashable, Sendable {
    /// A link to an address, which is one of the web.
    case link(String)
    /// Words that are set off.
    case emphasis
  }

  /// Where in the text.
  public let span: Span
  /// What there is.
  public let kind: Kind

  /// Makes a mark.
  public init(span: Span, kind: Kind) {
    self.span = span
    self.kind = kind
  }
}
