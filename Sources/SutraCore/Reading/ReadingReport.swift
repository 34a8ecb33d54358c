/// What speaks for a token being one that reports, as a network has it: the logarithm of how much more likely
/// it is than not.
struct ReadingReport {
  /// How many values a network has for each token; those beyond are zeros.
  static let heads = 8

  /// For one whose content is a clause or stands in quotation marks.
  let clause: Float
  /// For nobody saying it, beside the scores of who does.
  let nobody: Float
  /// For one with any content, a thing that is only spoken about too.
  let thing: Float
}

/// How sure a network must be to be believed, fitted on articles that it did not learn from.
struct ReadingBounds: Equatable {
  /// By how much its ends of a content must score higher than those of the rules.
  let margin: Float
  /// Least of a quotation that no rule has found, whose content is a clause or stands in quotation marks.
  let leastClause: Float
  /// Least of one with any other content.
  let leastThing: Float

  /// Whether they are numbers of a size that scores may have.
  var isUsable: Bool {
    [margin, leastClause, leastThing].allSatisfy { $0.magnitude < 1000 }
  }

  /// How far a quotation stands above what it needs, when it does.
  ///
  /// - Parameters:
  ///   - report: What speaks for its token reporting.
  ///   - share: The logarithm of how likely its ends are.
  /// - Returns: How far, or `nil` where the quotation falls short.
  func surplus(of report: ReadingReport, share: Float = 0) -> Float? {
    let surplus = max(report.clause - leastClause, report.thing - leastThing) + share
    return surplus >= 0 ? surplus : nil
  }
}
