extension TokenizedDocument {
  /// Whether a word ends what may stand before the subject of a clause: "about the bridge |", "however
  /// |", "having been angry |".
  func opensClause(behind token: Int) -> Bool {
    guard tokens[token].kind == .word else { return false }
    let classes = classes(token)
    if classes.has(.connective) || classes.has(.timeWord) { return true }
    switch functionType(token) {
    case .adposition: return true
    case nil: break
    default: return false
    }
    if let (match, sense) = phrases.longest(.cue, at: token), match.end == token + 1,
      sense.attribute == CueFrame.participle.rawValue
    {
      return true
    }
    return vocabulary.stems(of: tokens[token].word).contains {
      $0.word >= 0 && $0.cases.contains(.locative)
    }
  }
}
