/// Finds the names in a document: the proposals that stand, and further words of known names.
struct MentionFinder {
  /// What proposes names.
  ///
  /// A trained model joins here: another proposer, whose weights say how sure it is.
  static let proposers: [any MentionProposer] = [
    GazetteerRules(), HeadRules(), PersonRules(), SpeakerNames(), CapitalRules(),
  ]

  /// The names in text order; none overlap.
  static func mentions(in text: TokenizedDocument) -> [MentionProposal] {
    let first = proposers.flatMap { $0.proposals(in: text) }
    let standing = first.resolved(tokenCount: text.tokens.count)
    let again = NameEcho(standing, text).proposals(in: text)
    return again.isEmpty
      ? standing : (standing + again).resolved(tokenCount: text.tokens.count)
  }
}
