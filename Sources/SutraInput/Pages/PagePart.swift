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

  /// What few parts have.
  private final class Marks: Sendable {
    let links: [Link]
    let emphasis: [Range<Int>]

    init(_ links: [Link], _ emphasis: [Range<Int>]) {
      (self.links, self.emphasis) = (links, emphasis)
    }
  }

  /// What it is.
  public let kind: Kind
  // A page may have a million parts, so that a part is small: all share the bytes of the page's text.
  private let bytes: [UInt8]
  private let start: UInt32
  private let end: UInt32
  private let marks: Marks?

  /// Makes a part.
  ///
  /// - Parameters:
  ///   - kind: What it is.
  ///   - bytes: The words of the page, UTF-8.
  ///   - range: Where its own begin and end in them.
  ///   - links: Its links, in order.
  ///   - emphasis: Where words of it are set off, in order: offsets in its text.
  init(kind: Kind, bytes: [UInt8], in range: Range<Int>, links: [Link], emphasis: [Range<Int>]) {
    self.kind = kind
    self.bytes = bytes
    (start, end) = (UInt32(range.lowerBound), UInt32(range.upperBound))
    marks = links.isEmpty && emphasis.isEmpty ? nil : Marks(links, emphasis)
  }

  /// Its words, UTF-8.
  public var text: ArraySlice<UInt8> { bytes[Int(start)..<Int(end)] }
  /// Its links, in order.
  public var links: [Link] { marks?.links ?? [] }
  /// Where words of it are set off, in order: offsets in its text.
  public var emphasis: [Range<Int>] { marks?.emphasis ?? [] }

  /// Whether two parts have the same words, links and emphasis, wherever they stand.
  public static func == (one: PagePart, other: PagePart) -> Bool {
    one.kind == other.kind && one.text == other.text && one.links == other.links
      && one.emphasis == other.emphasis
  }
}

extension PagePart {
  /// Some of it as a part of its own.
  ///
  /// - Parameters:
  ///   - range: Where it begins and ends in the words.
  ///   - kind: What it is.
  ///   - links: Its links, in order.
  ///   - emphasis: Where words of it are set off, in order: offsets in its text.
  /// - Returns: The part.
  func part(
    _ range: Range<Int>, as kind: Kind, links: [Link], emphasis: [Range<Int>]
  ) -> PagePart {
    PagePart(
      kind: kind, bytes: bytes, in: Int(start) + range.lowerBound..<Int(start) + range.upperBound,
      links: links, emphasis: emphasis)
  }
}
