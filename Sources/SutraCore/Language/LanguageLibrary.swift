import Synchronization

/// The languages that can be analysed; a pack is read when it is first asked for.
public final class LanguageLibrary: Sendable {
  /// The languages that travel inside the binary.
  public static let builtIn = LanguageLibrary()

  /// The settings of all languages, in the order of their folders.
  let settings: [LanguageSettings]
  private let packs = Mutex<[String: LanguagePack]>([:])

  private init() {
    var found: [LanguageSettings] = []
    for path in EmbeddedResource.paths where path.hasSuffix("/language.tsv") {
      guard let bytes = EmbeddedResource.bytes(at: path),
        let settings = try? LanguageSettings(Table(file: path, bytes: bytes))
      else { continue }
      found.append(settings)
    }
    settings = found
  }

  /// The codes of all languages.
  public var codes: [String] { settings.map(\.code) }

  /// Reads a pack anew, to learn what is wrong with it.
  ///
  /// - Throws: `LexiconError` for the first row that does not fit.
  public static func readBuiltIn(_ code: String) throws(LexiconError) -> LanguagePack {
    let folder = "languages/\(code)"
    return try LanguagePack(folder: folder) { EmbeddedResource.bytes(at: "\(folder)/\($0)") }
  }

  /// The bytes of a language's lexicon, made from its tables.
  ///
  /// - Throws: `LexiconError` for the first row that does not fit.
  package static func lexicon(of code: String) throws(LexiconError) -> [UInt8] {
    let folder = "languages/\(code)"
    return try LexiconTables { name in
      let file = "\(folder)/\(name)"
      return EmbeddedResource.bytes(at: file).map { Table(file: file, bytes: $0) }
    }.bytes()
  }

  /// The pack of a code, or `nil` when there is none that can be read.
  public func pack(_ code: String) -> LanguagePack? {
    packs.withLock { packs in
      if let known = packs[code] { return known }
      guard let pack = try? Self.readBuiltIn(code) else { return nil }
      packs[code] = pack
      return pack
    }
  }

  /// For each language how many letters of a range of bytes are in its script.
  func letterCounts(_ bytes: [UInt8], _ range: Range<Int>) -> [Int] {
    var counts = [Int](repeating: 0, count: settings.count)
    var position = range.lowerBound
    while position < range.upperBound {
      let byte = bytes[position]
      var scalar = UInt32(byte)
      var length = 1
      if byte >= 0xC0 {
        length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        scalar = UInt32(byte) & (0x7F >> UInt32(length))
        for offset in 1..<length where position + offset < bytes.count {
          scalar = scalar << 6 | UInt32(bytes[position + offset] & 0x3F)
        }
      }
      for (index, settings) in settings.enumerated()
      where settings.scripts.contains(where: { $0.contains(scalar) }) {
        counts[index] += 1
      }
      position += length
    }
    return counts
  }
}
