import SutraWords

extension QuotationRecord {
  /// What is said, so that nobody is taken for having said what the article only tells: words in
  /// quotation marks as they are, all else as a sentence that names who says so.
  public var told: String { sentence ?? words }

  /// The quotation with its citation: words, speaker, medium, article, credit.
  public var citation: String { "\(told)\n— \(origins)" }

  /// Speaker, medium, article and credit, as far as they are known and not told in the sentence.
  private var origins: String {
    var parts = sentence == nil ? [speaker ?? say("speaker.nobody")] : []
    if let medium { parts.append(medium) }
    parts.append(title)
    if !credits.isEmpty { parts.append(credits.joined(separator: ", ")) }
    return parts.joined(separator: ", ")
  }

  /// What the citation leaves out, each with a label.
  func details(withRole: Bool = true) -> [String] {
    var parts = [ExportWords.name(of: form)]
    if let verb = ExportWords.verb(of: stance, isSeveral: isSeveral) { parts.append(verb) }
    if withRole, let role { parts.append(say("record.role", ["text": role])) }
    if let addressee {
      parts.append(say(isAccused ? "record.accused" : "record.to", ["text": addressee]))
    }
    if let origin { parts.append(say("record.citing", ["text": origin])) }
    if let time { parts.append(say("record.when", ["text": time])) }
    parts.append(say("record.sure", ["percent": Int((certainty * 100).rounded())]))
    parts.append(say("record.place", ["file": file, "line": line, "offset": offset]))
    if let date { parts.append(say("record.date", ["text": date])) }
    return parts
  }

  /// The certainty as a number with two decimals.
  var certaintyText: String { certainty.decimal }
}
