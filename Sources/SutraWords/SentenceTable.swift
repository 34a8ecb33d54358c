import CResources
import CWords

/// All that the program says to people in one language: a file of `SutraResources/Interface`.
///
/// A row is a key and a sentence with a tab between, or `key#one`, `key#few` and so on where the
/// sentence hangs on a number. The rows are sorted by the bytes of their keys, so that a sentence
/// is found in place and nothing is read before it is wanted. Rows that begin with `@` tell the
/// digits and the plural forms of the language.
public struct SentenceTable: Sendable {
  /// The code of the language, as in `en`.
  public let code: String
  /// The digits from 0 to 9 as the language writes them; empty for those of ASCII.
  public let digits: [String]
  private let plurals: PluralRules
  private nonisolated(unsafe) let bytes: UnsafeRawBufferPointer

  private static let folder = "interface/"
  private static let ending = ".tsv"

  /// The tables that travel inside the binary, English first.
  public static let all: [SentenceTable] = {
    var tables: [SentenceTable] = []
    var index = 0
    while true {
      let file = sutra_next_resource(&index, folder, ending)
      guard let path = file.path else { break }
      let code = String(String(cString: path).dropFirst(folder.count).dropLast(ending.count))
      let table = SentenceTable(
        code: code, UnsafeRawBufferPointer(start: file.bytes, count: file.count))
      tables.insert(table, at: code == "en" ? 0 : tables.endIndex)
    }
    return tables
  }()

  /// Reads a table in place.
  ///
  /// - Parameters:
  ///   - code: The code of its language.
  ///   - bytes: The whole file; it has to stay for as long as the table is used.
  public init(code: String, _ bytes: UnsafeRawBufferPointer) {
    self.code = code
    self.bytes = bytes
    var digits: [String] = []
    var plurals: [(form: String, text: String)] = []
    var start = 0
    while start < bytes.count,
      bytes[start] == UInt8(ascii: "#") || bytes[start] == UInt8(ascii: "@")
    {
      let end = Self.endOfLine(bytes, from: start)
      let words = String(decoding: bytes[start..<end], as: UTF8.self).split(separator: "\t")
      if words.count == 2, words[0] == "@digits" { digits = words[1].map(String.init) }
      if words.count == 3, words[0] == "@plural" {
        plurals.append((String(words[1]), String(words[2])))
      }
      start = end + 1
    }
    self.digits = digits.count == 10 ? digits : []
    self.plurals = PluralRules(plurals)
  }

  /// The form of the plural for a number, as Unicode's CLDR names it: `one`, `other` and so on.
  public func form(for number: Int) -> String {
    plurals.rules.first { $0.fits(number) }?.form ?? "other"
  }

  /// The sentence of a key with its placeholders, or `nil` where the table has none.
  ///
  /// - Parameters:
  ///   - key: What the sentence means.
  ///   - number: The number that decides between forms of it.
  /// - Returns: The sentence.
  public func sentence(_ key: String, for number: Int? = nil) -> String? {
    if let plain = text(of: key) { return plain }
    if let number, let fitting = text(of: "\(key)#\(form(for: number))") { return fitting }
    return text(of: "\(key)#other")
  }

  /// All rows: key, with its form where it has one, and sentence.
  public var rows: [(key: String, text: String)] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
      let parts = line.split(separator: "\t", maxSplits: 1)
      guard parts.count == 2, let first = line.first, first != "#", first != "@" else { return nil }
      return (String(parts[0]), String(parts[1]))
    }
  }

  private func text(of key: String) -> String? {
    guard let base = bytes.bindMemory(to: UInt8.self).baseAddress else { return nil }
    var key = key
    return key.withUTF8 { key in
      var count = 0
      guard let start = key.baseAddress,
        let found = sutra_text_of_key(base, bytes.count, start, key.count, &count)
      else { return nil }
      let text = UnsafeBufferPointer(start: found, count: count)
      let sentence = String(decoding: text, as: UTF8.self)
      return text.contains(UInt8(ascii: "\\")) ? sentence.replacing("\\n", with: "\n") : sentence
    }
  }

  private static func endOfLine(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] != 0x0A { end += 1 }
    return end
  }
}
