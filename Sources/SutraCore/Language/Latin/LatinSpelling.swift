/// How people type the names of a language with Latin letters, as `sheikh hasina`.
///
/// Nobody types by a standard. Each letter has several spellings, and each spelling a cost; a word may
/// cost as much as its length allows, so that short words are matched strictly. Names that are typed
/// otherwise than their letters say stand in a table.
public struct LatinSpelling: Sendable {
  let table: LatinLetterTable
  let maker: WordUnits

  /// Reads the tables of a language; `nil` where it has none.
  ///
  /// - Throws: `LexiconError` for the first row that does not fit.
  init?(_ folder: LanguageFolder) throws(LexiconError) {
    let letters = folder.tables("latin-letters.tsv")
    guard !letters.isEmpty, let script = try folder.head().scripts.first else { return nil }
    maker = WordUnits(base: script.lowerBound & ~0x7F)
    table = try LatinLetterTable(
      letters: letters, names: folder.tables("latin-names.tsv"),
      called: folder.tables("letter-names.tsv"), maker)
  }

  /// Whether somebody may type a name so, or a newspaper print it so.
  ///
  /// - Parameters:
  ///   - latin: A name in Latin letters, of whatever case and with any marks: `Sheikh Hasina`.
  ///   - name: A name in the language's script, without case endings.
  /// - Returns: Whether it is so.
  public func isSame(_ latin: String, _ name: String) -> Bool {
    guard let typed = TypedLetters.of(latin) else { return false }
    let units = maker.units(of: KeyFolding.key(of: name))
    guard units.count <= Self.mostUnits, let first = units.first, let letter = typed.first,
      canBegin(first, letter)
    else { return false }
    var walk = SpellingWalk(self, typed)
    return walk.cost(of: units) != nil
  }

  /// The letters that names may begin with which are typed so; none for what is not of Latin letters.
  public func firstLetters(typed latin: String) -> [Unicode.Scalar] {
    guard let letter = TypedLetters.of(latin)?.first else { return [] }
    return (UInt8(0)..<WordUnits.vowel).filter { canBegin($0, letter) }
      .compactMap { Unicode.Scalar(maker.base + UInt32($0)) }
  }

  /// The small Latin letters with which the typing of a name may begin; none for a name of another
  /// script.
  public func firstLetters(name: String) -> [Unicode.Scalar] {
    guard let first = maker.units(of: KeyFolding.key(of: name)).first else { return [] }
    return (UInt8(ascii: "a")...UInt8(ascii: "z")).filter { canBegin(first, $0) }
      .map { Unicode.Scalar($0) }
  }

  /// Most units of a name.
  static let mostUnits = 160

  /// Whether a word of this first unit may be typed with this first letter.
  @inline(__always)
  func canBegin(_ unit: UInt8, _ letter: UInt8) -> Bool {
    Int(unit) < WordUnits.count
      && table.firstLetters[Int(unit)] & LatinLetterTable.bit(letter) != 0
  }

  /// What a typed word of some letters may cost.
  static func mostCost(letters: Int) -> UInt8 { letters <= 3 ? 0 : letters <= 7 ? 1 : 2 }
}

/// Goes through the units of words with what was typed, from one to the next by the cheapest spelling.
struct SpellingWalk {
  /// What no way leads to.
  private static let unreached = UInt8.max
  /// What a blank costs that stands on one side only.
  private static let blankCost: UInt8 = 1

  private let spelling: LatinSpelling
  private let typed: [UInt8]
  /// What was typed with room behind it for reading eight letters at once.
  private let padded: [UInt8]
  /// What the word at each place may cost.
  private let most: [UInt8]
  /// For each number of units and of letters the least cost.
  private var costs: [UInt8] = []
  /// How many units some way has got through.
  private(set) var reach = 0

  /// Most letters of a word that may be spelled by what letters are called.
  private static let longestCalled = 8

  init(_ spelling: LatinSpelling, _ typed: [UInt8]) {
    self.spelling = spelling
    self.typed = typed
    padded = typed + [UInt8](repeating: 0, count: 8)
    var most: [UInt8] = []
    for word in typed.split(separator: 0x20, omittingEmptySubsequences: false) {
      let cost = LatinSpelling.mostCost(letters: word.count)
      most += [UInt8](repeating: cost, count: word.count + 1)
    }
    self.most = most
  }

