import SutraCore

/// In which order the pane lists entities.
public enum EntityOrder: String, Hashable, Sendable, CaseIterable {
  /// The most mentioned first.
  case mentions
  /// As they are first mentioned.
  case text
  /// By their names, code point by code point, capitals among the small letters.
  case name

  /// The order that follows, the first after the last.
  public var next: EntityOrder {
    let all = Self.allCases
    return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
  }

  /// It in words, as behind the heading of the list.
  var words: String {
    switch self {
    case .mentions: "by mentions"
    case .text: "in text order"
    case .name: "by name"
    }
  }
}

/// The entities of an article in the order in which they are listed.
struct EntityList: Sendable {
  /// That order.
  let order: EntityOrder
  /// For each place the number of its entity.
  let entities: [Int]
  /// For each entity its place.
  private let places: [Int]

  /// Sorts the entities of an article; of equal ones the first mentioned stands first.
  init(_ article: Article, _ order: EntityOrder) {
    self.order = order
    let all = article.entities
    func first(_ number: Int) -> Int { all[number].mentions.first ?? Int.max }
    let inText = all.indices.sorted { (first($0), $0) < (first($1), $1) }
    let sorted: [Int]
    switch order {
    case .text: sorted = inText
    case .mentions:
      sorted = Self.sorted(inText) { all[$0].mentions.count > all[$1].mentions.count }
    case .name:
      // Swift compares by canonical form, so that two spellings of one letter are one.
      let names = all.map { $0.name.lowercased() }
      sorted = Self.sorted(inText) { names[$0] < names[$1] }
    }
    entities = sorted
    var places = [Int](repeating: 0, count: sorted.count)
    for (place, entity) in sorted.enumerated() { places[entity] = place }
    self.places = places
  }

  /// The entities sorted by `precedes`; equal ones stay as they stood.
  private static func sorted(
    _ entities: [Int], by precedes: (Int, Int) -> Bool
  ) -> [Int] {
    entities.enumerated().sorted { one, other in
      precedes(one.element, other.element)
        || (!precedes(other.element, one.element) && one.offset < other.offset)
    }.map(\.element)
  }

  /// The place of an entity, or `nil` when there is none of that number.
  func place(of entity: Int) -> Int? { places.indices.contains(entity) ? places[entity] : nil }
}

extension ReaderState {
  /// Lists the entities in another order; what is chosen stays chosen.
  mutating func sortEntities(_ order: EntityOrder) {
    shared.entityOrder = order
    text.sortEntities(order)
    pane.top = 0
  }

  /// Shows the entities, in the next order when they are shown already.
  mutating func useNextEntityOrder() {
    if view == .entities, frame.pane != nil {
      sortEntities(entityOrder.next)
    } else {
      if frame.pane == nil {
        shared.wantsPane = true
        relayout()
      }
      show(.entities)
    }
    message = "entities \(entityOrder.words)"
  }

  /// Which mention of the chosen entity the reader is at, and how many there are, as in "2 of 5".
  var mentionCount: String? {
    guard let entity = selection.entity, article.entities.indices.contains(entity) else {
      return nil
    }
    let count = article.entities[entity].mentions.count
    return count == 0 ? nil : "\(min(occurrence, count - 1) + 1) of \(count)"
  }
}
