/// What tells the texts of a language from those of others: all that is read of it before a text comes.
struct LanguageHead: Sendable {
  /// The rows of `language.tsv` that tell it.
  private static let keys = ["code", "script"]

  /// The language's code, which is also its folder's name.
  let code: String
  /// The first and last scalar of each range of its script.
  let scripts: [ClosedRange<UInt32>]

  /// Reads the head of some tables and nothing else of them.
  ///
  /// - Throws: `LexiconError` when a row of it does not fit or there is no code.
  init(_ tables: [Table]) throws(LexiconError) {
    var rows = SettingRows()
    for table in tables { try rows.read(table, only: Self.keys) }
    try self.init(&rows, of: tables)
  }

  /// Takes the head out of the rows of some tables.
  init(_ rows: inout SettingRows, of tables: [Table]) throws(LexiconError) {
    guard let code = rows.last("code") else {
      throw .missingLanguage(folder: tables.last?.file ?? "")
    }
    self.code = code
    scripts = try rows.scripts()
  }
}
