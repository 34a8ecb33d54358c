import SutraCore

/// Counts the words of a text: what stands between blanks and holds a letter or digit.
struct WordCounter {
  /// Where each word's first letter or digit stands, and where the word ends.
  let words: [Span]

  init(_ bytes: [UInt8]) {
    var words: [Span] = []
    var start: Int?
    for (offset, byte) in bytes.enumerated() {
      if byte <= 0x20 {
        if let begin = start { words.append(Span(start: begin, end: offset)) }
        start = nil
      } else if start == nil, Self.isLetter(at: offset, bytes) {
        start = offset
      }
    }
    if let begin = start { words.append(Span(start: begin, end: bytes.count)) }
    self.words = words
  }

  /// Whether a letter or digit begins at a byte; marks of the general blocks are none.
  private static func isLetter(at offset: Int, _ bytes: [UInt8]) -> Bool {
    switch bytes[offset] {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return true
    case 0..<0xC3: return false
    // U+0964, U+0965: the danda; U+2000 to U+206F: dashes, quotation marks and the like.
    case 0xE0 where bytes[offset...].starts(with: [0xE0, 0xA5, 0xA4]): return false
    case 0xE0 where bytes[offset...].starts(with: [0xE0, 0xA5, 0xA5]): return false
    case 0xE2: return offset + 1 < bytes.count && bytes[offset + 1] > 0x81
    default: return true
    }
  }

  /// The words that begin in a span, by their numbers.
  func numbers(in span: Span) -> Range<Int> {
    let first = place(of: span.start)
    return first..<max(first, place(of: span.end))
  }

  private func place(of offset: Int) -> Int {
    var (low, high) = (0, words.count)
    while low < high {
      let middle = (low + high) / 2
      if words[middle].start < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
