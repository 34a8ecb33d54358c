/// A noun phrase that stands for a party: its head and what goes before it.
struct NounPhrase: Sendable {
  /// What the head is.
  enum Head: Sendable, Equatable {
    /// A name, with its index among the mentions.
    case mention(Int)
    case role
    /// A court, government or other body named by what it is.
    case body
    case collective
    case pronoun(isPlural: Bool, isThing: Bool)
    case media
    case document
    /// A word that stands where the speaker belongs.
    case unknown
  }

  /// All its tokens, modifiers included.
  @SmallTokens var tokens: Range<Int>
  /// The tokens of its head.
  @SmallTokens var headTokens: Range<Int>
  /// What the head is.
  @SmallHead var head: Head
  /// Length of the last word's stem in bytes of its key, or 0 when it carries no ending.
  @SmallNumber var stemLength: Int
  /// What the last word's ending says.
  var cases: CaseSet = []
  /// The relative pronoun that stands for the phrase in its clause.
  @SmallOptionalTokens var relative: Range<Int>? = nil
}

extension NounPhrase {
  /// A phrase that is nothing but its head.
  init(_ tokens: Range<Int>, _ head: Head, stemLength: Int = 0, cases: CaseSet = []) {
    self.init(
      tokens: tokens, headTokens: tokens, head: head, stemLength: stemLength, cases: cases)
  }
}

/// Keeps what a head is in 8 bytes.
@propertyWrapper
struct SmallHead: Sendable {
  private let name: Int32
  private let kind: UInt8

  private static let plain: [NounPhrase.Head] = [
    .role, .body, .collective, .pronoun(isPlural: false, isThing: false),
    .pronoun(isPlural: false, isThing: true), .pronoun(isPlural: true, isThing: false),
    .pronoun(isPlural: true, isThing: true), .media, .document, .unknown,
  ]

  init(wrappedValue head: NounPhrase.Head) {
    if case .mention(let index) = head {
      (name, kind) = (Int32(truncatingIfNeeded: index), 0)
    } else {
      (name, kind) = (-1, UInt8(Self.plain.firstIndex(of: head) ?? Self.plain.count - 1))
    }
  }

  var wrappedValue: NounPhrase.Head {
    get { name < 0 ? Self.plain[Int(kind)] : .mention(Int(name)) }
    set { self = SmallHead(wrappedValue: newValue) }
  }
}
