/// Finds a headline that gives somebody's words and behind a colon who says them: "Prices will
/// rise: the minister".
struct HeadlineSpeech {
  /// Most tokens of the speaker.
  static let longestSpeaker = 8
  /// Most tokens of a name before what is said.
  static let longestLabel = 4
  /// Fewest words of what is said.
  static let shortest = 3

  private let context: QuotationContext

  init(_ context: QuotationContext) { self.context = context }

  /// The quotation of the headline, when it is one, with those of the text behind it.
  func completed(_ drafts: [QuotationDraft]) -> [QuotationDraft] {
    guard let line = context.text.paragraphs.first, let draft = labelled(line) ?? signed(line)
    else {
      return drafts
    }
    // Whatever else the line was read as is this.
    return [draft] + drafts.drop { $0.content.lowerBound < line.upperBound }
  }

  /// Whether a token is a colon and no semicolon.
  private func isColon(_ index: Int) -> Bool {
    context.text.document.text.bytes[Int(context.text.tokens[index].start)] == 0x3A
  }

  /// Whether a line is a headline: over a text, without the end of a sentence inside.
  private func isHeadline(_ line: Range<Int>, _ colon: Int) -> Bool {
    context.text.paragraphs.count > 1 && isColon(colon)
      && !line.contains(where: {
        context.kind($0) == .terminator && $0 != colon - 1 && $0 != line.upperBound - 1
      })
  }

  /// "The minister: prices will rise", where a name or a poll opens the line.
  private func labelled(_ line: Range<Int>) -> QuotationDraft? {
    guard context.text.pack.settings.headlineSpeakers.contains("before"), !line.isEmpty,
      let colon = line.first(where: { context.kind($0) == .colon }), colon > line.lowerBound,
      colon - line.lowerBound <= Self.longestLabel, isHeadline(line, colon)
    else { return nil }
    let content = context.trimmed(colon + 1..<line.upperBound)
    let reader = NounPhraseReader(context)
    guard content.count(where: { context.kind($0) == .word }) >= Self.shortest,
      let found = reader.head(endingAt: colon - 1), found.isNominative,
      found.tokens.lowerBound == line.lowerBound
    else { return nil }
    switch found.head {
    case .mention: break
    case .document:
      let word = context.text.text(colon - 1..<colon).lowercased()
      guard context.text.pack.settings.headlineTexts.contains(word) else { return nil }
    default: return nil
    }
    return draft(content, reader.phrase(of: found, from: line.lowerBound))
  }

  /// "Prices will rise: the minister".
  private func signed(_ line: Range<Int>) -> QuotationDraft? {
    guard context.text.pack.settings.headlineSpeakers.contains("after"), !line.isEmpty,
      let colon = line.last(where: { context.kind($0) == .colon }), isHeadline(line, colon),
      line.upperBound - colon - 1 <= Self.longestSpeaker, colon + 1 < line.upperBound
    else { return nil }
    let content = context.trimmed(line.lowerBound..<colon)
    guard content.count(where: { context.kind($0) == .word }) >= Self.shortest else { return nil }
    let reader = NounPhraseReader(context)
    let last = line.upperBound - 1
    guard let found = reader.head(endingAt: last) ?? reader.compoundRole(last), found.isNominative,
      found.head != .document
    else { return shortName(colon + 1..<line.upperBound).map { draft(content, $0) } }
    if case .pronoun = found.head { return nil }
    return draft(content, reader.phrase(of: found, from: colon + 1))
  }

  /// Most words of a short name.
  private static let longestShortName = 3
  /// Most names of the text that may be what a headline names in short.
  private static let mostNames = 64

  /// A party that a headline without capitals names by a part of its name, or by one word more than is
  /// known of it: "Prices will rise: Rahim".
  private func shortName(_ tail: Range<Int>) -> NounPhrase? {
    let text = context.text
    guard !text.marksNames, tail.count <= Self.longestShortName,
      tail.allSatisfy({
        context.kind($0) == .word && text.functionType($0) == nil
          && !text.classes($0).has(.timeWord) && !text.classes($0).has(.cue)
      })
    else { return nil }
    func phrase(_ name: Int) -> NounPhrase { NounPhrase(tail, .mention(name)) }
    if let (number, name) = context.name(at: tail.lowerBound), name.kind == .person,
      name.tokens.lowerBound == tail.lowerBound, name.tokens.count > 1,
      name.tokens.upperBound == tail.upperBound - 1, name.cases.isEmpty
    {
      return phrase(number)
    }
    let key = tail.map { text.key($0..<$0 + 1) }
    let names = context.names.indices.prefix(Self.mostNames).filter {
      context.names[$0].tokens.lowerBound >= tail.upperBound
        && (context.names[$0].kind == .person || context.names[$0].kind == .organization)
    }
    return names.first { index in
      let name = context.names[index]
      let words = name.tokens.map { token in
        text.key(
          token..<token + 1, stemLength: token == name.tokens.upperBound - 1 ? name.stemLength : 0)
      }
      guard words.count > key.count else { return false }
      // A body goes by how its name begins, a person by any words of it.
      let starts = name.kind == .person ? words.count - key.count : 0
      return (0...starts).contains { words[$0..<$0 + key.count].elementsEqual(key) }
    }.map(phrase)
  }

  private func draft(_ content: Range<Int>, _ speaker: NounPhrase) -> QuotationDraft {
    QuotationDraft(
      content: content, cue: nil, speaker: speaker, sentence: 0, isHeadline: true, confidence: 0.8,
      rule: .headline)
  }
}
