import SutraCore

/// Finds words in a text, byte for byte.
public struct TextSearch: Hashable, Sendable {
  /// What is searched for, as it was typed.
  public let query: String
  /// Where it stands, in text order, without overlaps.
  public let matches: [Span]
  /// Number of the match that was gone to last.
  public var current: Int?

  /// Most matches that are kept.
  public static let mostMatches = 1_000_000

  /// Searches a text.
  public init(_ query: String, in text: SourceText) {
    self.query = query
    matches = text.bytes.withUnsafeBufferPointer { Self.matches(of: Array(query.utf8), in: $0) }
  }

  /// The first match at a byte or after it.
  public func index(atOrAfter byteOffset: Int) -> Int? {
    var low = 0
    var high = matches.count
    while low < high {
      let middle = (low + high) / 2
      if matches[middle].start < byteOffset { low = middle + 1 } else { high = middle }
    }
    return low < matches.count ? low : nil
  }

  /// All places of some bytes, after Horspool (1980): the byte under the end of the word tells how
  /// far the word may be moved.
  static func matches(of word: [UInt8], in text: UnsafeBufferPointer<UInt8>) -> [Span] {
    let length = word.count
    guard length > 0, length <= text.count else { return [] }
    var found: [Span] = []
    var step = [Int](repeating: length, count: 256)
    for index in 0..<length - 1 { step[Int(word[index])] = length - 1 - index }
    let last = word[length - 1]
    var start = 0
    step.withUnsafeBufferPointer { step in
      word.withUnsafeBufferPointer { word in
        while start + length <= text.count, found.count < mostMatches {
          let byte = text[start + length - 1]
          if byte == last {
            var index = 0
            while index < length - 1, text[start + index] == word[index] { index += 1 }
            if index == length - 1 {
              found.append(Span(start: start, end: start + length))
              start += length
              continue
            }
          }
          start += step[Int(byte)]
        }
      }
    }
    return found
  }
}
