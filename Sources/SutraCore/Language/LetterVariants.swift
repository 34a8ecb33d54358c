/// Letters that different spellings of one name exchange, as transliterations do with long and
/// short vowels.
struct LetterVariants: Sendable {
  /// For each letter, as bytes of a folded key, what stands for it.
  private var letters: [[UInt8]: [UInt8]] = [:]

  /// Reads rows of a letter and what stands for it; `-` for nothing.
  ///
  /// - Throws: `LexiconError` for the first row that does not fit.
  init(_ tables: [Table]) throws(LexiconError) {
    for table in tables {
      try table.forEachRow(columnCount: 2) { row in
        var form: [UInt8] = []
        var stand: [UInt8] = []
        _ = KeyFolding.append(table.bytes, row.columns[0], to: &form)
        if table.text(row.columns[1]) != "-" {
          _ = KeyFolding.append(table.bytes, row.columns[1], to: &stand)
        }
        letters[form] = stand
      }
    }
  }

  /// A key that all spellings of a name share: blanks and hyphens are left out as well.
  func loose(_ key: [UInt8]) -> [UInt8] {
    var found: [UInt8] = []
    var position = 0
    while position < key.count {
      let byte = key[position]
      let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      let letter = Array(key[position..<min(key.count, position + length)])
      if byte != 0x20 && byte != 0x2D { found += letters[letter] ?? letter }
      position += length
    }
    return found
  }
}
