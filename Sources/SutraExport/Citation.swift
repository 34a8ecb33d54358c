extension QuotationRecord {
  /// What is said, so that nobody is taken for having said what the article only tells: words in
  /// quotation marks as they are, all else as a sentence that names who says so.
  public var told: String { sentence ?? words }

  /// The quotation with its citation: words, speaker, medium, article, credit.
  public var citation: String { "\(told)\n— \(origins)" }

  /// Speaker, medium, article and credit, as far as they are known and not told in the sentence.
  private var origins: String {
    var parts = sentence == nil ? [speaker ?? "nobody named"] : []
    if let medium { parts.append(medium) }
    parts.append(title)
    if !credits.isEmpty { parts.append(credits.joined(separator: ", ")) }
    return parts.joined(separator: ", ")
  }

  /// What the citation leaves out, each with a label.
  var details: [String] {
    var parts = [form.rawValue]
    if let verb = ExportWords.verb(of: stance, isSeveral: isSeveral) { parts.append(verb) }
    if let role { parts.append("role: \(role)") }
    if let addressee { parts.append("to: \(addressee)") }
    if let origin { parts.append("citing: \(origin)") }
    if let time { parts.append("when: \(time)") }
    parts.append("\(Int((certainty * 100).rounded())) % sure")
    parts.append("\(file), line \(line), offset \(offset)")
    if let date { parts.append("date: \(date)") }
    return parts
  }

  /// The certainty as a number with two decimals.
  var certaintyText: String { certainty.decimal }
}
