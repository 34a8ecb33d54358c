/// How often quotations of a kind are right in annotated news, as `confidence.tsv` tells.
struct ConfidenceTable: Sendable {
  /// What is taken for a kind: rule, form, how the speaker is named, and how often the cue reports.
  struct Key: Hashable, Sendable {
    let rule: String
    let form: String
    let speaker: String
    let cue: String
  }

  /// What stands for any value of a column.
  static let any = "any"

  private var shares: [Key: Double] = [:]

  /// Reads rows of rule, form, speaker, cue and share.
  ///
  /// - Throws: `LexiconError` for the first row that does not fit.
  init(_ tables: [Table]) throws(LexiconError) {
    for table in tables {
      try table.forEachRow(columnCount: 5) { (row) throws(LexiconError) in
        let columns = row.columns.map(table.text)
        guard let share = Double(columns[4]), (0...1).contains(share) else {
          throw .unknownValue(
            file: table.file, line: row.line, value: columns[4], allowed: ["0.00", "1.00"])
        }
        shares[Key(rule: columns[0], form: columns[1], speaker: columns[2], cue: columns[3])] =
          share
      }
    }
  }

  /// The share of a kind, or of its rule, or `nil` when neither was counted.
  func share(of key: Key) -> Double? {
    shares[key]
      ?? shares[Key(rule: key.rule, form: Self.any, speaker: Self.any, cue: Self.any)]
  }
}

extension QuotationDraft {
  /// How sure it is that content and speaker are right.
  func confidence(
    form: QuotationForm, speaker: Speaker?, _ table: ConfidenceTable
  ) -> Double {
    let who =
      switch speaker?.span == nil ? nil : speaker?.kind {
      case nil: "none"
      case .named: "named"
      case .pronoun: "pronoun"
      default: "other"
      }
    let uses =
      cue.map { $0.share < 50 ? "low" : $0.share < 75 ? "middle" : "high" } ?? "-"
    let key = ConfidenceTable.Key(
      rule: rule.rawValue, form: form.rawValue, speaker: who, cue: uses)
    return table.share(of: key) ?? confidence
  }
}
