import SutraCore

/// Reads off an article whether it says that somebody is a woman or a man, and where.
struct GenderReader {
  /// What the article says of somebody.
  struct Told: Hashable {
    let gender: ToldGender
    /// The words that say so.
    let span: Span
  }

  let article: Article
  let words: GenderWords
  /// Most mentions of somebody that are looked at.
  private static let mostMentions = 40
  /// Most bytes before a name in which a title is looked for.
  private static let farthestTitle = 64

  /// What is said of whoever says some quotations; `nil` where nothing is, or both are.
  func told(of quotations: [Int]) -> Told? {
    var found: [Told] = []
    for quotation in quotations.prefix(Self.mostMentions) {
      guard let speaker = article.attributions[quotation].speaker else { continue }
      found += speaker.span.flatMap { told(by: $0, speaker.role) }.map { [$0] } ?? []
    }
    let speaker = quotations.first.flatMap { article.attributions[$0].speaker }
    if let entity = speaker?.entity, article.entities.indices.contains(entity) {
      let entity = article.entities[entity]
      found += entity.mentions.prefix(Self.mostMentions).compactMap { told(with: $0) }
      found += entity.references.prefix(Self.mostMentions).compactMap { told(by: $0, nil) }
    }
    guard let first = found.first, found.allSatisfy({ $0.gender == first.gender }) else {
      return nil
    }
    return first
  }

  /// What the words for a speaker say: a pronoun, or a role.
  private func told(by span: Span, _ role: String?) -> Told? {
    let text = article.document.text[span]
    let parts = Self.parts(of: text)
    if parts.count == 1, let gender = words.gender(of: parts, .pronoun) {
      return Told(gender: gender, span: span)
    }
    // What a role is of, such as "the wife of his brother", says nothing of who holds it, so that
    // words for both leave it open.
    let gender = words.gender(of: parts + Self.parts(of: role ?? ""), .role)
    return gender.map { Told(gender: $0, span: span) }
  }

  /// What the title before a name says, or the one that the name begins with.
  private func told(with mention: Int) -> Told? {
    let span = article.mentions[mention].span
    let own = Self.parts(of: article.document.text[span])
    if own.count > 1, let gender = words.gender(of: [own[0]], .before) {
      return Told(gender: gender, span: span)
    }
    let bytes = article.document.text.bytes
    var start = max(0, span.start - Self.farthestTitle)
    while start < span.start, bytes[start] & 0xC0 == 0x80 { start += 1 }
    let before = article.document.text[Span(start: start, end: span.start)]
    // Behind the end of a sentence or a comma begins something else; the point of "Mrs." does not.
    guard before.last == " ", let last = before.split(separator: " ").last,
      let word = Self.parts(of: String(last)).last,
      last.hasSuffix(word) || last.hasSuffix(word + "."),
      let gender = words.gender(of: [word], .before)
    else { return nil }
    return Told(
      gender: gender, span: Span(start: span.start - 1 - last.utf8.count, end: span.end))
  }

  /// The words of a text without marks.
  private static func parts(of text: String) -> [String] {
    text.split { character in
      character != "'" && character != "’"
        && !character.unicodeScalars.contains { $0.properties.isAlphabetic }
    }.map { String($0).replacing("’", with: "'") }
  }
}
