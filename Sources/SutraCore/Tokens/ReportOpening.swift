/// Tells whether a sentence opens with a report, before quotation marks are paired: "The mayor said,
/// ...", in a language that has such sentences.
struct ReportOpening {
  /// Most tokens of a subject with its verb.
  static let longest = 28

  let tokens: [Token]
  let phrases: PhraseIndex
  let pack: LanguagePack

  /// Whether the sentence that begins at a token has a cue right before its first comma, colon or
  /// quotation mark, and its subject is not whoever speaks already: "I said, ...".
  func stands(at first: Int) -> Bool {
    guard pack.settings.grammar.has(.openingReport) else { return false }
    var index = first
    var cueEnd = -1
    while index < min(tokens.count, first + Self.longest) {
      switch tokens[index].kind {
      case .comma, .colon, .openingQuote: return cueEnd == index
      case .terminator: return false
      case .word:
        if let (_, sense) = phrases.longest(.pronoun, at: index),
          let lemma = pack.lexicon.value(of: sense),
          pack.settings.participants.contains(lemma),
          sense.attribute == PronounCase.subject.rawValue
        {
          return false
        }
        if let (match, sense) = phrases.longest(.cue, at: index), match.stemLength == 0,
          let frame = CueFrame(rawValue: sense.attribute), frame == .verb || frame == .passive
        {
          cueEnd = match.end
          index = match.end
          continue
        }
      default: break
      }
      index += 1
    }
    return false
  }
}
