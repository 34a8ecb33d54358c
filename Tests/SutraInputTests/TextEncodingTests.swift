import Foundation
import SutraCore
import Testing

@testable import SutraInput

@Suite("The encoding of plain text")
struct TextEncodingTests {
  private static func read(_ bytes: [UInt8], told: String? = nil) throws -> SourceText {
    try TextEncoding.text(bytes, told: told)
  }

  private static func encoded(_ text: String, _ encoding: String) -> [UInt8] {
    let name = CFStringEncodingName.number(encoding)
    return Array(text.data(using: name) ?? Data())
  }

  /// Encodings as Foundation numbers them.
  private enum CFStringEncodingName {
    static func number(_ name: String) -> String.Encoding {
      switch name {
      case "CP1252": .windowsCP1252
      case "CP1250": .windowsCP1250
      case "CP1251": .windowsCP1251
      case "CP1253": .windowsCP1253
      case "MACINTOSH": .macOSRoman
      default: .isoLatin1
      }
    }
  }

  private static let texts: [(text: String, encoding: String, shown: String)] = [
    (
      "The mayor said: \u{201C}We\u{2019}re closing the caf\u{E9}\u{201D} \u{2014} and left.",
      "CP1252", "Windows-1252"
    ),
    (
      "Die Br\u{FC}cke f\u{FC}r Fu\u{DF}g\u{E4}nger schlie\u{DF}t, sagt die B\u{FC}rgermeisterin.",
      "CP1252", "Windows-1252"
    ),
    (
      "Le maire a d\u{E9}clar\u{E9} que le pont serait ferm\u{E9} apr\u{E8}s l\u{2019}\u{E9}t\u{E9}.",
      "CP1252", "Windows-1252"
    ),
    (
      "\u{41C}\u{44D}\u{440} \u{441}\u{43A}\u{430}\u{437}\u{430}\u{43B}, \u{447}\u{442}\u{43E} "
        + "\u{43C}\u{43E}\u{441}\u{442} \u{437}\u{430}\u{43A}\u{440}\u{43E}\u{44E}\u{442} "
        + "\u{432} \u{43F}\u{43E}\u{43D}\u{435}\u{434}\u{435}\u{43B}\u{44C}\u{43D}\u{438}\u{43A}.",
      "CP1251", "Windows-1251"
    ),
  ]

  @Test("a text of one byte a letter is read by a guess, which is told", arguments: texts.indices)
  func guesses(index: Int) throws {
    let (text, encoding, shown) = Self.texts[index]
    let bytes = Self.encoded(text, encoding)
    #expect(!bytes.isEmpty)
    let found = try Self.read(bytes)
    #expect(found[Span(start: 0, end: found.bytes.count)] == text)
    let note = try #require(found.diagnostics.last)
    #expect(note.message.contains("\(shown), a guess that is"))
    #expect(note.message.contains("--encoding NAME"))
    let percent = note.message.split(separator: " ").compactMap { Int($0) }.first ?? 0
    #expect(percent >= 50 && percent < 100, "\(note.message)")
  }

  @Test("UTF-32 with its mark is text", arguments: [true, false])
  func wide(isLittle: Bool) throws {
    let text = "\u{A8}মেয়র বলেন, কাজ শেষ। 😀"
    let units = [UInt32(0xFEFF)] + text.unicodeScalars.map(\.value)
    let bytes = units.flatMap { unit -> [UInt8] in
      let parts = (0..<4).map { UInt8(truncatingIfNeeded: unit >> (8 * UInt32($0))) }
      return isLittle ? parts : parts.reversed()
    }
    let found = try Self.read(bytes)
    #expect(found[Span(start: 0, end: found.bytes.count)] == text)
    #expect(found.diagnostics.isEmpty)
  }

