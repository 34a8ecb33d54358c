/// The tables of a language that make its lexicon.
struct LexiconTables {
  /// The name of the file with the lexicon made from them.
  static let blockName = "lexicon.bin"

  private let tables: [(name: String, table: Table)]

  /// Takes the tables of a folder.
  ///
  /// - Parameter tables: The tables of a name, in the order in which they are read.
  init(_ tables: (String) -> [Table]) {
    let names = TableLayout.all.map(\.file) + ["verbs.tsv", "cues.tsv", "common-words.tsv"]
    self.tables = names.flatMap { name in tables(name).map { (name, $0) } }
  }

  private subscript(name: String) -> [Table] { tables.filter { $0.name == name }.map(\.table) }

  /// Makes the lexicon, unless there is one that was made from these tables before.
  ///
  /// - Parameter block: The file with the lexicon that was made before, which must never be freed.
  /// - Returns: The one or the other.
  /// - Throws: `LexiconError` for the first row that does not fit.
  func lexicon(from block: UnsafeRawBufferPointer?) throws(LexiconError) -> Lexicon {
    let checksum = checksum
    if let block = block.flatMap({ LexiconBlock(constant: $0, checksum: checksum) }) {
      return Lexicon(block)
    }
    guard let made = LexiconBlock(copying: try bytes(), checksum: checksum) else {
      throw .tooManyWords(folder: tables.first?.table.file ?? "")
    }
    return Lexicon(made)
  }

  /// The lexicon as bytes.
  ///
  /// - Throws: `LexiconError` for the first row that does not fit.
  func bytes() throws(LexiconError) -> [UInt8] {
    var builder = LexiconBuilder()
    for layout in TableLayout.all {
      for rows in self[layout.file] { try builder.add(rows, layout) }
    }
    for rows in self["verbs.tsv"] { try builder.addVerbForms(rows) }
    for rows in self["cues.tsv"] { try builder.addCues(rows) }
    for rows in self["common-words.tsv"] { try builder.addCommonWords(rows) }
    return builder.draft.block(checksum: checksum)
  }

  /// A number that is another one, as good as surely, when a table has been changed.
  ///
  /// All bytes are read at each start, so that four sums go side by side, eight bytes a step.
  private var checksum: UInt64 {
    var sums = SIMD4<UInt64>(0x9E37_79B9, 0x85EB_CA6B, 0xC2B2_AE35, 0x27D4_EB2F)
    func add(_ bytes: UnsafeRawBufferPointer) {
      var position = 0
      while position + 32 <= bytes.count {
        let next = bytes.loadUnaligned(fromByteOffset: position, as: SIMD4<UInt64>.self)
        sums = Self.mixed(sums, next)
        position += 32
      }
      for byte in bytes[position...] { sums = Self.mixed(sums, SIMD4(repeating: UInt64(byte))) }
      sums = Self.mixed(sums, SIMD4(repeating: UInt64(bytes.count)))
    }
    for (name, table) in tables {
      Array(name.utf8).withUnsafeBytes { add($0) }
      add(table.bytes)
    }
    return (0..<4).reduce(UInt64(LexiconBlock.version)) { ($0 ^ sums[$1]) &* 0x100_0000_01B3 }
  }

  /// One step of the sums (FNV-1a by words): whatever differs in one place gives another sum.
  private static func mixed(
    _ sums: SIMD4<UInt64>, _ next: SIMD4<UInt64>
  ) -> SIMD4<UInt64> {
    (sums ^ next) &* 0x100_0000_01B3
  }
}
