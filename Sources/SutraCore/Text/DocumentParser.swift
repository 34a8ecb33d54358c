/// Finds a text's paragraphs, headline and language.
struct DocumentParser {
  /// Most bytes of a line that may be a headline.
  static let longestTitle = 400
  /// Most short lines between a headline and its article: who wrote it, when and where.
  static let mostShortLines = 3
  /// How many bytes from the beginning tell the language.
  static let languageSample = 16_384

  let languages: LanguageLibrary
  /// Whether lines of a fixed width are put together to paragraphs.
  var joinsLines = true

  /// The document of a text: any text has one.
  func document(id: String, text: SourceText) -> Document {
    let (text, paragraphs) = joinsLines ? Self.joined(text) : (text, Self.lines(text))
    let title = title(of: paragraphs, text.bytes)
    return Document(
      id: id, text: text, language: language(of: text.bytes), title: title,
      paragraphs: paragraphs, kinds: Self.kinds(of: paragraphs, title: title, text.bytes))
  }

  /// The sign that plain text sets before words of others, as mail does.
  static let quotationSign: UInt8 = 0x3E

  /// What the paragraphs of a plain text are; none where all are alike.
  static func kinds(of paragraphs: [Span], title: Span?, _ bytes: [UInt8]) -> [BlockKind] {
    func isQuoted(_ paragraph: Span) -> Bool {
      bytes[paragraph.start] == quotationSign && paragraph.length > 1
        && bytes[paragraph.start + 1] == 0x20
    }
    guard paragraphs.contains(where: isQuoted) else { return [] }
    return paragraphs.map { paragraph in
      isQuoted(paragraph) ? .quotation : paragraph == title ? .headline : .paragraph
    }
  }

  private static func lines(_ text: SourceText) -> [Span] {
    text.bytes.withUnsafeBufferPointer(paragraphs)
  }

  /// A text of filled lines with its paragraphs; other texts stay as they are.
  private static func joined(_ text: SourceText) -> (SourceText, [Span]) {
    let lines = lines(text)
    let joints = text.bytes.withUnsafeBufferPointer { HardWrap.joints(lines, $0) }
    var (paragraphs, gaps) = joined(lines) { !joints.isEmpty && joints[$0] }
    let rows = text.bytes.withUnsafeBufferPointer { HeadlineRows.count(paragraphs, $0) }
    if rows > 1 {
      let (whole, between) = joined(paragraphs) { $0 + 1 < rows }
      paragraphs = whole
      gaps = between + gaps
    }
    return gaps.isEmpty ? (text, lines) : (text.joining(gaps), paragraphs)
  }

  /// Lines put together where one goes on in the next, and what stood between them.
  private static func joined(
    _ lines: [Span], where goesOn: (Int) -> Bool
  ) -> (paragraphs: [Span], gaps: [Span]) {
    var paragraphs: [Span] = []
    var gaps: [Span] = []
    for (index, line) in lines.enumerated() {
      guard index > 0, goesOn(index - 1), let last = paragraphs.last else {
        paragraphs.append(line)
        continue
      }
      gaps.append(Span(start: last.end, end: line.start))
      paragraphs[paragraphs.count - 1] = Span(start: last.start, end: line.end)
    }
    return (paragraphs, gaps)
  }

  /// The lines that hold more than blanks.
  static func paragraphs(_ bytes: UnsafeBufferPointer<UInt8>) -> [Span] {
    var found: [Span] = []
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
      var first = start
      var last = end
      while first < last, bytes[first] <= 0x20 { first += 1 }
      while last > first, bytes[last - 1] <= 0x20 { last -= 1 }
      if first < last { found.append(Span(start: first, end: last)) }
      start = end + 1
    }
    return found
  }

  /// The first line when it is short, ends like no sentence, and more follows.
  private func title(of paragraphs: [Span], _ bytes: [UInt8]) -> Span? {
    guard paragraphs.count > 1, let first = paragraphs.first, first.length <= Self.longestTitle,
      isFollowedByArticle(first, paragraphs)
    else { return nil }
    let last = bytes[first.end - 1]
    let endsInDanda =
      first.length >= 3 && bytes[first.end - 3] == 0xE0 && bytes[first.end - 2] == 0xA5
      && (last == 0xA4 || last == 0xA5)
    let endsLikeSentence = endsInDanda || [0x2E, 0x2C, 0x3A, 0x3B, 0x29].contains(last)
    return endsLikeSentence ? nil : first
  }

  /// Whether a longer line follows: at once, or behind the few short ones of a byline, which a long
  /// headline makes look shorter still.
  private func isFollowedByArticle(_ first: Span, _ paragraphs: [Span]) -> Bool {
    let behind = paragraphs.dropFirst().prefix(1 + Self.mostShortLines)
    guard let body = behind.firstIndex(where: { $0.length > first.length / 2 }) else {
      return false
    }
    return body == 1 || paragraphs[body].length > first.length
  }

  /// The code of the language whose script has most letters; the first language without any.
  private func language(of bytes: [UInt8]) -> String {
    let counts = languages.letterCounts(bytes, 0..<min(bytes.count, Self.languageSample))
    let best = counts.indices.max { counts[$0] < counts[$1] } ?? 0
    return languages.heads.isEmpty ? "und" : languages.heads[best].code
  }
}
