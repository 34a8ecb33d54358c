import Testing

@testable import SutraCore

@Suite("Decoding bytes")
struct SourceDecoderTests {
  @Test(
    "passes valid UTF-8 on as it is",
    arguments: [
      "a", "নদী", "‘হ্যাঁ’, বললেন তিনি।", "é ক্ষ 中 😀 \u{10FFFF}", "a\u{1}b\u{7F}",
      " blanks stay \n\r\n", "\u{7FF}\u{800}\u{FFF}\u{1000}\u{D7FF}\u{E000}\u{FFFF}\u{10000}",
    ])
  func passes(text: String) throws {
    let decoded = try SourceDecoder.text(Array(text.utf8))
    #expect(decoded.bytes == Array(text.utf8))
    #expect(decoded.diagnostics.isEmpty)
  }

  @Test("does not copy valid bytes")
  func sharesStorage() throws {
    let bytes = Array(String(repeating: "বাংলা ", count: 100).utf8)
    let decoded = try SourceDecoder.text(bytes)
    let own = bytes.withUnsafeBufferPointer { $0.baseAddress }
    #expect(decoded.bytes.withUnsafeBufferPointer { $0.baseAddress } == own)
  }

  @Test("drops the byte order mark of UTF-8")
  func dropsMark() throws {
    let decoded = try SourceDecoder.text([0xEF, 0xBB, 0xBF] + Array("নদী".utf8))
    #expect(decoded.bytes == Array("নদী".utf8))
    #expect(decoded.diagnostics.isEmpty)
  }

  @Test(
    "replaces each maximal run of invalid bytes by one U+FFFD",
    arguments: [
      (bytes: [0x61, 0xFF, 0x62], text: "a\u{FFFD}b"),
      (bytes: [0x61, 0xFF, 0xFE, 0x80, 0x62], text: "a\u{FFFD}b"),
      (bytes: [0x61, 0xC3], text: "a\u{FFFD}"),
      (bytes: [0xE0, 0xA6, 0x61], text: "\u{FFFD}a"),
      (bytes: [0x61, 0xC0, 0x80, 0x62], text: "a\u{FFFD}b"),
      (bytes: [0x61, 0xE0, 0x9F, 0x80, 0x62], text: "a\u{FFFD}b"),
      (bytes: [0x61, 0xED, 0xA0, 0x80, 0xED, 0xB0, 0x80, 0x62], text: "a\u{FFFD}b"),
      (bytes: [0x61, 0xF4, 0x90, 0x80, 0x80, 0x62], text: "a\u{FFFD}b"),
      (bytes: [0x61, 0xF0, 0x8F, 0xBF, 0xBF, 0x62], text: "a\u{FFFD}b"),
      (bytes: [0xF0, 0x9F, 0xE0, 0xA6, 0x95], text: "\u{FFFD}ক"),
      (bytes: [0x61, 0xFF, 0x62, 0xFF, 0x63], text: "a\u{FFFD}b\u{FFFD}c"),
    ] as [(bytes: [UInt8], text: String)])
  func replaces(bytes: [UInt8], text: String) throws {
    let decoded = try SourceDecoder.text(bytes)
    #expect(String(decoding: decoded.bytes, as: UTF8.self) == text)
    #expect(decoded.bytes == Array(text.utf8))
    #expect(decoded.diagnostics.count == text.unicodeScalars.count { $0 == "\u{FFFD}" })
    for diagnostic in decoded.diagnostics {
      #expect(diagnostic.code == .invalidEncoding)
      #expect(decoded[diagnostic.span] == "\u{FFFD}")
    }
  }

  @Test("tells one hundred places singly and sums up the rest")
  func boundsDiagnostics() throws {
    let decoded = try SourceDecoder.text((0..<250).flatMap { _ in [0x61, 0xFF] as [UInt8] })
    #expect(decoded.diagnostics.count == 101)
    let last = try #require(decoded.diagnostics.last)
    #expect(last.span == Span(start: 401, end: 1000))
    #expect(last.message.contains("150"))
  }

