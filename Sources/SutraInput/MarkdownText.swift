import SutraCore

/// A plain text that is written in Markdown: its signs are left out, and what they mean is kept.
///
/// Only what prose is written with is read: front matter, headings, emphasis and links, by the rules of
/// CommonMark as far as they are sure. A text without any of those is none.
enum MarkdownText {
  /// The article of a text in Markdown; `nil` of any other text.
  static func opened(_ text: SourceText, id: String) -> OpenedArticle? {
    guard text.bytes.count <= largest else { return nil }
    var reader = MarkdownReader(text.bytes)
    reader.read()
    guard reader.isMarkdown else { return nil }
    let clean = text.leavingOut(reader.cuts)
    guard clean.bytes.contains(where: { $0 > 0x20 }) else { return nil }
    // Places count in what is left.
    func moved(_ span: Span) -> Span {
      let start = clean.offset(ofCame: text.offsetAsItCame(span.start))
      let end = clean.offset(ofCame: text.offsetAsItCame(span.end, isEnd: true))
      return Span(start: start, end: max(start, end))
    }
    let marks = reader.marks.map { InlineMark(span: moved($0.span), kind: $0.kind) }
      .filter { !$0.span.isEmpty }
    return OpenedArticle(
      id: id, text: clean, headings: reader.headings.map { moved($0) }, marks: marks,
      title: reader.title)
  }

  /// Larger texts are logs and dumps, which are read as they are.
  private static let largest = 8 << 20
}

/// Finds the signs of Markdown in a text, line by line.
private struct MarkdownReader {
  private let bytes: [UInt8]
  /// What is left out.
  private(set) var cuts: [Span] = []
  /// The lines that are headings, without their signs.
  private(set) var headings: [Span] = []
  /// Links and emphasis.
  private(set) var marks: [InlineMark] = []
  /// The headline that the front matter tells.
  private(set) var title: String?
  /// Signs that plain text seldom has by chance, and those that it may have.
  private var sure = 0
  private var likely = 0
  /// Up to where signs of a kind and number have no other that closes them, as one before has found.
  private var unclosed: [Int: Int] = [:]
  /// Where each bracket of a part of a line closes, and that part.
  private var brackets: [Int: Int] = [:]
  private var bracketLine = 0..<0
  /// The next closing parenthesis or end of a line, and from where on it is the next.
  private var parenthesis = (from: 0..<0, at: 0)
  /// How many links and pairs of signs are open.
  private var depth = 0
  private static let deepest = 64

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Whether the text is written in Markdown at all.
  var isMarkdown: Bool { sure > 0 || likely > 1 }

