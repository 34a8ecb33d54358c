import SutraCore
import SutraWords

/// Reads articles from the rows of a table (RFC 4180), the first of which names the columns.
struct TableReader: RecordReader {
  private static let quote = UInt8(ascii: "\"")

  private let lines: LineStream
  private let name: String
  private let textColumn: String
  private var columns: [String]?
  let passed: [PassedRecord: Int] = [:]

  init(_ lines: LineStream, name: String, textColumn: String) {
    (self.lines, self.name, self.textColumn) = (lines, name, textColumn)
  }

  mutating func next() -> RecordEvent? {
    while let line = lines.next(quotedBy: Self.quote) {
      let place = Message("record.at-row", ["row": lines.number])
      func failure(_ reason: Message) -> RecordEvent {
        .failure(RecordFailure(place: place, id: nil, reason: reason))
      }
      switch line {
      case .damage(let why): return failure(why)
      case .tooLong: return failure(RecordStream.tooLong)
      case .line(let bytes):
        guard !bytes.isEmpty else { continue }
        let fields = Self.fields(bytes)
        guard let columns else {
          columns = fields.map {
            $0.unicodeScalars.first == "\u{FEFF}"
              ? String(String.UnicodeScalarView($0.unicodeScalars.dropFirst())) : $0
          }
          continue
        }
        guard let text = columns.firstIndex(of: textColumn) else {
          // There is nothing to be had from this table.
          while lines.next(quotedBy: Self.quote) != nil {}
          return failure(
            Message(
              "record.no-column",
              ["column": textColumn, "columns": columns.joined(separator: ", ")]))
        }
        guard fields.count == columns.count else {
          return failure(
            Message("record.fields", ["count": fields.count, "columns": columns.count]))
        }
        return .record(record(fields, columns, text, place))
      }
    }
    return nil
  }

  private func record(
    _ fields: [String], _ columns: [String], _ text: Int, _ place: Message
  ) -> ArticleRecord {
    let id = columns.firstIndex(of: "id").map { fields[$0] }.flatMap { $0.isEmpty ? nil : $0 }
    var record = ArticleRecord(
      id: id ?? "\(name):\(lines.number)", place: place, body: .text(Array(fields[text].utf8)))
    for (column, field) in zip(columns, fields)
    where column != "id" && column != textColumn && !record.said.take(column, field) {
      record.carry(column, field)
    }
    return record
  }

  /// The fields of a row.
  private static func fields(_ row: [UInt8]) -> [String] {
    var fields: [String] = []
    var field: [UInt8] = []
    var at = 0
    func end() {
      fields.append(String(decoding: field, as: UTF8.self))
      field = []
    }
    while at < row.count {
      if row[at] == quote, field.isEmpty {
        at += 1
        while at < row.count {
          if row[at] == quote {
            at += 1
            // Two marks stand for one.
            guard at < row.count, row[at] == quote else { break }
          }
          field.append(row[at])
          at += 1
        }
      } else if row[at] == UInt8(ascii: ",") {
        end()
        at += 1
      } else {
        field.append(row[at])
        at += 1
      }
    }
    end()
    return fields
  }
}
