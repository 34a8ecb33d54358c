/// A noun phrase that stands for a party: its head and what goes before it.
struct NounPhrase: Sendable {
  /// What the head is.
  enum Head: Sendable, Equatable {
    /// A name, with its index among the mentions.
    case mention(Int)
    case role
    /// A court, government or other body named by what it is.
    case body
    case collective
    case pronoun(isPlural: Bool, isThing: Bool)
    case media
    case document
    /// A word that stands where the speaker belongs.
    case unknown
  }

  /// All its tokens, modifiers included.
  let tokens: Range<Int>
  /// The tokens of its head.
  let headTokens: Range<Int>
  /// What the head is.
  let head: Head
  /// Length of the last word's stem in bytes of its key, or 0 when it carries no ending.
  let stemLength: Int
  /// What the last word's ending says.
  var cases: CaseSet = []
  /// The relative pronoun that stands for the phrase in its clause.
  var relative: Range<Int>?
}
