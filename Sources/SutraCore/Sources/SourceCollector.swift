/// Gathers what an article rests on: speakers, media, documents and the credit line.
struct SourceCollector {
  private struct Key: Hashable {
    let entity: Int?
    let name: String
  }

  private struct Draft {
    let name: String
    let kind: SpeakerKind
    let entity: Int?
    var roles: [SourceRole] = []
    var spans: [Span] = []
    var quotations: [Int] = []
  }

  private var drafts: [Draft] = []
  private var byKey: [Key: Int] = [:]

  /// The sources in order of first appearance.
  static func sources(
    _ attributions: [Attribution], credit: CreditLine?, _ text: SourceText
  ) -> [Source] {
    var collector = SourceCollector()
    for (index, attribution) in attributions.enumerated() {
      // A party that nobody names is a source under the words that stand for it.
      if let speaker = attribution.speaker,
        let name = speaker.name ?? Self.description(of: speaker, text)
      {
        collector.note(
          name, speaker.kind, speaker.entity, .speaker, speaker.span, quotation: index)
      }
      if let medium = attribution.medium, let kind = medium.kind {
        collector.note(
          medium.name, kind, medium.entity, .medium, medium.span, quotation: index)
      }
    }
    if let credit {
      for party in credit.parties {
        collector.note(party.name, .media, party.entity, .credit, party.span, quotation: nil)
      }
    }
    return collector.drafts.map { draft in
      Source(
        name: draft.name, kind: draft.kind, entity: draft.entity, roles: draft.roles,
        spans: draft.spans.sorted(), quotations: draft.quotations)
    }
  }

  private static func description(of speaker: Speaker, _ text: SourceText) -> String? {
    switch speaker.kind {
    case .role, .anonymous: speaker.span.map { text[$0] }
    default: nil
    }
  }

  /// The kind of a source that has a name, however its first quotation calls it.
  private static func kind(ofNamed kind: SpeakerKind) -> SpeakerKind {
    switch kind {
    case .pronoun, .role, .implicit: .named
    default: kind
    }
  }

  private mutating func note(
    _ name: String, _ kind: SpeakerKind, _ entity: Int?, _ role: SourceRole, _ span: Span?,
    quotation: Int?
  ) {
    let key = Key(entity: entity, name: entity == nil ? name : "")
    let index = byKey[key] ?? drafts.count
    if index == drafts.count {
      byKey[key] = index
      drafts.append(
        Draft(name: name, kind: entity == nil ? kind : Self.kind(ofNamed: kind), entity: entity))
    }
    if !drafts[index].roles.contains(role) { drafts[index].roles.append(role) }
    if let span, drafts[index].spans.last != span { drafts[index].spans.append(span) }
    if let quotation, drafts[index].quotations.last != quotation {
      drafts[index].quotations.append(quotation)
    }
  }
}
