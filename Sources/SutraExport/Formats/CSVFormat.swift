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
    ("file", { $0.file }), ("date", { $0.date }), ("notes", { $0.notes.joined(separator: "; ") }),
  ]

  package func bytes(_ article: Article, quotations: [Int]) -> [UInt8] {
    let records = QuotationRecords(article)
    var rows: [UInt8] = []
    for number in quotations {
      let record = records.record(number)
      Self.append(Self.columns.lazy.map { $0.value(record) ?? "" }, to: &rows)
    }
    return rows
  }

  package func companions(_ article: Article) -> [ExportedFile] {
    let files = [
      ExportedFile(name: "-sources.csv", bytes: Self.sources(article)),
      ExportedFile(name: "-entities.csv", bytes: Self.entities(article)),
    ]
    guard !article.notes.isEmpty else { return files }
    return files + [ExportedFile(name: "-notes.csv", bytes: Self.notes(article))]
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

  private static func notes(_ article: Article) -> [UInt8] {
    let text = article.document.text
    let lines = LineNumbers(text)
    return table(
      [["note", "words", "line", "offset"]]
        + article.notes.map {
          [
            $0.text, text[$0.span], String(lines.number(of: $0.span.start)),
            String(text.offsetAsItCame($0.span.start)),
          ]
        })
  }

  /// Rows of anything, each field in one line and without what could steer a terminal.
  private static func table(_ rows: [[String]]) -> [UInt8] {
    var table: [UInt8] = []
    for row in rows { append(row.lazy.map { HarmlessText.of(ExportWords.line($0)) }, to: &table) }
    return table
  }

  /// A row of fields, each safe for spreadsheets, with its end.
  package static func row(_ fields: [String]) -> String {
    var row: [UInt8] = []
    append(fields, to: &row)
    return String(decoding: row, as: UTF8.self)
  }

  private static func append(_ fields: some Sequence<String>, to row: inout [UInt8]) {
    var isFirst = true
    for field in fields {
      if !isFirst { row.append(UInt8(ascii: ",")) }
      isFirst = false
      append(field, to: &row)
    }
    row += [0x0D, 0x0A]
  }

  /// Appends a field, by scalars: with a joiner behind it a comma is a `Character` of its own.
  ///
  /// Before whatever would begin a formula in it stands an apostrophe.
  private static func append(_ field: String, to row: inout [UInt8]) {
    let start = row.count
    var (begins, isQuoted) = (true, false)
    for scalar in field.unicodeScalars {
      let role = role(of: scalar)
      if begins, role.beginsFormula {
        row.append(UInt8(ascii: "'"))
        begins = false
      } else if role.isBorder {
        begins = true
      } else if !role.isBlank {
        begins = false
      }
      isQuoted = isQuoted || role.isQuoted
      if scalar == "\"" { row.append(UInt8(ascii: "\"")) }
      row += scalar.utf8
    }
    guard isQuoted else { return }
    row.insert(UInt8(ascii: "\""), at: start)
    row.append(UInt8(ascii: "\""))
  }

  /// What a scalar does in a cell.
  private struct Role {
    /// It begins a formula for some spreadsheet, in its full-width form too.
    var beginsFormula = false
    /// A cell may have it before its formula.
    var isBlank = false
    /// It parts cells for some spreadsheet, whatever the file says.
    var isBorder = false
    /// A field with it stands in quotation marks.
    var isQuoted = false
  }

  private static func role(of scalar: Unicode.Scalar) -> Role {
    switch scalar {
    case "=", "+", "-", "@", "＝", "＋", "－", "＠": Role(beginsFormula: true)
    case "\t": Role(beginsFormula: true, isBorder: true, isQuoted: true)
    case "\r", "\n": Role(beginsFormula: true, isQuoted: true)
    case " ", "'", "\u{A0}", "\u{3000}", "\u{FEFF}", "\u{200B}": Role(isBlank: true)
    case "\"": Role(isBlank: true, isQuoted: true)
    case ";": Role(isBorder: true, isQuoted: true)
    case "|": Role(isBorder: true)
    case ",": Role(isQuoted: true)
    default: Role()
    }
  }
}
