import Testing

@testable import SutraCore

/// A row of a `part-examples.tsv`: a construction, a fact, the value it has there, and the text.
struct PartExample: CustomTestStringConvertible {
  let code: String
  let columns: [String]
  var construction: String { columns[0] }
  var isNegative: Bool { columns[2] == "-" }
  var testDescription: String { "\(code): \(columns.joined(separator: " | "))" }

  /// The rows of all languages that have such a table.
  static let all: [PartExample] = TableFile.all.filter { $0.name == "part-examples.tsv" }
    .flatMap { table in table.rows.map { PartExample(code: table.code, columns: $0) } }
}

/// The facts that the rows name, in words.
private struct Facts {
  let article: Article

  /// The values of a fact in an article, at most one a quotation; `nil` for an unknown fact.
  func values(of fact: String) -> [String]? {
    switch fact {
    case "credit", "photo", "byline":
      let names = article.sources.filter { $0.roles.contains { $0.rawValue == fact } }.map(\.name)
      return names.isEmpty ? [] : [names.joined(separator: " | ")]
    case "through": return article.sources.flatMap(\.through)
    default: break
    }
    var found: [String] = []
    for index in article.quotations.indices {
      guard let value = value(of: fact, article.quotations[index], article.attributions[index])
      else { return nil }
      if !value.isEmpty { found.append(value) }
    }
    return found
  }

  private func words(_ span: Span?) -> String {
    span.map { article.words($0).replacing("\n\n", with: "¶") } ?? ""
  }

  /// The value; an empty one where the quotation has none, `nil` for an unknown fact.
  private func value(
    of fact: String, _ quotation: Quotation, _ attribution: Attribution
  ) -> String? {
    let speaker = attribution.speaker
    func content(if holds: Bool) -> String { holds ? words(quotation.content) : "" }
    switch fact {
    case "content": return words(quotation.content)
    case "unterminated": return content(if: quotation.isUnterminated)
    case "mixed": return content(if: quotation.form == .mixed)
    case "implicit": return content(if: quotation.cue == nil && speaker?.kind == .implicit)
    case "nobody": return content(if: speaker?.span == nil && speaker?.name == nil)
    case "negated": return content(if: quotation.isNegated)
    case "segments":
      return quotation.segments.count > 1
        ? quotation.segments.map(words).joined(separator: " | ") : ""
    case "class": return quotation.reading?.act.rawValue ?? ""
    case _ where fact.hasPrefix("class:"):
      return quotation.reading?.act.rawValue == String(fact.dropFirst(6)) ? "yes" : ""
    case "role": return speaker?.role ?? ""
    case "to": return words(attribution.addressee)
    case "in": return words(attribution.medium?.span)
    case "citing": return words(attribution.origin?.span)
    case "time": return words(quotation.time)
    case "parent": return words(quotation.parent.map { article.quotations[$0].content })
    case "who": return speaker?.name ?? ""
    case "reason": return words(speaker?.reason)
    case "collective": return speaker?.isCollective == true ? words(speaker?.span) : ""
    default: return nil
    }
  }
}

@Suite("The languages' examples of constructions")
struct PartExampleTests {
  @Test("have the facts that their rows tell", arguments: PartExample.all)
  func fact(example: PartExample) throws {
    try #require(example.columns.count == 4)
    let text = example.columns[3].replacing("¶", with: "\n\n")
    let article = Fixtures.article(text, language: example.code)
    let found = try #require(
      Facts(article: article).values(of: example.columns[1]), "no such fact")
    if example.isNegative {
      #expect(found.isEmpty, "\(article.said)")
    } else {
      #expect(found.contains(example.columns[2]), "\(found) in \(article.said)")
    }
  }

  @Test("show each construction three times and what it is not once, in every language")
  func enough() {
    let tables = Dictionary(grouping: PartExample.all, by: \.code)
    let all = Set(PartExample.all.map(\.construction))
    #expect(tables.count >= 2 && all.count >= 45)
    for (code, rows) in tables {
      for construction in all {
        let own = rows.filter { $0.construction == construction }
        let negative = own.count(where: \.isNegative)
        // What is no quote shows itself in the rows that have none.
        let (most, least) =
          construction.hasPrefix("no quote")
          ? (negative, own.count - negative) : (own.count - negative, negative)
        #expect(most >= 3 && least >= 1, "\(code): \(construction)")
      }
    }
  }
}