  mutating func read() {
    var start = frontMatterEnd() ?? 0
    var isCode = false
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
      if bytes[start..<end].starts(with: Array("```".utf8)) {
        isCode.toggle()
      } else if !isCode {
        readLine(start, end)
      }
      start = end + 1
    }
    cuts.sort { $0.start < $1.start }
  }

  /// Where the lines between `---` and `---` end that a text may begin with.
  private mutating func frontMatterEnd() -> Int? {
    var lines = Lines(bytes)
    guard let first = lines.next(), bytes[first.start..<first.end].elementsEqual("---".utf8) else {
      return nil
    }
    var isData = false
    var found: String?
    for _ in 0..<200 {
      guard let line = lines.next() else { return nil }
      let row = bytes[line.start..<line.end]
      if row.elementsEqual("---".utf8) || row.elementsEqual("...".utf8) {
        guard isData else { return nil }
        cuts.append(Span(start: 0, end: lines.position))
        sure += 1
        title = found
        return lines.position
      }
      guard let colon = row.firstIndex(of: 0x3A), colon > row.startIndex else {
        // Items of a list and the rest of a long value.
        guard row.isEmpty || isData else { return nil }
        continue
      }
      let name = row[..<colon]
      guard name.allSatisfy({ $0 > 0x7F || $0 >= 0x30 || $0 == 0x2D || $0 == 0x20 }) else {
        return nil
      }
      isData = true
      if name.elementsEqual("title".utf8) {
        let value = row[(colon + 1)...].drop { $0 == 0x20 || $0 == 0x22 || $0 == 0x27 }
        var text = Array(value)
        while let last = text.last, [0x20, 0x22, 0x27].contains(last) { text.removeLast() }
        found = text.isEmpty ? nil : String(decoding: text, as: UTF8.self)
      }
    }
    return nil
  }

  private mutating func readLine(_ start: Int, _ end: Int) {
    var from = start
    while from < end, from - start < 3, bytes[from] == 0x20 { from += 1 }
    var signs = from
    while signs < end, signs - from < 7, bytes[signs] == 0x23 { signs += 1 }
    let level = signs - from
    if (1...6).contains(level), signs < end, bytes[signs] == 0x20 {
      while signs < end, bytes[signs] == 0x20 { signs += 1 }
      var last = end
      while last > signs, bytes[last - 1] == 0x23 || bytes[last - 1] == 0x20 { last -= 1 }
      // A closing row of signs stands behind a blank.
      if last < end, last > signs, bytes[last] != 0x20 { last = end }
      guard signs < last else { return }
      cuts.append(Span(start: from, end: signs))
      if last < end { cuts.append(Span(start: last, end: end)) }
      headings.append(Span(start: signs, end: last))
      likely += level == 1 ? 1 : 2
      readInline(signs, last)
      return
    }
    readInline(from, end)
  }

  /// Links, and pairs of stars or lines, of which none is longer than its line.
  private mutating func readInline(_ start: Int, _ end: Int) {
    guard depth < Self.deepest else { return }
    depth += 1
    defer { depth -= 1 }
    var position = start
    while position < end {
      switch bytes[position] {
      case 0x5C where position + 1 < end && Self.isSign(bytes[position + 1]):
        cuts.append(Span(start: position, end: position + 1))
        position += 2
      case 0x60:
        position = code(position, end)
      case 0x21 where position + 1 < end && bytes[position + 1] == 0x5B:
        position = link(position + 1, end, isPicture: true) ?? position + 2
      case 0x5B:
        position = link(position, end, isPicture: false) ?? position + 1
      case 0x2A, 0x5F:
        position = emphasis(position, end)
      default: position += 1
      }
    }
  }

  /// Goes past words in back quotes, which mean what they are.
  private func code(_ start: Int, _ end: Int) -> Int {
    var position = start + 1
    while position < end, bytes[position] != 0x60 { position += 1 }
    return position < end ? position + 1 : start + 1
  }

  /// `[words](address)`: the words stay.
  private mutating func link(_ start: Int, _ end: Int, isPicture: Bool) -> Int? {
    guard let close = closingBracket(of: start, end), close + 1 < end,
      close > start + (isPicture ? 0 : 1), bytes[close + 1] == 0x28,
      let last = closingParenthesis(from: close + 2, end)
    else { return nil }
    let target = bytes[(close + 2)..<last].prefix { $0 > 0x20 }
    let isWeb = ["https://", "http://"].contains { target.starts(with: $0.utf8) }
    guard isWeb || Self.otherTargets.contains(where: { target.starts(with: $0.utf8) }) else {
      return nil
    }
    let open = isPicture ? start - 1 : start
    cuts.append(Span(start: open, end: start + 1))
    cuts.append(Span(start: close, end: last + 1))
    sure += 1
    if isWeb, !isPicture {
      let address = String(decoding: target, as: UTF8.self)
      marks.append(InlineMark(span: Span(start: start + 1, end: close), kind: .link(address)))
    }
    readInline(start + 1, close)
    return last + 1
  }

  private static let otherTargets = ["/", "#", "mailto:", "./", "../"]

  /// Where the bracket closes that opens at an offset, before an end.
  ///
  /// All brackets of a line are paired at once, so that a line of brackets takes time by its length.
  private mutating func closingBracket(of start: Int, _ end: Int) -> Int? {
    if !bracketLine.contains(start) {
      brackets.removeAll(keepingCapacity: true)
      var open: [Int] = []
      for offset in start..<end {
        if bytes[offset] == 0x5B { open.append(offset) }
        if bytes[offset] == 0x5D, let opening = open.popLast() { brackets[opening] = offset }
      }
      bracketLine = start..<end
    }
    return brackets[start].flatMap { $0 < end ? $0 : nil }
  }

  /// The next closing parenthesis from an offset on, before an end; the last one found is kept.
  private mutating func closingParenthesis(from start: Int, _ end: Int) -> Int? {
    if !parenthesis.from.contains(start) {
      let found = bytes[start...].firstIndex { $0 == 0x29 || $0 == 0x0A } ?? bytes.endIndex
      parenthesis = (start..<found + 1, found)
    }
    let last = parenthesis.at
    return last < end && bytes[last] == 0x29 ? last : nil
  }

  /// `**words**`, `*words*`, `__words__`, `_words_`: the words stay.
  private mutating func emphasis(_ start: Int, _ end: Int) -> Int {
    let sign = bytes[start]
    var count = 0
    while start + count < end, bytes[start + count] == sign { count += 1 }
    let inside = start + count
    // An opening sign stands before a letter, and a line not behind one.
    guard count <= 3, inside < end, bytes[inside] > 0x20 else { return inside }
    if sign == 0x5F, start > 0, Self.isLetter(bytes[start - 1]) { return inside }
    let kind = Int(sign) << 2 | count
    guard unclosed[kind] != end else { return inside }
    var close = inside
    while close < end {
      guard bytes[close] == sign else {
        close += bytes[close] == 0x5C ? 2 : 1
        continue
      }
      var length = 0
      while close + length < end, bytes[close + length] == sign { length += 1 }
      let behind = close + length
      let isClosing =
        length == count && bytes[close - 1] > 0x20
        && (sign == 0x2A || behind >= end || !Self.isLetter(bytes[behind]))
      if isClosing, close > inside {
        cuts.append(Span(start: start, end: inside))
        cuts.append(Span(start: close, end: behind))
        marks.append(InlineMark(span: Span(start: inside, end: close), kind: .emphasis))
        if count > 1 { sure += 1 } else { likely += 1 }
        readInline(inside, close)
        return behind
      }
      close = behind
    }
    unclosed[kind] = end
    return inside
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }

  private static let signs = Set("\\`*_{}[]()#+-.!>~|".utf8)

  private static func isSign(_ byte: UInt8) -> Bool { signs.contains(byte) }
}

/// The lines of a text, without their ends.
private struct Lines {
  private let bytes: [UInt8]
  /// Where the next line begins.
  private(set) var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> Span? {
    guard position < bytes.count else { return nil }
    let start = position
    var end = start
    while end < bytes.count, bytes[end] != 0x0A { end += 1 }
    position = min(end + 1, bytes.count)
    while end > start, bytes[end - 1] == 0x0D || bytes[end - 1] == 0x20 { end -= 1 }
    return Span(start: start, end: end)
  }
}
