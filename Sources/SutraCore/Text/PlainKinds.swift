/// What the paragraphs of a plain text are, as far as their words tell for sure: lines that name who wrote
/// it or took its pictures, where it is from, captions that end with whose picture it is, and items of lists.
///
/// Nothing is said of a paragraph that may be one of the running text.
struct PlainKinds {
  /// Most tokens of a caption, and those at its end that may name whose picture it is.
  static let longestCaption = 48
  static let longestCredit = Byline.longestName + 4
  /// Most tokens behind a byline that is whole by itself: where somebody wrote it.
  static let longestPlace = 4

  private let text: TokenizedDocument

  /// The kinds of a document's paragraphs; none where all are alike, or where the document has told them.
  static func kinds(of text: TokenizedDocument) -> [BlockKind] {
    guard !text.document.hasKinds else { return [] }
    let own = PlainKinds(text: text)
    var kinds: [BlockKind] = []
    var isBehindItem = false
    for (number, paragraph) in text.paragraphs.enumerated() {
      let isItem = own.isItem(paragraph)
      defer { isBehindItem = isItem }
      // One alone is no list.
      let isOfList =
        isItem
        && (isBehindItem
          || number + 1 < text.paragraphs.count && own.isItem(text.paragraphs[number + 1]))
      let isLast = number + 1 == text.paragraphs.count
      guard let kind = isOfList ? .listItem : own.kind(of: paragraph, isLast: isLast) else {
        continue
      }
      if kinds.isEmpty { kinds = text.paragraphs.indices.map(text.document.kind(of:)) }
      // A headline stays one.
      if kinds[number] == .paragraph { kinds[number] = kind }
    }
    return kinds
  }

  /// Whether a paragraph opens as an item of a list: with a bullet, or with a number and a mark behind it.
  ///
  /// Dashes open turns of a conversation too, so they tell nothing.
  private func isItem(_ paragraph: Range<Int>) -> Bool {
    guard paragraph.count > 2 else { return false }
    let (first, second) = (text.tokens[paragraph.lowerBound], text.tokens[paragraph.lowerBound + 1])
    switch first.kind {
    case .other:
      let bytes = text.document.text.bytes[Int(first.start)..<Int(first.end)]
      return second.followsBlank && Self.bullets.contains { $0.elementsEqual(bytes) }
    case .number:
      return (second.kind == .terminator || second.kind == .closingBracket)
        && !second.followsBlank && text.tokens[paragraph.lowerBound + 2].followsBlank
    default: return false
    }
  }

  private static let bullets = ["•", "‣", "◦", "▪", "●", "*"].map { Array($0.utf8) }

  private func kind(of paragraph: Range<Int>, isLast: Bool) -> BlockKind? {
    guard let first = paragraph.first, paragraph.count <= Self.longestCaption else { return nil }
    if paragraph.count <= Byline.longest {
      // Words of the paragraph behind it may go on with a phrase.
      if let (end, type) = Byline.lead(first, text), end <= paragraph.upperBound {
        return kind(type, end, paragraph)
      }
    }
    if isLast, isCredit(paragraph) { return .credit }
    return endsWithCredit(paragraph) ? .caption : nil
  }

  /// What a line is that opens with the words of a byline.
  private func kind(_ type: BylineType, _ end: Int, _ paragraph: Range<Int>) -> BlockKind? {
    guard holdsNames(end..<paragraph.upperBound) else { return nil }
    let isFollowed = end < paragraph.upperBound
    if type == .whole {
      let isPlace =
        isFollowed && text.tokens[end].kind == .comma
        && paragraph.upperBound - end - 1 <= Self.longestPlace
      return !isFollowed || isPlace ? .byline : nil
    }
    guard isFollowed else { return nil }
    let isBare = text.has(.bareByline) && text.isMarkedAsName(end)
    guard text.tokens[end].kind == .colon || isBare else { return nil }
    return type == .photo ? .credit : .byline
  }

  /// Whether a line tells where the whole article is from: "Source: Reuters".
  private func isCredit(_ paragraph: Range<Int>) -> Bool {
    guard let (match, _) = text.phrases.longest(.credit, at: paragraph.lowerBound),
      match.end + 1 < paragraph.upperBound
    else { return false }
    // "Additional reporting by Ann Lee and Harbour Watch".
    if match.end - match.start > 1, text.has(.bareByline), text.isMarkedAsName(match.end) {
      return holdsNames(match.end..<paragraph.upperBound, marked: true)
    }
    guard text.tokens[match.end].kind == .colon else { return false }
    return holdsNames(match.end..<paragraph.upperBound)
  }

  /// Whether a paragraph ends with whose picture it tells of.
  ///
  /// "The bridge at night. Photo: so-and-so" does.
  private func endsWithCredit(_ paragraph: Range<Int>) -> Bool {
    let first = max(paragraph.lowerBound + 1, paragraph.upperBound - Self.longestCredit)
    return first < paragraph.upperBound
      && (first..<paragraph.upperBound).contains { index in
        guard let (end, type) = Byline.lead(index, text), type == .photo,
          end + 1 < paragraph.upperBound
        else { return false }
        return text.tokens[end].kind == .colon && holdsNames(end + 1..<paragraph.upperBound)
      }
  }

  /// Whether words may be names and what stands between them, and no sentence: nothing is said in them, and
  /// nothing ends with a full stop but the line.
  private func holdsNames(_ tokens: Range<Int>, marked: Bool = false) -> Bool {
    tokens.allSatisfy { index in
      let classes = text.classes(index)
      switch text.tokens[index].kind {
      case .word:
        if marked, text.isMarkedAsName(index) { return true }
        return !classes.has(.cue) && !classes.has(.pronoun) && !classes.has(.timeWord)
          && (!text.isMarkedAsCommon(index) || text.functionType(index) != nil)
          && text.functionType(index)?.isVerbal != true
      case .terminator: return index + 1 == tokens.upperBound
      case .openingQuote, .closingQuote: return false
      default: return true
      }
    }
  }
}
