import SutraCore

/// An article in sentences and tokens for formats that want them.
///
/// Tokens are words, numbers and single marks; one ends wherever a place of the analysis begins or
/// ends, so that every name and quote is a row of whole tokens.
struct ExportTokens {
  /// A sentence.
  struct Sentence {
    /// Its tokens, one at least.
    var tokens: [Span] = []

    /// Where it is.
    var span: Span {
      Span(start: tokens.first?.start ?? 0, end: tokens.last?.end ?? 0)
    }
  }

  /// The sentences, in text order; none goes over the end of a paragraph.
  private(set) var sentences: [Sentence] = []
  private var current = Sentence()

  /// Cuts an article.
  ///
  /// - Parameters:
  ///   - article: The article.
  ///   - borders: Places where a token ends.
  init(_ article: Article, borders: Set<Int>) {
    article.document.text.bytes.withUnsafeBufferPointer { bytes in
      for paragraph in article.document.paragraphs { cut(paragraph, bytes, borders) }
    }
  }

  private mutating func cut(
    _ paragraph: Span, _ bytes: UnsafeBufferPointer<UInt8>, _ borders: Set<Int>
  ) {
    var position = paragraph.start
    var mayEnd = false
    while position < paragraph.end {
      let (kind, length) = ScalarKind.at(position, in: bytes, before: paragraph.end)
      var end = position + length
      switch kind {
      case .blank:
        if mayEnd { endSentence() }
        mayEnd = false
        position = end
        continue
      case .letter, .digit:
        if mayEnd { endSentence() }
        mayEnd = false
        while end < paragraph.end, !borders.contains(end),
          let more = Self.wordPart(end, bytes, paragraph.end)
        {
          end += more
        }
      case .terminator: mayEnd = true
      case .fullStop: mayEnd = !isInitial(bytes)
      case .closingQuote, .closingBracket, .apostrophe, .straightQuote: break
      default: mayEnd = false
      }
      current.tokens.append(Span(start: position, end: end))
      position = end
    }
    endSentence()
  }

  /// Bytes of what goes on a word: letters, digits, and what joins two of them.
  private static func wordPart(
    _ position: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ end: Int
  ) -> Int? {
    let (kind, length) = ScalarKind.at(position, in: bytes, before: end)
    switch kind {
    case .letter, .digit: return length
    case .hyphen, .apostrophe, .fullStop, .comma:
      guard position + length < end else { return nil }
      let next = ScalarKind.at(position + length, in: bytes, before: end)
      switch (kind, next.kind) {
      case (.comma, .digit), (.fullStop, .digit), (.hyphen, .letter), (.hyphen, .digit),
        (.apostrophe, .letter):
        return length + next.length
      default: return nil
      }
    default: return nil
    }
  }

  /// Whether the last token is a letter or two, behind which a full stop ends no sentence.
  private func isInitial(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let last = current.tokens.last else { return false }
    return bytes[last.start..<last.end].count { $0 & 0xC0 != 0x80 } <= 2
  }

  private mutating func endSentence() {
    if !current.tokens.isEmpty { sentences.append(current) }
    current = Sentence()
  }
}
