/// What an article rests on once its quotations were corrected.
///
/// Credit lines, writers and media stay as they were found; who says something follows the
/// quotations.
struct CorrectedSources {
  private(set) var sources: [Source]
  private let quotations: [Quotation]
  private let text: SourceText

  /// - Parameters:
  ///   - found: The sources as they were found.
  ///   - quotes: The quotations as they are now, in their order.
  ///   - quotations: The same as the article has them.
  ///   - attributions: Who says them.
  ///   - numbers: The number now of each quotation that was found.
  ///   - text: The text.
  init(
    _ found: [Source], _ quotes: [CorrectionDraft.Quote], _ quotations: [Quotation],
    _ attributions: [Attribution], _ numbers: [Int: Int], _ text: SourceText
  ) {
    self.quotations = quotations
    self.text = text
    let other = Set(quotes.indices.filter { quotes[$0].isOtherSpeaker || quotes[$0].number == nil })
    sources = found.compactMap { source in
      let isSpeaker = source.roles.contains(.speaker)
      let left = source.quotations.compactMap { numbers[$0] }.filter {
        !isSpeaker || !other.contains($0)
      }.sorted()
      // Who has said nothing else is none any more; who was a source without a word stays one.
      if isSpeaker, left.isEmpty, !source.quotations.isEmpty, source.roles == [.speaker] {
        return nil
      }
      return source.with(left)
    }
    for number in quotes.indices where other.contains(number) {
      if let speaker = attributions[number].speaker { add(number, speaker) }
    }
    weigh(attributions)
  }

  private mutating func add(_ number: Int, _ speaker: Speaker) {
    guard let name = speaker.name ?? speaker.span.map({ text[$0] }) else { return }
    let known = sources.firstIndex { source in
      if let entity = speaker.entity { return source.entity == entity }
      return source.entity == nil && source.name.lowercased() == name.lowercased()
    }
    if let known {
      let source = sources[known]
      sources[known] = Source(
        name: source.name, kind: source.kind, entity: source.entity,
        roles: source.roles.contains(.speaker) ? source.roles : source.roles + [.speaker],
        spans: Set(source.spans + [speaker.span].compactMap { $0 }).sorted(),
        quotations: (source.quotations + [number]).sorted(), firstMention: source.firstMention,
        share: source.share, through: source.through)
    } else {
      sources.append(
        Source(
          name: name, kind: speaker.kind == .implicit ? .named : speaker.kind,
          entity: speaker.entity, roles: [.speaker], spans: [speaker.span].compactMap { $0 },
          quotations: [number]))
    }
  }

  /// Tells each source its share of all that is said.
  private mutating func weigh(_ attributions: [Attribution]) {
    let letters = quotations.map { SourceCollector.letterCount($0, text) }
    let all = max(
      1, quotations.indices.reduce(0) { $0 + (quotations[$1].parent == nil ? letters[$1] : 0) })
    sources = sources.map { source in
      guard source.roles.contains(.speaker) else { return source }
      let own = source.quotations.reduce(0) { sum, number in
        let speaker = attributions[number].speaker
        let isOwn = speaker?.entity.map { $0 == source.entity } ?? (speaker?.name == source.name)
        return isOwn ? sum + letters[number] : sum
      }
      return source.with(source.quotations, share: min(1, Double(own) / Double(all)))
    }
  }
}

extension Source {
  fileprivate func with(_ quotations: [Int], share: Double? = nil) -> Source {
    Source(
      name: name, kind: kind, entity: entity, roles: roles, spans: spans, quotations: quotations,
      firstMention: firstMention, share: share ?? self.share, through: through)
  }
}
