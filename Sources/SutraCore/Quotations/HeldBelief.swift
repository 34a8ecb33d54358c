extension Cue {
  /// The share of what is only held to be so.
  static let heldShare: UInt8 = 60

  /// Whether it only tells what is held to be so, by nobody: "It is thought, ...".
  var isHeld: Bool { frame == .passive && cueClass == .belief && share == Self.heldShare }
}

extension CueFinder {
  /// Most tokens before such a cue at the beginning of its sentence.
  private static let longestLead = 3
  /// Fewest words of such a cue: the verb of a belief, with the verb that makes it nobody's.
  private static let fewestWords = 3

  /// Whether a phrase that tells nothing behind the words opens a sentence with what is held to be so:
  /// "It is thought, ...", as against "as is thought", a part of what somebody says.
  func isHeld(_ match: PhraseMatch, in sentence: Range<Int>) -> Bool {
    guard text.verbEndsClause, match.end - match.start >= Self.fewestWords,
      text.pack.lexicon.senses(at: match.node).contains(where: {
        $0.lexicalClass == .cue && $0.attribute == CueFrame.none.rawValue
          && $0.detail == CueClass.belief.rawValue
      })
    else { return false }
    if closesHeld(match, in: sentence) { return true }
    guard match.start - sentence.lowerBound <= Self.longestLead, match.end < sentence.upperBound
    else { return false }
    return (sentence.lowerBound..<match.start).allSatisfy { index in
      text.classes(index).has(.connective) || text.functionType(index) == .adverb
        || text.pack.settings.adverbEndings.contains {
          text.text(index..<index + 1).hasSuffix($0)
        }
    }
  }

  /// Whether a phrase closes its sentence behind the word that closes what is told: "that he fled, it is
  /// thought".
  private func closesHeld(_ match: PhraseMatch, in sentence: Range<Int>) -> Bool {
    guard match.start - 1 > sentence.lowerBound,
      text.phrases.longest(.complementiser, at: match.start - 1)?.sense.attribute
        == ComplementiserPlace.after.rawValue,
      text.pack.settings.heldClosings.contains(text.text(match.start..<match.end))
    else { return false }
    return (match.end..<sentence.upperBound).allSatisfy { text.tokens[$0].kind == .terminator }
  }

  /// Whether the word that opens what is said stands at a token.
  func opensContent(_ index: Int, in sentence: Range<Int>) -> Bool {
    index < sentence.upperBound
      && text.phrases.longest(.complementiser, at: index)?.sense.attribute
        == ComplementiserPlace.before.rawValue
  }

  /// The cue of a verb that is a participle as well, where a comma or the word that opens what is said
  /// follows it, and a subject stands before it: "the council thinks, ...", as against "thinking so".
  func introducing(_ match: PhraseMatch, in sentence: Range<Int>) -> Cue? {
    let end = match.end
    guard text.verbEndsClause, end < sentence.upperBound, match.start > sentence.lowerBound,
      text.tokens[match.start - 1].kind == .word, text.functionType(match.start - 1) == nil,
      let sense = text.pack.lexicon.senses(at: match.node).first(where: {
        $0.lexicalClass == .cue
          && [CueFrame.verb.rawValue, CueFrame.participle.rawValue].contains($0.attribute)
      }), let cueClass = CueClass(rawValue: sense.detail),
      !isCondition(match, .verb, in: sentence)
    else { return nil }
    guard text.tokens[end].kind == .comma || opensContent(end, in: sentence) else { return nil }
    return Cue(
      tokens: match.start..<end, frame: .verb, cueClass: cueClass, share: sense.share,
      lemma: sense.value)
  }
}
