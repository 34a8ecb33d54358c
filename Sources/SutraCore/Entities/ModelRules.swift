/// Joins what a model finds with what the rules know.
///
/// The model has seen the rules' names among its features and learnt when to believe them; those
/// that it does not find itself stand where its calibration makes them sure enough. The rules tell
/// what a name is called without its ending.
struct ModelRules {
  /// By how much a name of the rules may be less sure than another.
  static let trust = 0.07

  let text: TokenizedDocument
  let model: NameModel
  /// What each rule proposes.
  let proposals: [MentionProposal]
  /// What the rules take for names, without overlap.
  let standing: [MentionProposal]
  /// The proposals' indices by where they end.
  private let byEnd: [Int32]

  init(
    _ text: TokenizedDocument, _ model: NameModel, proposals: [MentionProposal],
    standing: [MentionProposal]
  ) {
    self.text = text
    self.model = model
    self.proposals = proposals
    self.standing = standing
    byEnd = proposals.indices.map { Int32($0) }.sorted { left, right in
      let (one, other) = (proposals[Int(left)].tokens, proposals[Int(right)].tokens)
      return (one.upperBound, left) < (other.upperBound, right)
    }
  }

  /// What may be a name: the sure ones, which may overlap, and others.
  struct Candidates {
    fileprivate(set) var sure: [MentionProposal]
    fileprivate(set) var unsure: [MentionProposal] = []
  }

  /// What may be a name, by the model and by the rules.
  func candidates(style: Int? = nil) -> Candidates {
    let known = Set(model.labels.compactMap(\.kind))
    // Titles in quotation marks are plainer to the rules than to any model.
    var found = Candidates(
      sure: standing.filter { $0.kind == .work || !known.contains($0.kind) })
    forEachCandidate(style: style) { name in
      guard !isBareDemonym(name), !isTitle(name), !isRole(name), isReadable(name) else { return }
      let proposal = proposal(name, model.calibration.confidence(name))
      let least = Double(model.leastConfidence)
      if proposal.weight >= least {
        found.sure.append(proposal)
      } else if name.ruleWeight > 0, proposal.isMedia || proposal.weight >= least - Self.trust {
        // What the tables know as a medium is one wherever nothing surer stands, and a name that
        // a rule has needs a little less.
        found.sure.append(proposal.weighing(proposal.isMedia ? least : proposal.weight))
      } else {
        found.unsure.append(proposal)
      }
    }
    return found
  }

  /// Calls `body` with what the model finds, and what it makes of the names of the rules.
  func forEachCandidate(style: Int? = nil, _ body: (NameTagger.Name) -> Void) {
    NameTagger.forEachName(in: text, standing: standing, model: model, style: style, body)
  }

  /// Whether it is a word for people or things of a place, such as "Russian", and no place itself.
  private func isBareDemonym(_ name: NameTagger.Name) -> Bool {
    guard name.kind == .place, name.tokens.count == 1 else { return false }
    let classes = text.classes(name.tokens.lowerBound)
    return classes.has(.demonym) && !classes.has(.place)
  }

  /// Whether it is all an honorific with somebody's name behind it: "Crown Prince | Mohammed".
  private func isTitle(_ name: NameTagger.Name) -> Bool {
    guard name.kind == .organization || name.kind == .place,
      let title = text.phrases.longest(.title, at: name.tokens.lowerBound),
      title.match.end == name.tokens.upperBound,
      title.sense.attribute == TitleType.honorific.rawValue,
      name.tokens.upperBound < text.tokens.count
    else { return false }
    return text.isWrittenAsName(name.tokens.upperBound)
  }

  /// Whether what seems a body's name is nothing but a role that the tables have: "police commissioner".
  private func isRole(_ name: NameTagger.Name) -> Bool {
    guard !text.marksNames, name.kind == .organization,
      let role = text.phrases.longest(.role, at: name.tokens.lowerBound)
    else { return false }
    return role.match.end == name.tokens.upperBound
      && role.sense.attribute == GrammaticalNumber.singular.rawValue
  }

