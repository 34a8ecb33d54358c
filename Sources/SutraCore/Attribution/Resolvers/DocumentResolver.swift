/// Texts: a document speaks for whom it belongs to, an editorial for its newspaper.
struct DocumentResolver: SpeakerResolver {
  let parties: ArticleParties
  var context: QuotationContext { parties.context }

  func resolution(of question: SpeakerQuestion, in discourse: Discourse) -> Resolution? {
    let (phrase, span) = (question.phrase, question.span)
    guard phrase.head == .document else { return nil }
    var before = phrase.headTokens.lowerBound - 1
    while before > phrase.tokens.lowerBound,
      [.determiner, .quantifier].contains(context.text.functionType(before))
    {
      before -= 1
    }
    if before >= phrase.tokens.lowerBound, let (number, owner) = context.name(at: before),
      owner.kind == .organization, owner.cases.contains(.genitive)
    {
      return Resolution(
        speaker: parties.speaker(parties.entityOfName[number], span, .document),
        rule: .documentsOwner)
    }
    if let owner = unknownOwner(of: phrase) {
      return Resolution(
        speaker: Speaker(span: span, entity: nil, name: owner, kind: .document),
        rule: .documentsOwner)
    }
    if let owner = ownBody(of: phrase) {
      return Resolution(
        speaker: Speaker(
          span: span, entity: nil, name: parties.name(of: owner), kind: .document),
        rule: .documentsOwner, evidence: [context.text.span(owner.tokens)])
    }
    if let found = ownParty(of: phrase, span) { return found }
    if let maker = maker(of: phrase) ?? newspaper(before: phrase) {
      return answer(madeBy: maker, span)
    }
    // "Local media reports": the media say it.
    let media = phrase.headTokens.lowerBound - 1
    if phrase.headTokens.count == 1, media > phrase.tokens.lowerBound,
      context.name(at: media) == nil,
      context.text.phrases.longest(.media, at: media)?.sense.attribute == MediaType.noun.rawValue
    {
      var owner = phrase
      owner.tokens = phrase.tokens.lowerBound..<media + 1
      owner.headTokens = media..<media + 1
      owner.head = .media
      return Resolution(
        speaker: Speaker(span: span, entity: nil, name: parties.name(of: owner), kind: .media),
        rule: .medium)
    }
    if let name = side(before: phrase) {
      return Resolution(
        speaker: parties.speaker(parties.entityOfName[name], span, .document),
        rule: .documentsOwner, evidence: [context.text.span(context.names[name].tokens)])
    }
    if let found = introduced(question) { return found }
    if let owner = signatory(of: phrase) ?? issuer(of: phrase) ?? issuingBody(of: phrase) {
      let evidence = [context.text.span(owner.tokens)]
      if case .mention(let name) = owner.head {
        return Resolution(
          speaker: parties.speaker(parties.entityOfName[name], span, .document),
          rule: .documentsOwner, evidence: evidence)
      }
      return Resolution(
        speaker: Speaker(
          span: span, entity: nil, name: parties.name(of: owner), kind: .document),
        rule: .documentsOwner, evidence: evidence)
    }
    return Resolution(
      speaker: Speaker(span: span, entity: nil, name: parties.name(of: phrase), kind: .document),
      rule: .document)
  }

  /// The name of a text's owner that no table knows, where nothing else stands before the text:
  /// "in DMTCL's analysis", in a language that writes the owner's ending to the word.
  private func unknownOwner(of phrase: NounPhrase) -> String? {
    let text = context.text
    var first = phrase.tokens.lowerBound
    var last = phrase.headTokens.lowerBound - 1
    while last > first, text.functionType(last) == .determiner { last -= 1 }
    // "In a report of the news site | so-and-so": what kind of medium it is stands before its name.
    let kind = (first..<max(first, last)).last { index in
      guard let (match, sense) = text.phrases.longest(.media, at: index) else { return false }
      return match.end <= last && match.stemLength == 0
        && sense.attribute == MediaType.noun.rawValue
    }
    if let kind, let (match, _) = text.phrases.longest(.media, at: kind) { first = match.end }
    guard last >= first, last - first < Self.longestOwner, text.has(.ownerEnding),
      (first...last).allSatisfy({ context.name(at: $0) == nil && context.kind($0) == .word }),
      text.tokens[last].word >= 0,
      let stem = text.vocabulary.stems(of: text.tokens[last].word).first(where: {
        $0.cases.contains(.genitive)
      }),
      kind != nil || text.allClasses(first) == 0
        || (last > first && text.vocabulary.stem(of: text.tokens[last].word, in: .media) != nil)
    else { return nil }
    return text.name(first..<last + 1, stemLength: stem.keyLength)
  }

