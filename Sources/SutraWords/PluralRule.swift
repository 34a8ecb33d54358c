import Synchronization

/// For which whole numbers a language uses a form of the plural, as Unicode's CLDR writes it.
///
/// `n % 10 = 2..4 and n % 100 != 12..14 or n = 0, 5`: `n` and `i` are the number, `v`, `f`, `t`,
/// `w`, `c` and `e` are 0, since only whole numbers are counted here.
struct PluralRule: Sendable {
  /// The name of the form.
  let form: String
  /// Conditions of which one has to hold; each is some of which all have to.
  private let conditions: [[Condition]]

  private struct Condition: Sendable {
    let isNumber: Bool
    let modulus: Int?
    let isEqual: Bool
    let ranges: [ClosedRange<Int>]

    init?(_ text: Substring) {
      let sides = text.split(separator: "=", maxSplits: 1)
      guard sides.count == 2 else { return nil }
      isEqual = !sides[0].hasSuffix("!")
      let left = sides[0].split { $0 == " " || $0 == "!" || $0 == "%" }
      guard let operand = left.first else { return nil }
      isNumber = operand == "n" || operand == "i"
      modulus = left.count > 1 ? Int(left[1]) : nil
      if modulus == 0 { return nil }
      ranges = sides[1].split(separator: ",").compactMap { part in
        let ends = part.split { $0 == "." || $0 == " " }.compactMap { Int($0) }
        guard let first = ends.first, let last = ends.last, first <= last else { return nil }
        return first...last
      }
    }

    func fits(_ number: Int) -> Bool {
      var value = isNumber ? number : 0
      if let modulus { value %= modulus }
      return ranges.contains { $0.contains(value) } == isEqual
    }
  }

  init(_ form: String, _ text: String) {
    self.form = form
    conditions = Self.parts(of: text, at: "or").map { part in
      Self.parts(of: part, at: "and").compactMap { Condition(Substring($0)) }
    }
  }

  /// Whether the form is that for a number.
  func fits(_ number: Int) -> Bool {
    conditions.contains { all in
      !all.isEmpty && all.allSatisfy { $0.fits(Int(number.magnitude & UInt(Int.max))) }
    }
  }

  private static func parts(of text: String, at word: Substring) -> [String] {
    text.split(separator: " ").split(separator: word).map { $0.joined(separator: " ") }
  }
}

/// The rules of a language, which are read when something is counted for the first time.
final class PluralRules: Sendable {
  private let texts: [(form: String, text: String)]
  private let read = Mutex<[PluralRule]?>(nil)

  init(_ texts: [(form: String, text: String)]) { self.texts = texts }

  /// The rules, in the order of their rows.
  var rules: [PluralRule] {
    read.withLock { read in
      let rules = read ?? texts.map { PluralRule($0.form, $0.text) }
      read = rules
      return rules
    }
  }
}
