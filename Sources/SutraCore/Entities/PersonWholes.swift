/// Makes persons' names whole where a model has cut one, in a language with capitals: initials before
/// a name, what stands behind one ("Jr") and the second word of one that is explained are part of it, and
/// a surname alone is its person's.
struct PersonWholes {
  /// How sure a person's name must be for its surname to stand for it.
  private static let sure = 0.5

  private let text: TokenizedDocument

  init(_ text: TokenizedDocument) { self.text = text }

  /// The names in text order, those of persons whole; none overlap.
  func whole(_ names: [MentionProposal]) -> [MentionProposal] {
    let names = parted(names)
    var whole: [MentionProposal] = []
    whole.reserveCapacity(names.count)
    var surnames: [Int32: Double] = [:]
    for (index, name) in names.enumerated() {
      guard name.kind == .person else {
        whole.append(name)
        continue
      }
      let next = index + 1 < names.count ? names[index + 1].tokens.lowerBound : text.tokens.count
      let free = (whole.last?.tokens.upperBound ?? 0)..<next
      let tokens = extended(name.tokens, within: free)
      whole.append(tokens == name.tokens ? name : name.with(tokens, .person))
      if let surname = surname(of: tokens), name.weight >= Self.sure {
        surnames[surname] = max(surnames[surname] ?? 0, name.weight)
      }
    }
    return surnames.isEmpty ? whole : whole.map { agreeing($0, with: surnames) }
  }

  /// The names, with what seems a body's that ends with the initials and surname of somebody named
  /// elsewhere as that person's.
  ///
  /// Before the initials stand the last words of an office: "Minister for Works T.K. Selvan".
  private func parted(_ names: [MentionProposal]) -> [MentionProposal] {
    var persons: Set<Int32> = []
    for name in names where name.kind == .person && name.weight >= Self.sure {
      let word = text.tokens[name.tokens.upperBound - 1].word
      if word >= 0 { persons.insert(word) }
    }
    guard !persons.isEmpty else { return names }
    return names.map { name in
      let last = name.tokens.upperBound - 1
      guard name.kind != .person, name.tokens.count > 1, persons.contains(text.tokens[last].word),
        let first = name.tokens.dropLast().first(where: isInitials),
        (first..<last).allSatisfy(isInitials)
      else { return name }
      return name.with(first..<name.tokens.upperBound, .person)
    }
  }

  /// A person's tokens with the initials before them and the parts of a name behind them.
  private func extended(_ tokens: Range<Int>, within free: Range<Int>) -> Range<Int> {
    var (first, end) = (tokens.lowerBound, tokens.upperBound)
    while first > free.lowerBound, isInitials(first - 1), isNear(first) { first -= 1 }
    if end < free.upperBound, isNear(end),
      isNamePart(end) || (end - first == 1 && isIntroduced(end))
    {
      end += 1
    }
    return first..<end
  }

  /// Whether a token stands in the same line as the one before it, behind one blank at most.
  private func isNear(_ index: Int) -> Bool {
    text.tokens[index].start <= text.tokens[index - 1].end + 1
      && !text.document.text.bytes[Int(text.tokens[index - 1].end)..<Int(text.tokens[index].start)]
        .contains(0x0A)
  }

  /// Whether a word is nothing but capitals with a stop behind each, and no name of its own: "E.V.".
  private func isInitials(_ index: Int) -> Bool {
    let token = text.tokens[index]
    guard token.kind == .word, text.allClasses(index) & Self.named == 0 else { return false }
    let bytes = text.document.text.bytes[Int(token.start)..<Int(token.end)]
    guard bytes.count.isMultiple(of: 2) else { return false }
    return bytes.enumerated().allSatisfy { place, byte in
      place.isMultiple(of: 2) ? (0x41...0x5A).contains(byte) : byte == 0x2E
    }
  }

  /// Whether a capitalised word, and none for a body, place, office or time, ends a name that is
  /// explained behind a comma: "Zhi Fen, one of the", "Zhi Fen, 45,".
  private func isIntroduced(_ index: Int) -> Bool {
    let token = text.tokens[index]
    guard token.isCapitalized, token.style != 2, token.span.length > 1,
      text.functionType(index) == nil,
      text.allClasses(index) & ~(UInt32.personNames | LexicalClass.commonWord.bit) == 0,
      index + 2 < text.tokens.count, text.tokens[index + 1].kind == .comma
    else { return false }
    let next = text.tokens[index + 2]
    return next.kind == .number || (next.kind == .word && !next.isCapitalized)
  }

  private func isNamePart(_ index: Int) -> Bool {
    text.phrases.longest(.title, at: index)?.sense.attribute == TitleType.namePart.rawValue
  }

  /// The last word of a name of several, without what stands behind a name.
  private func surname(of tokens: Range<Int>) -> Int32? {
    let end = isNamePart(tokens.upperBound - 1) ? tokens.upperBound - 1 : tokens.upperBound
    guard end - tokens.lowerBound > 1, text.tokens[end - 1].kind == .word else { return nil }
    let word = text.tokens[end - 1].word
    return word >= 0 ? word : nil
  }

  /// A name of one word that is a surer person's surname, and no place or body that tables know, as a
  /// person's.
  private func agreeing(
    _ name: MentionProposal, with surnames: [Int32: Double]
  ) -> MentionProposal {
    let first = name.tokens.lowerBound
    guard name.kind == .organization || name.kind == .place, name.tokens.count == 1,
      name.canonical == nil, !name.isMedia,
      let sure = surnames[text.tokens[first].word], sure > name.weight,
      text.allClasses(first) & Self.named == 0
    else { return name }
    return name.with(name.tokens, .person)
  }

  /// Classes of words that name something other than a person.
  private static let named: UInt32 =
    LexicalClass.place.bit | LexicalClass.organization.bit | LexicalClass.media.bit
}
