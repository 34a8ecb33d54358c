import SutraCore
import SutraResources

/// A search and what it has found.
public struct TextSearch: Hashable, Sendable {
  /// What is searched for, as it was typed.
  public let query: String
  /// Where it stands, in text order, without overlaps.
  public let matches: [Span]
  /// Whether words were found as typed only, since the text is too long to look for other forms.
  public let isAsTyped: Bool
  /// Whether there may be more than are kept.
  public var isCut: Bool { matches.count >= Limits.matches }
  /// Number of the match that was gone to last.
  public var current: Int?

  /// Searches an article.
  ///
  /// - Parameters:
  ///   - text: What was typed.
  ///   - article: Where to look.
  ///   - folding: Which differences of spelling are overlooked.
  ///   - stop: Ends the search where it is; what was found then is not all.
  /// - Throws: `SearchQuery.Mistake` when the query makes no sense.
  public init(
    _ text: String, in article: Article, folding: SearchFolding = SearchFolding(),
    stop: StopSign = .never
  ) throws(SearchQuery.Mistake) {
    let query = try SearchQuery(text)
    self.query = text
    var isAsTyped = false
    switch query {
    case .words(let words):
      matches = Self.words(words, in: article, folding, stop)
      isAsTyped = article.document.text.bytes.count > Self.largestForStems
    case .speaker(let name):
      let part = TypedPart(name, folding)
      matches = Self.quotations(of: article) { number in
        Self.names(of: article.attributions[number], in: article).contains(where: part.isIn)
      }
    case .cue(let words):
      let part = TypedPart(words, folding)
      matches = article.quotations.compactMap(\.cue)
        .filter { part.isIn(article.document.text[$0]) }.sorted()
    case .kind(let kind): matches = article.mentions.filter { $0.kind == kind }.map(\.span)
    case .form(let form):
      matches = Self.quotations(of: article) { article.quotations[$0].form == form }
    }
    self.isAsTyped = isAsTyped
  }

  /// A search for all mentions of an entity.
  public init(entity: Int, in article: Article) {
    query = article.entities[entity].name
    matches = article.entities[entity].mentions.map { article.mentions[$0].span }
    isAsTyped = false
  }

  private static func quotations(of article: Article, where fits: (Int) -> Bool) -> [Span] {
    article.quotations.indices.filter(fits).map { article.quotations[$0].content }.sorted()
  }

  private static func names(of attribution: Attribution, in article: Article) -> [String] {
    var names = [ReaderText.speaker(of: attribution, in: article)]
    if let span = attribution.speaker?.span { names.append(article.document.text[span]) }
    if let entity = attribution.speaker?.entity, article.entities.indices.contains(entity) {
      names += article.entities[entity].aliases
    }
    return names
  }

  /// Places of words: as typed, as a name in another script where that is wanted, and where the last
  /// one has a case ending also its stems, those that the article knows as words.
  private static func words(
    _ words: String, in article: Article, _ folding: SearchFolding, _ stop: StopSign
  ) -> [Span] {
    let text = article.document.text
    let pattern = SearchPattern(words, folding)
    guard !pattern.isEmpty else { return [] }
    let matches = text.bytes.withUnsafeBufferPointer { pattern.matches(in: $0, stop: stop) }
    var others = folding.readsOtherScripts ? inOtherScripts(words, in: article, stop) : []
    if text.bytes.count <= largestForStems {
      others += inflected(words, in: article, folding, stop)
    }
    guard !others.isEmpty else { return matches }
    var merged: [Span] = []
    // Where both begin the longer one counts: the word as it was typed.
    for span in (matches + others).sorted(by: { ($0.start, -$0.end) < ($1.start, -$1.end) })
    where merged.last.map({ $0.end <= span.start }) ?? true {
      merged.append(span)
    }
    return merged
  }

  private static func inOtherScripts(
    _ words: String, in article: Article, _ stop: StopSign
  ) -> [Span] {
    guard let search = OtherScriptSearch(words, in: .builtIn) else { return [] }
    return article.document.text.bytes.withUnsafeBufferPointer {
      search.matches(in: $0, most: Limits.matches, stop: stop)
    }
  }

  /// In larger texts no other forms of words are looked for.
  private static let largestForStems = Limits.bytesSearchedForStems

  private static func inflected(
    _ words: String, in article: Article, _ folding: SearchFolding, _ stop: StopSign
  ) -> [Span] {
    let stems = WordStems(language: article.document.language, in: .builtIn)
    guard let last = words.split(separator: " ").last else { return [] }
    let lead = words[..<last.startIndex]
    return article.document.text.bytes.withUnsafeBufferPointer { bytes in
      stems.stems(of: String(last)).flatMap { stem -> [Span] in
        let pattern = SearchPattern(lead + stem, folding)
        let starts = pattern.matches(in: bytes, stop: stop).filter { isWordEdge($0.start, bytes) }
        // The stem must be a word of this article, or else it is no stem.
        guard starts.contains(where: { isWordEdge($0.end, bytes) }) else { return [] }
        return starts.filter { span in
          let end = wordEnd(span.end, bytes)
          if end == span.end { return true }
          guard end - span.end <= 24 else { return false }
          let word = String(decoding: bytes[span.start..<end], as: UTF8.self)
          let written = word.split(separator: " ").last.map(String.init) ?? word
          return stems.stems(of: written).contains {
            FoldedText.contains($0, in: stem, folding) && FoldedText.contains(stem, in: $0, folding)
          }
        }
      }
    }
  }

  /// Whether a byte lies between a letter and something else.
  private static func isWordEdge(_ offset: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    offset <= 0 || offset >= bytes.count || !isLetter(offset, bytes)
      || !isLetter(offset - 1, bytes)
  }

  private static func wordEnd(_ offset: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var end = offset
    while end < bytes.count, isLetter(end, bytes) { end += 1 }
    return end
  }

  /// Whether a byte belongs to a letter or mark: of ASCII, of Latin, or of a script of South Asia
  /// but for its dandas.
  private static func isLetter(_ offset: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var start = offset
    while start > 0, bytes[start] & 0xC0 == 0x80, offset - start < 3 { start -= 1 }
    let byte = bytes[start]
    if byte < 0x80 {
      return byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
    }
    if byte == 0xE0, start + 2 < bytes.count {
      let isDanda =
        bytes[start + 1] == 0xA5 && (bytes[start + 2] == 0xA4 || bytes[start + 2] == 0xA5)
      return !isDanda
    }
    if byte == 0xE2, start + 2 < bytes.count, bytes[start + 1] == 0x80 {
      return bytes[start + 2] == 0x8C || bytes[start + 2] == 0x8D
    }
    return byte >= 0xC3 && byte <= 0xDF
  }

  /// The first match at a byte or after it.
  public func index(atOrAfter byteOffset: Int) -> Int? {
    let index = matches.partitioningIndex { $0.start >= byteOffset }
    return index < matches.count ? index : nil
  }
}
