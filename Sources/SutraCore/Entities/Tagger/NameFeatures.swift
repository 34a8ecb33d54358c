/// What a model looks at: for every token of a document the rows of weights of its features.
///
/// A feature is a hash of what it says; the row is some bits of the hash (hash kernels: Weinberger
/// and others, 2009). The trainer and the program share this code, so that they agree.
///
/// Features of a word by itself are looked up once for each distinct word and distance, as
/// `addWordFeatures(of:to:)`; those that need its neighbours or the rules are in `addTokenRows(_:in:style:to:)`.
package struct NameFeatures {
  /// Changes when the features do; a model of another revision is refused.
  package static let revision = 1
  /// How many words before and after a word count.
  package static let reach = 2

  let text: TokenizedDocument
  private let model: (UInt64) -> UInt8
  /// For each token what the rules take it for.
  private var ruling: [UInt16]
  /// For each word of the vocabulary what stands around it anywhere in the document.
  private var evidence: [UInt32]
  /// For each word the classes that count in pairs of words.
  private var digests: [UInt64]
  /// For each word the hash of its key.
  private let hashes: [UInt64]
  /// For each word the hash of its shortest stem.
  private let roots: [UInt64]
  /// For each token whether it is the first word of its sentence.
  private let opensSentence: TokenBits

  /// Reads a document.
  ///
  /// - Parameters:
  ///   - text: The document.
  ///   - standing: What the rules take for names, without overlap.
  ///   - wordClass: The class of a word by how often it is used, from its hash.
  init(
    _ text: TokenizedDocument, standing: [MentionProposal], wordClass: @escaping (UInt64) -> UInt8
  ) {
    self.text = text
    model = wordClass
    ruling = [UInt16](repeating: 0, count: text.tokens.count)
    for name in standing {
      let strength = name.weight < 0.6 ? 0 : name.weight < 0.75 ? 1 : 2
      for (position, token) in name.tokens.enumerated() {
        ruling[token] = Self.ruling(name.kind, isFirst: position == 0, strength)
      }
    }
    opensSentence = Self.openings(text)
    let words = text.vocabulary.words
    hashes = (0..<words.count).map { Self.hash(words.key($0)) }
    roots = (0..<words.count).map { word in
      let shortest = text.vocabulary.stems(of: Int32(word)).min { $0.keyLength < $1.keyLength }
      return Self.hash(words.key(word).prefix(shortest?.keyLength ?? Int.max))
    }
    digests = text.vocabulary.classes.indices.map { Self.digest(Int32($0), text.vocabulary) }
    evidence = []
    evidence = gatheredEvidence()
  }

  // MARK: - Words

  /// How many slots `slot(of:)` has.
  var slotCount: Int { text.vocabulary.words.count * 3 + Self.markSlots }
  /// Slots for what is no word.
  private static let markSlots = 16 * 16

  /// The slot of a token: one for each distinct word, small, capitalised and all in capitals, and
  /// one for each kind of mark.
  @inline(__always)
  func slot(of token: Int) -> Int {
    let token = text.tokens[token]
    return token.word < 0
      ? Int(token.kind.rawValue) * 16 + Int(token.style & 15)
      : Self.markSlots + Int(token.word) * 3 + Int(token.kind == .word ? min(token.style, 2) : 0)
  }

  /// The features of the word of a slot by itself, not yet told apart by distance.
  func addWordFeatures(of slot: Int, to found: inout WordFeatures) {
    guard slot >= Self.markSlots else {
      found.addWide(0, UInt64(slot))
      return
    }
    let word = Int32((slot - Self.markSlots) / 3)
    let style = UInt64((slot - Self.markSlots) % 3)
    let key = text.vocabulary.key(of: word)
    let hash = hashes[Int(word)]
    found.addWide(1, hash)
    let stems = text.vocabulary.stems(of: word)
    let shortest = stems.min { $0.keyLength < $1.keyLength }
    let longest = stems.max { $0.keyLength < $1.keyLength }
    let root = roots[Int(word)]
    found.addNear(2, root)
    if let longest { found.addNear(3, Self.hash(key.prefix(longest.keyLength))) }
    let classes = text.vocabulary.classes(of: word)
    let stemClasses = text.vocabulary.allClasses(of: word) & ~classes
    for bit in 0..<UInt64(32) {
      if classes & 1 << bit != 0 { found.addWide(4, bit) }
      if stemClasses & 1 << bit != 0 { found.addNear(5, bit) }
    }
    if classes == 0 { found.addNear(6, stemClasses == 0 ? 0 : 1) }
    found.addNear(7, UInt64(model(hash)))
    found.addNear(8, UInt64(model(root)) << 8 | (shortest == nil ? 0 : 1))
    found.addNear(9, style)
    found.addOwn(10, style << 32 | UInt64(classes))
    for stem in stems { found.addOwn(11, UInt64(stem.cases.rawValue)) }
    addAffixes(key, style, &found)
  }

  /// Beginnings and endings by scalars, length and shape.
  private func addAffixes(
    _ key: ArraySlice<UInt8>, _ style: UInt64, _ found: inout WordFeatures
  ) {
    var starts: [Int] = []
    var shape: UInt64 = 0
    var last: UInt64 = 0
    for index in key.indices where key[index] & 0xC0 != 0x80 {
      starts.append(index)
      let kind: UInt64
      switch key[index] {
      case 0x30...0x39: kind = 1
      case 0x61...0x7A, 0xC3...0xDF: kind = 2
      case 0x2D, 0xE2: kind = 3
      case 0x2E: kind = 4
      case 0x21...0x2F: kind = 5
      case 0xE0:
        kind =
          index + 2 < key.endIndex && key[index + 1] == 0xA7
            && (0xA6...0xAF).contains(key[index + 2])
          ? 1 : 6
      default: kind = 7
      }
      if kind != last { shape = shape << 3 | kind }
      last = kind
    }
    starts.append(key.endIndex)
    let count = starts.count - 1
    found.addNear(12, shape)
    found.addOwn(13, UInt64(min(count, 12)))
    for length in 1...4 where length <= count {
      let beginning = Self.hash(key[key.startIndex..<starts[length]])
      let ending = Self.hash(key[starts[count - length]...])
      let tag = UInt64(length)
      if length == 3 {
        found.addNear(14, beginning &+ tag)
        found.addNear(15, ending &+ tag)
      } else {
        found.addOwn(14, beginning &+ tag)
        found.addOwn(15, ending &+ tag)
      }
      if length > 1 { found.addOwn(16, (ending &+ tag) ^ style << 60) }
    }
    if count > 5 { found.addOwn(15, Self.hash(key[starts[count - 5]...]) &+ 5) }
  }

  // MARK: - Tokens

  /// Appends the rows of what a token's neighbours, the rules and the document say of it.
  ///
  /// - Parameters:
  ///   - token: Its index.
  ///   - range: The tokens of its sentence.
  ///   - style: The style of annotation, counted from 1; 0 for none.
  ///   - rows: Where to append.
  func addTokenRows(
    _ token: Int, in range: Range<Int>, style: Int, to rows: inout [UInt32]
  ) {
    let own = digest(token, range)
    let before = digest(token - 1, range)
    let second = digest(token - 2, range)
    let after = digest(token + 1, range)
    let next = digest(token + 2, range)
    func add(_ template: UInt64, _ value: UInt64) {
      rows.append(Self.row(Self.feature(template, value)))
    }
    add(32, Self.mix(before) &+ own)
    add(33, Self.mix(own) &+ after)
    add(34, Self.mix(Self.mix(before) &+ own) &+ after)
    add(35, Self.mix(Self.mix(second) &+ before) &+ own)
    add(36, Self.mix(Self.mix(own) &+ after) &+ next)
    add(37, Self.mix(before) &+ after)
    let ruled = UInt64(ruling[token])
    let ruledBefore = token > range.lowerBound ? UInt64(ruling[token - 1]) : 999
    let ruledAfter = token + 1 < range.upperBound ? UInt64(ruling[token + 1]) : 999
    add(38, ruled)
    add(39, ruledBefore << 32 | ruled)
    add(40, ruledAfter << 32 | ruled)
    add(41, ruledBefore)
    add(42, ruledAfter)
    add(43, Self.mix(ruled) &+ own)
    let word = text.tokens[token].word
    if word >= 0 {
      let around = evidence[Int(word)]
      for bit in 0..<UInt64(24) where around & 1 << bit != 0 { add(44, bit) }
      add(45, UInt64(around))
      add(46, UInt64(around & 0xFF) << 16 | ruled)
      let key = wordHash(word)
      if token > range.lowerBound {
        add(47, key << 32 | wordHash(text.tokens[token - 1].word))
      }
      if token + 1 < range.upperBound {
        add(48, key << 32 | wordHash(text.tokens[token + 1].word))
      }
    }
    if opensSentence.contains(token) { add(49, own) }
    if text.pairOfToken[token] >= 0 { add(50, before == 0 ? 1 : 0) }
    if text.tokens[token].followsBlank { add(51, own) }
    let tokenStyle = UInt64(text.tokens[token].style & 15)
    add(52, tokenStyle << 2 | (opensSentence.contains(token) ? 1 : 0))
    if style > 0 {
      let style = UInt64(style) << 56
      add(56, style)
      add(57, style | ruled)
      add(58, style ^ own)
      if word >= 0 { add(59, style ^ UInt64(evidence[Int(word)])) }
      if word >= 0 { add(60, style ^ wordHash(word)) }
      add(61, style ^ Self.mix(before))
    }
  }

  /// Half of the hash of a word's key; 0 for a mark.
  private func wordHash(_ word: Int32) -> UInt64 {
    word < 0 ? 0 : hashes[Int(word)] & 0xFFFF_FFFF
  }

  // MARK: - What counts of a word beside others

  @inline(__always)
  private func digest(_ token: Int, _ range: Range<Int>) -> UInt64 {
    guard range.contains(token) else { return 1 }
    let found = text.tokens[token]
    guard found.word >= 0 else { return UInt64(found.kind.rawValue) << 8 | 2 }
    return digests[Int(found.word)] &+ UInt64(found.style & 3) << 62
  }

  private static func digest(_ word: Int32, _ vocabulary: Vocabulary) -> UInt64 {
    let classes = vocabulary.classes(of: word)
    let stems = vocabulary.allClasses(of: word) & ~classes
    let names: UInt32 =
      LexicalClass.place.bit | LexicalClass.givenName.bit | LexicalClass.familyName.bit
      | LexicalClass.organization.bit | LexicalClass.organizationHead.bit
      | LexicalClass.placeHead.bit | LexicalClass.commonWord.bit | LexicalClass.timeWord.bit
      | LexicalClass.role.bit
    return UInt64(classes) << 2 | UInt64(stems & names) << 34 | 3
  }

  // MARK: - The document

  /// Bits of what stands around a word anywhere in the document.
  private enum Sign {
    static let followsTitle: UInt32 = 1 << 8
    static let precedesAge: UInt32 = 1 << 9
    static let precedesCue: UInt32 = 1 << 10
    static let precedesPlaceHead: UInt32 = 1 << 11
    static let precedesOrganizationHead: UInt32 = 1 << 12
    static let isSmall: UInt32 = 1 << 13
    static let isCapitalInside: UInt32 = 1 << 14
    static let precedesAcronym: UInt32 = 1 << 15
    static let inBrackets: UInt32 = 1 << 16
  }

  /// For each word of the vocabulary the signs of all words of the document with its root.
  private func gatheredEvidence() -> [UInt32] {
    let words = text.vocabulary.words
    var found = [UInt32](repeating: 0, count: words.count)
    let tokens = text.tokens
    for index in tokens.indices where tokens[index].kind == .word {
      let word = Int(tokens[index].word)
      var signs: UInt32 = 0
      let ruled = ruling[index]
      if ruled > 0 {
        let kind = UInt32(ruled / 16)
        let isFirst = ruled & 8 != 0
        if kind <= 3 { signs |= 1 << ((kind - 1) * 2 + (isFirst ? 0 : 1)) }
      }
      if index > 0, tokens[index].followsBlank {
        let classes = text.classes(index - 1)
        if classes.has(.title) || classes.has(.role) { signs |= Sign.followsTitle }
      }
      if index > 0, tokens[index - 1].kind == .openingBracket { signs |= Sign.inBrackets }
      if index + 1 < tokens.count {
        if tokens[index + 1].kind == .openingBracket {
          let isAge = index + 2 < tokens.count && tokens[index + 2].kind == .number
          signs |= isAge ? Sign.precedesAge : Sign.precedesAcronym
        }
        let classes = text.allClasses(index + 1)
        if classes.has(.cue) { signs |= Sign.precedesCue }
        if classes.has(.placeHead) { signs |= Sign.precedesPlaceHead }
        if classes.has(.organizationHead) { signs |= Sign.precedesOrganizationHead }
      }
      if text.isMarkedAsCommon(index) {
        signs |= Sign.isSmall
      } else if text.isMarkedAsName(index), !opensSentence.contains(index) {
        signs |= Sign.isCapitalInside
      }
      found[word] |= signs
    }
    var byRoot: [UInt64: UInt32] = [:]
    byRoot.reserveCapacity(words.count)
    for (word, root) in roots.enumerated() where found[word] != 0 {
      byRoot[root, default: 0] |= found[word]
    }
    return roots.map { byRoot[$0] ?? 0 }
  }

  private static func ruling(_ kind: EntityKind, isFirst: Bool, _ strength: Int) -> UInt16 {
    let number = EntityKind.allCases.firstIndex(of: kind) ?? 0
    return UInt16((number + 1) * 16 + (isFirst ? 8 : 0) + strength)
  }

  private static func openings(_ text: TokenizedDocument) -> TokenBits {
    var opens = TokenBits(tokenCount: text.tokens.count)
    for paragraph in text.paragraphs {
      var isOpen = true
      for index in paragraph {
        let kind = text.tokens[index].kind
        if kind == .word || kind == .number {
          if isOpen { opens.insert(index) }
          isOpen = false
        } else if kind == .terminator || kind == .openingQuote || kind == .colon {
          isOpen = true
        }
      }
    }
    return opens
  }

  // MARK: - Hashes

  /// The number of a feature.
  @inline(__always)
  static func feature(_ template: UInt64, _ value: UInt64) -> UInt64 {
    mix(value ^ template &* 0x9E37_79B9_7F4A_7C15)
  }

  /// The row of a feature; a model takes as many of its bits as it has.
  @inline(__always)
  static func row(_ feature: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: feature >> 32) }

  /// The finaliser of MurmurHash3 (Appleby, 2011).
  @inline(__always)
  static func mix(_ value: UInt64) -> UInt64 {
    var value = value
    value ^= value >> 33
    value = value &* 0xFF51_AFD7_ED55_8CCD
    value ^= value >> 33
    value = value &* 0xC4CE_B9FE_1A85_EC53
    return value ^ value >> 33
  }

  /// The hash of a word's key.
  package static func hash(_ key: ArraySlice<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in key { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return mix(hash)
  }
}
