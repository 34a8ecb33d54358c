/// Somebody who is named for what the article tells, in a sentence that sums it up: "the chairman
/// confirmed this", "the agency reports this".
struct Confirmer: Sendable {
  /// The name.
  let name: String
  /// Where it stands.
  let span: Span
  /// Index of the entity.
  let entity: Int
  /// Whether it is a medium.
  let isMedia: Bool

  /// The confirmers of a text, in text order, outside of what others say.
  ///
  /// - Parameters:
  ///   - context: The text with its names.
  ///   - entityOfName: For each name the entity it means.
  ///   - drafts: The quotations, whose speakers are sources already.
  /// - Returns: Those who are named in a summary's sentence.
  static func all(
    _ context: QuotationContext, _ entityOfName: [Int], _ drafts: [QuotationDraft]
  ) -> [Confirmer] {
    guard context.text.has(.summingCue) else { return [] }
    let cueFinder = CueFinder(text: context.text)
    let finder = SpeakerFinder(context)
    let quoted = Set(drafts.map(\.sentence))
    var found: [Confirmer] = []
    for (index, sentence) in context.sentences.enumerated() where !quoted.contains(index) {
      if context.text.stop.isUp { break }
      guard let cue = cueFinder.cues(in: sentence.tokens).first(where: { $0.frame == .summary })
      else { continue }
      let end = context.trimmed(sentence.tokens).upperBound
      let speaker =
        finder.parties(after: cue.tokens.upperBound, to: max(cue.tokens.upperBound, end)).speaker
        ?? finder.parties(before: cue.tokens.lowerBound, from: sentence.tokens.lowerBound).speaker
      guard let speaker,
        let (number, name) = speaker.tokens.reversed().lazy.compactMap({ context.name(at: $0) })
          .first, name.kind == .person || name.kind == .organization
      else { continue }
      found.append(
        Confirmer(
          name: context.text.name(name.tokens, stemLength: name.stemLength),
          span: context.text.span(name.tokens), entity: entityOfName[number],
          isMedia: name.isMedia))
    }
    return found
  }
}
