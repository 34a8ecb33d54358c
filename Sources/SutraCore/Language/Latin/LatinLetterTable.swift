/// How each letter of a language is typed with Latin letters, and at which cost.
struct LatinLetterTable: Sendable {
  /// Some units in a row and some Latin letters that stand for them.
  struct Step: Sendable {
    /// How many units there are.
    let unitCount: Int
    /// How many letters there are.
    let letterCount: Int
    /// How unusual it is: 0 for usual.
    let cost: UInt8
    private let units: UInt64
    private let unitMask: UInt64
    private let letters: UInt64
    private let letterMask: UInt64

    /// Makes a step; `nil` for more than eight units or letters.
    init?(_ units: [UInt8], _ letters: [UInt8], cost: UInt8) {
      guard !units.isEmpty, units.count <= 8, letters.count <= 8 else { return nil }
      (unitCount, letterCount, self.cost) = (units.count, letters.count, cost)
      (self.units, unitMask) = Self.packed(units)
      (self.letters, letterMask) = Self.packed(letters)
    }

    private static func packed(_ bytes: [UInt8]) -> (value: UInt64, mask: UInt64) {
      var (value, mask) = (UInt64(0), UInt64(0))
      for byte in bytes.reversed() {
        value = value << 8 | UInt64(byte)
        mask = mask << 8 | 0xFF
      }
      return (value, mask)
    }

    /// Whether it can be taken where these units and letters, eight of each, are next.
    @inline(__always)
    func fits(units: UInt64, letters: UInt64) -> Bool {
      units & unitMask == self.units && letters & letterMask == self.letters
    }
  }

  /// A name that is typed otherwise than its letters say.
  struct Name: Sendable {
    /// Its units, without what ends the last word.
    let units: [UInt8]
    /// How it is typed.
    let letters: [UInt8]
  }

  /// The steps by their first unit.
  private(set) var steps = [[Step]](repeating: [], count: WordUnits.count)
  /// What letters of short names are called: units and one letter, by their first unit.
  private(set) var called = [[Step]](repeating: [], count: WordUnits.count)
  /// The names by their first unit.
  private(set) var names = [[Name]](repeating: [], count: WordUnits.count)
  /// The letters that may stand for a word's first unit, one bit each from `a` on.
  private(set) var firstLetters = [UInt32](repeating: 0, count: WordUnits.count)

  /// Whether there is nothing in it.
  var isEmpty: Bool { steps.allSatisfy(\.isEmpty) && names.allSatisfy(\.isEmpty) }

  /// Reads the tables.
  ///
  /// - Parameters:
  ///   - letters: Rows of a form, a cost and spellings with blanks between, `-` for nothing.
  ///   - names: Rows of a name and how it is typed, with commas between.
  ///   - called: Rows of what a Latin letter is called, and the letter.
  ///   - maker: Makes units of words.
  /// - Throws: `LexiconError` for the first row that does not fit.
  init(
    letters: [Table], names: [Table], called: [Table], _ maker: WordUnits
  ) throws(LexiconError) {
    for table in letters {
      try table.forEachRow(columnCount: 3) { row throws(LexiconError) in
        let cost = table.text(row.columns[1])
        let costs = ["0", "1", "2"]
        guard let number = costs.firstIndex(of: cost) else {
          throw .unknownValue(file: table.file, line: row.line, value: cost, allowed: costs)
        }
        let units = maker.units(ofRow: Self.key(table, row))
        for spelling in table.bytes[row.columns[2]].split(separator: 0x20) {
          let letters = spelling.elementsEqual([0x2D]) ? [] : Array(spelling)
          Self.add(units, letters, UInt8(number), to: &steps, &firstLetters)
        }
      }
    }
    for table in names {
      try table.forEachRow(columnCount: 2) { row in
        var units = maker.units(of: Self.key(table, row))
        while let last = units.last, last >= WordUnits.vowel { units.removeLast() }
        guard let first = units.first else { return }
        for typed in table.bytes[row.columns[1]].split(separator: 0x2C) {
          guard let letters = TypedLetters.of(String(decoding: typed, as: UTF8.self)),
            let letter = letters.first
          else { continue }
          self.names[Int(first)].append(Name(units: units, letters: letters))
          firstLetters[Int(first)] |= Self.bit(letter)
        }
      }
    }
    for table in called {
      try table.forEachRow(columnCount: 2) { row in
        let units = maker.units(ofRow: Self.key(table, row))
        let letter = Array(table.text(row.columns[1]).utf8)
        for ending in [
          [], [WordUnits.vowel], [WordUnits.vowel, WordUnits.end],
          [WordUnits.vowel, WordUnits.clusterEnd],
        ] {
          Self.add(units + ending, letter, 0, to: &self.called, &firstLetters)
        }
      }
    }
    noteFirstLetters()
  }

  private static func key(_ table: Table, _ row: Table.Row) -> [UInt8] {
    var key: [UInt8] = []
    _ = KeyFolding.append(table.bytes, row.columns[0], to: &key)
    return key
  }

  private static func add(
    _ units: [UInt8], _ letters: [UInt8], _ cost: UInt8, to steps: inout [[Step]],
    _ firstLetters: inout [UInt32]
  ) {
    guard let first = units.first, Int(first) < WordUnits.count,
      let step = Step(units, letters, cost: cost)
    else { return }
    steps[Int(first)].append(step)
    if let letter = letters.first { firstLetters[Int(first)] |= bit(letter) }
  }

  /// Units that may be passed over let in what may follow them; there are few, so that any letter
  /// may.
  private mutating func noteFirstLetters() {
    for unit in steps.indices where steps[unit].contains(where: { $0.letterCount == 0 }) {
      firstLetters[unit] = .max
    }
  }

  /// The bit of a small letter.
  static func bit(_ letter: UInt8) -> UInt32 {
    letter &- 0x61 < 26 ? 1 << UInt32(letter - 0x61) : 0
  }
}
