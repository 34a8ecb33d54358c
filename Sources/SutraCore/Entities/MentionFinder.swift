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
    let first = Self.proposers.flatMap { $0.proposals(in: text) }
    let standing = first.resolved(tokenCount: text.tokens.count)
    let again = NameEcho(standing, text).proposals(in: text)
    proposals = first + again
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
    let found =
      model.map {
        ModelRules(text, $0, proposals: proposals, standing: standing).mentions(style: style)
      } ?? standing
    let acronyms = AcronymEcho(found, text).proposals(in: text)
    return ValueRules(text).added(
      to: acronyms.isEmpty ? found : (found + acronyms).resolved(tokenCount: text.tokens.count))
  }
}
