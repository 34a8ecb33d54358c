import SutraCore

/// An article as it goes into the library, with all its texts in one piece of memory.
///
/// An import makes articles in several threads and puts them in from another one. Memory that one thread takes
/// and another gives back costs more than what is done with it, so that an article has a few pieces of it and
/// not some hundred.
public struct PackedArticle: Sendable {
  /// Where it is from: the whole path of a file, or an address.
  public var origin: String
  /// Its texts, in UTF-8, one behind the other.
  let texts: [UInt8]
  let title: PackedText
  let outlet: PackedText
  let author: PackedText
  let published: Int?
  let language: PackedText
  let text: PackedText
  let words: PackedText
  /// Words that the library may lack, as a list of JSON; nothing where there are none.
  let newWords: PackedText
  /// The names of entities and speakers.
  let names: [PackedName]
  let entities: [PackedEntity]
  let quotes: [PackedQuote]
  let sources: [PackedSource]

  /// Packs an article.
  public init(_ article: KeptArticle) {
    var packer = ArticlePacker(article)
    origin = article.origin
    title = packer.add(article.title)
    outlet = packer.add(article.outlet)
    author = packer.add(article.author)
    published = article.published
    language = packer.add(article.language)
    text = packer.add(article.text)
    words = packer.add(article.words)
    // Words are letters and digits, so that nothing in them ends a text of JSON.
    let list = article.newWords.map { "\"\($0)\"" }.joined(separator: ",")
    newWords = list.isEmpty ? .nothing : packer.add("[\(list)]")
    entities = article.entities.map { packer.entity($0) }
    sources = article.sources.map { packer.source($0) }
    let whole = text
    quotes = article.quotes.map { packer.quote($0, in: whole) }
    names = packer.names
    texts = packer.texts
  }

  /// Bytes of its text.
  public var textSize: Int { text.count }

  /// Its headline; may be empty.
  public var headline: String { texts.withUnsafeBufferPointer { title.text($0) } }
}

/// Where a text stands among those of an article.
struct PackedText {
  /// No text at all, which is not an empty one.
  static let nothing = PackedText(start: 0, count: -1)

  /// Its first byte.
  let start: Int
  /// How many it has; below zero where there is no text.
  let count: Int

  /// Its bytes.
  ///
  /// - Parameter texts: Those of its article.
  /// - Returns: The bytes, or `nil` where there is no text.
  func bytes(_ texts: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>? {
    count < 0 ? nil : UnsafeBufferPointer(rebasing: texts[start..<start + count])
  }

  /// The same as a text of its own, empty where there is none.
  func text(_ texts: UnsafeBufferPointer<UInt8>) -> String {
    bytes(texts).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}

/// A name, as ``KeptName`` has it.
struct PackedName {
  let name: PackedText
  let key: PackedText
  let words: PackedText
  /// Of its key.
  let hash: UInt64
}

/// Who or what an article names, as ``KeptEntity`` has it.
struct PackedEntity {
  let kind: PackedText
  /// Its place in the list of names.
  let name: Int
  let mentions: PackedText
}

/// What an article rests on, as ``KeptSource`` has it.
struct PackedSource {
  let name: PackedText
  let kind: PackedText
  let quotes: Int
}

/// What somebody says, as ``KeptQuote`` has it.
struct PackedQuote {
  let number: Int
  let start: Int
  let end: Int
  /// What is said; empty where that is what stands in the article there.
  let text: PackedText
  /// Its words as they are looked up, with the mark of how the speaker is named.
  let words: PackedText
  let type: PackedText
  /// The speaker's place in the list of names.
  let name: Int?
  let kind: PackedText
  let role: PackedText
  let cue: PackedText
  let act: PackedText
  let isNegated: Bool
  let addressee: PackedText
  let medium: PackedText
  let time: PackedText
  let percent: Int
}

/// Puts the texts of an article one behind the other.
private struct ArticlePacker {
  /// Names that were met last and may come again: speakers have several quotes in a row.
  private static let remembered = 16

  private(set) var texts: [UInt8] = []
  private(set) var names: [PackedName] = []

  init(_ article: KeptArticle) {
    var count = article.text.utf8.count + article.words.utf8.count + 256
    count += (article.entities.count + article.sources.count) * 64
    for quote in article.quotes { count += quote.words.utf8.count + 192 }
    texts.reserveCapacity(count)
  }

  mutating func add(_ text: String?) -> PackedText {
    guard let text else { return .nothing }
    let start = texts.count
    texts.append(contentsOf: text.utf8)
    return PackedText(start: start, count: texts.count - start)
  }

  mutating func entity(_ entity: KeptEntity) -> PackedEntity {
    PackedEntity(kind: add(entity.kind), name: name(entity.name), mentions: add(entity.mentions))
  }

  mutating func source(_ source: KeptSource) -> PackedSource {
    PackedSource(name: add(source.name), kind: add(source.kind), quotes: source.quotes)
  }

  mutating func quote(_ quote: borrowing KeptQuote, in text: PackedText) -> PackedQuote {
    let isTextual = texts.withUnsafeBufferPointer { texts in
      text.bytes(texts).map { quote.isTextual($0) } ?? false
    }
    let start = texts.count
    texts.append(contentsOf: quote.words.utf8)
    if let kind = quote.kind {
      texts.append(0x20)
      texts.append(contentsOf: WordMarks.kind(kind).utf8)
    }
    let words = PackedText(start: start, count: texts.count - start)
    return PackedQuote(
      number: quote.number, start: quote.start, end: quote.end,
      text: add(isTextual ? "" : quote.text), words: words, type: add(quote.type),
      name: quote.speaker.map { name($0) }, kind: add(quote.kind), role: add(quote.role),
      cue: add(quote.cue), act: add(quote.act), isNegated: quote.isNegated,
      addressee: add(quote.addressee), medium: add(quote.medium), time: add(quote.time),
      percent: quote.percent)
  }

  private mutating func name(_ name: KeptName) -> Int {
    let first = max(0, names.count - Self.remembered)
    if let known = (first..<names.count).last(where: {
      isWritten(name.name, at: names[$0].name) && isWritten(name.key, at: names[$0].key)
    }) {
      return known
    }
    let key = add(name.key)
    let hash = texts.withUnsafeBufferPointer {
      KeyFolding.hash($0, key.start..<key.start + key.count)
    }
    names.append(PackedName(name: add(name.name), key: key, words: add(name.words), hash: hash))
    return names.count - 1
  }

  private func isWritten(_ text: String, at place: PackedText) -> Bool {
    texts.withUnsafeBufferPointer { place.bytes($0)?.areThose(of: text) ?? false }
  }
}
