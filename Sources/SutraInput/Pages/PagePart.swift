/// A part of an article on a page.
public struct PagePart: Equatable, Sendable {
  /// What a part is.
  public enum Kind: String, Sendable {
    case paragraph, subhead, listItem, quotation, tableRow
    /// A sentence below the headline that tells what comes.
    case lead
    /// Words below a picture.
    case caption
    /// Who made a picture.
    case credit
    /// When a part of a report that goes on was written.
    case time

    /// Whether it stands beside the text, and is there for reading alone.
    var isBeside: Bool { self == .lead || self == .caption || self == .credit }
  }

  /// A link in a part.
  public struct Link: Equatable, Sendable {
    /// Where its first byte stands in the part's text.
    public let start: Int
    /// One past its last byte.
    public let end: Int
    /// Where it leads: an http or https address.
    public let address: String
  }

  /// What it is.
  public let kind: Kind
  /// Its words, UTF-8.
  public let text: ArraySlice<UInt8>
  /// Its links, in order.
  public let links: [Link]
  /// Where words of it are set off, in order: offsets in its text.
  public let emphasis: [Range<Int>]
}
