import Foundation
import SutraWords
import Testing

@Suite("The glossary of the Bengali table")
struct GlossaryTests {
  private static let rows: [[String]] = {
    let file = SourceStrings.package.appendingPathComponent(
      "Sources/SutraResources/Interface/glossary.tsv")
    let text = try? String(contentsOf: file, encoding: .utf8)
    return (text ?? "").split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }()

  @Test("tells of each word what it is, where it is used so and how often, and the table uses it")
  func words() throws {
    let table = try #require(SentenceTable.all.first { $0.code == "bn" })
    let sentences = table.rows.map(\.text).joined(separator: "\n")
    #expect(Self.rows.count > 50)
    #expect(Self.rows.map { $0[0] } == Self.rows.map { $0[0] }.sorted())
    for row in Self.rows {
      #expect(row.count == 5 && row.allSatisfy { !$0.isEmpty } && Int(row[4]) != nil, "\(row)")
      #expect(sentences.contains(row[1]), "\(row[1]) is not used")
    }
  }

  @Test(
    "what the glossary has one word for is told by no other",
    arguments: ["আদেশ", "ছাঁকনি", "জানালা", "অপশন", "সহায়তা", "সোর্স", "বাটন", "পৃষ্ঠা"])
  func others(word: String) throws {
    let table = try #require(SentenceTable.all.first { $0.code == "bn" })
    for row in table.rows { #expect(!row.text.contains(word), "\(row.key): \(row.text)") }
  }
}