  @Test("finds the same invalid byte at any distance from the end")
  func everyOffset() {
    for length in 1...24 {
      for broken in 0..<length {
        var bytes = Array(String(repeating: "ক", count: 8).utf8.prefix(length / 3 * 3))
        bytes += [UInt8](repeating: 0x20, count: length - bytes.count)
        bytes[broken] = 0xFF
        let found = bytes.withUnsafeBytes { SourceDecoder.validEnd($0, from: 0) }
        // A scalar cut by the bad byte is invalid from its own first byte on.
        #expect(found == (broken < length / 3 * 3 ? broken / 3 * 3 : broken))
      }
    }
  }

  @Test("agrees with the standard library about every scalar's encoding")
  func everyScalar() {
    var wrong = 0
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let bytes = Array(String(Character(scalar)).utf8)
      if bytes.withUnsafeBytes({ SourceDecoder.scalarLength($0, at: 0) }) != bytes.count {
        wrong += 1
      }
    }
    #expect(wrong == 0)
  }

  @Test(
    "converts UTF-16 of either order",
    arguments: ["নদী", "‘হ্যাঁ’ a é 中 😀", "\u{FFFF}\u{10000}\u{10FFFF}"], [true, false])
  func convertsUTF16(text: String, isLittleEndian: Bool) throws {
    let decoded = try SourceDecoder.text(Self.utf16(Array(text.utf16), isLittleEndian))
    #expect(decoded.bytes == Array(text.utf8))
    #expect(decoded.diagnostics.isEmpty)
  }

  @Test(
    "replaces unpaired surrogates",
    arguments: [
      (units: [0x61, 0xD83D, 0x62], text: "a\u{FFFD}b"),
      (units: [0x61, 0xDE00, 0x62], text: "a\u{FFFD}b"),
      (units: [0x61, 0xDE00, 0xD83D, 0x62], text: "a\u{FFFD}b"),
      (units: [0xD83D, 0xD83D, 0xDE00, 0x62], text: "\u{FFFD}😀b"),
      (units: [0x61, 0xD83D], text: "a\u{FFFD}"),
    ] as [(units: [UInt16], text: String)], [true, false])
  func replacesSurrogates(row: (units: [UInt16], text: String), isLittleEndian: Bool) throws {
    let decoded = try SourceDecoder.text(Self.utf16(row.units, isLittleEndian))
    #expect(decoded.bytes == Array(row.text.utf8))
    #expect(decoded.diagnostics.map(\.code) == [.invalidEncoding])
    #expect(decoded.diagnostics.map { decoded[$0.span] } == ["\u{FFFD}"])
  }

  @Test("replaces half a unit at the end of UTF-16")
  func replacesHalfUnit() throws {
    let decoded = try SourceDecoder.text([0xFF, 0xFE, 0x61, 0x00, 0x62])
    #expect(decoded.bytes == Array("a\u{FFFD}".utf8))
    #expect(decoded.diagnostics.count == 1)
  }

  @Test(
    "refuses what holds nothing but blanks",
    arguments: [
      [], [0xEF, 0xBB, 0xBF], [0x20, 0x0A, 0x0D, 0x09], [0xFF, 0xFE], [0xFE, 0xFF, 0x00, 0x20],
      Array("\u{A0}\u{2003}\u{FEFF}\u{2029}".utf8),
    ] as [[UInt8]])
  func refusesEmpty(bytes: [UInt8]) {
    #expect(throws: SourceTextError.empty) { try SourceDecoder.text(bytes) }
  }

  @Test("refuses a NUL in the first 8 KB", arguments: [0, 1, 8191])
  func refusesBinary(offset: Int) {
    var bytes = [UInt8](repeating: 0x61, count: 9000)
    bytes[offset] = 0
    #expect(throws: SourceTextError.binary) { try SourceDecoder.text(bytes) }
  }

  @Test("keeps a NUL further on")
  func keepsLateNUL() throws {
    var bytes = [UInt8](repeating: 0x61, count: 9000)
    bytes[8192] = 0
    let decoded = try SourceDecoder.text(bytes)
    #expect(decoded.bytes == bytes)
    #expect(decoded.diagnostics.isEmpty)
  }

  private static func utf16(_ units: [UInt16], _ isLittleEndian: Bool) -> [UInt8] {
    ([0xFEFF] + units).flatMap { unit in
      isLittleEndian
        ? [UInt8(unit & 0xFF), UInt8(unit >> 8)] : [UInt8(unit >> 8), UInt8(unit & 0xFF)]
    }
  }
}
