/// The rows of `language.tsv`, each with its place, for a reader that asks for them by key.
///
/// What nobody has asked for in the end is a key that the program does not know.
struct SettingRows {
  private struct Row {
    let value: String
    let file: String
    let line: Int
  }

  private var rows: [String: [Row]] = [:]
  private var keys: [(key: String, row: Row)] = []
  private var asked: Set<String> = []

  /// Takes the rows of a table, key and value: all of them, or only those of some keys.
  mutating func read(_ table: Table, only wanted: [String]? = nil) throws(LexiconError) {
    try table.forEachRow(columnCount: 2) { columns in
      let key = table.text(columns.columns[0])
      if let wanted, !wanted.contains(key) { return }
      let row = Row(
        value: table.text(columns.columns[1]), file: table.file, line: columns.line)
      rows[key, default: []].append(row)
      keys.append((key, row))
    }
  }

  /// All values of a key.
  mutating func all(_ key: String) -> [String] {
    asked.insert(key)
    return rows[key, default: []].map(\.value)
  }

  /// The values of a key that are two words or more: what stands before the last, and it.
  mutating func pairs(_ key: String) -> [String: String] {
    all(key).reduce(into: [:]) { found, value in
      guard let border = value.lastIndex(of: " ") else { return }
      found[String(value[..<border])] = String(value[value.index(after: border)...])
    }
  }

  /// The value of a key that has one; of several the last one counts.
  mutating func last(_ key: String) -> String? { all(key).last }

  /// Whether a key has the first of two words; without a row it has the second.
  mutating func isFirst(
    _ key: String, of first: String, _ second: String
  ) throws(LexiconError) -> Bool {
    asked.insert(key)
    guard let row = rows[key]?.last else { return false }
    guard row.value == first || row.value == second else {
      throw .unknownValue(
        file: row.file, line: row.line, value: row.value, allowed: [first, second])
    }
    return row.value == first
  }

  /// All values of a key that takes the words of an enumeration, in order.
  mutating func words<Word: RawRepresentable & CaseIterable>(
    _ key: String, of type: Word.Type = Word.self
  ) throws(LexiconError) -> [Word] where Word.RawValue == String {
    asked.insert(key)
    var found: [Word] = []
    for row in rows[key, default: []] {
      guard let word = Word(rawValue: row.value) else {
        throw .unknownValue(
          file: row.file, line: row.line, value: row.value,
          allowed: Word.allCases.map(\.rawValue))
      }
      found.append(word)
    }
    return found
  }

  /// The ranges of scalars of the scripts.
  mutating func scripts() throws(LexiconError) -> [ClosedRange<UInt32>] {
    asked.insert("script")
    var found: [ClosedRange<UInt32>] = []
    for row in rows["script", default: []] {
      let ends = row.value.split(separator: "-").map { UInt32($0, radix: 16) }
      guard ends.count == 2, let first = ends[0], let last = ends[1], first <= last,
        last <= 0x10FFFF
      else { throw .notARange(file: row.file, line: row.line, value: row.value) }
      found.append(first...last)
    }
    return found
  }

  /// - Throws: `LexiconError` for the first row whose key nobody has asked for.
  func checkAllAreKnown() throws(LexiconError) {
    for (key, row) in keys where !asked.contains(key) {
      throw .unknownValue(
        file: row.file, line: row.line, value: key, allowed: asked.sorted())
    }
  }
}
