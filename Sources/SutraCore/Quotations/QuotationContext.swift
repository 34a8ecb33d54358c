/// What the rules for quotations read: the text, its sentences and its names; made once, and shared by
/// all that look at it.
final class QuotationContext: Sendable {
  let text: TokenizedDocument
  let sentences: [Sentence]
  /// The names, in text order.
  let names: [MentionProposal]
  /// For each token the index of the name it is part of, or -1.
  let nameOfToken: TokenOwners
  /// What the paragraphs of a plain text are, as their words tell; none where all are alike.
  private let plainKinds: [BlockKind]

  init(_ text: TokenizedDocument, _ sentences: [Sentence], _ names: [MentionProposal]) {
    self.text = text
    self.sentences = sentences
    self.names = names
    nameOfToken = TokenOwners(names.lazy.map(\.tokens), tokenCount: text.tokens.count)
    plainKinds = PlainKinds.kinds(of: text)
  }

  private init(_ outer: QuotationContext, within ranges: [Range<Int>]) {
    text = outer.text.within(ranges)
    let splitter = SentenceSplitter(text)
    sentences = ranges.flatMap { splitter.sentences(in: $0) }
    names = outer.names
    nameOfToken = outer.nameOfToken
    plainKinds = outer.plainKinds
  }

  /// What is read of words in quotation marks as of a text of its own.
  ///
  /// - Parameter ranges: What stands within the marks, in text order.
  /// - Returns: The same text, whose sentences are those within the marks.
  func within(_ ranges: [Range<Int>]) -> QuotationContext {
    QuotationContext(self, within: ranges)
  }

  /// Whether it is known what the paragraphs are.
  var hasKinds: Bool { text.document.hasKinds || !plainKinds.isEmpty }

  /// What a paragraph is: as its document has it, or as its words tell.
  func kind(ofParagraph paragraph: Int) -> BlockKind {
    plainKinds.isEmpty ? text.document.kind(of: paragraph) : plainKinds[paragraph]
  }

  /// The name a token is part of.
  func name(at token: Int) -> (index: Int, name: MentionProposal)? {
    let index = nameOfToken[token]
    return index < 0 ? nil : (index, names[index])
  }

  /// The sentence before that of a token, where no more than some paragraphs begin between them.
  func sentence(before token: Int, paragraphs: Int) -> Range<Int>? {
    let here = sentences.partitioningIndex { $0.tokens.upperBound > token }
    guard here > 0, here < sentences.count,
      sentences[here].paragraph - sentences[here - 1].paragraph <= paragraphs
    else { return nil }
    return sentences[here - 1].tokens
  }

  /// The first token that is near a sentence: where the paragraph before its own begins.
  func nearStart(ofSentence sentence: Int) -> Int {
    let paragraph = sentences[sentence].paragraph
    let first = sentences.partitioningIndex { $0.paragraph >= paragraph - 1 }
    return sentences[first].tokens.lowerBound
  }

  /// Whether words stand near a sentence, or behind it.
  func isNear(_ span: Span, sentence: Int) -> Bool {
    let first = nearStart(ofSentence: sentence)
    return text.span(first..<first + 1).start <= span.start
  }

  /// Whether the noun by which a phrase is known is written as no name is, in a language with capitals,
  /// and stands in none.
  func isCommonNoun(_ phrase: NounPhrase) -> Bool {
    guard let last = phrase.headTokens.last else { return false }
    return kind(last) == .word && text.isMarkedAsCommon(last) && name(at: last) == nil
  }

  /// A range without the full stop, comma and other closing marks at its end.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var range = range
    while let last = range.last,
      [.terminator, .comma, .colon, .dash].contains(kind(last)) || isUnopened(last, range)
    {
      range = range.lowerBound..<last
    }
    while let first = range.first, [.comma, .colon, .dash, .terminator].contains(kind(first)) {
      range = first + 1..<range.upperBound
    }
    return range
  }

  /// Whether a bracket closes what a range does not open: "(She denies it.)".
  private func isUnopened(_ index: Int, _ range: Range<Int>) -> Bool {
    kind(index) == .closingBracket && !range.contains { kind($0) == .openingBracket }
  }

  /// The kind of a token.
  @inline(__always)
  func kind(_ index: Int) -> TokenKind { text.tokens[index].kind }

  /// The token before another, adverbs between them left out as far as a token that is the first.
  func behindAdverbs(before token: Int, from lower: Int) -> Int {
    var index = token - 1
    while index > lower, text.functionType(index) == .adverb { index -= 1 }
    return index
  }

  /// Whether the verb of a cue gives its object a name: “what they called ‘a miracle’”.
  func isNaming(_ cue: Cue) -> Bool {
    cue.lemma >= 0
      && text.pack.settings.namingVerbs.contains(text.pack.lexicon.string(cue.lemma))
  }

  /// Whether the verb of a cue does not speak politely of its subject.
  func isPlain(_ cue: Cue) -> Bool {
    let last = cue.tokens.upperBound - 1
    guard cue.frame == .verb || cue.frame == .participle || cue.frame == .address,
      kind(last) == .word, !text.isPolite(last)
    else { return false }
    let verb = Array(text.vocabulary.key(of: text.tokens[last].word))
    return !text.pack.settings.impersonalVerbs.contains(verb)
  }

  /// Whether a token is a word that says more is added: "further".
  func isAddition(_ token: Int) -> Bool {
    text.phrases.longest(.connective, at: token)?.sense.attribute
      == ConnectiveType.addition.rawValue
  }

  /// The form of a content whose cue may stand in it: the reporting clause between two pairs of
  /// quotation marks counts for nothing.
  func form(of content: Range<Int>, around cue: Cue?) -> QuotationForm {
    guard let cue, content.contains(cue.tokens.lowerBound) else { return form(of: content) }
    var close = cue.tokens.lowerBound - 1
    while close > content.lowerBound, text.pair(at: close) == nil { close -= 1 }
    var open = cue.tokens.upperBound
    while open < content.upperBound, text.pair(at: open) == nil { open += 1 }
    guard text.pair(at: close) != nil, open < content.upperBound else { return form(of: content) }
    let forms = [
      form(of: content.lowerBound..<close + 1), form(of: open..<content.upperBound),
    ]
    return forms.allSatisfy { $0 == .direct } ? .direct : .mixed
  }

  /// The form of a content: direct when it is one or more pairs of quotation marks and nothing
  /// else, mixed when it holds a mark, else indirect.
  func form(of content: Range<Int>) -> QuotationForm {
    var holdsMark = false
    var holdsMore = false
    var index = content.lowerBound
    while index < content.upperBound {
      if let pair = text.pair(at: index) {
        holdsMark = true
        index = max(pair.close, index) + 1
      } else {
        if kind(index) == .word || kind(index) == .number { holdsMore = true }
        index += 1
      }
    }
    return !holdsMark ? .indirect : holdsMore ? .mixed : .direct
  }
}
