import SutraCore
import SutraResources
import SutraWords

/// In which order the pane lists entities.
public enum EntityOrder: String, Hashable, Sendable, CaseIterable {
  /// The most mentioned first.
  case mentions
  /// As they are first mentioned.
  case text
  /// By their names, as dictionaries have them.
  case name

  /// The order that follows, the first after the last.
  public var next: EntityOrder {
    let all = Self.allCases
    return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
  }

  /// It in words, as behind the heading of the list.
  var words: String {
    switch self {
    case .mentions: say("entity-order.mentions")
    case .text: say("entity-order.text")
    case .name: say("entity-order.name")
    }
  }
}

/// The entities of an article in the order in which they are listed.
struct EntityList: Sendable {
  /// That order.
  let order: EntityOrder
  /// For each place the number of its entity: names of people, organisations and places before
  /// all others.
  let entities: [Int]
  /// How many of them are such names, and not doubtful each time.
  let nameCount: Int
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
      let order = ListOrder.builtIn
      let names = all.map { order.key(of: $0.name) }
      sorted = Self.sorted(inText) { order.precedes(names[$0], names[$1]) }
    }
    let names = sorted.filter { Self.isName(all[$0], article) }
    nameCount = names.count
    entities = names + sorted.filter { !Self.isName(all[$0], article) }
    var places = [Int](repeating: 0, count: sorted.count)
    for (place, entity) in entities.enumerated() { places[entity] = place }
    self.places = places
  }

  /// How many are listed: all, or the names alone where there are some.
  func shown(_ all: Bool) -> Int { all || nameCount == 0 ? entities.count : nameCount }

  private static func isName(_ entity: Entity, _ article: Article) -> Bool {
    switch entity.kind {
    case .person, .organization, .place:
      entity.mentions.contains { !article.mentions[$0].isDoubtful }
    case .work, .event, .date, .quantity: false
    }
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

  /// Lists all entities, or the names among them alone; what is chosen stays in the list.
  mutating func toggleAllEntities() {
    if view != .entities || frame.pane == nil {
      if frame.pane == nil {
        shared.wantsPane = true
        relayout()
      }
      show(.entities)
    }
    shared.showsAllEntities.toggle()
    if !shared.showsAllEntities, let chosen = selection.entity,
      view.content.place(of: chosen, in: self) == nil
    {
      pane.selection.entity = itemCount(of: .entities) > 0 ? item(at: 0, in: .entities) : nil
    }
    pane.top = 0
    message = say(
      shared.showsAllEntities ? "entities.all" : "entities.parties")
  }

  /// Unfolds the list where what is chosen would not be in it.
  mutating func unfoldForChoice() {
    guard view == .entities, let chosen = selection.entity, chosen < article.entities.count,
      view.content.place(of: chosen, in: self) == nil
    else { return }
    shared.showsAllEntities = true
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
    message = say("entity-order.now", ["order": entityOrder.words])
  }

  /// Which mention of the chosen entity the reader is at, and how many there are, as in "2 of 5".
  var mentionCount: String? {
    guard let entity = selection.entity, article.entities.indices.contains(entity) else {
      return nil
    }
    let count = article.entities[entity].mentions.count
    return count == 0
      ? nil : say("count.of", ["number": min(occurrence, count - 1) + 1, "total": count])
  }
}
