import SutraCore
import SutraExport
import SutraReader

/// How rows leave the program.
enum RowFormat: String {
  case text, jsonl, csv

  init(_ invocation: Invocation) {
    self = invocation.options["format"].flatMap { RowFormat(rawValue: $0) } ?? .text
  }
}

/// A value of a row.
enum RowValue {
  case text(String?)
  case number(Int?)
  case truth(Bool)
}

/// Writes rows of some columns: one line each, for people, as JSON or for spreadsheets.
///
/// The first are written as soon as they are there, and then always some together.
struct RowOutput {
  /// Rows that fill a screen.
  private static let firstRows = 50
  /// Bytes that are written together.
  private static let together = 1 << 16

  private let format: RowFormat
  private let columns: [String]
  private var pending: [UInt8] = []
  private var count = 0
  /// What went wrong with writing.
  private var failure: CommandError?

  init(_ format: RowFormat, _ columns: [String]) {
    self.format = format
    self.columns = columns
    if format == .csv { pending += Array(CSVFormat.row(columns).utf8) }
  }

  /// Adds a row.
  ///
  /// - Parameters:
  ///   - values: One for each column.
  ///   - text: The row for people.
  mutating func add(_ values: [RowValue], text: @autoclosure () -> String) {
    count += 1
    switch format {
    case .text: pending += Array((HarmlessText.of(text()) + "\n").utf8)
    case .jsonl:
      var writer = JSONWriter()
      writer.open(0x7B)
      for (column, value) in zip(columns, values) {
        writer.key(column)
        switch value {
        case .text(let text): writer.string(text)
        case .number(let number): writer.number(number)
        case .truth(let truth): writer.truth(truth)
        }
      }
      writer.close(0x7D)
      pending += writer.bytes + [0x0A]
    case .csv:
      let cells = values.map { value -> String in
        switch value {
        case .text(let text): HarmlessText.of(text ?? "")
        case .number(let number): number.map(String.init) ?? ""
        case .truth(let truth): truth ? "true" : "false"
        }
      }
      pending += Array(CSVFormat.row(cells).utf8)
    }
    if count == Self.firstRows || pending.count >= Self.together { write() }
  }

  private mutating func write() {
    defer { pending.removeAll(keepingCapacity: true) }
    guard failure == nil else { return }
    do throws(CommandError) {
      try Output.write(pending)
    } catch {
      failure = error
    }
  }

  /// Writes what is not written yet.
  ///
  /// - Parameter nothing: What is told where there are no rows.
  /// - Throws: `CommandError` where not all could be written.
  mutating func end(nothing: String) throws(CommandError) {
    if count == 0, format == .text { pending += Array((nothing + "\n").utf8) }
    write()
    if let failure { throw failure }
  }
}