  /// Whether a name begins in the language's script or in the letters all computers know; the
  /// model knows nothing of others.
  private func isReadable(_ name: NameTagger.Name) -> Bool {
    let bytes = text.document.text.bytes
    let start = Int(text.tokens[name.tokens.lowerBound].start)
    let byte = bytes[start]
    if byte < 0x80 { return true }
    let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    var scalar = UInt32(byte) & (0x7F >> UInt32(length))
    for next in bytes[start + 1..<start + length] { scalar = scalar << 6 | UInt32(next & 0x3F) }
    return text.pack.settings.head.scripts.contains { $0.contains(scalar) }
  }

  /// Whether a word is a form of a verb and no name.
  private func isVerbal(_ token: Int) -> Bool {
    let classes = text.classes(token)
    return (classes.has(.lightVerb) || text.functionType(token)?.isVerbal == true)
      && !classes.hasPersonName
      && !text.tokens[token].isCapitalized
  }

  /// A name without a mark before it, a person's also without the honorifics before it and the verb
  /// after it, which are no part of it.
  private func withoutTitles(_ name: NameTagger.Name) -> Range<Int> {
    var first = name.tokens.lowerBound
    while first + 1 < name.tokens.upperBound,
      [.colon, .comma, .dash, .terminator].contains(text.tokens[first].kind)
    {
      first += 1
    }
    while name.kind == .person, first + 1 < name.tokens.upperBound,
      let title = text.phrases.longest(.title, at: first),
      title.sense.attribute == TitleType.honorific.rawValue,
      title.match.end < name.tokens.upperBound
    {
      first = title.match.end
    }
    var end = name.tokens.upperBound
    while name.kind == .person, end - 1 > first, isVerbal(end - 1) { end -= 1 }
    if name.kind == .person, end - first > 2, isTold(end - 1) { end -= 1 }
    // A name that fills its sentence would leave none for the verb, which the rule's name does.
    if name.kind == .person, end - 1 > first, leavesNoVerb(before: end),
      first == 0 || text.tokens[first - 1].kind == .terminator,
      ended(at: end - 1).contains(where: { $0.kind == .person && $0.tokens.lowerBound == first })
    {
      end -= 1
    }
    return first..<end
  }

  /// Whether a word that no table knows as a name is whom somebody named before it told something:
  /// "so-and-so | told the Daily".
  private func isTold(_ last: Int) -> Bool {
    let word = text.tokens[last].word
    guard word >= 0, last + 1 < text.tokens.count,
      text.phrases.longest(.cue, at: last + 1)?.sense.attribute == CueFrame.verb.rawValue
    else { return false }
    guard !text.allClasses(last).hasPersonName, text.allClasses(last - 1).hasPersonName else {
      return false
    }
    let key = text.vocabulary.key(of: word)
    return text.vocabulary.stems(of: word).contains {
      $0.cases.contains(.objective) && key.count - $0.keyLength >= 6
    }
  }

  /// Whether a name that ends where a sentence does stands where its verb belongs.
  private func leavesNoVerb(before end: Int) -> Bool {
    text.verbEndsClause && end < text.tokens.count && text.tokens[end].kind == .terminator
  }

  /// A person's name without the verb that ends its sentence, where a rule knows the name so.
  private func withoutVerb(_ tokens: Range<Int>, _ kind: EntityKind) -> Range<Int> {
    guard kind == .person, tokens.count > 2, leavesNoVerb(before: tokens.upperBound) else {
      return tokens
    }
    let shorter = tokens.dropLast()
    let isKnown = ended(at: shorter.upperBound).contains {
      $0.kind == kind && $0.tokens == shorter && $0.cases.isDisjoint(with: .caseMarkers)
    }
    return isKnown ? shorter : tokens
  }

