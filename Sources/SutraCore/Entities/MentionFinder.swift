/// Finds the names in a document: with a model where the language has one, else by rules alone.
struct MentionFinder {
  /// What each rule proposes for a document.
  let proposals: [MentionProposal]
  /// The proposals that stand, and further words of known names; none overlap.
  let standing: [MentionProposal]
  private let text: TokenizedDocument

  /// Asks the rules.
  init(_ text: TokenizedDocument) {
    self.text = text
    var found: [MentionProposal] = []
    for rule in text.pack.settings.grammar.nameRules where !text.stop.isUp {
      found += rule.proposer.proposals(in: text)
    }
    let standing = found.resolved(tokenCount: text.tokens.count)
    let again = NameEcho(standing, text).proposals(in: text)
    found += again
    proposals = found
    self.standing =
      again.isEmpty ? standing : standing.resolved(with: again, tokenCount: text.tokens.count)
  }

  /// The names of a document in text order; none overlap.
  ///
  /// - Parameters:
  ///   - text: The document.
  ///   - model: The model, or `nil` for rules alone.
  ///   - style: The style of annotation, or `nil` for that which the model assumes.
  /// - Returns: The names with how sure they are.
  static func mentions(
    in text: TokenizedDocument, _ model: NameModel?, style: Int? = nil
  ) -> [MentionProposal] {
    let names = text.withOpenings(text.withinParagraphs(names(in: text, model, style)))
    return text.pack.settings.grammar.nameSteps.reduce(names) { names, step in
      step.completed(names, in: text)
    }
  }

  private static func names(
    in text: TokenizedDocument, _ model: NameModel?, _ style: Int?
  ) -> [MentionProposal] {
    guard let model else { return MentionFinder(text).standing }
    // What the rules propose is let go before the names are chosen.
    let candidates = MentionFinder(text).candidates(model, style: style)
    return candidates.names(in: text)
  }

  private func candidates(_ model: NameModel, style: Int?) -> ModelRules.Candidates {
    ModelRules(text, model, proposals: proposals, standing: standing).candidates(style: style)
  }
}
