/// A document's tokens with the structure that every later step reads; made once, and shared by all
/// that look at it.
final class TokenizedDocument: Sendable {
  let document: Document
  let pack: LanguagePack
  /// Other languages of the text, by which some of its names are known.
  let foreignPacks: [LanguagePack]
  /// Whether somebody still waits for what is made of it.
  let stop: StopSign
  let tokens: [Token]
  let vocabulary: Vocabulary
  /// The tokens of each of the document's paragraphs.
  let paragraphs: [Range<Int>]
  /// Outermost pairs of quotation marks, in text order.
  let pairs: [MarkPair]
  /// The first quotation mark that stands in so many others that it is left alone.
  let firstTooDeepMark: Int?
  let phrases: PhraseIndex
  /// For each token the index of the pair it stands in, marks included, or -1.
  let pairOfToken: TokenOwners

  init(_ document: Document, _ pack: LanguagePack, stop: StopSign = .never) {
    self.document = document
    self.pack = pack
    self.stop = stop
    foreignPacks = []
    let spans = document.paragraphs
    var tokenizer = Tokenizer(pack, byteCount: spans.reduce(0) { $0 + $1.length })
    paragraphs = document.text.bytes.withUnsafeBufferPointer { bytes in
      spans.map { tokenizer.add($0, of: bytes, stop) }
    }
    tokens = tokenizer.tokens
    vocabulary = tokenizer.vocabulary
    let phrases = PhraseIndex(tokens, vocabulary, pack.lexicon)
    self.phrases = phrases
    let reports = ReportOpening(tokens: tokens, phrases: phrases, pack: pack)
    (pairs, firstTooDeepMark) = QuoteMarks.pairs(
      tokens, paragraphs, opensReport: reports.stands)
    pairOfToken = TokenOwners(
      pairs.lazy.map { $0.open..<$0.close + 1 }, tokenCount: tokens.count)
  }

  private init(
    _ text: TokenizedDocument, foreignPacks: [LanguagePack],
    pairs: (found: [MarkPair], ofToken: TokenOwners)? = nil
  ) {
    document = text.document
    pack = text.pack
    self.foreignPacks = foreignPacks
    stop = text.stop
    tokens = text.tokens
    vocabulary = text.vocabulary
    paragraphs = text.paragraphs
    self.pairs = pairs?.found ?? text.pairs
    firstTooDeepMark = text.firstTooDeepMark
    phrases = text.phrases
    pairOfToken = pairs?.ofToken ?? text.pairOfToken
  }

  /// The same text, some of whose names are known by other languages.
  func adding(_ packs: [LanguagePack]) -> TokenizedDocument {
    packs.isEmpty ? self : TokenizedDocument(self, foreignPacks: packs)
  }

  /// The same text as it is read inside of quotation marks: the pairs are the outermost ones within some
  /// ranges of tokens, in text order, and those around them count no more.
  func within(_ ranges: [Range<Int>]) -> TokenizedDocument {
    let found = QuoteMarks.pairs(tokens, ranges) { _ in false }.pairs
    let owners = TokenOwners(
      found.lazy.map { $0.open..<$0.close + 1 }, tokenCount: tokens.count)
    return TokenizedDocument(self, foreignPacks: foreignPacks, pairs: (found, owners))
  }

  /// The span of a range of tokens; an empty range gives an empty span.
  func span(_ range: Range<Int>) -> Span {
    guard let first = range.first, let last = range.last else { return Span(start: 0, end: 0) }
    return Span(start: Int(tokens[first].start), end: Int(tokens[last].end))
  }

  /// The canonical name that a lexicon knows a name by.
  func canonicalName(of name: MentionProposal) -> String? {
    guard let canonical = name.canonical else { return nil }
    let pack = canonical.pack == 0 ? pack : foreignPacks[Int(canonical.pack) - 1]
    return pack.lexicon.string(canonical.string)
  }

  /// The text of a range of tokens.
  func text(_ range: Range<Int>) -> String { document.text[span(range)] }

  /// The classes of a token's word as written.
  @inline(__always)
  func classes(_ index: Int) -> UInt32 { vocabulary.classes(of: tokens[index].word) }

  /// The classes of a token's word as written or without an ending.
  @inline(__always)
  func allClasses(_ index: Int) -> UInt32 { vocabulary.allClasses(of: tokens[index].word) }

  /// The kind of a function word, or `nil` when the token is none.
  func functionType(_ index: Int) -> FunctionType? {
    guard classes(index).has(.functionWord), let found = phrases.longest(.functionWord, at: index)
    else { return nil }
    return FunctionType(rawValue: found.sense.attribute)
  }

  /// The text of a range of tokens without the ending of its last word.
  ///
  /// The stem's length is in bytes of the last word's key; 0 keeps the word whole.
  func name(_ range: Range<Int>, stemLength: Int) -> String {
    guard stemLength > 0, let last = range.last else { return text(range) }
    let token = tokens[last]
    var end = Int(token.start)
    var key: [UInt8] = []
    document.text.bytes.withUnsafeBytes { bytes in
      while end < Int(token.end) {
        var next = end + 1
        while next < Int(token.end), bytes[next] & 0xC0 == 0x80 { next += 1 }
        key.removeAll(keepingCapacity: true)
        _ = KeyFolding.append(bytes, Int(token.start)..<next, to: &key)
        if key.count > stemLength { break }
        end = next
      }
      // "So-and-so-to": the hyphen belongs to the ending.
      while end > Int(token.start) + 1, bytes[end - 1] == 0x2D { end -= 1 }
    }
    return document.text[Span(start: Int(tokens[range.lowerBound].start), end: end)]
  }

  /// Whether a token is the first of its paragraph.
  func opensParagraph(_ token: Int) -> Bool {
    let index = paragraphs.partitioningIndex { $0.lowerBound >= token }
    return index < paragraphs.count && paragraphs[index].lowerBound == token
  }

  /// The folded key of a range of tokens, words parted by blanks, the last cut to its stem.
  func key(_ range: Range<Int>, stemLength: Int = 0) -> [UInt8] {
    var key: [UInt8] = []
    for index in range {
      if !key.isEmpty { key.append(0x20) }
      let word = tokens[index].word
      guard word >= 0 else { continue }
      let own = vocabulary.key(of: word)
      key += index == range.upperBound - 1 && stemLength > 0 ? own.prefix(stemLength) : own
    }
    return key
  }
}
