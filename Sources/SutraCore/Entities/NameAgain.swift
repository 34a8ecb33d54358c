/// Lets a name stand that is too unsure by itself, when the document surely has the very same name
/// elsewhere.
struct NameAgain {
  /// Names less sure than this do not stand even so.
  static let least = 0.12

  private let text: TokenizedDocument
  /// For each kind and name how sure the surest mention is.
  private var known: [Key: Double] = [:]

  private struct Key: Hashable {
    let kind: EntityKind
    let name: [UInt8]
  }

  /// Learns the names that are sure.
  init(_ sure: [MentionProposal], _ text: TokenizedDocument) {
    self.text = text
    for name in sure where name.kind.isParty {
      let key = Key(kind: name.kind, name: text.key(name.tokens, stemLength: name.stemLength))
      known[key] = max(known[key] ?? 0, name.weight)
    }
  }

  /// Those of unsure names that stand, as sure as the mean of themselves and the surest mention.
  func standing(among unsure: [MentionProposal]) -> [MentionProposal] {
    unsure.compactMap { name in
      guard name.weight >= Self.least, name.kind.isParty else { return nil }
      let key = Key(kind: name.kind, name: text.key(name.tokens, stemLength: name.stemLength))
      return known[key].map { name.weighing((name.weight + $0) / 2) }
    }
  }
}
