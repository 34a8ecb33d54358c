import SutraCore
import SutraWords

/// Quotations as comma-separated values after RFC 4180, with a row of names first.
///
/// What a spreadsheet would take for a formula gets an apostrophe before it.
package struct CSVFormat: ArticleFormat {
  package let name = "csv"
  package var help: String { say("format.csv") }
  package var head: String { Self.row(Self.columns.map(\.name)) }

  package init() {}

  /// The names of the columns, and what stands in each.
  private static let columns: [(name: String, value: @Sendable (QuotationRecord) -> String?)] = [
    ("number", { String($0.number) }), ("speaker", { $0.speaker }),
    ("kind", { $0.speakerKind?.rawValue }), ("type", { $0.form.rawValue }),
    ("quote", { $0.words }), ("cue", { $0.cue }), ("addressee", { $0.addressee }),
    ("medium", { $0.medium }), ("article", { $0.title }), ("polarity", { $0.polarity }),
    ("class", { $0.act?.rawValue }), ("stance", { $0.stance.rawValue }), ("told", { $0.sentence }),
    ("role", { $0.role }), ("origin", { $0.origin }), ("time", { $0.time }),
    ("certainty", { $0.certaintyText }), ("line", { String($0.line) }),
    ("offset", { String($0.offset) }), ("credit", { $0.credits.joined(separator: ", ") }),
    ("file", { $0.file }), ("date", { $0.date }),
  ]

  package func bytes(_ article: Article, quotations: [Int]) -> [UInt8] {
    let records = QuotationRecords(article)
    return quotations.flatMap { number in
      let record = records.record(number)
      return Array(Self.row(Self.columns.map { $0.value(record) ?? "" }).utf8)
    }
  }

  package func companions(_ article: Article) -> [ExportedFile] {
    [
      ExportedFile(name: "-sources.csv", bytes: Self.sources(article)),
      ExportedFile(name: "-entities.csv", bytes: Self.entities(article)),
    ]
  }

  private static func sources(_ article: Article) -> [UInt8] {
    var rows = [["name", "kind", "roles", "quotes", "share", "through"]]
    for source in article.sources {
      rows.append([
        source.name, source.kind.rawValue, source.roles.map(\.rawValue).joined(separator: ", "),
        source.quotations.map { String($0 + 1) }.joined(separator: ", "), source.share.decimal,
        source.through.joined(separator: ", "),
      ])
    }
    return table(rows)
  }

  private static func entities(_ article: Article) -> [UInt8] {
    var rows = [["name", "kind", "mentions", "aliases"]]
    for entity in article.entities {
      rows.append([
        entity.name, entity.kind.rawValue, String(entity.mentions.count),
        entity.aliases.joined(separator: ", "),
      ])
    }
    return table(rows)
  }

  /// Rows of anything, each field in one line and without what could steer a terminal.
  private static func table(_ rows: [[String]]) -> [UInt8] {
    rows.flatMap { Array(row($0.map { HarmlessText.of(ExportWords.line($0)) }).utf8) }
  }

  /// A row of fields, each safe for spreadsheets, with its end.
  package static func row(_ fields: [String]) -> String {
    fields.map(field).joined(separator: ",") + "\r\n"
  }

  /// A field, by scalars: with a joiner behind it a comma is a `Character` of its own.
  private static func field(_ value: String) -> String {
    let safe = guarded(value)
    guard safe.unicodeScalars.contains(where: { ",;\"\t\r\n".unicodeScalars.contains($0) }) else {
      return safe
    }
    var quoted = "\"".unicodeScalars
    for scalar in safe.unicodeScalars {
      if scalar == "\"" { quoted.append(scalar) }
      quoted.append(scalar)
    }
    return String(quoted) + "\""
  }

  /// What begins a formula for some spreadsheet, in its full-width form too.
  private static let beginnings = Set("=+-@\t\r\n＝＋－＠".unicodeScalars)
  /// What a cell may have before its formula.
  private static let blanks = Set(" \"'\u{A0}\u{3000}\u{FEFF}\u{200B}".unicodeScalars)
  /// What parts cells for some spreadsheet, whatever the file says.
  private static let borders = Set(";\t|".unicodeScalars)

  /// A value with an apostrophe before whatever would begin a formula in it.
  private static func guarded(_ value: String) -> String {
    var output = String.UnicodeScalarView()
    var begins = true
    for scalar in value.unicodeScalars {
      if begins, beginnings.contains(scalar) {
        output.append("'")
        begins = false
      } else if borders.contains(scalar) {
        begins = true
      } else if !blanks.contains(scalar) {
        begins = false
      }
      output.append(scalar)
    }
    return String(output)
  }
}
