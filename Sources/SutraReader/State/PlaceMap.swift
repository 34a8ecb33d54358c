import SutraCore

/// Where the places of a text are in another version of it.
///
/// What both begin and end with stays where it is, seen from there; in what is between, a paragraph
/// that stands in both is the same one.
struct PlaceMap {
  private let old: Document
  private let new: Document
  /// Bytes that both texts begin with, and bytes that both end with.
  private let head: Int
  private let tail: Int
  /// Number of the new paragraph for each old one that was changed neither itself nor in its place.
  private let moved: [Int: Int]

  /// Most paragraphs that are compared.
  private static let mostParagraphs = 50_000

  init(from old: Document, to new: Document) {
    (self.old, self.new) = (old, new)
    let (a, b) = (old.text.bytes, new.text.bytes)
    let shorter = min(a.count, b.count)
    let head = a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        var count = 0
        while count < shorter, a[count] == b[count] { count += 1 }
        return count
      }
    }
    tail = a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        var count = 0
        while count < shorter - head, a[a.count - 1 - count] == b[b.count - 1 - count] {
          count += 1
        }
        return count
      }
    }
    self.head = head
    moved = Self.moved(old, new, head: head, tail: tail)
  }

  private static func moved(_ old: Document, _ new: Document, head: Int, tail: Int) -> [Int: Int] {
    func between(_ document: Document) -> Range<Int> {
      let end = document.text.bytes.count - tail
      let first = document.paragraphs.partitioningIndex { $0.end > head }
      let last = document.paragraphs.partitioningIndex { $0.start >= end }
      return first..<min(max(first, last), first + mostParagraphs)
    }
    var numbers: [ArraySlice<UInt8>: Int] = [:]
    for number in between(new) {
      let span = new.paragraphs[number]
      numbers[new.text.bytes[span.start..<span.end]] = number
    }
    var moved: [Int: Int] = [:]
    for number in between(old) {
      let span = old.paragraphs[number]
      moved[number] = numbers[old.text.bytes[span.start..<span.end]]
    }
    return moved
  }

  /// Whether the new text is the old one with something behind it, or is the same.
  var onlyGrows: Bool { head == old.text.bytes.count }

  /// Whether both texts are the same.
  var isSame: Bool { onlyGrows && head == new.text.bytes.count }

  /// The place of a byte, or `nil` when what stood there is there no more.
  func kept(_ byteOffset: Int) -> Int? {
    if byteOffset < head { return byteOffset }
    let shift = new.text.bytes.count - old.text.bytes.count
    if byteOffset >= old.text.bytes.count - tail { return byteOffset + shift }
    let number = paragraph(at: byteOffset)
    guard let target = moved[number] else { return nil }
    // A blank line goes with the paragraph before it, which has as many bytes as it had.
    let inside = byteOffset - old.paragraphs[number].start
    return min(new.paragraphs[target].start + inside, new.paragraphs[target].end - 1)
  }

  /// The place of a byte, or the nearest to where it was.
  func nearest(_ byteOffset: Int) -> Int {
    if let kept = kept(byteOffset) { return kept }
    let number = paragraph(at: byteOffset)
    // In the place of a paragraph that was changed stands what follows the one before it.
    for before in stride(from: number - 1, through: 0, by: -1) {
      guard let place = kept(old.paragraphs[before].start) else { continue }
      let next = new.paragraphs.partitioningIndex { $0.start > place }
      guard next < new.paragraphs.count else { return place }
      let span = new.paragraphs[next]
      let inside = before == number - 1 ? byteOffset - old.paragraphs[number].start : 0
      return min(span.start + inside, max(span.start, span.end - 1))
    }
    return min(head, max(0, new.text.bytes.count - 1))
  }

  private func paragraph(at byteOffset: Int) -> Int {
    max(0, old.paragraphs.partitioningIndex { $0.start > byteOffset } - 1)
  }
}
