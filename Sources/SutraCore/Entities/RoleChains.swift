/// Roles that stand before a name beside the one right before it.
extension RoleBook {
  /// The roles that stand before a role, each right before the next or before the place that the next
  /// belongs to: "the plaintiff, a Fulpur resident, the trader so-and-so" where no mark parts them.
  func chained(
    before found: NounPhraseReader.Found, in phrase: Range<Int>, _ reader: NounPhraseReader
  ) -> [[UInt8]] {
    var keys: [[UInt8]] = []
    var start = found.tokens.lowerBound
    while start > phrase.lowerBound {
      let last = start - 1
      if let role = reader.head(endingAt: last), role.head == .role, role.isNominative {
        keys.append(roleKey(role))
        start = role.tokens.lowerBound
      } else if let place = placeStart(endingAt: last, in: phrase) {
        start = place
      } else {
        break
      }
    }
    return keys
  }

  /// Where the words in the genitive that end with a token begin, a place's name first.
  private func placeStart(endingAt last: Int, in phrase: Range<Int>) -> Int? {
    var index = last
    while index >= phrase.lowerBound, context.kind(index) == .word {
      if let (_, name) = context.name(at: index) {
        return name.kind == .place && name.tokens.lowerBound >= phrase.lowerBound
          ? name.tokens.lowerBound : nil
      }
      let stems = context.text.vocabulary.stems(of: context.text.tokens[index].word)
      guard stems.contains(where: { $0.cases.contains(.genitive) }) else { return nil }
      index -= 1
    }
    return nil
  }

  /// Most words of a thing that a minister is for, and most such things.
  private static let longestThing = 3
  private static let mostThings = 4

  /// The roles of a minister of several things, each as a compound: "minister of power, fuel and
  /// mines" where a language writes "power, fuel and mines-minister".
  func listedKeys(_ last: Int) -> [[UInt8]] {
    let text = context.text
    guard text.has(.compoundRole), last > 2 else { return [] }
    let role = text.roleSuffix(last).map(Array.init) ?? text.key(last..<last + 1)
    guard
      var border = (max(1, last - Self.longestThing)..<last).last(where: {
        text.functionType($0) == .conjunction
      })
    else { return [] }
    var found: [[UInt8]] = []
    while border > 0, found.count < Self.mostThings * 2 {
      for first in [border - 1, border - 2]
      where first >= 0 && (first..<border).allSatisfy({ context.kind($0) == .word }) {
        found.append(text.key(first..<border) + role)
      }
      guard
        let comma = (max(0, border - 1 - Self.longestThing)..<border).last(where: {
          context.kind($0) != .word
        }), context.kind(comma) == .comma
      else { break }
      border = comma
    }
    return found
  }

  /// Whether no paragraph begins behind a role before the name it may stand with: a headline that ends with a role
  /// tells nothing of the name that opens the text.
  func isOneParagraph(_ role: Int, _ name: Int) -> Bool {
    !(role + 1...max(role + 1, name)).contains(where: context.text.opensParagraph)
  }
}
