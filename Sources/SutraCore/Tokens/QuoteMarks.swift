/// A stretch of text between an opening quotation mark and its closing one.
struct MarkPair: Sendable {
  /// Index of the opening mark's token.
  let open: Int
  /// Index of the closing mark's token, or of the last token when there is none.
  let close: Int
  /// Whether there is no closing mark.
  let isUnterminated: Bool
}

/// Pairs quotation marks, outermost pairs only.
///
/// A mark pairs with one of its own style. One that is not closed in its paragraph is closed by
/// the next paragraphs' first mark when that closes, goes on when the next paragraph begins with
/// an opening mark (as long quotations are set in English), and else ends before the next report
/// or complete pair, or with its paragraph.
struct QuoteMarks {
  /// How many paragraphs one quotation may run over.
  static let longestRun = Limits.quotationParagraphs
  /// How many paragraphs are searched for a missing closing mark.
  static let lookahead = 3
  /// How often one paragraph is scanned again behind a mistyped closing mark.
  static let mostRescans = 8
  /// How deep marks nest; deeper ones are left alone.
  static let deepest = Limits.quotationMarkDepth

  private let tokens: [Token]
  private let paragraphs: [Range<Int>]
  /// Whether a sentence that begins at a token reports what somebody says.
  private let opensReport: (Int) -> Bool
  private var firstTooDeep: Int?

  /// The outermost pairs in text order, and the token of the first mark that stands too deep.
  ///
  /// - Parameters:
  ///   - tokens: The tokens of the text.
  ///   - paragraphs: Its paragraphs.
  ///   - opensReport: Whether a sentence that begins at a token reports what somebody says; asked
  ///     only where a mark is not closed.
  /// - Returns: The pairs, and the token of a mark that is left alone, if any.
  static func pairs(
    _ tokens: [Token], _ paragraphs: [Range<Int>], opensReport: @escaping (Int) -> Bool
  ) -> (pairs: [MarkPair], firstTooDeep: Int?) {
    var marks = QuoteMarks(tokens: tokens, paragraphs: paragraphs, opensReport: opensReport)
    var found: [MarkPair] = []
    var start = 0
    var paragraph = 0
    var rescans = 0
    while paragraph < paragraphs.count {
      let first = max(start, paragraphs[paragraph].lowerBound)
      let before = paragraph
      (paragraph, start) = marks.scan(
        paragraph, from: first, mendsMarks: rescans < mostRescans, into: &found)
      rescans = paragraph == before ? rescans + 1 : 0
    }
    return (found, marks.firstTooDeep)
  }

  private init(
    tokens: [Token], paragraphs: [Range<Int>], opensReport: @escaping (Int) -> Bool
  ) {
    self.tokens = tokens
    self.paragraphs = paragraphs
    self.opensReport = opensReport
  }

  /// Scans the rest of a paragraph; returns where to go on.
  private mutating func scan(
    _ paragraph: Int, from first: Int, mendsMarks: Bool, into found: inout [MarkPair]
  ) -> (paragraph: Int, token: Int) {
    var stack: [Int] = []
    let end = paragraphs[paragraph].upperBound
    for index in first..<max(first, end) {
      let token = tokens[index]
      if token.kind == .openingQuote {
        if stack.count < Self.deepest {
          stack.append(index)
        } else if firstTooDeep == nil {
          firstTooDeep = index
        }
      } else if token.kind == .closingQuote,
        let match = stack.lastIndex(where: { Self.pair(tokens[$0], token) }),
        !isApostrophe(index, before: end)
      {
        if match == 0 {
          found.append(MarkPair(open: stack[0], close: index, isUnterminated: false))
        }
        stack.removeSubrange(match...)
      }
    }
    guard let open = stack.first else { return (paragraph + 1, end) }
    if let close = closeBeyond(paragraph, of: tokens[open]) {
      found.append(MarkPair(open: open, close: close.token, isUnterminated: false))
      return (close.paragraph, close.token + 1)
    }
    if mendsMarks, let close = mistypedClose(of: open, before: end) {
      found.append(MarkPair(open: open, close: close, isUnterminated: false))
      return (paragraph, close + 1)
    }
    // An apostrophe that looks like an opening mark is no quotation.
    if tokens[open].style == QuoteStyle.single | QuoteStyle.straight {
      return scanAgain(paragraph, from: open + 1, into: &found)
    }
    if mendsMarks, let last = lastOfSpeech(from: open, before: end) {
      found.append(MarkPair(open: open, close: last, isUnterminated: true))
      return (paragraph, last + 1)
    }
    found.append(MarkPair(open: open, close: end - 1, isUnterminated: true))
    return (paragraph + 1, end)
  }

