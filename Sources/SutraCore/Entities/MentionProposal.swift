/// The canonical name of something, by its number in the strings of a language's lexicon.
struct CanonicalName: Hashable, Sendable {
  /// 0 for the document's own language, else one more than an index in its `foreignPacks`.
  let pack: UInt8
  /// The number of the string.
  let string: Int32

  /// The name that a sense of the document's own language tells; `nil` when it tells none.
  init?(_ sense: Sense) {
    guard sense.value >= 0 else { return nil }
    self.init(pack: 0, string: sense.value)
  }

  /// A name by its numbers.
  init(pack: UInt8, string: Int32) {
    self.pack = pack
    self.string = string
  }
}

/// A stretch of tokens that one rule, or a model, takes for the name of something.
///
/// A long text has very many, so one takes 24 bytes.
struct MentionProposal: Sendable {
  private let first: Int32
  private let canonicalString: Int32
  private let count: UInt16
  private let stem: UInt16
  /// What the last word's ending says.
  let cases: CaseSet
  /// What kind of thing they name.
  let kind: EntityKind
  /// 1 for a medium, and from the second bit on the language of the canonical name.
  private let signs: UInt8
  /// How sure the proposer is, from 0 to 1; where two overlap, the surer one stands.
  let weight: Double

  /// The tokens, the last of which may carry a case ending.
  var tokens: Range<Int> { Int(first)..<Int(first) + Int(count) }
  /// Length of the last word's stem in bytes of its key, or 0 when it carries no ending.
  var stemLength: Int { Int(stem) }
  /// Whether it names a broadcaster, newspaper or agency.
  var isMedia: Bool { signs & 1 != 0 }
  /// The canonical name the lexicon knows it by, for linking; `nil` when it knows none.
  var canonical: CanonicalName? {
    canonicalString < 0 ? nil : CanonicalName(pack: signs >> 1, string: canonicalString)
  }

  /// Makes a proposal.
  init(
    tokens: Range<Int>, kind: EntityKind, weight: Double, canonical: CanonicalName?,
    stemLength: Int, cases: CaseSet, isMedia: Bool
  ) {
    first = Int32(truncatingIfNeeded: tokens.lowerBound)
    count = UInt16(clamping: tokens.count)
    stem = UInt16(clamping: stemLength)
    self.kind = kind
    self.weight = weight
    canonicalString = canonical?.string ?? -1
    signs = (canonical?.pack ?? 0) << 1 | (isMedia ? 1 : 0)
    self.cases = cases
  }

  /// The same on other tokens and as another kind of thing: by other tokens the lexicon knows it no
  /// more, and only an organisation is a medium.
  func with(_ tokens: Range<Int>, _ kind: EntityKind) -> MentionProposal {
    MentionProposal(
      tokens: tokens, kind: kind, weight: weight,
      canonical: tokens == self.tokens ? canonical : nil, stemLength: stemLength, cases: cases,
      isMedia: isMedia && kind == .organization)
  }

  /// The same with another weight.
  func weighing(_ weight: Double) -> MentionProposal {
    MentionProposal(
      tokens: tokens, kind: kind, weight: weight, canonical: canonical, stemLength: stemLength,
      cases: cases, isMedia: isMedia)
  }
}

extension MentionProposal {
  /// Whether it names a possible party to a quotation, and by more than a noun for what it is.
  func isParty(in text: TokenizedDocument) -> Bool {
    guard kind.isParty else { return false }
    guard kind == .organization, tokens.count == 1, canonical == nil, !isMedia else { return true }
    let classes = text.allClasses(tokens.lowerBound)
    return !classes.has(.role) || classes.has(.organization)
  }
}

/// Something that finds names: a set of rules now, a trained model beside them later.
protocol MentionProposer: Sendable {
  /// What it takes for names; proposals may overlap.
  func proposals(in text: TokenizedDocument) -> [MentionProposal]
}

extension Array where Element == MentionProposal {
  /// The proposals that stand: surer ones first, then longer, then earlier; none overlap.
  ///
  /// - Parameters:
  ///   - later: Further proposals, which come after all of these.
  ///   - tokenCount: How many tokens the text has.
  /// - Returns: Those that stand, in text order.
  func resolved(with later: [MentionProposal] = [], tokenCount: Int) -> [MentionProposal] {
    func proposal(_ index: Int32) -> MentionProposal {
      Int(index) < count ? self[Int(index)] : later[Int(index) - count]
    }
    var taken = TokenBits(tokenCount: tokenCount)
    var order = (0..<Int32(count + later.count)).map { $0 }
    order.sort { left, right in
      let (one, other) = (proposal(left), proposal(right))
      if one.weight != other.weight { return one.weight > other.weight }
      if one.tokens.count != other.tokens.count { return one.tokens.count > other.tokens.count }
      return left < right
    }
    var kept = 0
    for index in order {
      let tokens = proposal(index).tokens
      if tokens.contains(where: { taken.contains($0) }) { continue }
      taken.insert(tokens)
      order[kept] = index
      kept += 1
    }
    order.removeSubrange(kept...)
    order.sort { proposal($0).tokens.lowerBound < proposal($1).tokens.lowerBound }
    return order.map(proposal)
  }
}
