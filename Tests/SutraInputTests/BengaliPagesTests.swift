import Foundation
import SutraCore
import SutraInput
import Testing

/// Pages written for this project in the markup of Bengali news sites, and the article in each.
struct BengaliPage: Codable {
  let articleBody: String
  let title: String?
  let byline: String?
  let publishedTime: String?

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Fixtures/pages-bn")

  static func all() throws -> [String: BengaliPage] {
    let bytes = try Data(contentsOf: folder.appendingPathComponent("truth.json"))
    return try JSONDecoder().decode([String: BengaliPage].self, from: bytes)
  }
}

@Suite("Pages of Bengali news")
struct BengaliPagesTests {
  /// How often each run of four words stands in a text.
  private static func shingles(_ text: String) -> [String: Int] {
    let words = text.split { !($0.isLetter || $0.isNumber) }.map(String.init)
    var counts: [String: Int] = [:]
    for start in 0..<max(1, words.count - 3) {
      counts[words[start..<min(words.count, start + 4)].joined(separator: " "), default: 0] += 1
    }
    return counts
  }

  @Test("give their articles whole and clean: F of runs of four words at least 0.98")
  func bodies() throws {
    let pages = try BengaliPage.all()
    #expect(pages.count >= 15)
    var (precision, recall) = (0.0, 0.0)
    for (name, page) in pages {
      let bytes = try Data(contentsOf: BengaliPage.folder.appendingPathComponent("\(name).html"))
      let document = try Pages.document(Array(bytes), name: "\(name).html")
      let found = Self.shingles(String(decoding: document.text.bytes, as: UTF8.self))
      let wanted = Self.shingles(page.articleBody)
      let both = Double(found.reduce(0) { $0 + min($1.value, wanted[$1.key] ?? 0) })
      precision += both / Double(found.values.reduce(0, +))
      recall += both / Double(wanted.values.reduce(0, +))
      #expect(document.language == "bn", "\(name)")
      #expect(document.metadata.headline == page.title, "\(name)")
      if let byline = page.byline { #expect(document.metadata.author == byline, "\(name)") }
      if let date = page.publishedTime { #expect(document.metadata.published == date, "\(name)") }
    }
    precision /= Double(pages.count)
    recall /= Double(pages.count)
    #expect(2 * precision * recall / (precision + recall) >= 0.98)
  }
}
