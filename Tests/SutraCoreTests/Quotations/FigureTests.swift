import Foundation
import Testing

@testable import SutraCore

/// The figures of every evaluation set, in one checked-in table that a change may raise but not lower.
///
/// `SUTRA_WRITE_FIGURES=1 swift test --filter FigureTests` writes what has risen into the table.
@Suite("Figures of the evaluation sets", .serialized)
struct FigureTests {
  private static let path = "Tests/SutraCoreTests/Fixtures/figures.tsv"
  /// The table is written in hundredths.
  private static let tolerance = 0.005

  /// The table: set and figure, and the value in per cent.
  private static func table() -> [[String]: Double] {
    let text = String(decoding: Fixtures.bytes(path) ?? [], as: UTF8.self)
    var found: [[String]: Double] = [:]
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let columns = line.split(separator: "\t").map(String.init)
      if columns.count == 3, let value = Double(columns[2]) {
        found[[columns[0], columns[1]]] = value
      }
    }
    return found
  }

  private func check(_ set: String, _ figures: [(name: String, value: Double)]) throws {
    let table = Self.table()
    if ProcessInfo.processInfo.environment["SUTRA_WRITE_FIGURES"] == "1" {
      try Self.write(figures.map { ([set, $0.name], $0.value) }, into: table)
      return
    }
    for figure in figures {
      let reached = try #require(table[[set, figure.name]], "no row for \(set) \(figure.name)")
      #expect(
        figure.value >= reached - Self.tolerance,
        """
        \(set) \(figure.name): \(figure.value), and was \(reached). What is given up for something better is \
        written into figures.tsv by hand, with the reason in the commit.
        """)
    }
  }

  private static func write(_ rows: [([String], Double)], into table: [[String]: Double]) throws {
    var table = table
    for (key, value) in rows { table[key] = max(value, table[key] ?? 0) }
    let head = """
      # figures.tsv - what the evaluation sets have reached in per cent: set, figure, value; only ever raised
      # source: measured by FigureTests; licence: MIT

      """
    let lines = table.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { key, value in
      "\(key[0])\t\(key[1])\t\(String(format: "%.2f", (value * 100).rounded(.down) / 100))\n"
    }
    try (head + lines.joined())
      .write(to: Fixtures.root.appending(path: path), atomically: true, encoding: .utf8)
  }

  @Test(
    "of quotations are not lower than they were",
    .enabled(if: EvaluationSet.isShared, "../shared is not there"),
    arguments: EvaluationSet.quotations)
  func quotations(set: EvaluationSet) throws {
    let articles = try set.articles()
    try #require(!articles.isEmpty, "\(set.name) has no articles")
    var score = QuotationScore()
    for article in articles {
      score.count(article, Fixtures.article(article.text, language: set.language))
    }
    try check(
      set.name,
      [
        ("content@0.3", score.looseF), ("content@0.8", score.closeF), ("speaker", score.speaker),
      ] + (score.known > 0 ? [("who", score.who)] : []))
  }

  @Test(
    "of names are not lower than they were",
    .enabled(if: EvaluationSet.isShared, "../shared is not there"), arguments: EvaluationSet.names)
  func names(set: EvaluationSet) throws {
    var (wanted, found, right) = (0, 0, 0)
    let articles = try set.namedArticles()
    try #require(!articles.isEmpty, "\(set.name) has no articles")
    // A set counts only for the kinds that it marks.
    let kinds = Set(articles.flatMap { $0.wanted.map { $0[0] } })
    for article in articles {
      let analysis = Fixtures.article(article.text, language: set.language)
      let names = Set(
        analysis.mentions.map { [$0.kind.rawValue, "\($0.span.start)", "\($0.span.end)"] }
          .filter { kinds.contains($0[0]) })
      wanted += article.wanted.count
      found += names.count
      right += names.intersection(article.wanted).count
    }
    try check(set.name, [("names", 200 * Double(right) / Double(max(1, wanted + found)))])
  }
}
