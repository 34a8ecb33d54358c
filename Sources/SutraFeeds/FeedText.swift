import CBytes
import SutraCore

/// Turns the bytes of a feed into UTF-8, whatever charset they are in and say they are in.
enum FeedText {
  /// The bytes as UTF-8.
  ///
  /// A byte order mark decides. Bytes that are UTF-8 and say otherwise are UTF-8; else the charset
  /// counts that they name, then the server's, then Windows-1252 for each byte that is no UTF-8.
  static func utf8(_ bytes: [UInt8], charset: String?) -> [UInt8] {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return repaired(Array(bytes.dropFirst(3))) }
    if let name = wideCharset(bytes), let text = converted(bytes, from: name) { return text }
    let own = declared(bytes)
    if own.map(isOfASCII) != true, isUTF8(bytes) { return bytes }
    for name in [own, charset?.lowercased()] {
      guard let name, name != "utf-8", name != "utf8", let text = converted(bytes, from: name)
      else {
        continue
      }
      return text
    }
    return repaired(bytes)
  }

  /// Whether a charset writes other letters by bytes of ASCII alone.
  private static func isOfASCII(_ name: String) -> Bool {
    let plain = name.filter { $0 != "-" && $0 != "_" }
    return ["utf7", "u7", "csutf7", "unicode11utf7", "iso2022", "csiso2022"].contains {
      plain.hasPrefix($0)
    }
  }

  /// Whether bytes are UTF-8 from beginning to end.
  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { String(validating: $0, as: UTF8.self) != nil }
  }

  /// The charset of bytes that are no ASCII with something between: UTF-16, UTF-32, EBCDIC.
  private static func wideCharset(_ bytes: [UInt8]) -> String? {
    let start = bytes.prefix(4) + [UInt8](repeating: 0xFF, count: max(0, 4 - bytes.count))
    switch (start[0], start[1], start[2], start[3]) {
    case (0xFF, 0xFE, 0, 0), (0x3C, 0, 0, 0): return "UTF-32LE"
    case (0, 0, 0xFE, 0xFF), (0, 0, 0, 0x3C): return "UTF-32BE"
    case (0xFF, 0xFE, _, _), (0x3C, 0, _, _): return "UTF-16LE"
    case (0xFE, 0xFF, _, _), (0, 0x3C, _, _): return "UTF-16BE"
    case (0x4C, 0x6F, 0xA7, 0x94):
      // The declaration itself is in EBCDIC, all of whose kinds have its letters in one place.
      guard let head = converted(Array(bytes.prefix(200)), from: "IBM037") else { return nil }
      return declared(head) ?? "IBM037"
    default: return nil
    }
  }

  /// The charset that an XML declaration names, in small letters.
  private static func declared(_ bytes: [UInt8]) -> String? {
    let head = String(decoding: bytes.prefix(400), as: UTF8.self)
    guard let open = head.firstRange(of: "<?xml"),
      let close = head[open.upperBound...].firstRange(of: "?>"),
      let name = head[open.upperBound..<close.lowerBound].firstRange(of: "encoding")
    else { return nil }
    let rest = head[name.upperBound..<close.lowerBound].drop { $0 == " " || $0 == "=" }
    guard let quote = rest.first, quote == "\"" || quote == "'" else { return nil }
    let value = rest.dropFirst().prefix { $0 != quote }
    guard !value.isEmpty, value.utf8.count < 40, value.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
    else { return nil }
    return value.lowercased()
  }

  /// Bytes of a charset as UTF-8, U+FFFD for what is none of it; `nil` for an unknown charset.
  private static func converted(_ bytes: [UInt8], from name: String) -> [UInt8]? {
    // Names that the web uses and the system does not know, or knows otherwise.
    let known = [
      "iso-8859-1": "windows-1252", "latin1": "windows-1252", "us-ascii": "windows-1252",
      "ascii": "windows-1252", "gb2312": "gb18030", "gbk": "gb18030", "x-sjis": "cp932",
      "shift_jis": "cp932", "shift-jis": "cp932", "ks_c_5601-1987": "cp949", "euc-kr": "cp949",
      "x-mac-roman": "macintosh", "tis-620": "cp874", "x-gbk": "gb18030", "big5": "big5-hkscs",
    ]
    guard !name.contains("/") else { return nil }
    for name in spellings(of: known[name] ?? name) {
      guard let made = utf8(bytes, in: name) else { continue }
      return made.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(made.dropFirst(3)) : made
    }
    return nil
  }

  /// Bytes of a charset that the system knows by this name as UTF-8; `nil` where it does not.
  private static func utf8(_ bytes: [UInt8], in name: String) -> [UInt8]? {
    var made: UnsafeMutablePointer<CChar>?
    var replaced = 0
    let length = bytes.withUnsafeBytes { raw in
      sutra_to_utf8(
        name, raw.baseAddress?.assumingMemoryBound(to: CChar.self), raw.count, &made, &replaced)
    }
    guard length >= 0, let made else { return nil }
    defer { sutra_bytes_free(made) }
    return [UInt8](UnsafeRawBufferPointer(start: made, count: length))
  }

  /// A name as the system may have it: the same ones are written with other marks between their parts,
  /// and with none.
  private static func spellings(of name: String) -> [String] {
    let plain = name.filter { $0 != "-" && $0 != "_" }
    let parted = name.replacing("_", with: "-")
    let spread = String(plain.prefix { !$0.isNumber }) + "-" + plain.drop { !$0.isNumber }
    let iso = plain.hasPrefix("iso8859") ? "iso-8859-" + plain.dropFirst(7) : plain
    let page = plain.allSatisfy(\.isNumber) ? "cp" + plain : plain
    return [name, parted, plain, spread, iso, page]
  }

  /// Bytes that are UTF-8 in part: those that are not are read as Windows-1252, and so are all
  /// where they are as many as the letters that are UTF-8.
  private static func repaired(_ bytes: [UInt8]) -> [UInt8] {
    guard !isUTF8(bytes) else { return bytes }
    var (right, wrong) = (0, 0)
    var position = 0
    while position < bytes.count {
      let length = scalarLength(bytes, position)
      if length > 1 { right += 1 }
      if length == 0 { wrong += 1 }
      position += max(1, length)
    }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 8)
    position = 0
    while position < bytes.count {
      let length = scalarLength(bytes, position)
      if length == 1 || (length > 1 && right > wrong) {
        output += bytes[position..<position + length]
        position += length
      } else {
        let byte = bytes[position]
        output += String(Windows1252.scalar(byte).map(Character.init) ?? "\u{FFFD}").utf8
        position += 1
      }
    }
    return output
  }

  /// Bytes of the scalar at a place; 0 where there is none.
  private static func scalarLength(_ bytes: [UInt8], _ start: Int) -> Int {
    guard bytes[start] >= 0x80 else { return 1 }
    var decoder = UTF8()
    var rest = bytes[start..<min(bytes.count, start + 4)].makeIterator()
    if case .scalarValue(let scalar) = decoder.decode(&rest) { return UTF8.width(scalar) }
    return 0
  }

  /// A text whose UTF-8 was once read as Latin-1 and written again, as it was meant.
  ///
  /// - Parameter text: Any text; one with a scalar beyond Latin-1 was not.
  /// - Returns: The text that was meant, or the same.
  static func undoubled(_ text: String) -> String {
    var bytes: [UInt8] = []
    var isWide = false
    for scalar in text.unicodeScalars {
      guard let byte = Windows1252.byte(scalar) else { return text }
      bytes.append(byte)
      isWide = isWide || scalar.value >= 0x80
    }
    guard isWide, let meant = String(validating: bytes, as: UTF8.self) else { return text }
    return meant
  }
}
