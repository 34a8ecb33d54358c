/// Mentions with the entities they are of, each knowing the other by index.
struct NamedThings {
  /// In text order.
  let mentions: [Mention]
  /// Their entities.
  let entities: [Entity]

  /// Takes mentions and entities that know each other.
  init(_ mentions: [Mention], _ entities: [Entity]) {
    self.mentions = mentions
    self.entities = entities
  }

  /// These with further mentions between them and further entities behind them.
  func adding(_ others: [Mention], _ otherEntities: [Entity]) -> NamedThings {
    guard !others.isEmpty else { return self }
    let moved = others.map {
      Mention(
        span: $0.span, kind: $0.kind, entity: $0.entity + entities.count, confidence: $0.confidence)
    }
    var all: [Mention] = []
    all.reserveCapacity(mentions.count + moved.count)
    var places: [Int] = []
    var next = 0
    for mention in mentions {
      while next < moved.count, moved[next].span < mention.span {
        all.append(moved[next])
        next += 1
      }
      places.append(all.count)
      all.append(mention)
    }
    all += moved[next...]
    var otherPlaces: [Int] = []
    for (index, mention) in all.enumerated() where mention.entity >= entities.count {
      otherPlaces.append(index)
    }
    return NamedThings(
      all, entities.map { $0.moved(to: places) } + otherEntities.map { $0.moved(to: otherPlaces) })
  }
}

extension Entity {
  /// The entity with its mentions elsewhere.
  fileprivate func moved(to places: [Int]) -> Entity {
    Entity(
      kind: kind, name: name, aliases: aliases, mentions: mentions.map { places[$0] },
      references: references)
  }
}
