/// A person as an article names them.
public struct PersonName: Hashable, Sendable {
  /// The name, in any script, without case ending.
  public let name: String
  /// The roles that the article tells of them.
  public let roles: [String]

  /// Makes a person's name.
  public init(_ name: String, roles: [String] = []) {
    self.name = name
    self.roles = roles
  }
}

/// Tells whether names of different articles mean one person: by their words, whatever the spelling
/// and the script, and by the roles that the articles tell.
///
/// Nobody is joined by force: a surname alone says little, initials that differ or a word like
/// *Jr.* part father and son, and two of one name who have nothing to do with each other's roles
/// stay two.
public struct PersonIdentity: Sendable {
  /// Above this confidence two names count as one person.
  public static let joined = 0.5

  private let titles: Set<[UInt8]>
  private let familyNames: Set<[UInt8]>
  private let variants: [LetterVariants]
  private let spellings: [LatinSpelling]

  /// Reads what the languages know of names.
  public init(_ languages: LanguageLibrary) {
    var titles: Set<[UInt8]> = []
    var familyNames: Set<[UInt8]> = []
    for code in languages.codes {
      titles.formUnion(
        languages.forms(of: "titles.tsv", in: code, columnCount: 2) { $0 != "name-part" })
      familyNames.formUnion(languages.forms(of: "family-names.tsv", in: code, columnCount: 1))
    }
    self.titles = titles
    self.familyNames = familyNames
    variants = languages.codes.compactMap { code in
      try? LetterVariants(languages.folder(of: code).tables("letter-variants.tsv"))
    }
    spellings = languages.codes.compactMap { languages.latinSpelling(of: $0) }
  }

  /// How sure it is that two names mean one person, from 0 to 1; the same whichever comes first.
  public func confidence(_ one: PersonName, _ other: PersonName) -> Double {
    let (first, second) = (words(one.name), words(other.name))
    guard !first.isEmpty, !second.isEmpty else { return 0 }
    let likeness = first.count <= second.count ? joins(first, second) : joins(second, first)
    return likeness * agreement(one.roles, other.roles, ofWords: min(first.count, second.count))
  }

  // MARK: Names

  /// The words of a name without the titles before it; an initial has no stop behind it.
  private func words(_ name: String) -> [NameWord] {
    var words = SearchWords.key(of: name).split(separator: " ").map { Array($0.utf8) }
    while words.count > 1, let first = words.first, titles.contains(first) {
      words.removeFirst()
    }
    return words.map { NameWord($0, variants) }
  }

  /// How sure it is that two words of names are the same.
  private func likeness(_ one: NameWord, _ other: NameWord) -> Double {
    if one.isLatin == other.isLatin { return one.likeness(to: other) }
    let (latin, native) = one.isLatin ? (one, other) : (other, one)
    let (typed, name) = (
      String(decoding: latin.key, as: UTF8.self), String(decoding: native.key, as: UTF8.self)
    )
    return spellings.contains { $0.isSame(typed, name) } ? 0.95 : 0
  }

  /// How sure it is that a name and one of as many words or more are one.
  private func joins(_ short: [NameWord], _ long: [NameWord]) -> Double {
    if short.count == long.count {
      let parts = zip(short, long).map(likeness)
      if !parts.contains(0) {
        let worst = parts.min() ?? 0
        // A surname alone is that of many.
        return short.count == 1 ? worst * (short[0].isInitial ? 0.2 : 0.62) : worst
      }
    }
    if isSpelt(short, long) { return 0.9 }
    guard let last = short.last, let lastOfLong = long.last else { return 0 }
    if likeness(last, lastOfLong) > 0 { return joinsBySurname(short, long) }
    return joinsByBeginning(short, long)
  }

  /// Whether one name as a whole is how the other is spelt in another script, its words parted
  /// otherwise.
  private func isSpelt(_ one: [NameWord], _ other: [NameWord]) -> Bool {
    guard one[0].isLatin != other[0].isLatin, min(one.count, other.count) > 1 else { return false }
    func text(_ words: [NameWord]) -> String {
      words.map { String(decoding: $0.key, as: UTF8.self) }.joined(separator: " ")
    }
    let (latin, native) = one[0].isLatin ? (one, other) : (other, one)
    return spellings.contains { $0.isSame(text(latin), text(native)) }
  }

