/// Gathers what an article rests on: speakers, media, documents and the credit line; and, apart
/// from them, who wrote it and whose its pictures are.
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
    var said: [Int] = []
    var through: [String] = []
  }

  private var drafts: [Draft] = []
  private var byKey: [Key: Int] = [:]

  /// The sources in order of first appearance.
  static func sources(
    _ quotations: [Quotation], _ attributions: [Attribution], credit: CreditLine?,
    bylines: [Byline], confirmers: [Confirmer], _ mentions: [Mention], _ text: SourceText
  ) -> [Source] {
    var collector = SourceCollector()
    let links = Self.links(quotations, attributions)
    for (index, attribution) in attributions.enumerated() {
      collector.note(attribution, index, links[index], text)
    }
    for party in confirmers {
      collector.note(
        party.name, party.isMedia ? .media : .named, party.entity, .speaker, party.span,
        quotation: nil)
    }
    if let credit {
      for party in credit.parties {
        collector.note(party.name, .media, party.entity, .credit, party.span, quotation: nil)
      }
    }
    for line in bylines {
      // A medium that is credited for a picture is another line than the one it speaks in.
      collector.note(line.name, .named, line.entity, line.role, line.span, quotation: nil)
    }
    let letters = quotations.map { letterCount($0, text) }
    let all = max(
      1,
      quotations.indices.reduce(0) {
        $0 + (quotations[$1].parent == nil ? letters[$1] : 0)
      })
    var first: [Int: Span] = [:]
    for mention in mentions where first[mention.entity] == nil {
      first[mention.entity] = mention.span
    }
    return collector.drafts.map { draft in
      let spans = draft.spans.sorted()
      let named = draft.entity.flatMap { first[$0] }
      let own = draft.said.reduce(0) { $0 + letters[$1] }
      return Source(
        name: draft.name, kind: draft.kind, entity: draft.entity, roles: draft.roles,
        spans: spans, quotations: draft.quotations,
        firstMention: [named, spans.first].compactMap { $0 }.min(),
        share: min(1, Double(own) / Double(all)), through: draft.through)
    }
  }

  /// What a quotation is in a chain of media.
  private enum Link {
    /// None.
    case none
    /// A medium that mostly passes on what another party says.
    case passesOn
    /// A medium that mostly passes on what another medium says: that one is the source.
    case passesOnMedium
    /// What is said through a medium of that name.
    case through(String)
  }

  /// Whether a medium only tells what others say shows in the share of their words.
  private static func links(
    _ quotations: [Quotation], _ attributions: [Attribution]
  ) -> [Link] {
    var links = [Link](repeating: .none, count: quotations.count)
    for (index, quotation) in quotations.enumerated() {
      guard let parent = quotation.parent, let outer = attributions[parent].speaker,
        outer.kind == .media, let name = outer.name, let inner = attributions[index].speaker,
        inner.name != name
      else { continue }
      links[index] = .through(name)
      let whole = quotations[parent].content.length
      let link = [quotation.content, quotation.cue, inner.span].compactMap { $0 }
      if (whole - link.reduce(0) { $0 + $1.length }) * 3 <= whole {
        links[parent] = inner.kind == .media ? .passesOnMedium : .passesOn
      }
    }
    return links
  }

  /// Notes the parties of one quotation.
  private mutating func note(
    _ attribution: Attribution, _ index: Int, _ link: Link, _ text: SourceText
  ) {
    switch link {
    case .passesOnMedium: return
    case .passesOn:
      guard let medium = attribution.speaker, let name = medium.name else { return }
      note(name, medium.kind, medium.entity, .medium, medium.span, quotation: index)
      return
    case .none, .through: break
    }
    // Whom a medium cites is the source, and the medium what it comes through.
    if let origin = attribution.origin, let speaker = attribution.speaker,
      speaker.kind == .media || speaker.kind == .document
    {
      note(
        origin.name, origin.kind ?? .media, origin.entity, .speaker, origin.span,
        quotation: index, through: speaker.name)
      return
    }
    var through: String?
    if case .through(let name) = link { through = name }
    if let medium = attribution.medium, let kind = medium.kind {
      if kind == .media, attribution.speaker?.kind == .media {
        through = through ?? medium.name
      } else if medium.entity == nil || medium.entity != attribution.speaker?.entity {
        note(medium.name, kind, medium.entity, .medium, medium.span, quotation: index)
      }
    }
    // A party that nobody names is a source under the words that stand for it.
    if let speaker = attribution.speaker,
      let name = speaker.name ?? Self.description(of: speaker, text)
    {
      note(
        name, speaker.kind, speaker.entity, .speaker, speaker.span, quotation: index,
        through: through == name ? nil : through)
    }
  }

  /// The letters and digits of what a quotation says, marks and blanks left out.
  static func letterCount(_ quotation: Quotation, _ text: SourceText) -> Int {
    quotation.segments.reduce(0) { sum, span in
      var count = 0
      for index in span.start..<span.end {
        let byte = text.bytes[index]
        let isASCIILetter =
          byte < 0x80
          && ((byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x30 && byte <= 0x39))
        // General punctuation begins with the byte E2.
        if isASCIILetter || (byte >= 0xC0 && byte != 0xE2) { count += 1 }
      }
      return sum + count
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
    quotation: Int?, through: String? = nil
  ) {
    let key = Key(entity: entity, name: entity == nil ? name.lowercased() : "")
    let index = byKey[key] ?? drafts.count
    if index == drafts.count {
      byKey[key] = index
      drafts.append(
        Draft(name: name, kind: entity == nil ? kind : Self.kind(ofNamed: kind), entity: entity))
    }
    if !drafts[index].roles.contains(role) { drafts[index].roles.append(role) }
    if let span, drafts[index].spans.last != span { drafts[index].spans.append(span) }
    if let through, !drafts[index].through.contains(through) {
      drafts[index].through.append(through)
    }
    guard let quotation else { return }
    if drafts[index].quotations.last != quotation { drafts[index].quotations.append(quotation) }
    if role == .speaker { drafts[index].said.append(quotation) }
  }
}
