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
    _ attributions: [Attribution], credit: CreditLine?, entities: [Entity]
  ) -> [Source] {
    var collector = SourceCollector()
    for (index, attribution) in attributions.enumerated() {
      if let speaker = attribution.speaker, let name = speaker.name {
        collector.note(
          name, speaker.kind, speaker.entity, .speaker, speaker.span, quotation: index)
      }
      if let medium = attribution.medium {
        collector.note(
          medium.name, .media, medium.entity, .medium, medium.span, quotation: index)
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

  private mutating func note(
    _ name: String, _ kind: SpeakerKind, _ entity: Int?, _ role: SourceRole, _ span: Span?,
    quotation: Int?
  ) {
    let key = Key(entity: entity, name: entity == nil ? name : "")
    let index = byKey[key] ?? drafts.count
    if index == drafts.count {
      byKey[key] = index
      drafts.append(
        Draft(name: name, kind: entity != nil && kind == .pronoun ? .named : kind, entity: entity))
    }
    if !drafts[index].roles.contains(role) { drafts[index].roles.append(role) }
    if let span, drafts[index].spans.last != span { drafts[index].spans.append(span) }
    if let quotation, drafts[index].quotations.last != quotation {
      drafts[index].quotations.append(quotation)
    }
  }
}
