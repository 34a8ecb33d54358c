import Foundation
import SutraResources
import Testing

@testable import SutraCore

/// One table of one language, as it lies on disk.
struct TableFile: CustomTestStringConvertible {
  let code: String
  let name: String
  var testDescription: String { "\(code)/\(name)" }
  var path: String { "Sources/SutraResources/Languages/\(code)/\(name)" }

  /// The tables of all languages.
  static let all: [TableFile] = Fixtures.codes.flatMap { code in
    let folder = Fixtures.languages.appending(path: code).path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".tsv") }.sorted().map { TableFile(code: code, name: $0) }
  }

  /// The lines of the file.
  var lines: [String] {
    String(decoding: Fixtures.bytes(path) ?? [], as: UTF8.self).components(separatedBy: "\n")
  }

  /// The rows, each in its columns.
  var rows: [[String]] {
    lines.filter { !$0.isEmpty && !$0.hasPrefix("#") }.map { $0.components(separatedBy: "\t") }
  }
}

@Suite("Language tables")
struct LanguageTableTests {
  /// How many columns make a row's form, where it is not the first alone.
  static let formColumns = [
    "verbs.tsv": 3, "confidence.tsv": 4, "speaker-confidence.tsv": 2, "language.tsv": 2,
    "examples.tsv": 6,
    "name-examples.tsv": 4, "part-examples.tsv": 4, "page-words.tsv": 2,
    "claim-words.tsv": 2, "comparison-words.tsv": 3, "latin-letters.tsv": 2,
    "gender-words.tsv": 3,
  ]
  /// The files that no `TableLayout` describes.
  static let others = [
    "language.tsv", "verbs.tsv", "confidence.tsv", "speaker-confidence.tsv", "cues.tsv",
    "common-words.tsv", "endings.tsv",
    "letter-variants.tsv", "wording.tsv", "examples.tsv",
    "name-examples.tsv", "part-examples.tsv", "page-words.tsv", "claim-words.tsv",
    "comparison-words.tsv", "latin-letters.tsv", "latin-names.tsv", "letter-names.tsv",
    "alphabet.tsv", "gender-words.tsv", "old-font.tsv",
  ]

  @Test("has a Bengali pack")
  func hasBengali() {
    #expect(Fixtures.codes.contains("bn"))
    #expect(TableFile.all.count > 20)
  }

  @Test("reads every pack without an error", arguments: Fixtures.codes)
  func reads(code: String) throws {
    let pack = try LanguagePack(
      LanguageFolder(name: code) { name in
        guard let bytes = Fixtures.bytes("Sources/SutraResources/Languages/\(code)/\(name)") else {
          return nil
        }
        // A lexicon is read in place, so its bytes live as long as the tests run.
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
        buffer.copyBytes(from: bytes)
        return UnsafeRawBufferPointer(buffer)
      })
    #expect(pack.code == code)
    #expect(pack.lexicon.wordCount > 1000)
  }

  @Test(
    "says in every table what it is, where it is from and under which licence",
    arguments: TableFile.all)
  func saysSource(table: TableFile) throws {
    let lines = table.lines
    try #require(lines.count > 3)
    #expect(lines[0].hasPrefix("# \(table.name) - "))
    #expect(lines[1].hasPrefix("# source: "))
    #expect(lines[1].contains("licence: "))
    #expect(lines.last == "")
  }

  @Test("knows what every table is for", arguments: TableFile.all)
  func knowsName(table: TableFile) {
    let isKeyboard = table.name.hasPrefix("keyboard-")
    #expect(isKeyboard || (TableLayout.all.map(\.file) + Self.others).contains(table.name))
  }

  @Test("keeps every table sorted, and unique after normalising", arguments: TableFile.all)
  func sorted(table: TableFile) {
    let count = Self.formColumns[table.name] ?? 1
    let forms = table.rows.map { $0.prefix(count).joined(separator: "\t") }
    var keys: Set<[UInt8]> = []
    // Settings hold spellings that fold to one key, such as two apostrophes.
    let isFolded = table.name != "language.tsv"
    for form in forms where !keys.insert(isFolded ? Self.key(form) : Array(form.utf8)).inserted {
      Issue.record("\(table.testDescription) repeats \(form)")
    }
    guard table.name != "language.tsv" else { return }
    for (one, next) in zip(forms, forms.dropFirst())
    where !one.utf8.lexicographicallyPrecedes(next.utf8) {
      Issue.record("\(table.testDescription): \(next) belongs before \(one)")
    }
  }

  @Test("has no blank at an edge and no empty column in any table", arguments: TableFile.all)
  func clean(table: TableFile) {
    for row in table.rows {
      for column in row
      where column.isEmpty || column != column.trimmingCharacters(in: .whitespaces) {
        Issue.record("\(table.testDescription): \(row.joined(separator: " | "))")
      }
    }
  }

  private static func key(_ form: String) -> [UInt8] {
    var key: [UInt8] = []
    Array(form.utf8).withUnsafeBytes { _ = KeyFolding.append($0, 0..<$0.count, to: &key) }
    return key
  }
}

@Suite("Embedded files")
struct EmbeddedResourceTests {
  @Test("are the files on disk", arguments: EmbeddedResource.paths())
  func equal(path: String) throws {
    let folders = [
      "languages/": "Sources/SutraResources/Languages/",
      "interface/": "Sources/SutraResources/Interface/",
      "samples/": "Sources/SutraResources/Samples/",
      "models/": "Sources/SutraResources/Models/", "themes/": "Themes/",
    ]
    let (prefix, folder) = try #require(folders.first { path.hasPrefix($0.key) })
    let onDisk = try #require(Fixtures.bytes(folder + path.dropFirst(prefix.count)))
    let embedded = try #require(EmbeddedResource.bytes(at: path))
    #expect(onDisk == Array(embedded))
  }

  @Test("hold every table that the engine reads", arguments: TableFile.all)
  func complete(table: TableFile) {
    guard !table.name.hasSuffix("examples.tsv") else { return }
    #expect(EmbeddedResource.bytes(at: "languages/\(table.code)/\(table.name)") != nil)
  }

  @Test("give nothing for a path that is not there")
  func missing() { #expect(EmbeddedResource.bytes(at: "languages/bn/nothing.tsv") == nil) }
}
