/// A half-open range of UTF-8 byte offsets into one document's text.
///
/// Both ends sit on Unicode scalar boundaries, though not always on cluster boundaries.
public struct Span: Hashable, Sendable, Comparable {
  @usableFromInline
  let first: UInt32
  @usableFromInline
  let last: UInt32

  /// Offset of the first byte, counted from 0.
  @inlinable
  public var start: Int { Int(first) }
  /// Offset one past the last byte; never less than `start`.
  @inlinable
  public var end: Int { Int(last) }

  /// Makes a span; an end before the start gives an empty span at the start.
  ///
  /// A large article has very many, so they are kept small: offsets beyond 4 GiB are cut to it.
  @inlinable
  public init(start: Int, end: Int) {
    first = UInt32(clamping: start)
    last = UInt32(clamping: max(start, end))
  }

  /// Number of bytes.
  public var length: Int { end - start }
  /// Whether the span holds no byte.
  public var isEmpty: Bool { end == start }

  /// Whether every byte of the other span is in this one.
  public func contains(_ other: Span) -> Bool { start <= other.start && other.end <= end }
  /// Whether the byte at this offset is in the span.
  public func contains(_ byteOffset: Int) -> Bool { start <= byteOffset && byteOffset < end }
  /// Whether the spans share a byte.
  public func overlaps(_ other: Span) -> Bool { start < other.end && other.start < end }

  /// Orders by start, then by end.
  public static func < (left: Span, right: Span) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}
