/// Finds the names in a document: with a model where the language has one, else by rules alone.
struct MentionFinder {
  /// The rules that propose names.
  static let proposers: [any MentionProposer] = [
    GazetteerRules(), HeadRules(), PersonRules(), SpeakerNames(), CapitalRules(),
  ]

  /// What each rule proposes for a document.
  let proposals: [MentionProposal]
  /// The proposals that stand, and further words of known names; none overlap.
  let standing: [MentionProposal]
  private let text: TokenizedDocument

  /// Asks the rules.
  init(_ text: TokenizedDocument) {
    self.text = text
    var found: [MentionProposal] = []
    for proposer in Self.proposers where !text.stop.isUp {
      found += proposer.proposals(in: text)
    }
    let standing = found.resolved(tokenCount: text.tokens.count)
    let again = NameEcho(standing, text).proposals(in: text)
    found += again
    proposals = found
    self.standing =
      again.isEmpty ? standing : (standing + again).resolved(tokenCount: text.tokens.count)
  }

  /// The names in text order; none overlap.
  ///
  /// - Parameters:
  ///   - model: The model, or `nil` for rules alone.
  ///   - style: The style of annotation, or `nil` for that which the model assumes.
  /// - Returns: The names with how sure they are.
  func mentions(_ model: NameModel?, style: Int? = nil) -> [MentionProposal] {
    guard let model else { return standing }
    return ModelRules(text, model, proposals: proposals, standing: standing).mentions(style: style)
  }
}
