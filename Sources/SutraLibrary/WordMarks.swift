import SutraCore

/// What the indices of words hold beside words: who is quoted or named, and how a speaker is named.
///
/// An index that is sorted by names is written at as many places as there are names, each time an
/// article comes. Those of words grow at their end and are put in order a large part at a time. A
/// mark begins with a sign that no word has.
enum WordMarks {
  /// The first character of each mark, and the one behind it.
  static let sign = (first: "§", next: "¨")

  /// The mark of a name.
  static func name(_ id: Int) -> String { "\(sign.first)\(id)" }

  /// The mark of a way in which speakers are named.
  static func kind(_ kind: String) -> String { "\(sign.first)\(kind)" }

  /// The marks of a quote, a blank before each, as SQL tells them of a row of `quotes`.
  static let ofQuote = """
    coalesce(' \(sign.first)' || quotes.name, '') || coalesce(' \(sign.first)' || quotes.kind, '')
    """

  /// The marks of all that a version of an article names, likewise of a row of `versions`.
  static let ofVersion = """
    coalesce((SELECT group_concat(' \(sign.first)' || name, '') FROM entities
      WHERE entities.version = versions.id), '')
    """
}
