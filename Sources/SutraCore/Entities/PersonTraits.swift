/// What an article tells of its persons by the by, which pronouns for them must not gainsay.
struct PersonTraits: Sendable {
  private var genders: [Int: Gender] = [:]
  private var politeness: [Int: Politeness] = [:]

  /// Looks at the titles, words and verbs of all persons' names.
  ///
  /// - Parameters:
  ///   - context: The text with its names.
  ///   - entityOfName: For each name the entity it means.
  ///   - holders: Persons who hold a role; nobody speaks of them without respect.
  init(_ context: QuotationContext, _ entityOfName: [Int], holders: Set<Int>) {
    let text = context.text
    for holder in holders { politeness[holder] = .polite }
    for (index, name) in context.names.enumerated() where name.kind == .person {
      let entity = entityOfName[index]
      if genders[entity] == nil { genders[entity] = text.gender(of: name) }
      guard politeness[entity] != .polite else { continue }
      if text.hasHonorific(before: name) {
        politeness[entity] = .polite
      } else if let told = text.politeness(ofVerbAfter: name) {
        politeness[entity] = told
      }
    }
  }

  /// Whether a person may be meant by a pronoun of a gender and politeness.
  func agrees(_ entity: Int, _ gender: Gender?, _ politeness: Politeness?) -> Bool {
    if let gender, let own = genders[entity], own != gender { return false }
    if let politeness, let own = self.politeness[entity], own != politeness { return false }
    return true
  }
}
