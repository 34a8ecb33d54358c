import CBytes
import SutraCore
import SutraWords

/// Turns the bytes of a page into UTF-8: what it says of its encoding is checked against them.
enum PageCharset {
  /// How many bytes from the beginning may name the encoding.
  static let sample = 4096

  /// The page as valid UTF-8, with what was wrong.
  ///
  /// A byte order mark counts most. Bytes that are valid UTF-8 beyond ASCII are that, whatever is
  /// said of them: text of another encoding is practically never. Then count what came with the
  /// page, what it says itself, and what its letters look like.
  ///
  /// - Parameters:
  ///   - bytes: The page as it came.
  ///   - told: The encoding told with it.
  /// - Returns: Valid UTF-8.
  static func text(_ bytes: [UInt8], told: String?) -> (bytes: [UInt8], diagnostics: [Diagnostic]) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return repaired(Array(bytes.dropFirst(3))) }
    for (mark, wide) in [([0xFF, 0xFE] as [UInt8], "UTF-16LE"), ([0xFE, 0xFF], "UTF-16BE")]
    where bytes.starts(with: mark) {
      return converted(Array(bytes.dropFirst(2)), wide) ?? repaired(bytes)
    }
    let encoding = encoding(told) ?? encoding(named(in: bytes))
    // ISO-2022 and HZ write other scripts with the bytes of ASCII.
    if encoding?.hasPrefix("ISO-2022") != true, isUTF8(bytes) { return (bytes, []) }
    if let encoding, encoding != "UTF-8", let made = converted(bytes, encoding) { return made }
    return mostlyUTF8(bytes) ? repaired(bytes) : guessed(bytes)
  }

  /// A page that does not say its encoding, or a wrong one: Windows-1252, as browsers have it, unless its letters
  /// make words in another.
  private static func guessed(_ bytes: [UInt8]) -> (bytes: [UInt8], diagnostics: [Diagnostic]) {
    if let guess = TextEncoding.guessed(bytes), guess.encoding != "CP1252",
      let made = converted(bytes, guess.encoding)
    {
      return (made.bytes, made.diagnostics + [guess.note])
    }
    return converted(bytes, "CP1252") ?? repaired(bytes)
  }

  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { SourceDecoder.validEnd($0, from: 0) == $0.count }
  }

  /// Whether far most of what is not ASCII is valid UTF-8.
  static func mostlyUTF8(_ bytes: [UInt8]) -> Bool {
    var valid = 0
    var wrong = 0
    bytes.withUnsafeBytes { raw in
      var at = 0
      while at < raw.count {
        let length = SourceDecoder.scalarLength(raw, at: at)
        if length > 1 { valid += 1 }
        if length == 0 { wrong += 1 }
        at += max(1, length)
      }
    }
    return valid > wrong * 4
  }

  private static func repaired(_ bytes: [UInt8]) -> (bytes: [UInt8], diagnostics: [Diagnostic]) {
    let text = SourceDecoder.repairedUTF8(bytes)
    let count = text.diagnostics.count
    return (text.bytes, count == 0 ? [] : [note(count, "UTF-8")])
  }

  private static func converted(
    _ bytes: [UInt8], _ encoding: String
  ) -> (bytes: [UInt8], diagnostics: [Diagnostic])? {
    convert(bytes, encoding).map { made, replaced in
      (made, replaced == 0 ? [] : [note(replaced, encoding)])
    }
  }

  /// Bytes of an encoding as UTF-8, and how many stretches of them were not valid; `nil` of an
  /// encoding that is not known.
  static func convert(_ bytes: [UInt8], _ encoding: String) -> (bytes: [UInt8], replaced: Int)? {
    var out: UnsafeMutablePointer<CChar>?
    var replaced = 0
    let length = bytes.withUnsafeBytes { raw in
      sutra_to_utf8(
        encoding, raw.baseAddress?.assumingMemoryBound(to: CChar.self), raw.count, &out, &replaced)
    }
    guard length >= 0, let out else { return nil }
    defer { sutra_bytes_free(out) }
    return ([UInt8](UnsafeRawBufferPointer(start: out, count: length)), replaced)
  }

  private static func note(_ count: Int, _ encoding: String) -> Diagnostic {
    Diagnostic(
      code: .invalidEncoding, span: Span(start: 0, end: 0),
      Message("note.page-invalid", ["count": count, "encoding": encoding]))
  }

  /// The encoding that a page names in a `meta` or in front of its XML.
  private static func named(in bytes: [UInt8]) -> String? {
    let head = bytes.prefix(sample).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    for word in ["charset=", "encoding="] {
      let mark = Array(word.utf8)
      guard head.count > mark.count else { continue }
      for at in 0..<(head.count - mark.count) where head[at..<at + mark.count].elementsEqual(mark) {
        let name = head[(at + mark.count)...].drop { $0 == 0x22 || $0 == 0x27 || $0 == 0x20 }
          .prefix {
            (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x5F
          }
        if !name.isEmpty { return String(decoding: name, as: UTF8.self) }
      }
    }
    return nil
  }

  /// The name iconv knows an encoding by, as browsers take it (WHATWG Encoding Standard).
  static func encoding(_ label: String?) -> String? {
    guard let label = label?.lowercased(), !label.isEmpty,
      label.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x2F })
    else { return nil }
    switch label {
    case "utf-8", "utf8", "unicode-1-1-utf-8", "x-unicode20utf8": return "UTF-8"
    case "iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii", "iso8859-1", "windows-1252",
      "cp1252", "x-cp1252", "l1":
      return "CP1252"
    case "iso-8859-9", "latin5", "windows-1254": return "CP1254"
    case "tis-620", "iso-8859-11", "windows-874": return "CP874"
    case "shift_jis", "shift-jis", "sjis", "x-sjis", "windows-31j", "ms_kanji": return "CP932"
    case "gb2312", "gbk", "gb_2312-80", "x-gbk", "gb18030", "chinese": return "GB18030"
    case "euc-kr", "ks_c_5601-1987", "korean", "windows-949": return "CP949"
    case "big5", "big5-hkscs", "x-x-big5", "cn-big5": return "BIG5-HKSCS"
    // A page that can be read so far is not what these say.
    case "utf-16", "utf-16le", "utf-16be", "unicode": return "UTF-8"
    default:
      if label.hasPrefix("windows-") { return "CP" + label.dropFirst(8) }
      return label.uppercased()
    }
  }
}