  /// A name of the model with what the rules know of it.
  private func proposal(_ name: NameTagger.Name, _ confidence: Double) -> MentionProposal {
    let tokens = withoutVerb(withoutTitles(name), name.kind)
    let beside = ended(at: tokens.upperBound)
    let same = beside.filter { $0.tokens == tokens && $0.kind == name.kind }
      .max { $0.weight < $1.weight }
    let (stemLength, cases) =
      (same ?? beside.filter { $0.kind == name.kind }.max { $0.weight < $1.weight }).map {
        ($0.stemLength, $0.cases)
      } ?? stem(tokens)
    return MentionProposal(
      tokens: tokens, kind: name.kind, weight: confidence, canonical: same?.canonical,
      stemLength: stemLength, cases: cases,
      isMedia: name.kind == .organization && isMedia(tokens))
  }

  /// The proposals that end at a token.
  private func ended(at end: Int) -> [MentionProposal] {
    let first = byEnd.partitioningIndex { proposals[Int($0)].tokens.upperBound >= end }
    return byEnd[first...].prefix { proposals[Int($0)].tokens.upperBound == end }
      .map { proposals[Int($0)] }
  }

  private func isMedia(_ tokens: Range<Int>) -> Bool {
    for index in tokens {
      guard let found = text.phrases.longest(.media, at: index) else { continue }
      if found.sense.attribute == MediaType.name.rawValue {
        return found.match.start == tokens.lowerBound && found.match.end == tokens.upperBound
      }
      if found.sense.attribute == MediaType.head.rawValue, index == tokens.upperBound - 1,
        tokens.count > 1
      {
        return true
      }
    }
    return false
  }

  /// The stem of a name that no rule knows: one that the tables know, else one whose ending is too
  /// long to be part of a name.
  private func stem(_ tokens: Range<Int>) -> (stemLength: Int, cases: CaseSet) {
    let word = text.tokens[tokens.upperBound - 1].word
    guard word >= 0, text.vocabulary.classes(of: word) & Self.named == 0 else { return (0, []) }
    let stems = text.vocabulary.stems(of: word)
    let key = text.vocabulary.key(of: word)
    let stem =
      stems.first { stands($0, of: key) }
      ?? stems.first {
        $0.word >= 0 && text.pack.lexicon.classes(of: $0.word) & Self.named != 0
      }
      ?? stems.first { key.count - $0.keyLength >= 6 && !$0.cases.contains(.classifier) }
      // "So-and-so as well": no name has a vowel of its own behind a consonant.
      ?? stems.first {
        $0.cases == .emphatic && $0.keyLength >= Self.shortestEmphatic
          && !EndingTable.endsInVowel(key.prefix($0.keyLength))
      }
    return stem.map { ($0.keyLength, $0.cases) } ?? (0, [])
  }

  /// Whether the document has the stem as a word of its own.
  private func stands(_ stem: Stem, of key: ArraySlice<UInt8>) -> Bool {
    guard
      !stem.cases.isDisjoint(with: .caseMarkers)
        || (stem.cases == .emphatic && stem.keyLength >= Self.shortestEmphatic)
    else { return false }
    let bytes = Array(key.prefix(stem.keyLength))
    let hash = KeyFolding.hash(bytes, from: 0)
    return text.vocabulary.words.index(of: bytes, 0..<bytes.count, hash: hash) >= 0
  }

  /// Fewest bytes of a name that an emphatic ending is taken off: four Bengali letters, since many
  /// shorter names end as it does.
  private static let shortestEmphatic = 12

  private static let named: UInt32 =
    .personNames | LexicalClass.place.bit
    | LexicalClass.organization.bit | LexicalClass.organizationHead.bit
    | LexicalClass.placeHead.bit | LexicalClass.media.bit
}

extension ModelRules.Candidates {
  /// The names in text order; none overlap.
  func names(in text: TokenizedDocument) -> [MentionProposal] {
    var names = sure.resolved(tokenCount: text.tokens.count)
    let again = NameAgain(names, text).standing(among: unsure)
    if !again.isEmpty { names = names.resolved(with: again, tokenCount: text.tokens.count) }
    let echoes = NameEcho(names, text, least: 0.5, weight: 0.4).proposals(in: text)
    return echoes.isEmpty ? names : names.resolved(with: echoes, tokenCount: text.tokens.count)
  }
}
