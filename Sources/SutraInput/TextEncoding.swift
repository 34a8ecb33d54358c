import SutraCore
import SutraWords

/// Finds out in which encoding a plain text is written, and reads it in that.
public enum TextEncoding {
  /// The text of some bytes.
  ///
  /// A byte order mark counts most, then what somebody says, then whether the bytes are UTF-8. What is
  /// left is a text of one byte a letter, and which one is guessed by what its letters make of words.
  ///
  /// - Parameters:
  ///   - bytes: The text as it came.
  ///   - told: The encoding that somebody names.
  /// - Returns: The text; what was guessed is told.
  /// - Throws: `SourceTextError` when the bytes are no text.
  static func text(_ bytes: [UInt8], told: String? = nil) throws(SourceTextError) -> SourceText {
    if let told = PageCharset.encoding(told), told != "UTF-8" || !isUTF8(bytes) {
      guard told != "UTF-8" else { return try SourceDecoder.text(bytes) }
      if let text = converted(bytes, told) { return try checked(text) }
    }
    if let (mark, name) = utf32(bytes), let text = converted(Array(bytes.dropFirst(mark)), name) {
      return try checked(text)
    }
    let text = try SourceDecoder.text(bytes)
    guard !text.diagnostics.isEmpty, !bytes.starts(with: [0xFF, 0xFE]),
      !bytes.starts(with: [0xFE, 0xFF]), let guess = guessed(bytes),
      let read = converted(bytes, guess.encoding)
    else { return text }
    return try checked(read).noting(guess.note)
  }

  /// The encoding whose letters look most like words, and what is to be told of that; `nil` where the bytes are mostly
  /// UTF-8.
  static func guessed(_ bytes: [UInt8]) -> (encoding: String, note: Diagnostic)? {
    guess(bytes).map { guess in
      let note = Diagnostic(
        code: .invalidEncoding, span: Span(start: 0, end: 0),
        Message(
          "note.guessed", ["encoding": guess.encoding.shown, "percent": guess.percent]))
      return (guess.encoding.name, note)
    }
  }

  /// Whether bytes may be text although there are NULs in them.
  public static func hasWideMark(_ bytes: [UInt8]) -> Bool { utf32(bytes) != nil }

  /// Whether an encoding is known by a name.
  public static func isKnown(_ name: String) -> Bool {
    guard let encoding = PageCharset.encoding(name) else { return false }
    return encoding == "UTF-8" || converted(Array("a".utf8), encoding) != nil
  }

  private static func utf32(_ bytes: [UInt8]) -> (mark: Int, name: String)? {
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return (4, "UTF-32LE") }
    if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return (4, "UTF-32BE") }
    return nil
  }

  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { SourceDecoder.validEnd($0, from: 0) == $0.count }
  }

  private static func converted(_ bytes: [UInt8], _ encoding: String) -> SourceText? {
    guard let (made, replaced) = PageCharset.convert(bytes, encoding) else { return nil }
    var text = SourceText(validBytes: made)
    if replaced > 0 {
      text = text.noting(
        Diagnostic(
          code: .invalidEncoding, span: Span(start: 0, end: 0),
          Message("note.stretches", ["count": replaced, "encoding": encoding])))
    }
    return text
  }

  /// A text that holds letters.
  private static func checked(_ text: SourceText) throws(SourceTextError) -> SourceText {
    let again = try SourceDecoder.text(text.bytes)
    return again.diagnostics.isEmpty ? text : again
  }
}

extension TextEncoding {
  /// An encoding of one byte a letter that is guessed.
  private struct Candidate {
    let name: String
    let shown: String
  }

  /// Fewer bytes than these tell nothing of their letters.
  private static let leastSize = 24
  /// How many bytes from the beginning tell.
  private static let sampleSize = 65_536
  /// Below this a text is no words in any of the encodings: what is wrong in it is shown as such.
  private static let leastScore = 0.7

