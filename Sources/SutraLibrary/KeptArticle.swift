/// An article with what was found in it, as it is put into the library.
public struct KeptArticle: Sendable {
  /// Where it is from: the whole path of a file, or an address.
  public var origin: String
  /// Its headline; may be empty.
  public var title: String
  /// Who published it; may be empty.
  public var outlet: String
  /// Who wrote it.
  public var author: String?
  /// When it was published, in seconds since 1970.
  public var published: Int?
  /// The code of its language.
  public var language: String
  /// Its text.
  public var text: String
  /// The words of the text as they are looked up.
  public var words: String
  /// Words that whoever has made this has not given out before, so that the library may lack them.
  public var newWords: [String] = []
  /// Who and what it names.
  public var entities: [KeptEntity]
  /// What is said in it.
  public var quotes: [KeptQuote]
  /// What it rests on.
  public var sources: [KeptSource]

  /// Makes an article.
  public init(
    origin: String, title: String, outlet: String, author: String?, published: Int?,
    language: String, text: String, words: String, entities: [KeptEntity], quotes: [KeptQuote],
    sources: [KeptSource]
  ) {
    self.origin = origin
    self.title = title
    self.outlet = outlet
    self.author = author
    self.published = published
    self.language = language
    self.text = text
    self.words = words
    self.entities = entities
    self.quotes = quotes
    self.sources = sources
  }
}

/// A name of the library: as it is written, and as it is compared.
public struct KeptName: Hashable, Sendable {
  /// As the article has it.
  public let name: String
  /// Its words as they are compared; one with none is nobody's name.
  public let key: String
  /// Its words as they are looked up, with stems.
  public let words: String

  /// Makes a name.
  public init(name: String, key: String, words: String) {
    self.name = name
    self.key = key
    self.words = words
  }
}

/// Who or what an article names.
public struct KeptEntity: Sendable {
  /// Its kind, as the analysis format calls it.
  public let kind: String
  /// Its fullest name.
  public let name: KeptName
  /// Where it is named: bytes of the text, as in `12-30 80-96`.
  public let mentions: String

  /// Makes an entity.
  public init(kind: String, name: KeptName, mentions: String) {
    self.kind = kind
    self.name = name
    self.mentions = mentions
  }
}

/// What somebody says in an article.
public struct KeptQuote: Sendable {
  /// Its number in the article, counted from 1.
  public var number: Int
  /// Where its content begins and ends, in bytes of the text.
  public var start: Int
  /// Where its content ends.
  public var end: Int
  /// What is said, in one line.
  public var text: String
  /// That as it is looked up.
  public var words: String
  /// `direct`, `indirect` or `mixed`.
  public var type: String
  /// Who says it.
  public var speaker: KeptName?
  /// How the article names the speaker, as the analysis format calls it.
  public var kind: String?
  /// The speaker's role.
  public var role: String?
  /// The words that report it.
  public var cue: String?
  /// What saying it does.
  public var act: String?
  /// Whether it is told as not said, or denied.
  public var isNegated: Bool
  /// Whom it was said to.
  public var addressee: String?
  /// Where it was said.
  public var medium: String?
  /// When it was said, as the article tells it.
  public var time: String?
  /// Of a hundred such how many are right.
  public var percent: Int

  /// Makes a quote.
  public init(
    number: Int, start: Int, end: Int, text: String, words: String, type: String,
    speaker: KeptName?, kind: String?, role: String?, cue: String?, act: String?, isNegated: Bool,
    addressee: String?, medium: String?, time: String?, percent: Int
  ) {
    self.number = number
    self.start = start
    self.end = end
    self.text = text
    self.words = words
    self.type = type
    self.speaker = speaker
    self.kind = kind
    self.role = role
    self.cue = cue
    self.act = act
    self.isNegated = isNegated
    self.addressee = addressee
    self.medium = medium
    self.time = time
    self.percent = percent
  }

  /// Whether its words are those of its article's text where it stands.
  ///
  /// - Parameter bytes: The text, in UTF-8.
  /// - Returns: Whether they are, so that they need neither be kept twice nor looked at twice.
  public func isTextual(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard start >= 0, start < end, end <= bytes.count else { return false }
    return UnsafeBufferPointer(rebasing: bytes[start..<end]).areThose(of: text)
  }
}

/// What an article rests on.
public struct KeptSource: Sendable {
  /// Its name.
  public let name: String
  /// How the article names it.
  public let kind: String
  /// How many of its quotes it has.
  public let quotes: Int

  /// Makes a source.
  public init(name: String, kind: String, quotes: Int) {
    self.name = name
    self.kind = kind
    self.quotes = quotes
  }
}

/// An article of the library, as lists tell it.
public struct KeptRow: Sendable, Equatable {
  /// Its number.
  public let id: Int
  /// Where it is from.
  public let origin: String
  /// Its headline, or an empty text.
  public let title: String
  /// Who published it, or an empty text.
  public let outlet: String
  /// When it was published, in seconds since 1970.
  public let published: Int?
  /// When it came into the library, in seconds since 1970.
  public let added: Int
  /// How many versions of it there are.
  public let versions: Int
  /// How many quotes it has.
  public let quotes: Int
  /// How many sources it has.
  public let sources: Int
  /// Whether somebody has read it.
  public var isRead = true
  /// Whether it has a star.
  public var isStarred = false

  /// When it is from, as far as that is known.
  public var date: Int { published ?? added }
}

/// A quote of the library with the article it is from.
public struct FoundQuote: Sendable {
  /// The quote.
  public let quote: KeptQuote
  /// Where its article is from.
  public let origin: String
  /// The article's headline.
  public let title: String
  /// Who published it.
  public let outlet: String
  /// When it is from, in seconds since 1970.
  public let date: Int
  /// Its article.
  public let article: Int
  /// What stands in the text from the quote's beginning to its end.
  public let exact: String
  /// Whether its article was read.
  public let isRead: Bool
  /// Whether its article has a star.
  public let isStarred: Bool
}