  /// Most words of such a name.
  private static let longestOwner = 3

  /// The body that a noun in the genitive in a text's phrase tells: "in a notice | of the court's
  /// administration", in a language that writes the owner's ending to the word.
  private func ownBody(of phrase: NounPhrase) -> NounPhrase? {
    guard context.text.has(.ownerEnding),
      context.documentKind(endingAt: phrase.headTokens.upperBound - 1) != nil
    else { return nil }
    let reader = NounPhraseReader(context)
    let text = NounPhraseReader.Found(
      tokens: phrase.headTokens, head: phrase.head, cases: phrase.cases,
      stemLength: phrase.stemLength)
    guard let owner = owner(of: text, from: phrase.tokens.lowerBound, reader), owner.head == .body
    else { return nil }
    return owner
  }

  /// Most tokens between the side that a text comes from and the text.
  private static let farthestSide = 3

  /// The body whose side a text comes from: "from the side of the party in a statement".
  private func side(before phrase: NounPhrase) -> Int? {
    let first = phrase.tokens.lowerBound
    for index in stride(from: first - 1, through: max(2, first - Self.farthestSide), by: -1) {
      guard context.kind(index) == .word else { return nil }
      guard context.text.functionType(index) == .adposition else { continue }
      guard
        context.text.phrases.longest(.document, at: index - 1)?.sense.attribute
          == DocumentType.side.rawValue,
        let (number, owner) = context.name(at: index - 2), owner.kind == .organization,
        owner.cases.contains(.genitive)
      else { return nil }
      return number
    }
    return nil
  }

  /// Most sentences before a text's words that may tell who issued it.
  static let farthest = 12
  /// Most tokens between a text and the verb that says it was issued.
  private static let farthestVerb = 2

  /// The body that an earlier sentence says has issued a text: "a notice was sent by the
  /// committee", where the verb ends its clause.
  private func issuer(of phrase: NounPhrase) -> NounPhrase? {
    let text = context.text
    let words = text.pack.settings.issuingWords
    guard !words.isEmpty, phrase.headTokens.count == 1 else { return nil }
    let key = text.key(phrase.headTokens, stemLength: phrase.stemLength)
    let reader = NounPhraseReader(context)
    let here = context.sentences.partitioningIndex {
      $0.tokens.upperBound > phrase.tokens.lowerBound
    }
    for sentence in context.sentences[
      max(0, here - Self.farthest)..<min(here, context.sentences.count)]
    {
      for index in sentence.tokens where text.classes(index).has(.document) {
        guard text.key(index..<index + 1) == key,
          let verb = (index + 1..<min(sentence.tokens.upperBound, index + 1 + Self.farthestVerb))
            .first(where: { words.contains(text.text($0..<$0 + 1)) })
        else { continue }
        let finder = SpeakerFinder(context)
        let end = context.trimmed(sentence.tokens).upperBound
        let owner =
          finder.parties(after: verb + 1, to: max(verb + 1, end)).speaker
          ?? finder.parties(before: index, from: sentence.tokens.lowerBound).speaker
        if let owner, isBody(owner) { return owner }
      }
    }
    guard phrase.tokens == phrase.headTokens,
      context.documentKind(endingAt: phrase.headTokens.upperBound - 1) != nil
    else { return nil }
    for sentence in context.sentences[
      max(0, here - Self.farthest)..<min(here, context.sentences.count)
    ].reversed() {
      for index in sentence.tokens.reversed()
      where text.allClasses(index).has(.document) && !phrase.tokens.contains(index) {
        guard let found = reader.head(endingAt: index), found.head == .document,
          text.key(index..<index + 1, stemLength: found.stemLength) == key,
          let owner = owner(of: found, from: sentence.tokens.lowerBound, reader)
        else { continue }
        return owner
      }
    }
    return nil
  }

  /// Most tokens between a text and the name of whose it is.
  private static let farthestOwner = 4

  /// The body whose name stands in the genitive before a text: "a notice of the ministry".
  private func owner(
    of found: NounPhraseReader.Found, from lower: Int, _ reader: NounPhraseReader
  ) -> NounPhrase? {
    let first = found.tokens.lowerBound
    for index in stride(from: first - 1, through: max(lower, first - Self.farthestOwner), by: -1) {
      guard context.kind(index) == .word else { return nil }
      guard let owner = reader.head(endingAt: index) else { continue }
      guard owner.cases.contains(.genitive) else { return nil }
      let phrase = reader.phrase(of: owner, from: lower)
      return isBody(phrase) ? phrase : nil
    }
    return nil
  }

  func isBody(_ phrase: NounPhrase) -> Bool {
    switch phrase.head {
    case .body: true
    case .mention(let name): context.names[name].kind == .organization
    default: false
    }
  }
}
