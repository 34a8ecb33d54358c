extension Correction {
  /// The corrections that make one analysis of a text another one, as an annotator has made it.
  ///
  /// Laid over the first article they give one with the quotations, speakers and names of the
  /// second; what neither a quotation nor a name says stays as it was found.
  ///
  /// - Parameters:
  ///   - found: What was found.
  ///   - wanted: What it should have been; an analysis of the same text.
  /// - Returns: The corrections, of which there are `Limits.corrections` at most.
  public static func changes(from found: Article, to wanted: Article) -> [Correction] {
    let finder = CorrectionFinder(found: found, wanted: wanted)
    return Array((finder.names() + finder.quotations()).prefix(Limits.corrections))
  }
}

/// Finds what tells two analyses of one text apart.
private struct CorrectionFinder {
  let found: Article
  let wanted: Article

  private var text: SourceText { found.document.text }

  private func anchor(_ span: Span) -> TextAnchor { TextAnchor(span, in: text) }

  // MARK: Quotations

  func quotations() -> [Correction] {
    let contents = found.quotations.map(\.content)
    var exact: [Span: Int] = [:]
    for (number, content) in contents.enumerated() where exact[content] == nil {
      exact[content] = number
    }
    var isTaken = [Bool](repeating: false, count: contents.count)
    var pairs: [(wanted: Int, found: Int?)] = []
    for (number, quotation) in wanted.quotations.enumerated() {
      let same = exact[quotation.content].flatMap { isTaken[$0] ? nil : $0 }
      if let same { isTaken[same] = true }
      pairs.append((number, same))
    }
    let order = contents.indices.sorted { contents[$0] < contents[$1] }
    for index in pairs.indices where pairs[index].found == nil {
      let near = nearest(wanted.quotations[pairs[index].wanted].content, contents, order, isTaken)
      pairs[index].found = near
      if let near { isTaken[near] = true }
    }
    let gone = contents.indices.filter { !isTaken[$0] }.map {
      Correction.noQuotation(anchor(contents[$0]))
    }
    return gone + pairs.compactMap { correction(of: $0.wanted, foundAs: $0.found) }
  }

  /// The quotation that shares most with some words, and more than half.
  private func nearest(
    _ content: Span, _ contents: [Span], _ order: [Int], _ isTaken: [Bool]
  ) -> Int? {
    let end = order.partitioningIndex { contents[$0].start >= content.end }
    var best: (number: Int, shared: Int)?
    // Those that begin far before it are longer than it.
    for number in order[..<end].suffix(200) where !isTaken[number] {
      let other = contents[number]
      let shared = min(other.end, content.end) - max(other.start, content.start)
      let all = other.length + content.length - shared
      if shared * 2 > all, shared > best?.shared ?? 0 { best = (number, shared) }
    }
    return best?.number
  }

  private func correction(of number: Int, foundAs old: Int?) -> Correction? {
    let quotation = wanted.quotations[number]
    let speaker = wanted.attributions[number].speaker
    guard let old else {
      return .quotation(
        QuotationCorrection(
          at: anchor(quotation.content), form: quotation.form, cue: quotation.cue.map(anchor),
          speaker: correction(speaker)))
    }
    let before = found.quotations[old]
    var change = QuotationCorrection(at: anchor(before.content))
    if before.content != quotation.content { change.content = anchor(quotation.content) }
    if before.form != quotation.form { change.form = quotation.form }
    if before.cue != quotation.cue { change.cue = quotation.cue.map(anchor) }
    let other = found.attributions[old].speaker
    if other?.name != speaker?.name || other?.span != speaker?.span {
      change.speaker = correction(speaker)
    }
    return change == QuotationCorrection(at: change.at) ? nil : .quotation(change)
  }

  private func correction(_ speaker: Speaker?) -> SpeakerCorrection {
    speaker.map { .somebody(name: $0.name, kind: $0.kind, at: $0.span.map(anchor)) } ?? .nobody
  }

  // MARK: Names

  func names() -> [Correction] {
    var known: [Span: Int] = [:]
    for (number, mention) in found.mentions.enumerated() { known[mention.span] = number }
    var changes: [Correction] = []
    var kept: Set<Int> = []
    for mention in wanted.mentions {
      let name = wanted.entities[mention.entity].name
      if let number = known[mention.span] {
        kept.insert(number)
        let before = found.mentions[number]
        let isSame = found.entities[before.entity].name == name
        guard !isSame || before.kind != mention.kind else { continue }
      }
      changes.append(
        .name(
          NameCorrection(
            at: anchor(mention.span), kind: mention.kind, name: name, isEverywhere: false)))
    }
    let gone = found.mentions.indices.filter { !kept.contains($0) }.map {
      Correction.noName(anchor(found.mentions[$0].span))
    }
    return gone + changes
  }
}
