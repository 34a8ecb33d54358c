import SutraCore
import Testing

@testable import SutraReader

/// A slow search that goes by the words of the rules: letters in a list, compared one by one.
private enum SlowSearch {
  struct Letter {
    let name: String
    let span: Span
  }

  private static let pairs: [[UInt32]: String] = [
    [0x09A1, 0x09BC]: "\u{9DC}", [0x09A2, 0x09BC]: "\u{9DD}", [0x09AF, 0x09BC]: "\u{9DF}",
    [0x09C7, 0x09BE]: "\u{9CB}", [0x09C7, 0x09D7]: "\u{9CC}",
  ]
  private static let same: [UInt32: String] = [
    0x2018: "'", 0x2019: "'", 0x201C: "\"", 0x201D: "\"", 0x200C: "", 0x200D: "", 0xAD: "",
  ]
  private static let alike: [String: String] = [
    "ী": "ি", "ূ": "ু", "ঈ": "ই", "ঊ": "উ", "ণ": "ন", "শ": "স", "ষ": "স",
  ]

  static func letters(_ text: String, isLoose: Bool) -> [Letter] {
    let scalars = Array(text.unicodeScalars)
    var letters: [Letter] = []
    var offset = 0
    var index = 0
    while index < scalars.count {
      var name: String
      var count = 1
      let pair = scalars[index...].prefix(2).map(\.value)
      if let joined = pairs[pair] {
        (name, count) = (joined, 2)
      } else if pair.count == 2, pair[1] == 0x0301, scalars[index].properties.isAlphabetic,
        scalars[index].isASCII
      {
        // The letters of these texts with an acute: String compares canonically.
        (name, count) = ((String(scalars[index]) + "\u{301}").lowercased(), 2)
      } else {
        name = same[pair[0]] ?? String(scalars[index]).lowercased()
        if let digit = scalars[index].properties.numericType == .decimal
          ? scalars[index].properties.numericValue : nil
        {
          name = String(Int(digit))
        }
      }
      if isLoose { name = alike[name] ?? name }
      let length = scalars[index..<index + count].reduce(0) { $0 + String($1).utf8.count }
      letters.append(Letter(name: name, span: Span(start: offset, end: offset + length)))
      offset += length
      index += count
    }
    return letters
  }

  static func matches(_ query: String, _ text: String, isLoose: Bool) -> [Span] {
    let wanted = letters(query, isLoose: isLoose).map(\.name).filter { !$0.isEmpty }
    guard !wanted.isEmpty else { return [] }
    let letters = letters(text, isLoose: isLoose)
    var found: [Span] = []
    var free = 0
    for first in letters.indices {
      guard letters[first].span.start >= free, !letters[first].name.isEmpty else { continue }
      var matched = 0
      var place = first
      while place < letters.count, matched < wanted.count {
        if !letters[place].name.isEmpty {
          guard letters[place].name == wanted[matched] else { break }
          matched += 1
        }
        place += 1
      }
      guard matched == wanted.count else { continue }
      free = letters[place - 1].span.end
      found.append(Span(start: letters[first].span.start, end: free))
    }
    return found
  }
}

@Suite("Search against a slow one")
struct SearchReferenceTests {
  private static let alphabet: [String] = [
    "ক", "ন", "ণ", "স", "শ", "ষ", "ড", "য", "র", "া", "ি", "ী", "ু", "ূ", "ে", "\u{9BC}", "\u{9D7}",
    "\u{9CB}", "\u{9CC}", "\u{9DC}", "\u{9DF}", "্", "\u{200D}", "\u{200C}", "১", "1", "২", "2",
    " ",
    "a", "A", "e", "E", "\u{301}", "é", "É", "'", "’", "“", "\"", "ই", "ঈ", "😀", "\u{AD}",
    "ড\u{9BC}",
    "ে\u{9BE}", "ক", "া", "e\u{301}",
  ]

  private static func text(_ count: Int, _ generator: inout ScreenInvariantTests.Generator)
    -> String
  {
    var text = ""
    for _ in 0..<count {
      let piece = alphabet[Int(generator.next() % UInt64(alphabet.count))]
      text.unicodeScalars.append(contentsOf: piece.unicodeScalars)
    }
    return text
  }

  @Test("finds the same places in any text", arguments: 1...24)
  func same(seed: Int) {
    var generator = ScreenInvariantTests.Generator(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15)
    for round in 0..<120 {
      var text = Self.text(20 + round, &generator)
      var query = Self.text(1 + Int(generator.next() % 4), &generator)
      if round % 2 == 0 {
        // What stands in the text is there to be found.
        let scalars = Array(text.unicodeScalars)
        let start = Int(generator.next() % UInt64(scalars.count))
        query = String(String.UnicodeScalarView(scalars[start...].prefix(3)))
      }
      let isLoose = round % 3 == 0
      let pattern = SearchPattern(query, SearchFolding(isLoose: isLoose))
      let fast = text.withUTF8 { pattern.matches(in: $0) }
      let slow = SlowSearch.matches(query, text, isLoose: isLoose)
      #expect(
        fast == slow,
        "\(query.unicodeScalars.map(\.value)) in \(text.unicodeScalars.map(\.value))")
    }
  }

  @Test("matches lie on scalars, in order, without overlaps, within the text", arguments: 1...12)
  func lawful(seed: Int) throws {
    var generator = ScreenInvariantTests.Generator(state: UInt64(seed) &* 0xD134_2543_DE82_EF95)
    for _ in 0..<12 {
      let article = Articles.article(Self.text(400, &generator))
      let bytes = article.document.text.bytes
      for length in 1...3 {
        let query = Self.text(length, &generator)
        let search = try TextSearch(query, in: article)
        var free = 0
        for match in search.matches {
          #expect(match.start >= free && match.start < match.end && match.end <= bytes.count)
          #expect(bytes[match.start] & 0xC0 != 0x80)
          #expect(match.end == bytes.count || bytes[match.end] & 0xC0 != 0x80)
          free = match.end
        }
      }
    }
  }

  @Test("bytes that are no UTF-8 never lead out of the text", arguments: 1...8)
  func damaged(seed: Int) {
    var generator = ScreenInvariantTests.Generator(state: UInt64(seed))
    for _ in 0..<200 {
      var bytes = Array(Self.text(12, &generator).utf8)
      for _ in 0..<4 {
        bytes[Int(generator.next() % UInt64(bytes.count))] = UInt8(
          truncatingIfNeeded: generator.next())
      }
      bytes.removeLast(Int(generator.next() % 4))
      let pattern = SearchPattern(Self.text(2, &generator), SearchFolding(isLoose: true))
      let found = bytes.withUnsafeBufferPointer { pattern.matches(in: $0) }
      #expect(found.allSatisfy { $0.start >= 0 && $0.start < $0.end && $0.end <= bytes.count })
    }
  }
}
