import SutraCore
import SutraResources

/// What languages call the same things, as far as articles are compared by it.
public struct ComparisonWords: Sendable {
  /// What a row tells.
  private enum Kind: String {
    /// What is counted, in a word that all languages share.
    case unit
    /// What may stand between a number and that.
    case classifier
    /// By what a number before it is multiplied.
    case times
    /// A number in words.
    case number
    /// The number of a month, or of a day of the week.
    case month, weekday
    /// A day as seen from that of the article.
    case day
    /// The English name of a place.
    case place
    /// The sound of a letter, of a class of consonants; nothing for a vowel.
    case sound
  }

  private var words: [Kind: [String: String]] = [:]
  private var sounds: [Unicode.Scalar: String] = [:]
  /// Numbers in words, by their first letter, the longest first.
  private var numerals: [UInt32: [(key: [UInt8], value: Double)]] = [:]
  /// The English names of places, folded.
  private var placeNames: Set<String> = []
  /// What is counted by the sign %.
  let percent = "percent"

  /// Those of the languages that travel inside the binary.
  public static let builtIn = ComparisonWords(
    EmbeddedResource.files(named: "comparison-words.tsv"))

  /// Reads tables: kind, tab, meaning, tab, word.
  public init(_ tables: [[UInt8]] = []) {
    for row in PlainRows.of(tables, columns: 3) {
      guard let kind = Kind(rawValue: row[0]) else { continue }
      if kind == .sound {
        if let letter = row[2].unicodeScalars.first { sounds[letter] = row[1] }
      } else {
        words[kind, default: [:]][SearchWords.key(of: row[2])] = row[1]
      }
    }
    placeNames = Set((words[.place] ?? [:]).values.map(SearchWords.key(of:)))
    for (word, number) in words[.number] ?? [:] {
      guard let value = Double(number) else { continue }
      let key = Array(word.utf8)
      numerals[KeyFolding.letter(key[...]), default: []].append((key, value))
    }
    for letter in numerals.keys { numerals[letter]?.sort { $0.key.count > $1.key.count } }
  }

  private func meaning(_ kind: Kind, of word: String) -> String? { words[kind]?[word] }

  /// What a word, folded as `SearchWords` has it, has to do with amounts.
  func amountWord(_ key: [UInt8]) -> AmountWord {
    let digits = key.prefix { (0x30...0x39).contains($0) }
    if !digits.isEmpty {
      let value = digits.reduce(0.0) { $0 * 10 + Double($1 - 0x30) }
      if digits.count == key.count { return .digits(value) }
      return unit(key.dropFirst(digits.count)).map { .amount(value, $0) } ?? .nothing
    }
    if let (value, unit) = numeral(key[...]) {
      return unit.map { .amount(value, $0) } ?? .number(value)
    }
    let word = String(decoding: key, as: UTF8.self)
    if meaning(.classifier, of: word) != nil { return .classifier }
    if let factor = meaning(.times, of: word).flatMap(Double.init) { return .times(factor) }
    return meaning(.unit, of: word).map { .unit($0) } ?? .nothing
  }

  /// Whether a word, by its folded key, begins with a number, in digits or in words with what may hang
  /// on them, as in `12th` and `two-thirds`.
  package func beginsNumber(_ key: [UInt8]) -> Bool {
    guard let first = key.first else { return false }
    if (0x30...0x39).contains(first) || SearchWords.digit(in: key, at: 0) != nil { return true }
    return numeral(key.prefix { $0 != 0x2D }) != nil
  }

  /// The number that a word is, alone or with its classifier or what it counts in one word.
  private func numeral(_ key: ArraySlice<UInt8>) -> (value: Double, unit: String?)? {
    for numeral in numerals[KeyFolding.letter(key)] ?? [] where key.starts(with: numeral.key) {
      let rest = key.dropFirst(numeral.key.count)
      if rest.isEmpty { return (numeral.value, nil) }
      if let unit = unit(rest) { return (numeral.value, unit) }
    }
    return nil
  }

  /// What a word counts that hangs on a number; an empty text for a classifier, behind which that is
  /// told.
  private func unit(_ key: ArraySlice<UInt8>) -> String? {
    let word = String(decoding: key, as: UTF8.self)
    return meaning(.classifier, of: word) != nil ? "" : meaning(.unit, of: word)
  }

  /// The part of a date that a word tells, the same in all languages.
  func part(ofDate word: String) -> String? {
    meaning(.month, of: word).map { "month \($0)" } ?? meaning(.weekday, of: word).map {
      "weekday \($0)"
    }
      ?? meaning(.day, of: word).map { "day \($0)" }
  }

  /// The name by which a place is known in all languages, folded.
  func place(_ name: String) -> String? { meaning(.place, of: name).map(SearchWords.key(of:)) }

  /// Whether a folded name is that of a place which is known in all languages.
  func isPlace(_ name: String) -> Bool { words[.place]?[name] != nil || placeNames.contains(name) }

  /// How a word sounds: classes of its consonants, so that a name is the same in several scripts.
  func sound(of word: String) -> String {
    var sound = ""
    for scalar in word.lowercased().unicodeScalars {
      guard let next = sounds[scalar], next != "-" else { continue }
      for letter in next where sound.last != letter { sound.append(letter) }
    }
    return sound
  }
}
