/// Words of a text with what stands around them, by which they are found again in another version
/// of it.
public struct TextAnchor: Hashable, Sendable {
  /// The words themselves.
  public let exact: String
  /// What stands right before them.
  public let prefix: String
  /// What stands right behind them.
  public let suffix: String
  /// Where they stood, in bytes of the text.
  public let place: Int

  /// Most scalars of what stands around.
  public static let context = 32

  /// Makes an anchor of its parts.
  public init(exact: String, prefix: String, suffix: String, place: Int) {
    self.exact = exact
    self.prefix = prefix
    self.suffix = suffix
    self.place = place
  }

  /// The anchor of some words.
  ///
  /// - Parameters:
  ///   - span: The words; clamped to the text.
  ///   - text: The text.
  ///   - context: Most scalars of what stands around.
  public init(_ span: Span, in text: SourceText, context: Int = context) {
    let bytes = text.bytes
    let start = min(span.start, bytes.count)
    let end = min(max(start, span.end), bytes.count)
    func words(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    // No scalar has more than four bytes.
    let before = String.UnicodeScalarView(
      words(max(0, start - 4 * context)..<start).unicodeScalars.suffix(context)
        .drop { $0 == "\u{FFFD}" })
    let behind = words(end..<min(bytes.count, end + 4 * context)).unicodeScalars
    self.init(
      exact: words(start..<end), prefix: String(before),
      suffix: String(String.UnicodeScalarView(behind.prefix(context))), place: start)
  }

  /// Where the words are in a text: of several places the one whose surroundings are most like
  /// those of the anchor; where the words themselves were changed, what stands between what stood
  /// around them.
  ///
  /// - Parameter text: The text, which may be another version.
  /// - Returns: The place, or `nil` where nothing is like it.
  public func span(in text: SourceText) -> Span? {
    let search = AnchorSearch(self)
    return text.bytes.withUnsafeBufferPointer { search.span(in: $0) }
  }
}

/// Looks for the words of an anchor.
private struct AnchorSearch {
  private let exact: [UInt8]
  private let prefix: [UInt8]
  private let suffix: [UInt8]
  private let place: Int

  init(_ anchor: TextAnchor) {
    exact = Array(anchor.exact.utf8)
    prefix = Array(anchor.prefix.utf8)
    suffix = Array(anchor.suffix.utf8)
    place = anchor.place
  }

  func span(in text: UnsafeBufferPointer<UInt8>) -> Span? {
    guard !exact.isEmpty else { return between(text) }
    // Mostly the text is the one that it was.
    if holds(text, exact, at: place), likeness(text, place) == prefix.count + suffix.count {
      return Span(start: place, end: place + exact.count)
    }
    var best: (likeness: Int, distance: Int, start: Int)?
    var start = 0
    while let found = next(exact, from: start, in: text) {
      let here = (likeness(text, found), abs(found - place), found)
      if best.map({ here.0 > $0.likeness || here.0 == $0.likeness && here.1 < $0.distance })
        ?? true
      {
        best = here
      }
      start = found + 1
    }
    if let best { return Span(start: best.start, end: best.start + exact.count) }
    return between(text)
  }

  /// What stands between what stood around the words, where that is found and not far apart.
  private func between(_ text: UnsafeBufferPointer<UInt8>) -> Span? {
    guard prefix.count >= 12, suffix.count >= 12,
      let before = next(prefix, from: 0, in: text)
    else { return nil }
    let start = before + prefix.count
    guard let end = next(suffix, from: start, in: text), end - start <= 2 * exact.count + 80,
      end > start || exact.isEmpty
    else { return nil }
    return Span(start: start, end: end)
  }

  /// Bytes around a place that are as they were.
  private func likeness(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var before = 0
    while before < prefix.count, start - before > 0,
      text[start - before - 1] == prefix[prefix.count - before - 1]
    {
      before += 1
    }
    let end = start + exact.count
    var behind = 0
    while behind < suffix.count, end + behind < text.count, text[end + behind] == suffix[behind] {
      behind += 1
    }
    return before + behind
  }

  private func holds(
    _ text: UnsafeBufferPointer<UInt8>, _ wanted: [UInt8], at start: Int
  ) -> Bool {
    guard start >= 0, start + wanted.count <= text.count else { return false }
    for index in wanted.indices where text[start + index] != wanted[index] { return false }
    return true
  }

  private func next(
    _ wanted: [UInt8], from start: Int, in text: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    guard let last = wanted.last, start >= 0, text.count >= wanted.count else { return nil }
    // The last byte of a letter tells most: in Bengali every third byte is the same.
    var end = start + wanted.count - 1
    while end < text.count {
      if text[end] == last, holds(text, wanted, at: end + 1 - wanted.count) {
        return end + 1 - wanted.count
      }
      end += 1
    }
    return nil
  }
}
