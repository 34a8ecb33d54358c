/// Proposes the words between a role and a cue as a person's name: whoever is told to speak there
/// is named by all of them, though one may be a common word as well.
///
/// Only for texts without capital letters, where nothing in a word tells that it is a name.
struct SpeakerNames: MentionProposer {
  /// Most words of a name, honorifics aside.
  static let longest = 4
  /// Most tokens between a name that closes its sentence and the cue before it.
  static let farthestCue = 18

  func proposals(in text: TokenizedDocument) -> [MentionProposal] {
    let words = NameWords(text: text)
    var found: [MentionProposal] = []
    var index = 0
    while index < text.tokens.count {
      guard let first = roleEnd(at: index, text) else {
        index += 1
        continue
      }
      if let proposal = name(from: first, text, words) { found.append(proposal) }
      index = max(index + 1, first)
    }
    return found
  }

  /// Where the name after a role that begins at a token starts, the role's abbreviation in brackets
  /// and honorifics skipped.
  private func roleEnd(at index: Int, _ text: TokenizedDocument) -> Int? {
    guard text.tokens[index].kind == .word,
      let (match, _) = text.phrases.longest(.role, at: index), match.stemLength == 0
    else { return nil }
    var end = match.end
    if end < text.tokens.count, text.tokens[end].kind == .openingBracket {
      let limit = min(text.tokens.count, end + 6)
      guard let close = (end..<limit).first(where: { text.tokens[$0].kind == .closingBracket })
      else { return nil }
      end = close + 1
    }
    while end < text.tokens.count, let (honorific, sense) = text.phrases.longest(.title, at: end),
      sense.attribute == TitleType.honorific.rawValue
    {
      end = honorific.end
    }
    return end < text.tokens.count ? end : nil
  }

  private func name(
    from first: Int, _ text: TokenizedDocument, _ words: NameWords
  ) -> MentionProposal? {
    var end = first
    var plain = 0
    var names = 0
    var common = 0
    var cases: CaseSet = []
    var stemLength = 0
    words: while end < text.tokens.count, plain < Self.longest, cases.isEmpty {
      let token = text.tokens[end]
      guard token.kind == .word, text.pairOfToken[end] < 0 else { break }
      let reading = words.reading(end)
      let classes = text.classes(end)
      if text.phrases.longest(.cue, at: end) != nil, reading.strength < .known { break }
      if text.phrases.longest(.media, at: end) != nil { break }
      switch reading.strength {
      case .known, .unknown, .weak:
        names += 1
        cases = reading.cases
        stemLength = reading.stemLength
      case .none:
        guard classes == LexicalClass.commonWord.bit || classes == 0, common == 0, names < 2,
          !hasEnding(token, text)
        else { break words }
        common += 1
      }
      plain += 1
      end += 1
    }
    return closed(first..<end, plain, names, cases, stemLength, text)
  }

  /// The proposal of a run, when a cue follows it or it closes the sentence of one.
  private func closed(
    _ run: Range<Int>, _ plain: Int, _ names: Int, _ cases: CaseSet, _ stemLength: Int,
    _ text: TokenizedDocument
  ) -> MentionProposal? {
    guard plain >= 2, names >= 1, plain - names <= 1,
      isSubject(run, text, cases) || closesReport(run, text, cases)
    else { return nil }
    return MentionProposal(
      tokens: run, kind: .person, weight: 0.93 + 0.01 * Double(run.count), canonical: nil,
      stemLength: stemLength, cases: cases, isMedia: false)
  }

  /// Whether a known word carries a case ending.
  private func hasEnding(_ token: Token, _ text: TokenizedDocument) -> Bool {
    text.vocabulary.stems(of: token.word).contains {
      $0.word >= 0 && !$0.cases.isDisjoint(with: .caseMarkers)
    }
  }

  /// Whether a cue follows: a verb behind a subject, a noun or phrase behind an owner; whom it was
  /// said to may stand between.
  private func isSubject(_ run: Range<Int>, _ text: TokenizedDocument, _ cases: CaseSet) -> Bool {
    var index = run.upperBound
    let limit = min(text.tokens.count, index + 4)
    while index < limit {
      if let (match, sense) = text.phrases.longest(.cue, at: index),
        let frame = CueFrame(rawValue: sense.attribute)
      {
        switch frame {
        case .verb, .participle, .address:
          // A phrase of several words may begin with the verb's object.
          return cases.isDisjoint(with: .caseMarkers)
            && (match.end - match.start == 1 || text.classes(run.upperBound - 1).has(.familyName)
              || !text.classes(run.upperBound - 1).has(.commonWord))
        case .phrase, .noun: return cases.contains(.genitive)
        default: return false
        }
      }
      guard text.tokens[index].kind == .word, cases.isDisjoint(with: .caseMarkers),
        text.functionType(index) == .adverb || text.classes(index).has(.timeWord)
          || text.vocabulary.stem(of: text.tokens[index].word, in: .media) != nil
          || text.vocabulary.stem(of: text.tokens[index].word, in: .document) != nil
          || text.vocabulary.stems(of: text.tokens[index].word).contains(where: {
            $0.cases.contains(.objective)
          })
      else { return false }
      index += 1
    }
    return false
  }

  /// Whether a run closes its sentence and a cue stands before it: "..., said the officer
  /// so-and-so".
  private func closesReport(_ run: Range<Int>, _ text: TokenizedDocument, _ cases: CaseSet) -> Bool
  {
    guard cases.isDisjoint(with: .caseMarkers), run.upperBound < text.tokens.count,
      text.tokens[run.upperBound].kind == .terminator
    else { return false }
    for index in stride(
      from: run.lowerBound - 1, through: max(0, run.lowerBound - Self.farthestCue), by: -1)
    {
      if text.tokens[index].kind == .terminator || text.tokens[index].kind == .comma {
        return false
      }
      if text.phrases.longest(.cue, at: index)?.sense.attribute == CueFrame.verb.rawValue {
        return true
      }
    }
    return false
  }
}
