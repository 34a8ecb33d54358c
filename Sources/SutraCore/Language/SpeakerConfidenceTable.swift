/// How often speakers are the right ones in annotated news, as `speaker-confidence.tsv` tells: how
/// often a construction's words for the speaker are, and how often those words mean whom a rule says.
struct SpeakerConfidenceTable: Sendable {
  /// What a row counts.
  private enum Part: String, CaseIterable {
    /// The words that a construction takes for the speaker.
    case words
    /// Whom a rule of attribution takes them to mean, where nobody else is near.
    case sole
    /// The same where somebody else is near.
    case rivals
  }

  private struct Key: Hashable {
    let part: Part
    let name: String
  }

  /// What is taken where nothing was counted.
  private static let unknown = 0.85

  private var shares: [Key: Double] = [:]

  /// Reads rows of part, name and share.
  ///
  /// - Throws: `LexiconError` for the first row that does not fit.
  init(_ tables: [Table]) throws(LexiconError) {
    for table in tables {
      try table.forEachRow(columnCount: 3) { (row) throws(LexiconError) in
        let columns = row.columns.map(table.text)
        guard let part = Part(rawValue: columns[0]) else {
          throw .unknownValue(
            file: table.file, line: row.line, value: columns[0],
            allowed: Part.allCases.map(\.rawValue))
        }
        guard let share = Double(columns[2]), (0...1).contains(share) else {
          throw .unknownValue(
            file: table.file, line: row.line, value: columns[2], allowed: ["0.00", "1.00"])
        }
        shares[Key(part: part, name: columns[1])] = share
      }
    }
  }

  /// How sure it is that a quotation's speaker is the right one.
  func share(of quotation: QuotationDraft, _ resolution: Resolution) -> Double {
    let words = shares[Key(part: .words, name: quotation.rule.rawValue)] ?? Self.unknown
    let part = resolution.rivals.isEmpty ? Part.sole : .rivals
    let who = shares[Key(part: part, name: resolution.rule.rawValue)] ?? Self.unknown
    return words * who
  }
}
