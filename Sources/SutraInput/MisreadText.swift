import SutraCore
import SutraWords

/// Recognises texts that were read in a wrong encoding, or are written in the letters of an old font.
enum MisreadText {
  /// The text put right where that is sure, else as it is; what was found is told in both cases.
  ///
  /// - Parameter text: A text as it was decoded.
  /// - Returns: The text, with one more diagnostic where something was found.
  static func mended(_ text: SourceText) -> SourceText {
    let found = decoded(text, sampleSize)
    return found.diagnostics.count > text.diagnostics.count ? found : withNoteOnFont(text)
  }

  /// The markup of a page put right where UTF-8 was read as Windows-1252, or that told.
  static func mended(page: SourceText) -> SourceText { decoded(page, pageSampleSize) }

  /// A text with a note where it is written in the letters of an old font.
  static func withNoteOnFont(_ text: SourceText) -> SourceText {
    looksLikeOldFont(text.bytes.prefix(sampleSize)) ? told(text, "note.old-font") : text
  }

  private static func decoded(_ text: SourceText, _ size: Int) -> SourceText {
    guard looksTwiceEncoded(text.bytes.prefix(size)) else { return text }
    guard let bytes = decodedOnce(text.bytes) else { return told(text, "note.twice-encoded") }
    return SourceText(
      validBytes: bytes,
      diagnostics: text.diagnostics + [note(.invalidEncoding, "note.was-twice-encoded")])
  }

  /// How many bytes of the beginning tell.
  private static let sampleSize = 16_384
  /// How many of a page, which begins with what nobody reads.
  private static let pageSampleSize = 262_144
  /// Fewest signs of trouble that count.
  private static let fewest = 8

  private static func note(_ code: Diagnostic.Code, _ key: String) -> Diagnostic {
    Diagnostic(code: code, span: Span(start: 0, end: 0), Message(key))
  }

  private static func told(_ text: SourceText, _ key: String) -> SourceText {
    SourceText(
      validBytes: text.bytes, diagnostics: text.diagnostics + [note(.invalidEncoding, key)])
  }

  /// Whether many letters of South Asian scripts stand there as the three that Windows-1252 makes of
  /// their bytes: à and a sign of U+00A4 to U+00A7 or so.
  private static func looksTwiceEncoded(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.withUnsafeBytes { bytes in
      var signs = 0
      var letters = 0
      var at = 0
      while at < bytes.count {
        // Most of a page is ASCII, of which eight are passed over at a time.
        if at + 8 <= bytes.count,
          bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
        {
          at += 8
          continue
        }
        if bytes[at] >= 0xC0 { letters += 1 }
        if bytes[at] == 0xC3, at + 3 < bytes.count, bytes[at + 1] == 0xA0, bytes[at + 2] == 0xC2,
          (0xA4...0xB7).contains(bytes[at + 3])
        {
          signs += 1
        }
        at += 1
      }
      return signs >= fewest && signs * 5 > letters
    }
  }

  /// The bytes that Windows-1252 made the text of, where all of it is of that and they are UTF-8.
  private static func decodedOnce(_ bytes: [UInt8]) -> [UInt8]? {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count / 2)
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if scalar.value < 0x100 {
        out.append(UInt8(scalar.value))
      } else if let byte = windows1252[scalar.value] {
        out.append(byte)
      } else {
        return nil
      }
    }
    return out.withUnsafeBytes { SourceDecoder.validEnd($0, from: 0) == $0.count } ? out : nil
  }

  /// The signs of Windows-1252 from 0x80 to 0x9F.
  private static let windows1252: [UInt32: UInt8] = [
    0x20AC: 0x80, 0x201A: 0x82, 0x0192: 0x83, 0x201E: 0x84, 0x2026: 0x85, 0x2020: 0x86,
    0x2021: 0x87,
    0x02C6: 0x88, 0x2030: 0x89, 0x0160: 0x8A, 0x2039: 0x8B, 0x0152: 0x8C, 0x017D: 0x8E,
    0x2018: 0x91,
    0x2019: 0x92, 0x201C: 0x93, 0x201D: 0x94, 0x2022: 0x95, 0x2013: 0x96, 0x2014: 0x97,
    0x02DC: 0x98,
    0x2122: 0x99, 0x0161: 0x9A, 0x203A: 0x9B, 0x0153: 0x9C, 0x017E: 0x9E, 0x0178: 0x9F,
  ]

  /// Whether daggers stand before letters all over the text: the old fonts draw the vowel sign e there.
  private static func looksLikeOldFont(_ bytes: ArraySlice<UInt8>) -> Bool {
    var signs = 0
    var blanks = 0
    var at = bytes.startIndex
    while at < bytes.endIndex {
      if bytes[at] <= 0x20 { blanks += 1 }
      if at + 3 < bytes.endIndex, bytes[at] == 0xE2, bytes[at + 1] == 0x80,
        bytes[at + 2] == 0xA0 || bytes[at + 2] == 0xA1, bytes[at + 3] > 0x40
      {
        signs += 1
      }
      at += 1
    }
    return signs >= fewest && signs * 10 > blanks
  }
}
