import SutraCore
import SutraWords

/// The rows of a settings file or a theme, as far as they are read.
struct FileRows {
  /// The rows, without their ends.
  let rows: [Substring]
  /// The number of the first row that is not read, counted from 1; `nil` when all are.
  let firstLeftOut: Int?

  /// Cuts a file into rows; of one beyond the limit the row that is cut goes as well.
  init(_ bytes: some Collection<UInt8>) {
    let most = bytes.prefix(Limits.settingsBytes)
    let isWhole = most.endIndex == bytes.endIndex
    var rows = String(decoding: most, as: UTF8.self)
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    firstLeftOut = isWhole ? nil : rows.count
    if !isWhole { rows.removeLast() }
    self.rows = rows
  }

  /// What is said of the rows that are not read, without its full stop.
  static var flaw: String { say("settings.too-long", ["bytes": Limits.settingsBytes]) }
}