  private static let candidates = [
    Candidate(name: "CP1252", shown: "Windows-1252"),
    Candidate(name: "CP850", shown: "DOS code page 850"),
    Candidate(name: "MACINTOSH", shown: "Mac Roman"),
    Candidate(name: "CP1250", shown: "Windows-1250"),
    Candidate(name: "CP1251", shown: "Windows-1251"),
    Candidate(name: "KOI8-R", shown: "KOI8-R"),
    Candidate(name: "CP1253", shown: "Windows-1253"),
  ]

  /// The encoding whose letters look most like words; `nil` where the bytes are mostly UTF-8.
  private static func guess(_ bytes: [UInt8]) -> (encoding: Candidate, percent: Int)? {
    let sample = Array(bytes.prefix(sampleSize))
    guard sample.count >= leastSize, !PageCharset.mostlyUTF8(sample) else { return nil }
    var scored: [(candidate: Candidate, made: [UInt8], score: Double)] = []
    for candidate in candidates {
      guard let (made, replaced) = PageCharset.convert(sample, candidate.name), replaced == 0
      else { continue }
      // Letters of an old font make no words in any of them, and stand in the first.
      if scored.isEmpty, MisreadText.looksLikeOldFont(made[...]) { return (candidate, 99) }
      scored.append((candidate, made, score(String(decoding: made, as: UTF8.self))))
    }
    // Of equal ones the first counts, which is the more frequent.
    guard let best = scored.max(by: { $0.score < $1.score }), best.score >= leastScore else {
      return nil
    }
    // Those that make the same of it need not be told apart.
    let next = scored.filter { $0.made != best.made }.map(\.score).max() ?? 0
    // The farther the next one is behind, and the more of the letters fit, the surer it is.
    let lead = min(1, max(0, (best.score - max(0, next)) / best.score * 2))
    return (best.candidate, Int((50 + 49 * lead * min(1, best.score)).rounded()))
  }

  /// From below 0 to 1: how much the letters beyond ASCII look like those of words.
  private static func score(_ text: String) -> Double {
    var sum = 0.0
    var count = 0
    var before: Unicode.Scalar = " "
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      defer { before = scalar }
      guard scalar.value >= 0x80 else { continue }
      count += 1
      let after = index + 1 < scalars.count ? scalars[index + 1] : " "
      sum += likeness(scalar, before, after)
    }
    return count == 0 ? 0 : sum / Double(count)
  }

  private static func likeness(
    _ scalar: Unicode.Scalar, _ before: Unicode.Scalar, _ after: Unicode.Scalar
  ) -> Double {
    let properties = scalar.properties
    let isBeside = before.properties.isAlphabetic || after.properties.isAlphabetic
    guard properties.isAlphabetic else {
      switch scalar.value {
      case 0x2018...0x201F, 0x2013, 0x2014, 0x2026, 0xAB, 0xBB, 0x20AC, 0xA3, 0xA7, 0xB0:
        return isBeside ? 0.9 : 0.5
      case 0xA0: return 0.4
      default: return -1
      }
    }
    // A capital behind a small letter, and a letter of one script beside one of another.
    if properties.isUppercase, before.properties.isLowercase { return -1 }
    if block(scalar) != block(before), before.properties.isAlphabetic { return -1 }
    if block(scalar) != block(after), after.properties.isAlphabetic { return -1 }
    guard isBeside else { return 0 }
    return common.contains(scalar) ? 1 : properties.isLowercase ? 0.55 : 0.5
  }

  /// Latin, or another script.
  private static func block(_ scalar: Unicode.Scalar) -> UInt32 {
    scalar.value < 0x250 ? 0 : scalar.value >> 8
  }

  /// The letters beyond ASCII that are frequent in texts of these encodings.
  private static let common = Set(
    "éèêàâçîôûùëïäöüßñáíóúåøæãõłąęśżźćńěščřžýůőűоеаинтсрвлкмдпуαοιετσνηυρπκμλ".unicodeScalars)
}
