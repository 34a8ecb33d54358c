import SutraCore

/// An audit in lines for people.
public enum AuditReport {
  /// Most claims that are told.
  private static let mostClaims = 40
  /// Most bytes of a sentence.
  private static let longest = 400

  /// The lines; they hold text of the article as it stands, which may have to be made safe.
  ///
  /// - Parameters:
  ///   - audit: The audit.
  ///   - article: Its article.
  /// - Returns: Lines without their ends.
  public static func lines(_ audit: SourceAudit, of article: Article) -> [String] {
    let places = Places(article)
    let said = audit.sentences.filter(\.isAttributed).count
    var lines = [article.document.id]
    func add(_ label: String, _ text: String) {
      lines.append("  " + label.padded(to: 12) + text)
    }
    add(
      "said",
      "\(share(audit.attributedWords, audit.words)) of \(audit.words) words by somebody, "
        + "in \(said) of \(count(audit.sentences.count, "sentence"))")
    for row in audit.kinds {
      add(
        row.kind == audit.kinds.first?.kind ? "by kind" : "",
        bar(row.words, audit.attributedWords) + " \(row.kind?.rawValue ?? "nobody named")")
    }
    for (number, speaker) in audit.speakers.enumerated() {
      add(
        number == 0 ? "by speaker" : "",
        bar(speaker.words, audit.attributedWords)
          + " \(places.line(speaker.name ?? "nobody named")), "
          + count(speaker.quotations.count, "quote"))
    }
    if let most = audit.speakers.first, audit.attributedWords > 0 {
      add(
        "one source",
        audit.speakers.count == 1
          ? "all that is said rests on one: \(places.line(most.name ?? "nobody named"))"
          : "\(share(most.words, audit.attributedWords)) of what is said rests on one, of "
            + "\(audit.speakers.count)")
    }
    for (number, one) in audit.anonymous.enumerated() {
      let reason = one.reason.map { "the article says: \(places.text($0))" }
      let at = one.speaker ?? article.quotations[one.quotation].content
      add(
        number == 0 ? "unnamed" : "",
        "line \(places.number(of: at.start)): \(places.text(at)); \(reason ?? "no reason is given")"
      )
    }
    for (number, one) in audit.accused.enumerated() {
      let answer =
        switch one.answer {
        case .quoted: "is quoted"
        case .declined: "did not answer, as the article tells"
        case .none: "is not heard"
        }
      add(
        number == 0 ? "accused" : "",
        "line \(places.number(of: one.span.start)): "
          + "\(places.line(article.entities[one.entity].name)) \(answer)")
    }
    for (number, one) in audit.relayed.enumerated() {
      add(
        number == 0 ? "relayed" : "",
        "quote \(one.quotation + 1): \(places.line(one.medium)) has it from \(places.line(one.origin))"
      )
    }
    let claims = audit.claims
    add(
      "claims",
      claims.isEmpty ? "none of the article itself" : "of the article itself: \(claims.count)")
    for claim in claims.prefix(mostClaims) {
      let sentence = audit.sentences[claim]
      let notes = sentence.signs.map(\.rawValue) + (sentence.mayCarryOn ? ["may carry on"] : [])
      let signs = notes.joined(separator: ", ")
      lines.append(
        "    line \(places.number(of: sentence.span.start)): \(places.text(sentence.span))"
          + (signs.isEmpty ? "" : " [\(signs)]"))
    }
    if claims.count > mostClaims { lines.append("    and \(claims.count - mostClaims) more") }
    return lines
  }

  private static func share(_ part: Int, _ whole: Int) -> String {
    whole == 0 ? "0 %" : "\((part * 100 + whole / 2) / whole) %"
  }

  /// A bar of ten places with its share.
  private static func bar(_ part: Int, _ whole: Int) -> String {
    let filled = whole == 0 ? 0 : (part * 10 + whole / 2) / whole
    return String(repeating: "#", count: filled) + String(repeating: "-", count: 10 - filled) + " "
      + String(repeating: " ", count: max(0, 5 - share(part, whole).count)) + share(part, whole)
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  /// Lines of the article and their words.
  private struct Places {
    private let article: Article
    private let starts: [Int]

    init(_ article: Article) {
      self.article = article
      var starts = [0]
      for (offset, byte) in article.document.text.bytes.enumerated() where byte == 0x0A {
        starts.append(offset + 1)
      }
      self.starts = starts
    }

    /// The number of the line of a byte, counted from 1.
    func number(of offset: Int) -> Int {
      var (low, high) = (0, starts.count)
      while low < high {
        let middle = (low + high) / 2
        if starts[middle] <= offset { low = middle + 1 } else { high = middle }
      }
      return low
    }

    func line(_ text: String) -> String { String(text.map { $0.isNewline ? " " : $0 }) }

    /// The words of a span, cut after some bytes.
    func text(_ span: Span) -> String {
      let bytes = article.document.text.bytes
      var end = min(span.end, span.start + AuditReport.longest)
      while end > span.start, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
      let text = line(article.document.text[Span(start: span.start, end: end)])
      return end < span.end ? text + "…" : text
    }
  }
}

extension String {
  /// With blanks behind it up to a length.
  fileprivate func padded(to length: Int) -> String {
    self + String(repeating: " ", count: max(0, length - count))
  }
}