  @Test("what is named is believed")
  func told() throws {
    let bytes: [UInt8] = [0x63, 0x61, 0x66, 0x82]
    let dos = try Self.read(bytes, told: "cp850")
    #expect(dos[Span(start: 0, end: dos.bytes.count)] == "café")
    #expect(dos.diagnostics.isEmpty)
    #expect(TextEncoding.isKnown("latin1") && TextEncoding.isKnown("koi8-r"))
    #expect(!TextEncoding.isKnown("no-such-code") && !TextEncoding.isKnown("a/b"))
    // UTF-8 stays what it is, whatever a server says, but not when it is wrong.
    let bengali = Array("কাজ শেষ".utf8)
    #expect(try Self.read(bengali, told: "utf-8").bytes == bengali)
  }

  @Test(
    "bytes that are no words in any encoding are shown as before",
    arguments: [
      [0x61, 0xFF, 0x62, 0x20, 0x63], Array("কাজ ".utf8) + [0xE0, 0xA6] + Array(" শেষ".utf8),
      [0x41, 0x80, 0x81, 0x8D, 0x8F, 0x42],
    ])
  func damaged(bytes: [UInt8]) throws {
    let found = try Self.read(bytes)
    #expect(found.bytes == (try SourceDecoder.text(bytes)).bytes)
    #expect(found.diagnostics.allSatisfy { !$0.message.contains("guess") })
  }
}

@Suite("What programs write for a terminal")
struct EscapeSequenceTests {
  private static func clean(_ text: String) -> SourceText {
    EscapeSequences.leftOut(of: SourceText(validBytes: Array(text.utf8)))
  }

  @Test(
    "is left out of a text, which still knows how it came",
    arguments: [
      ("\u{1B}[01;31m\u{1B}[Kমেয়র\u{1B}[m\u{1B}[K বলেন", "মেয়র বলেন"),
      ("a\u{1B}[38;2;1;2;3mb\u{1B}[0mc", "abc"), ("S\u{8}SY\u{8}Y _\u{8}x", "SY x"),
      ("\u{1B}]8;;https://example.org\u{1B}\\Ellery\u{1B}]8;;\u{1B}\\ news", "Ellery news"),
      ("\u{1B}]8;;https://example.org\u{7}Ellery\u{1B}]8;;\u{7}", "Ellery"),
      ("plain", "plain"), ("\u{1B}[2J stays", "\u{1B}[2J stays"),
      ("\u{1B}[31 \u{1B}]52;c;x\u{7}", "\u{1B}[31 \u{1B}]52;c;x\u{7}"),
      ("ক\u{8}ক", "ক"), ("\u{8}a", "\u{8}a"), ("a\u{8}", "a\u{8}"), ("a\u{8}b", "a\u{8}b"),
    ])
  func leftOut(text: String, clean: String) {
    let found = Self.clean(text)
    #expect(String(decoding: found.bytes, as: UTF8.self) == clean)
    #expect(found.bytesAsTheyCame == Array(text.utf8))
  }

  @Test("places are those of the text as it came")
  func places() throws {
    let came =
      "\u{1B}[1mTown\u{1B}[m news\n\nMayor \u{1B}[31mHelen Marlowe\u{1B}[m said it is done.\n"
    let text = Self.clean(came)
    let words = String(decoding: text.bytes, as: UTF8.self)
    let start = try #require(words.range(of: "Helen Marlowe")).lowerBound
    let offset = words.utf8.distance(from: words.startIndex, to: start)
    let from = text.offsetAsItCame(offset)
    let to = text.offsetAsItCame(offset + 13, isEnd: true)
    #expect(String(decoding: Array(came.utf8)[from..<to], as: UTF8.self) == "Helen Marlowe")
    for place in 0...text.bytes.count {
      #expect(text.offset(ofCame: text.offsetAsItCame(place)) == place)
      #expect(text.offset(ofCame: text.offsetAsItCame(place, isEnd: true)) == place)
    }
    for place in 0...came.utf8.count {
      #expect((0...text.bytes.count) ~= text.offset(ofCame: place))
    }
  }
}
