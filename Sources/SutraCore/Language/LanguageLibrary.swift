import Synchronization

/// The languages that can be analysed; a pack is read when it is first asked for.
public final class LanguageLibrary: Sendable {
  /// Which languages they are, in the order of their folders.
  let heads: [LanguageHead]
  /// Their folders, in the same order.
  private let folders: [LanguageFolder]
  private let packs = Mutex<[String: LanguagePack]>([:])
  /// The endings of languages of which nothing else was wanted so far.
  private let endings = Mutex<[String: EndingTable]>([:])
  /// What is known of how a language is typed with Latin letters, read when somebody types so.
  private let spellings = Mutex<[String: LatinSpelling?]>([:])

  /// What is wrong with folders whose `language.tsv` does not fit, so that they are left out.
  public let flaws: [LexiconError]

  /// Takes the languages of some folders; those of one code are one language.
  public init(_ folders: [LanguageFolder]) {
    var found: [(folder: LanguageFolder, head: LanguageHead)] = []
    var flaws: [LexiconError] = []
    for folder in folders {
      do throws(LexiconError) {
        if let index = found.firstIndex(where: { $0.head.code == folder.code }) {
          let sum = found[index].folder.adding(folder)
          found[index] = (sum, try sum.head())
        } else {
          found.append((folder, try folder.head()))
        }
      } catch {
        flaws.append(error)
      }
    }
    self.folders = found.map(\.folder)
    self.flaws = flaws
    heads = found.map(\.head)
  }

  /// The codes of all languages.
  public var codes: [String] { heads.map(\.code) }

  /// Says what is wrong with any of the languages, which takes a reading of all their tables.
  ///
  /// - Throws: `LexiconError` for the first row that does not fit.
  public func check() throws(LexiconError) {
    if let flaw = flaws.first { throw flaw }
    for code in codes {
      let pack = try read(code)
      packs.withLock { $0[code] = pack }
      _ = try LatinSpelling(folder(of: code))
    }
  }

  /// Reads a pack anew, to learn what is wrong with it.
  ///
  /// - Throws: `LexiconError` for the first row that does not fit.
  public func read(_ code: String) throws(LexiconError) -> LanguagePack {
    try LanguagePack(folder(of: code))
  }

  /// The bytes of a language's lexicon, made from its tables.
  ///
  /// - Throws: `LexiconError` for the first row that does not fit.
  package func lexicon(of code: String) throws(LexiconError) -> [UInt8] {
    try LexiconTables(folder(of: code).tables).bytes()
  }

  func folder(of code: String) throws(LexiconError) -> LanguageFolder {
    guard let index = heads.firstIndex(where: { $0.code == code }) else {
      throw .missingLanguage(folder: code)
    }
    return folders[index]
  }

  /// What is wrong with the tables of a language; `nil` for one that is read or not known.
  public func flaw(of code: String) -> LexiconError? {
    guard codes.contains(code), pack(code) == nil else { return nil }
    do throws(LexiconError) { _ = try read(code) } catch { return error }
    return nil
  }

  /// The pack of a code, or `nil` when there is none that can be read.
  public func pack(_ code: String) -> LanguagePack? {
    packs.withLock { packs in
      if let known = packs[code] { return known }
      guard let pack = try? read(code) else { return nil }
      packs[code] = pack
      return pack
    }
  }

  /// The endings of the words of a language; `nil` where it is not known or they cannot be read.
  ///
  /// Whoever only looks words up need not wait for the rest of a pack.
  func endings(of code: String) -> EndingTable? {
    if let known = packs.withLock({ $0[code]?.endings }) { return known }
    return endings.withLock { endings in
      if let known = endings[code] { return known }
      guard let tables = try? folder(of: code).tables("endings.tsv"),
        let read = try? LexiconBuilder.endings(tables)
      else { return nil }
      endings[code] = read
      return read
    }
  }

  /// The tables of a name of all languages, in the order of their folders.
  func tables(_ file: String) -> [Table] { folders.flatMap { $0.tables(file) } }

  /// How the names of a language are typed with Latin letters; `nil` where that is not known.
  public func latinSpelling(of code: String) -> LatinSpelling? {
    spellings.withLock { spellings in
      if let known = spellings[code] { return known }
      let spelling = (try? folder(of: code)).flatMap { try? LatinSpelling($0) }
      spellings[code] = .some(spelling)
      return spelling
    }
  }

  /// For each language how many letters of a range of bytes are in its script.
  func letterCounts(_ bytes: [UInt8], _ range: Range<Int>) -> [Int] {
    var counts = [Int](repeating: 0, count: heads.count)
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
      for (index, head) in heads.enumerated()
      where head.scripts.contains(where: { $0.contains(scalar) }) {
        counts[index] += 1
      }
      position += length
    }
    return counts
  }
}