  /// The full stop with which an unclosed speech ends inside of its paragraph: before a sentence
  /// that reports what somebody says, or the last one before a pair of the same marks begins.
  private func lastOfSpeech(from open: Int, before end: Int) -> Int? {
    var last: Int?
    for index in open + 1..<max(open + 1, end - 1) {
      switch tokens[index].kind {
      case .terminator:
        if opensReport(index + 1) { return index }
        last = index
      case .openingQuote where Self.pair(tokens[index], tokens[open]): return last
      default: continue
      }
    }
    return nil
  }

  /// Most tokens between an apostrophe and the mark that closes the words it stands in.
  private static let farthestClose = 256

  /// Whether a mark that may close is the apostrophe of a plural: another one closes behind it, at
  /// the end of a clause, before any opens.
  private func isApostrophe(_ index: Int, before end: Int) -> Bool {
    guard tokens[index].style & QuoteStyle.mayBeApostrophe != 0 else { return false }
    for next in index + 1..<max(index + 1, min(end, index + Self.farthestClose))
    where Self.pair(tokens[next], tokens[index]) {
      guard tokens[next].kind == .closingQuote else { return false }
      if [.comma, .terminator].contains(tokens[next - 1].kind) { return true }
      if tokens[next].style & QuoteStyle.mayBeApostrophe == 0 { return false }
    }
    return false
  }

  /// Index of a closing mark of another style that ends a clause and closes nothing else.
  private func mistypedClose(of open: Int, before end: Int) -> Int? {
    let style = tokens[open].style & 7
    var depth = 0
    for index in open + 1..<max(open + 1, end) where tokens[index].style & 7 != style {
      switch tokens[index].kind {
      case .openingQuote: depth += 1
      case .closingQuote:
        if depth > 0 {
          depth -= 1
        } else if [.terminator, .comma].contains(tokens[index - 1].kind),
          index + 1 >= end || tokens[index + 1].followsBlank
        {
          return index
        }
      default: continue
      }
    }
    return nil
  }

  /// Pairs what follows a mark that turned out to be none; the stack is not kept, so that each
  /// token is looked at twice at most.
  private func scanAgain(
    _ paragraph: Int, from first: Int, into found: inout [MarkPair]
  ) -> (paragraph: Int, token: Int) {
    let end = paragraphs[paragraph].upperBound
    var open: Int?
    for index in first..<max(first, end) {
      let token = tokens[index]
      if token.kind == .openingQuote, open == nil, token.style != 9 { open = index }
      if token.kind == .closingQuote, let begun = open, Self.pair(tokens[begun], token) {
        found.append(MarkPair(open: begun, close: index, isUnterminated: false))
        open = nil
      }
    }
    return (paragraph + 1, end)
  }

  /// Where a mark left open in its paragraph is closed in a later one.
  private func closeBeyond(_ paragraph: Int, of open: Token) -> (paragraph: Int, token: Int)? {
    guard open.style != QuoteStyle.single | QuoteStyle.straight else { return nil }
    var limit = paragraph + Self.lookahead
    var next = paragraph + 1
    var isRun = true
    while next < paragraphs.count, next <= min(limit, paragraph + Self.longestRun) {
      let range = paragraphs[next]
      var first = range.lowerBound
      if first < range.upperBound, tokens[first].kind == .openingQuote,
        Self.pair(tokens[first], open)
      {
        // Where a paragraph between did not open anew, this mark opens a speech of its own.
        guard isRun else { return nil }
        limit = next + Self.lookahead
        first += 1
      } else {
        if first < range.upperBound, opensReport(first) { return nil }
        isRun = false
      }
      var depth = 0
      marks: for index in first..<range.upperBound where Self.pair(tokens[index], open) {
        switch tokens[index].kind {
        case .openingQuote: depth += 1
        case .closingQuote:
          if depth == 0 {
            return first > range.lowerBound || isPlain(next, index) ? (next, index) : nil
          }
          depth -= 1
        default: continue
        }
        if first == range.lowerBound { break marks }
      }
      if depth > 0 && first == range.lowerBound { return nil }
      next += 1
    }
    return nil
  }

  /// Whether a closing mark found by lookahead may be one: no apostrophe after a plural.
  private func isPlain(_ paragraph: Int, _ index: Int) -> Bool {
    guard index > paragraphs[paragraph].lowerBound else { return false }
    switch tokens[index - 1].kind {
    case .terminator, .comma: return true
    default: return index + 1 == paragraphs[paragraph].upperBound
    }
  }

  /// Whether two marks are of one style; a straight mark may pair with a curly one.
  private static func pair(_ one: Token, _ other: Token) -> Bool {
    guard one.kind == .openingQuote || one.kind == .closingQuote else { return false }
    return one.style & 7 == other.style & 7
  }
}
