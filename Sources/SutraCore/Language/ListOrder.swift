/// The order of names in lists, as that of dictionaries: by the alphabets of the languages' tables,
/// then by the letters of Latin without their marks.
///
/// As in the collation of Unicode's CLDR, blanks stand before signs, signs before digits, digits before
/// letters, and a dot below or the case of a letter decides only between words that are equal else.
public struct ListOrder: Sendable {
  /// For a scalar of a table its place or places, those of the first table before those of the next.
  private let places: [UInt32: [UInt32]]

  /// Where signs, digits, letters of tables, of Latin and of all other scripts begin.
  private enum Begin {
    static let signs: UInt32 = 1 << 8
    static let digits: UInt32 = 1 << 21
    static let tables: UInt32 = 1 << 22
    static let latin: UInt32 = 1 << 23
    static let others: UInt32 = 1 << 24
  }

  /// The order of the languages of a library, in the order of their codes.
  public init(_ library: LanguageLibrary) {
    var places: [UInt32: [UInt32]] = [:]
    for (number, table) in library.tables("alphabet.tsv").enumerated() {
      let start = Begin.tables + UInt32(number) << 12
      // A row that does not fit costs itself alone: an order there is always.
      try? table.forEachRow(columnCount: 2) { row in
        guard let letter = table.text(row.columns[0]).unicodeScalars.first else { return }
        places[letter.value] = table.text(row.columns[1]).split(separator: " ")
          .compactMap { UInt32($0) }.filter { $0 < 1 << 12 }.map { start + $0 }
      }
    }
    self.places = places
  }

  /// Whether a name stands before another; of two that are equal but for signs and case the one whose
  /// scalars come first.
  public func precedes(_ one: Key, _ other: Key) -> Bool {
    if one.places != other.places { return one.places.lexicographicallyPrecedes(other.places) }
    if one.marks != other.marks { return one.marks.lexicographicallyPrecedes(other.marks) }
    return one.name.unicodeScalars.lexicographicallyPrecedes(other.name.unicodeScalars)
  }

  /// A name ready to be compared.
  public struct Key: Sendable {
    /// The name itself.
    public let name: String
    fileprivate let places: [UInt32]
    /// Marks that decide between words equal else, each with the letter it hangs on.
    fileprivate let marks: [UInt64]
  }

  /// Makes a name ready to be compared.
  public func key(of name: String) -> Key {
    var found: [UInt32] = []
    var marks: [UInt64] = []
    let folded = String(decoding: KeyFolding.key(of: name), as: UTF8.self)
    for scalar in folded.unicodeScalars {
      if let known = places[scalar.value] {
        found += known
      } else if let place = place(of: scalar) {
        found.append(place)
      } else {
        marks.append(UInt64(found.count) << 32 | UInt64(scalar.value))
      }
    }
    return Key(name: name, places: found, marks: marks)
  }

  /// Names in their order.
  public func sorted(_ names: [String]) -> [String] {
    names.map(key).sorted(by: precedes).map(\.name)
  }

  /// The place of each of some texts among them; those that begin with the same letters share one.
  ///
  /// - Parameters:
  ///   - texts: The texts.
  ///   - scalars: How many scalars of each count: more cost time, and nobody looks for later ones.
  /// - Returns: A place for each text, in the order in which they were given.
  public func ranks(of texts: some Sequence<String>, by scalars: Int = 40) -> [Int] {
    let beginnings = texts.map {
      String(String.UnicodeScalarView($0.unicodeScalars.prefix(scalars)))
    }
    let sorted = sorted(Array(Set(beginnings)))
    let places = Dictionary(sorted.enumerated().map { ($1, $0) }, uniquingKeysWith: min)
    return beginnings.map { places[$0] ?? 0 }
  }

  /// The place of a scalar that no table has; `nil` for a mark that only decides between words equal else.
  private func place(of scalar: Unicode.Scalar) -> UInt32? {
    let properties = scalar.properties
    if let digit = properties.numericType == .decimal ? properties.numericValue : nil {
      return Begin.digits + UInt32(digit)
    }
    if let letter = TypedLetters.of(String(scalar))?.first { return Begin.latin + UInt32(letter) }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return nil
    case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control: return 0
    default:
      return properties.isAlphabetic ? Begin.others + scalar.value : Begin.signs + scalar.value
    }
  }
}
