/// What the article has said so far, as it stands before a quotation.
///
/// A value that is passed on from one quotation to the next; resolvers read it, and nobody but the
/// attributor goes on with it.
struct Discourse: Sendable {
  /// Who spoke last.
  private(set) var speaker: Speaker?
  /// What the last speaker is called who has no name: "a young man from the village".
  private(set) var called: String?
  /// Whether it is not known who said the last words.
  private(set) var isUnknown = false
  /// Whether the verb that told who spoke last is one for things and bodies, or of persons without
  /// respect.
  private(set) var isPlain = false
  /// The words that named a speaker last.
  private(set) var span: Span?
  /// The person who spoke last, with where the words end and by which words.
  private(set) var person: (entity: Int, end: Int, span: Span?)?
  /// Where the last quotation ends, as a token.
  private(set) var end = 0
  /// Whether the last words accuse somebody, who is meant by "he" behind them.
  private(set) var isAccusing = false
  /// For the last word of each group's phrase the first, fullest phrase that ends so.
  private(set) var groups: [[UInt8]: String] = [:]
  /// For each noun of a description the first, fullest words that somebody was described by, where
  /// the article tells no name.
  private(set) var descriptions: [[UInt8]: String] = [:]
  /// The role each person was first named with as a speaker.
  private(set) var roles: [Int: String] = [:]

  /// How often pronouns of each gender meant a person so far.
  private var pronouns: [Int: [Gender: Int]] = [:]
  /// The gender of the pronoun that named the last speaker, if one did.
  private(set) var lastPronoun: Gender?

  /// Fewest pronouns that tell a person's gender.
  private static let fewestPronouns = 2

  /// Whether nothing that pronouns told so far keeps a person from being meant by one of a gender.
  func agrees(_ person: Int, _ gender: Gender?) -> Bool {
    guard let gender else { return true }
    if person == entity, let lastPronoun { return lastPronoun == gender }
    return known(person).map { $0 == gender } ?? true
  }

  /// The gender that pronouns told of a person so far.
  func known(_ person: Int) -> Gender? {
    guard let counts = pronouns[person], let most = counts.max(by: { $0.value < $1.value }),
      most.value >= Self.fewestPronouns, most.value * 2 > counts.values.reduce(0, +)
    else { return nil }
    return most.key
  }

  /// The entity that spoke last, if it is one.
  var entity: Int? { speaker?.entity }

  /// Notes a group under the last word of its phrase.
  mutating func note(group: String, under key: [UInt8]) {
    if groups[key] == nil { groups[key] = group }
  }

  /// Notes how somebody without a name is described.
  mutating func note(description: String, under key: [UInt8]) {
    if descriptions[key] == nil { descriptions[key] = description }
  }

  /// Notes the role a person is named with.
  mutating func note(role: String, of entity: Int) {
    if roles[entity] == nil { roles[entity] = role }
  }

  /// Goes on behind a quotation.
  ///
  /// Who tells a chain speaks on behind it, not who is told of; and nobody who speaks beside the
  /// running text, as in the caption of a picture.
  mutating func goOn(
    behind quotation: QuotationDraft, saidBy speaker: Speaker?, isPerson: Bool = false,
    isBeside: Bool = false, isPlain: Bool = false, pronoun: Gender? = nil, called: String? = nil
  ) {
    guard !quotation.isChained, !isBeside else { return }
    isUnknown = speaker.map { $0.kind == .implicit && $0.name == nil } ?? true
    // Whoever is only called by a description goes on as that.
    let isCalled =
      speaker.map {
        $0.kind == .implicit && $0.entity == nil && $0.name != nil && $0.name == self.called
      } ?? false
    if !isCalled, let speaker, speaker.kind != .implicit || speaker.name != nil {
      self.speaker = speaker
      self.isPlain = isPlain
      self.called = called
    }
    if let span = speaker?.span { self.span = span }
    end = quotation.content.upperBound
    isAccusing = quotation.cue?.cueClass == .allegation
    if let speaker, speaker.kind != .implicit { lastPronoun = pronoun }
    guard isPerson, let entity = speaker?.entity else { return }
    person = (entity, end, span)
    if let pronoun { pronouns[entity, default: [:]][pronoun, default: 0] += 1 }
  }
}
