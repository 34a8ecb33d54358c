import SutraCore

/// What an article rests on, in facts that a reader can check, each with its place: no score of truth.
///
/// All figures are sums over `sentences` and `quotations`.
public struct SourceAudit: Sendable {
  /// A sentence of the article.
  public struct Sentence: Hashable, Sendable {
    /// Where it stands.
    public let span: Span
    /// Its words.
    public let words: Int
    /// Those of them that somebody says.
    public let attributedWords: Int
    /// The quotations that have words in it: indices into the article's, outermost ones alone.
    public let quotations: [Int]
    /// Whether somebody says it, or a good part of it.
    public let isAttributed: Bool
    /// Whether it may carry on what somebody said before, though nothing in it tells so.
    public let mayCarryOn: Bool
    /// Whether the article itself claims it: no headline, question, credit line or scrap.
    public let isClaim: Bool
    /// What makes it one to check first.
    public let signs: [ClaimSign]
  }

  /// A quotation that stands in no other, in words that tell that somebody says it.
  public struct Quoted: Hashable, Sendable {
    /// Its index in the article's `quotations`.
    public let quotation: Int
    /// Its words.
    public let words: Int
    /// Who says it, an index into `speakers`.
    public let speaker: Int
  }

  /// Somebody who says something.
  public struct Speaker: Hashable, Sendable {
    /// The name, or how the article calls the speaker; `nil` for nobody named.
    public let name: String?
    /// How the article names the speaker, pronouns and what carries on resolved as far as it tells;
    /// `nil` for nobody named.
    public let kind: SpeakerKind?
    /// Words of all that the speaker says.
    public var words: Int
    /// Indices into the article's `quotations`.
    public var quotations: [Int]
    /// Whether it is one person, named or not.
    public let isPerson: Bool
    /// Whether the text says that it is a woman or a man; `nil` where it does not, whatever the name.
    public internal(set) var gender: ToldGender?
    /// The words that say so.
    public internal(set) var genderSpan: Span?
  }

  /// What somebody says whose name is withheld.
  public struct Anonymous: Hashable, Sendable {
    /// Index in the article's `quotations`.
    public let quotation: Int
    /// The words for the speaker.
    public let speaker: Span?
    /// The words that say why or that the name is withheld; `nil` where there are none.
    public let reason: Span?
  }

  /// Whether somebody who is accused is heard.
  public enum Answer: String, Sendable {
    /// Something that they say is in the article.
    case quoted
    /// The article tells that they did not answer.
    case declined
    /// Neither.
    case none
  }

  /// A person in a sentence that accuses somebody, who does not say that sentence.
  public struct Accused: Hashable, Sendable {
    /// Index in the article's `entities`.
    public let entity: Int
    /// The first such mention.
    public let span: Span
    /// Whether the article has their answer.
    public let answer: Answer
  }

  /// A medium that has it from another.
  public struct Relayed: Hashable, Sendable {
    /// Index in the article's `quotations`.
    public let quotation: Int
    /// The medium that tells it.
    public let medium: String
    /// Whom it has it from.
    public let origin: String
  }

  /// All sentences in text order.
  public let sentences: [Sentence]
  /// All quotations that stand in no other and do more than carry on, in text order.
  public let quotations: [Quoted]
  /// All who say something, those who say most first.
  public let speakers: [Speaker]
  /// What is said by those whose names are withheld.
  public let anonymous: [Anonymous]
  /// Who is accused.
  public let accused: [Accused]
  /// What media have from others.
  public let relayed: [Relayed]

  /// Words of all sentences.
  public var words: Int { sentences.reduce(0) { $0 + $1.words } }
  /// Words that somebody says.
  public var attributedWords: Int { quotations.reduce(0) { $0 + $1.words } }

  /// Claims of the article itself, by their indices in `sentences`: numbers, accusations and
  /// superlatives first, in text order otherwise.
  public var claims: [Int] {
    sentences.indices.filter { sentences[$0].isClaim }.sorted { one, other in
      let ranks = [one, other].map { sentences[$0].signs.map(Self.rank).min() ?? Int.max }
      return ranks[0] == ranks[1] ? one < other : ranks[0] < ranks[1]
    }
  }

  private static func rank(_ sign: ClaimSign) -> Int {
    ClaimSign.allCases.firstIndex(of: sign) ?? Int.max
  }

  /// The persons among those who say something whom the text calls women or men, or, for `nil`,
  /// neither.
  public func persons(_ gender: ToldGender?) -> [Speaker] {
    speakers.filter { $0.isPerson && $0.gender == gender }
  }

  /// Words by the kind of who says them, most first; `nil` for nobody named.
  public var kinds: [(kind: SpeakerKind?, words: Int)] {
    var found: [SpeakerKind?: Int] = [:]
    for speaker in speakers { found[speaker.kind, default: 0] += speaker.words }
    return found.map { ($0.key, $0.value) }.sorted {
      $0.words == $1.words
        ? ($0.kind?.rawValue ?? "") < ($1.kind?.rawValue ?? "") : $0.words > $1.words
    }
  }
}