  /// What it costs to type some units so; `nil` for more than they may cost.
  ///
  /// What was typed may be only the beginning of them where it `isBegun`.
  mutating func cost(of units: [UInt8], isBegun: Bool = false) -> UInt8? {
    let width = typed.count + 1
    costs.removeAll(keepingCapacity: true)
    costs.append(contentsOf: repeatElement(Self.unreached, count: width * (units.count + 1)))
    costs[0] = 0
    reach = 0
    let paddedUnits = units + [UInt8](repeating: WordUnits.none, count: 8)
    for place in 0...units.count {
      var isReached = false
      let next = Self.eight(paddedUnits, place)
      for letter in 0..<width where costs[place * width + letter] <= most[letter] {
        let cost = costs[place * width + letter]
        isReached = true
        if letter == typed.count, place == units.count || isBegun && !Self.isEnd(units[place]) {
          return cost
        }
        passBlanks(units, place, letter, cost)
        guard place < units.count, Int(units[place]) < WordUnits.count else { continue }
        let letters = Self.eight(padded, letter)
        for step in spelling.table.steps[Int(units[place])]
        where step.fits(units: next, letters: letters) {
          reach(place + step.unitCount, letter + step.letterCount, cost + step.cost)
        }
        guard letter == 0 || typed[letter - 1] == 0x20,
          place == 0 || units[place - 1] == WordUnits.blank
        else { continue }
        takeNames(units, place, letter, cost)
        takeCalled(paddedUnits, units.count, place, letter, cost)
      }
      if isReached { reach = place }
    }
    return nil
  }

  /// Whether a unit belongs to the vowel before it.
  private static func isEnd(_ unit: UInt8) -> Bool {
    unit == WordUnits.end || unit == WordUnits.clusterEnd
  }

  /// Notes that a way leads to a place at some cost.
  @inline(__always)
  private mutating func reach(_ place: Int, _ letter: Int, _ cost: UInt8) {
    let index = place * (typed.count + 1) + letter
    if index < costs.count, letter <= typed.count, cost < costs[index] { costs[index] = cost }
  }

  /// Blanks on both sides begin a new word; one alone is passed at a cost.
  private mutating func passBlanks(
    _ units: [UInt8], _ place: Int, _ letter: Int, _ cost: UInt8
  ) {
    let isBlank = place < units.count && units[place] == WordUnits.blank
    if letter < typed.count, typed[letter] == 0x20 {
      if isBlank { reach(place + 1, letter + 1, 0) }
      reach(place, letter + 1, min(Self.blankCost, most[letter + 1]))
    }
    if isBlank { reach(place + 1, letter, cost + Self.blankCost) }
  }

  /// Whole words that the table of names knows.
  private mutating func takeNames(
    _ units: [UInt8], _ place: Int, _ letter: Int, _ cost: UInt8
  ) {
    for name in spelling.table.names[Int(units[place])] {
      let end = letter + name.letters.count
      guard end <= typed.count, end == typed.count || typed[end] == 0x20,
        typed[letter..<end].elementsEqual(name.letters),
        units.count - place >= name.units.count,
        units[place..<place + name.units.count].elementsEqual(name.units)
      else { continue }
      reach(place + name.units.count, end, cost)
    }
  }

  /// A whole word that is spelled by what its letters are called, as short names are: `bnp`;
  /// behind the `count` units there are eight more that are none.
  private mutating func takeCalled(
    _ units: [UInt8], _ count: Int, _ place: Int, _ letter: Int, _ cost: UInt8
  ) {
    let end = typed[letter...].firstIndex(of: 0x20) ?? typed.count
    guard end - letter <= Self.longestCalled else { return }
    var places = [place]
    for letter in letter..<end {
      let letters = Self.eight(padded, letter)
      var next: [Int] = []
      for place in places where place < count && Int(units[place]) < WordUnits.count {
        // Letters that are written apart, as initials are.
        let start = units[place] == WordUnits.blank ? place + 1 : place
        guard start < count, Int(units[start]) < WordUnits.count else { continue }
        let fitting = Self.eight(units, start)
        for step in spelling.table.called[Int(units[start])]
        where step.fits(units: fitting, letters: letters) && start + step.unitCount <= count {
          next.append(start + step.unitCount)
        }
      }
      guard !next.isEmpty else { return }
      places = next
    }
    for place in places { reach(place, end, cost) }
  }

  @inline(__always)
  private static func eight(_ bytes: [UInt8], _ place: Int) -> UInt64 {
    bytes.withUnsafeBytes { bytes in
      place + 8 <= bytes.count
        ? UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)) : 0
    }
  }
}
