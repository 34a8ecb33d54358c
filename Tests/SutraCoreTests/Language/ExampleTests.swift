import Testing

@testable import SutraCore

/// A row of an `examples.tsv`: a sentence and the quotation expected from it.
struct QuotationExample: CustomTestStringConvertible {
  let code: String
  let columns: [String]
  var rule: String { columns[0] }
  var sentence: String { columns[1].replacing("¶", with: "\n\n") }
  var testDescription: String { "\(code), \(rule): \(columns[1])" }

  /// The rows of all languages that have such a table.
  static let all: [QuotationExample] = TableFile.all.filter { $0.name == "examples.tsv" }
    .flatMap { table in table.rows.map { QuotationExample(code: table.code, columns: $0) } }
}

/// A row of a `name-examples.tsv`: a sentence and a name in it.
struct NameExample: CustomTestStringConvertible {
  let code: String
  let columns: [String]
  var sentence: String { columns[0] }
  var testDescription: String { "\(code): \(columns.joined(separator: " | "))" }

  /// The rows of all languages that have such a table.
  static let all: [NameExample] = TableFile.all.filter { $0.name == "name-examples.tsv" }
    .flatMap { table in table.rows.map { NameExample(code: table.code, columns: $0) } }
}

@Suite("The languages' own examples")
struct ExampleTests {
  @Test("find the quotation of each sentence by its rule", arguments: QuotationExample.all)
  func quotation(example: QuotationExample) throws {
    try #require(example.columns.count == 6)
    #expect(try constructions(of: example.code).contains(example.rule) || example.rule == "none")
    let said = Fixtures.article(example.sentence, language: example.code).said
    guard example.rule != "none" else {
      #expect(said.isEmpty)
      #expect(example.columns.dropFirst(2).allSatisfy { $0 == "-" })
      return
    }
    let wanted = example.columns.dropFirst(2).map { $0.replacing("¶", with: "\n\n") }
    let found = said.filter { $0.rule == example.rule }.map { quotation in
      [
        quotation.content, quotation.cue ?? "-", quotation.speaker ?? "-",
        quotation.form.rawValue,
      ]
    }
    #expect(found.contains(wanted), "found \(said)")
  }

  @Test("find each name", arguments: NameExample.all)
  func name(example: NameExample) throws {
    try #require(example.columns.count == 4)
    let found = Fixtures.article(example.sentence, language: example.code).named
    if example.columns[1] == "-" {
      #expect(found.isEmpty)
    } else {
      #expect(found.contains(Array(example.columns.dropFirst())), "found \(found)")
    }
  }

  @Test(
    "show each construction that the language reads three times, and ten sentences without",
    arguments: Fixtures.codes)
  func enough(code: String) throws {
    let rows = QuotationExample.all.filter { $0.code == code }
    let counts = Dictionary(grouping: rows, by: \.rule).mapValues(\.count)
    for rule in try constructions(of: code) {
      #expect(counts[rule, default: 0] >= 3, "\(rule)")
    }
    #expect(counts["none", default: 0] >= 10)
    #expect(NameExample.all.count { $0.code == code } >= 40)
  }

  /// What the rules and steps of a language tell quotations by.
  private func constructions(of code: String) throws -> Set<String> {
    let grammar = try #require(LanguageLibrary.builtIn.pack(code)).settings.grammar
    #expect(!grammar.quotationRules.isEmpty)
    return Set(
      (grammar.quotationRules.map(\.name) + grammar.quotationSteps.compactMap(\.construction))
        .map(\.rawValue))
  }
}
