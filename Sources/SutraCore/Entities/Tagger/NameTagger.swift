/// Finds names with a trained model, which knows what the rules take for names.
package struct NameTagger {
  /// A name as the model finds it.
  package struct Name {
    /// Its tokens.
    package let tokens: Range<Int>
    /// What it names.
    package let kind: EntityKind
    /// How probable the model makes it; not yet calibrated.
    package let probability: Float
    /// How sure a rule is of the very same name; 0 when none has it.
    var ruleWeight: Double
    /// Whether it is among the labels that are best together.
    var isBest: Bool
  }

  private let model: NameModel
  private let features: NameFeatures
  private let style: Int
  private var chain: LabelChain
  /// For each slot its place in `scores`, or -1.
  private var places: [Int32]
  /// For each slot that occurs what its word adds to tokens at each distance.
  private var scores: [SIMD16<Int16>] = []
  private let standing: [MentionProposal]
  /// The first of `standing` that does not end before the chain.
  private var nextStanding = 0
  private var word = WordFeatures()
  private var rows: [UInt32] = []

  /// Finds the names of a document: what the model takes for names, and what it makes of those of
  /// the rules.
  ///
  /// - Parameters:
  ///   - text: The document.
  ///   - standing: What the rules take for names, without overlap.
  ///   - model: The model.
  ///   - style: The style of annotation, or `nil` for that which the model assumes.
  ///   - body: What to do with a name.
  static func forEachName(
    in text: TokenizedDocument, standing: [MentionProposal], model: NameModel, style: Int? = nil,
    _ body: (Name) -> Void
  ) {
    var tagger = NameTagger(text, standing, model, style ?? model.style)
    text.forEachChain { chain in
      tagger.names(in: chain).forEach(body)
      return !text.stop.isUp
    }
  }

  private init(
    _ text: TokenizedDocument, _ standing: [MentionProposal], _ model: NameModel, _ style: Int
  ) {
    self.model = model
    self.style = style
    self.standing = standing
    features = NameFeatures(text, standing: standing, wordClass: model.wordClass)
    chain = LabelChain(labels: model.labels, transitions: model.transitions)
    places = [Int32](repeating: -1, count: features.slotCount)
  }

  private mutating func names(in range: Range<Int>) -> [Name] {
    let emissions = emissions(range)
    let labels = chain.best(emissions)
    while nextStanding < standing.count,
      standing[nextStanding].tokens.lowerBound < range.lowerBound
    { nextStanding += 1 }
    let firstRuled = nextStanding
    while nextStanding < standing.count,
      standing[nextStanding].tokens.upperBound <= range.upperBound
    {
      nextStanding += 1
    }
    let ruled = standing[firstRuled..<nextStanding]
    guard !ruled.isEmpty || labels.contains(where: { $0 != 0 }) else { return [] }
    chain.read(emissions)
    var found: [Name] = []
    var index = 0
    while index < labels.count {
      guard let kind = model.labels[labels[index]].kind else {
        index += 1
        continue
      }
      let inside = model.labels.firstIndex(of: NameLabel(kind: kind, begins: false))
      var end = index + 1
      while end < labels.count, labels[end] == inside { end += 1 }
      let tokens = range.lowerBound + index..<range.lowerBound + end
      let rule = ruled.first { $0.tokens == tokens && $0.kind == kind }
      found.append(name(tokens, kind, range, ruleWeight: rule?.weight ?? 0, isBest: true))
      index = end
    }
    let best = found
    for rule in ruled where model.labels.contains(NameLabel(kind: rule.kind, begins: true)) {
      if best.contains(where: { $0.tokens == rule.tokens && $0.kind == rule.kind }) { continue }
      found.append(name(rule.tokens, rule.kind, range, ruleWeight: rule.weight, isBest: false))
    }
    return found
  }

  private func name(
    _ tokens: Range<Int>, _ kind: EntityKind, _ range: Range<Int>, ruleWeight: Double, isBest: Bool
  ) -> Name {
    let begin = model.labels.firstIndex(of: NameLabel(kind: kind, begins: true)) ?? 0
    let inside = model.labels.firstIndex(of: NameLabel(kind: kind, begins: false))
    let local = tokens.lowerBound - range.lowerBound..<tokens.upperBound - range.lowerBound
    return Name(
      tokens: tokens, kind: kind,
      probability: chain.probability(local, begin: begin, inside: inside),
      ruleWeight: ruleWeight, isBest: isBest)
  }

  private mutating func emissions(_ range: Range<Int>) -> [LabelScores] {
    rows.removeAll(keepingCapacity: true)
    var found: [LabelScores] = []
    found.reserveCapacity(range.count)
    var (begin, end) = (0, 0)
    for token in range.lowerBound...range.upperBound {
      // The weights of a token are on their way while those of the one before are added.
      if token < range.upperBound {
        features.addTokenRows(token, in: range, style: style, to: &rows)
        for row in rows[end...] { model.expect(row: row) }
      }
      if token > range.lowerBound { found.append(emission(token - 1, range, begin..<end)) }
      (begin, end) = (end, rows.count)
    }
    return found
  }

  /// The scores of a token, whose own rows are some of those gathered.
  private mutating func emission(
    _ token: Int, _ range: Range<Int>, _ own: Range<Int>
  ) -> LabelScores {
    var sum = SIMD16<Int16>(repeating: 0)
    let first = max(range.lowerBound, token - NameFeatures.reach)
    let last = min(range.upperBound - 1, token + NameFeatures.reach)
    for other in first...last {
      let place = self.place(features.slot(of: other))
      sum &+= scores[place + other - token + NameFeatures.reach]
    }
    for row in rows[own] { model.add(row: row, to: &sum) }
    var emission = LabelScores(sum) * model.scale
    emission[0] += model.outsideShift
    return emission
  }

  /// Where the scores of a slot begin.
  private mutating func place(_ slot: Int) -> Int {
    if places[slot] >= 0 { return Int(places[slot]) }
    let place = scores.count
    places[slot] = Int32(place)
    word.removeAll()
    features.addWordFeatures(of: slot, to: &word)
    for distance in -NameFeatures.reach...NameFeatures.reach {
      var sum = SIMD16<Int16>(repeating: 0)
      word.forEachRow(distance: distance) { model.add(row: $0, to: &sum) }
      scores.append(sum)
    }
    return place
  }
}
