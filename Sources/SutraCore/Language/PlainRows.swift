/// Rows of small tables that are read as they are: no lexicon is made of them.
package enum PlainRows {
  /// The rows of some tables: their columns between tabs.
  ///
  /// - Parameters:
  ///   - tables: The bytes of each.
  ///   - columns: How many columns a row has; others are left out, as those that begin with `#` are.
  /// - Returns: The rows of all.
  package static func of(_ tables: [[UInt8]], columns: Int) -> [[String]] {
    tables.flatMap { $0.split(separator: 0x0A) }.compactMap { line in
      guard line.first != 0x23 else { return nil }
      let row = line.split(separator: 0x09, omittingEmptySubsequences: false)
      return row.count == columns ? row.map { String(decoding: $0, as: UTF8.self) } : nil
    }
  }
}
