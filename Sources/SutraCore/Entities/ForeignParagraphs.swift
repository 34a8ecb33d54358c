/// Finds names in paragraphs of another language than the article's, with that language's tables
/// and model.
struct ForeignParagraphs {
  /// How many bytes of a paragraph tell its language.
  static let sample = 400

  let text: TokenizedDocument
  let languages: LanguageLibrary
  let models: NameModels

  /// The names with those of such paragraphs in the place of what was found in them before.
  ///
  /// - Parameter found: The names by the article's own language.
  /// - Returns: All names, in text order, of which none overlap; and the packs of other languages
  ///   that know some of them.
  func replaced(
    in found: [MentionProposal]
  ) -> (names: [MentionProposal], packs: [LanguagePack]) {
    let codes = text.document.paragraphs.map(language)
    let foreign = Set(codes.compactMap { $0 }).subtracting([text.pack.code]).sorted()
    guard !foreign.isEmpty else { return (found, []) }
    var isForeign = [Bool](repeating: false, count: text.tokens.count)
    var others: [MentionProposal] = []
    var packs: [LanguagePack] = []
    for code in foreign {
      guard let pack = languages.pack(code) else { continue }
      let places = codes.indices.filter { codes[$0] == code }
      for place in places { for token in text.paragraphs[place] { isForeign[token] = true } }
      let part = TokenizedDocument(
        Document(
          id: text.document.id, text: text.document.text, language: code, title: nil,
          paragraphs: places.map { text.document.paragraphs[$0] }), pack, stop: text.stop)
      let names = MentionFinder.mentions(in: part, models.model(code))
      packs.append(pack)
      let number = UInt8(clamping: packs.count)
      others += names.compactMap { moved($0, from: part, number) }
    }
    let own = found.filter { !isForeign[$0.tokens.lowerBound] }
    return (own.resolved(with: others, tokenCount: text.tokens.count), packs)
  }

  /// A name with the same tokens of the article; `nil` when it cuts the words in another way.
  private func moved(
    _ name: MentionProposal, from part: TokenizedDocument, _ pack: UInt8
  ) -> MentionProposal? {
    let span = part.span(name.tokens)
    guard let first = token(at: span.start), Int(text.tokens[first].start) == span.start,
      let last = token(at: span.end - 1), last >= first
    else { return nil }
    // Where this language takes an ending as part of the word, the name is without it.
    let isCut = Int(text.tokens[last].end) > span.end
    return MentionProposal(
      tokens: first..<last + 1, kind: name.kind, weight: name.weight,
      canonical: name.canonical.map { CanonicalName(pack: pack, string: $0.string) },
      stemLength: isCut ? span.end - Int(text.tokens[last].start) : name.stemLength,
      cases: name.cases,
      isMedia: name.isMedia)
  }

  /// The token that a byte is part of.
  private func token(at byte: Int) -> Int? {
    let index = text.tokens.partitioningIndex { Int($0.end) > byte }
    return index < text.tokens.count && Int(text.tokens[index].start) <= byte ? index : nil
  }

  /// The language in whose script most letters of a paragraph are; `nil` when hardly any are in a
  /// known one.
  private func language(of paragraph: Span) -> String? {
    let end = min(paragraph.end, paragraph.start + Self.sample)
    let counts = languages.letterCounts(text.document.text.bytes, paragraph.start..<end)
    guard let best = counts.indices.max(by: { counts[$0] < counts[$1] }), counts[best] >= 8 else {
      return nil
    }
    return languages.heads[best].code
  }
}
