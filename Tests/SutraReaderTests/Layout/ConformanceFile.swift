import Foundation

/// A test file of the Unicode Character Database: scalars with a ÷ or × between each two.
struct ConformanceFile {
  /// One line of the file.
  struct Row {
    let line: Int
    let text: String
    /// Offsets of the ÷ signs in the UTF-8 bytes of the text.
    let borders: [Int]
  }

  let rows: [Row]

  /// The file, or `nil` with a message when it is absent.
  init?(_ name: String) {
    let path = "/usr/share/unicode/auxiliary/\(name)"
    guard let whole = try? String(contentsOfFile: path, encoding: .utf8) else {
      print("skipped: \(path) is absent (Debian: unicode-data)")
      return nil
    }
    var rows: [Row] = []
    for (index, line) in whole.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      var text = ""
      var borders: [Int] = []
      for field in line.prefix(while: { $0 != "#" }).split(whereSeparator: \.isWhitespace) {
        switch field {
        case "÷": borders.append(text.utf8.count)
        case "×": break
        default:
          if let value = UInt32(field, radix: 16), let scalar = Unicode.Scalar(value) {
            text.unicodeScalars.append(scalar)
          }
        }
      }
      if !text.isEmpty { rows.append(Row(line: index + 1, text: text, borders: borders)) }
    }
    self.rows = rows
  }
}
