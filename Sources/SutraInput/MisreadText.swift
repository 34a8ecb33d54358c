import SutraCore
import SutraWords

/// Recognises texts that were read in a wrong encoding, or are written in the letters of an old font.
enum MisreadText {
  /// The text put right where that is sure, else as it is; what was found is told in both cases.
  ///
  /// - Parameters:
  ///   - text: A text as it was decoded.
  ///   - font: The old font whose letters are known.
  /// - Returns: The text, with one more diagnostic where something was found.
  static func mended(_ text: SourceText, _ font: () -> OldFont?) -> SourceText {
    let found = decoded(text, sampleSize)
    guard found.diagnostics.count == text.diagnostics.count else { return found }
    guard looksLikeOldFont(text.bytes.prefix(sampleSize)) else { return text }
    guard let font = font(), let whole = font.unicode(String(decoding: text.bytes, as: UTF8.self))
    else { return told(text, "note.old-font") }
    return SourceText(
      validBytes: Array(whole.utf8), diagnostics: text.diagnostics + [convertedNote])
  }

  /// Tells that a text has been put into Unicode.
  static let convertedNote = note(.invalidEncoding, "note.was-old-font")

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
    var signs = 0
    var letters = 0
    forEachBeyondASCII(bytes) { bytes, at in
      if bytes[at] >= 0xC0 { letters += 1 }
      if bytes[at] == 0xC3, at + 3 < bytes.count, bytes[at + 1] == 0xA0, bytes[at + 2] == 0xC2,
        (0xA4...0xB7).contains(bytes[at + 3])
      {
        signs += 1
      }
    }
    return signs >= fewest && signs * 5 > letters
  }

  /// Calls for each byte that is not ASCII with where it stands; of the others, most of a page, eight are passed over
  /// at a time.
  private static func forEachBeyondASCII(
    _ bytes: ArraySlice<UInt8>, _ body: (UnsafeRawBufferPointer, Int) -> Void
  ) {
    bytes.withUnsafeBytes { bytes in
      var at = 0
      while at < bytes.count {
        if at + 8 <= bytes.count,
          bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
        {
          at += 8
        } else {
          if bytes[at] >= 0x80 { body(bytes, at) }
          at += 1
        }
      }
    }
  }

  /// The bytes that Windows-1252 made the text of, where all of it is of that and they are UTF-8.
  private static func decodedOnce(_ bytes: [UInt8]) -> [UInt8]? {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count / 2)
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      guard let byte = Windows1252.byte(scalar) else { return nil }
      out.append(byte)
    }
    return out.withUnsafeBytes { SourceDecoder.validEnd($0, from: 0) == $0.count } ? out : nil
  }

  /// Whether daggers stand before letters all over the text: the old fonts draw the vowel sign e there.
  static func looksLikeOldFont(_ bytes: ArraySlice<UInt8>) -> Bool {
    var signs = 0
    forEachBeyondASCII(bytes) { bytes, at in
      if bytes[at] == 0xE2, at + 3 < bytes.count, bytes[at + 1] == 0x80,
        bytes[at + 2] == 0xA0 || bytes[at + 2] == 0xA1, bytes[at + 3] > 0x40
      {
        signs += 1
      }
    }
    guard signs >= fewest else { return false }
    return signs * 10 > bytes.count { $0 <= 0x20 }
  }
}
