/// The names of an article on which corrections are being laid.
struct NameDraft {
  /// A mention that has gone to another thing: where it stands, and what it named before.
  struct Place {
    let span: Span
    let entity: Int
  }

  private let text: SourceText
  private(set) var mentions: [Mention]
  private(set) var entities: [Entity]

  init(_ article: Article) {
    text = article.document.text
    mentions = article.mentions
    entities = article.entities
  }

  /// The thing of a name, or of another name that it has.
  func entity(named name: String?) -> Int? {
    guard let name, !name.isEmpty else { return nil }
    let key = SearchWords.key(of: name)
    return entities.firstIndex { SearchWords.key(of: $0.name) == key }
      ?? entities.firstIndex { $0.aliases.contains { SearchWords.key(of: $0) == key } }
  }

  /// What some words name, if it has that name.
  func entity(at span: Span, named name: String?) -> Int? {
    guard let mention = mentions.first(where: { $0.span.overlaps(span) }) else { return nil }
    guard let name else { return mention.entity }
    let entity = entities[mention.entity]
    return entity.name == name || entity.aliases.contains(name) ? mention.entity : nil
  }

  private func mention(at span: Span) -> Int? {
    mentions.firstIndex { $0.span == span }
      ?? mentions.firstIndex {
        let shared = min($0.span.end, span.end) - max($0.span.start, span.start)
        return shared * 2 > max($0.span.length, span.length)
      }
  }

  /// The mentions of one thing by the same words as one of them.
  private func alike(_ place: Int) -> [Int] {
    let (words, entity) = (text[mentions[place].span], mentions[place].entity)
    return mentions.indices.filter {
      mentions[$0].entity == entity && text[mentions[$0].span] == words
    }
  }

  /// Lays a correction over what some words name.
  ///
  /// - Returns: The mentions that name another thing now, with that thing.
  mutating func take(_ correction: NameCorrection, at span: Span) -> [(Place, Int)] {
    guard let place = mention(at: span) else {
      add(correction, at: span)
      return []
    }
    let chosen = correction.isEverywhere ? alike(place) : [place]
    guard let name = correction.name, !name.isEmpty else {
      // A thing has one kind, whatever it is called by.
      let entity = mentions[place].entity
      if let kind = correction.kind {
        entities[entity] = entities[entity].of(kind)
        for index in mentions.indices where mentions[index].entity == entity {
          mentions[index] = mentions[index].byHand(kind: kind, entity: entity)
        }
      }
      return []
    }
    let kind = correction.kind ?? mentions[place].kind
    let target = entity(named: name) ?? new(kind, name)
    if correction.kind != nil { entities[target] = entities[target].of(kind) }
    var moved: [(Place, Int)] = []
    for index in chosen {
      let before = mentions[index]
      mentions[index] = before.byHand(kind: entities[target].kind, entity: target)
      if before.entity != target {
        moved.append((Place(span: before.span, entity: before.entity), target))
      }
    }
    if !moved.isEmpty { gather() }
    return moved
  }

  private mutating func add(_ correction: NameCorrection, at span: Span) {
    let name = correction.name ?? text[span]
    let known = entity(named: name)
    let kind = correction.kind ?? known.map { entities[$0].kind } ?? .person
    let target = known ?? new(kind, name)
    mentions.append(Mention(span: span, kind: kind, entity: target, isByHand: true))
    mentions.sort { $0.span < $1.span }
    gather()
  }

  private mutating func new(_ kind: EntityKind, _ name: String) -> Int {
    entities.append(Entity(kind: kind, name: name, aliases: [], mentions: [], references: []))
    return entities.count - 1
  }

  /// Takes the mentions away that some words are, and all like them.
  mutating func remove(at span: Span) {
    guard let place = mention(at: span) else { return }
    let gone = Set(alike(place))
    mentions = mentions.indices.filter { !gone.contains($0) }.map { mentions[$0] }
    gather()
  }

  /// Notes in each thing where it is named now.
  private mutating func gather() {
    var places = [[Int]](repeating: [], count: entities.count)
    for (index, mention) in mentions.enumerated() { places[mention.entity].append(index) }
    for index in entities.indices {
      entities[index] = entities[index].with(mentions: places[index])
    }
  }

  // MARK: What comes of it

  /// The things that are named, or that somebody speaks as, in their order; and what points to them.
  func finished(
    keeping attributions: [Attribution], _ sources: [Source]
  ) -> (
    mentions: [Mention], entities: [Entity], attributions: [Attribution], sources: [Source]
  ) {
    var needed = Set(
      attributions.flatMap { [$0.speaker?.entity, $0.medium?.entity, $0.origin?.entity] }
        .compactMap { $0 })
    needed.formUnion(sources.compactMap(\.entity))
    let kept = entities.indices.filter {
      !entities[$0].mentions.isEmpty || !entities[$0].references.isEmpty || needed.contains($0)
    }
    var numbers: [Int: Int] = [:]
    for (number, old) in kept.enumerated() { numbers[old] = number }
    return (
      mentions.map {
        Mention(
          span: $0.span, kind: $0.kind, entity: numbers[$0.entity] ?? 0, confidence: $0.confidence,
          isByHand: $0.isByHand)
      },
      kept.map { entities[$0] },
      attributions.map { $0.renumbered(numbers) },
      sources.map { source in
        Source(
          name: source.name, kind: source.kind, entity: source.entity.flatMap { numbers[$0] },
          roles: source.roles, spans: source.spans, quotations: source.quotations,
          firstMention: source.firstMention, share: source.share, through: source.through)
      }
    )
  }
}

extension Mention {
  fileprivate func byHand(kind: EntityKind, entity: Int) -> Mention {
    Mention(span: span, kind: kind, entity: entity, isByHand: true)
  }
}

extension Entity {
  fileprivate func of(_ kind: EntityKind) -> Entity {
    Entity(kind: kind, name: name, aliases: aliases, mentions: mentions, references: references)
  }

  fileprivate func with(mentions: [Int]) -> Entity {
    Entity(kind: kind, name: name, aliases: aliases, mentions: mentions, references: references)
  }
}

extension Attribution {
  /// The attribution with other numbers of the same things.
  fileprivate func renumbered(_ numbers: [Int: Int]) -> Attribution {
    func of(_ medium: Medium?) -> Medium? {
      medium.map {
        Medium(
          span: $0.span, entity: $0.entity.flatMap { numbers[$0] }, name: $0.name, kind: $0.kind)
      }
    }
    let speaker = speaker.map {
      Speaker(
        span: $0.span, entity: $0.entity.flatMap { numbers[$0] }, name: $0.name, kind: $0.kind,
        role: $0.role, reason: $0.reason, isCollective: $0.isCollective)
    }
    return Attribution(
      speaker: speaker, addressee: addressee, medium: of(medium), rule: rule, origin: of(origin),
      evidence: evidence, confidence: confidence,
      alternatives: (alternatives ?? []).compactMap { other in
        numbers[other.entity].map {
          SpeakerAlternative(entity: $0, name: other.name, weight: other.weight)
        }
      })
  }
}