  /// Both end with the same name: what stands before it decides.
  private func joinsBySurname(_ short: [NameWord], _ long: [NameWord]) -> Double {
    let (given, all) = (short.dropLast(), Array(long.dropLast()))
    guard !given.isEmpty else { return 0.58 }
    var place = 0
    var confidence = 1.0
    var isWhole = true
    for word in given {
      var found: Double?
      while place < all.count, found == nil {
        let here = all[place]
        let same = likeness(word, here)
        if same > 0 {
          found = same
        } else if word.isInitial != here.isInitial, mayStand(word, for: here) {
          found = 0.85
        } else if place < all.count, given.count > 1, isWhole, place > 0 || here.isInitial {
          // Of several given names the middle ones may be left out, if none stands in their place.
          return 0.3
        }
        place += 1
      }
      guard let found else { return 0.05 }
      confidence = min(confidence, found)
      isWhole = isWhole && found > 0.86
    }
    // What is left out stands in the middle, or before a name that is told alone.
    let skipped = all.count - given.count
    guard skipped > 0 else { return confidence }
    return confidence * (skipped == 1 ? 0.9 : 0.8)
  }

  /// Whether an initial may stand for a name.
  private func mayStand(_ one: NameWord, for other: NameWord) -> Bool {
    let (initial, name) = one.isInitial ? (one, other) : (other, one)
    if initial.isLatin == name.isLatin { return name.begins(with: initial) }
    return false
  }

  /// The longer one goes on behind the shorter: with another family name, as of somebody who has
  /// married, or with a word that parts two generations.
  private func joinsByBeginning(_ short: [NameWord], _ long: [NameWord]) -> Double {
    guard long.count > short.count,
      !zip(short, long).contains(where: { likeness($0, $1) == 0 })
    else { return 0.05 }
    guard short.count > 1 else { return 0.45 }
    let isMarried = long[short.count...].allSatisfy { familyNames.contains($0.key) }
    return isMarried ? 0.7 : 0.4
  }

  // MARK: Roles

  /// What the roles make of it: those that fit make it surer, those that have nothing in common, or
  /// only the office and not of what, make it less sure than not.
  private func agreement(_ one: [String], _ other: [String], ofWords count: Int) -> Double {
    guard !one.isEmpty, !other.isEmpty else { return 1 }
    let (first, second) = (one.map(roleWords), other.map(roleWords))
    for role in first {
      for another in second where !role.isEmpty && !another.isEmpty {
        if role.isSubset(of: another) || another.isSubset(of: role) { return 1 }
      }
    }
    // In different scripts roles cannot be compared.
    func isLatin(_ roles: [Set<String>]) -> Bool {
      roles.allSatisfy { $0.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } } }
    }
    return isLatin(first) == isLatin(second) ? 0.45 : 1
  }

  private func roleWords(_ role: String) -> Set<String> {
    Set(
      SearchWords.key(of: role).split(separator: " ").map(String.init).filter {
        // Short words of a phrase bind others; they say nothing of an office.
        $0.unicodeScalars.count > 2
      })
  }
}

extension LanguageLibrary {
  /// The forms of a table of a language, folded, those of them whose second column is wanted.
  fileprivate func forms(
    of file: String, in code: String, columnCount: Int,
    where isWanted: (String) -> Bool = { _ in true }
  ) -> Set<[UInt8]> {
    var forms: Set<[UInt8]> = []
    for table in (try? folder(of: code).tables(file)) ?? [] {
      // A row that does not fit is told of where the language is read.
      try? table.forEachRow(columnCount: columnCount) { row in
        guard isWanted(row.columns.dropFirst().first.map(table.text) ?? "") else { return }
        forms.insert(Array(SearchWords.key(of: table.text(row.columns[0])).utf8))
      }
    }
    return forms
  }
}
