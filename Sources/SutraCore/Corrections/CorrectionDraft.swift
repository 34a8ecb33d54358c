/// An article on which corrections are being laid.
struct CorrectionDraft {
  /// A quotation with who says it.
  struct Quote {
    var quotation: Quotation
    var attribution: Attribution
    /// Its number before anything was corrected; `nil` of one that was missed.
    let number: Int?
    /// Whether its ends are others than they were.
    var isMoved = false
    /// Whether its speaker is another one.
    var isOtherSpeaker = false
  }

  let original: Article
  var names: NameDraft
  var quotes: [Quote]

  init(_ article: Article) {
    original = article
    names = NameDraft(article)
    quotes = article.quotations.indices.map {
      Quote(
        quotation: article.quotations[$0], attribution: article.attributions[$0], number: $0)
    }
  }

  private var text: SourceText { original.document.text }

  mutating func take(_ correction: Correction) {
    guard let span = correction.anchor.span(in: text), !span.isEmpty else { return }
    switch correction {
    case .quotation(let correction): take(correction, at: span)
    case .noQuotation:
      if let place = quote(at: span) { quotes.remove(at: place) }
    case .name(let correction):
      let moved = names.take(correction, at: span)
      for (from, to) in moved { follow(from: from, to: to) }
    case .noName: names.remove(at: span)
    }
  }

  /// The quotation that some words are the content of, or most of it.
  private func quote(at span: Span) -> Int? {
    if let exact = quotes.firstIndex(where: { $0.quotation.content == span }) { return exact }
    let shared = quotes.map { $0.quotation.content.share(of: span) }
    guard let best = shared.indices.max(by: { shared[$0] < shared[$1] }), shared[best] >= 0.5
    else { return nil }
    return best
  }

  private mutating func take(_ correction: QuotationCorrection, at span: Span) {
    let content = correction.content?.span(in: text) ?? span
    guard !content.isEmpty else { return }
    if let place = quote(at: span) {
      let isOther = content != quotes[place].quotation.content && correction.content != nil
      quotes[place].quotation = quotes[place].quotation.byHand(
        content: isOther ? content : nil, form: correction.form,
        cue: correction.cue?.span(in: text),
        isConfirmed: correction.speaker == nil)
      quotes[place].isMoved = quotes[place].isMoved || isOther
      take(correction.speaker, of: place)
    } else {
      quotes.append(
        Quote(
          quotation: Quotation(
            form: correction.form ?? QuotationForm(of: content, in: text), content: content,
            cue: correction.cue?.span(in: text), isUnterminated: false, confidence: 1, rule: .byHand
          ),
          attribution: Attribution(speaker: nil, addressee: nil, medium: nil, rule: .byHand),
          number: nil, isMoved: true))
      take(correction.speaker, of: quotes.count - 1)
    }
  }

  private mutating func take(_ correction: SpeakerCorrection?, of place: Int) {
    guard let correction else { return }
    var speaker: Speaker?
    if case .somebody(let name, let kind, let anchor) = correction {
      let span = anchor?.span(in: text)
      let entity = span.flatMap { names.entity(at: $0, named: name) } ?? names.entity(named: name)
      speaker = Speaker(
        span: span, entity: entity, name: name ?? entity.map { names.entities[$0].name },
        kind: kind)
    }
    let before = quotes[place].attribution
    quotes[place].attribution = before.with(speaker, rule: .byHand)
    quotes[place].isOtherSpeaker = true
  }

  /// Speakers go with the names that they are known by.
  private mutating func follow(from: NameDraft.Place, to entity: Int) {
    for place in quotes.indices {
      guard let speaker = quotes[place].attribution.speaker, speaker.entity == from.entity
      else { continue }
      let isNamedHere = speaker.span.map { $0.overlaps(from.span) } ?? false
      guard isNamedHere || names.entities[from.entity].mentions.isEmpty else { continue }
      let moved = Speaker(
        span: speaker.span, entity: entity, name: names.entities[entity].name, kind: speaker.kind,
        role: speaker.role, reason: speaker.reason, isCollective: speaker.isCollective)
      quotes[place].attribution = quotes[place].attribution.with(moved, rule: .byHand)
      quotes[place].isOtherSpeaker = true
    }
  }

  // MARK: The article

  /// The article that all of it makes.
  var article: Article {
    let order = quotes.indices.sorted {
      (quotes[$0].quotation.content.start, $0) < (quotes[$1].quotation.content.start, $1)
    }
    let sorted = order.map { quotes[$0] }
    var numbers: [Int: Int] = [:]
    for (number, quote) in sorted.enumerated() {
      if let old = quote.number { numbers[old] = number }
    }
    let quotations = sorted.indices.map { number -> Quotation in
      let quote = sorted[number]
      let parent =
        quote.isMoved
        ? parent(of: number, in: sorted) : quote.quotation.parent.flatMap { numbers[$0] }
      return quote.quotation.with(parent: parent)
    }
    let named = names.finished(keeping: sorted.map(\.attribution), original.sources)
    let sources = CorrectedSources(
      named.sources, sorted, quotations, named.attributions, numbers, text
    ).sources
    return Article(
      document: original.document, mentions: named.mentions, entities: named.entities,
      quotations: quotations, attributions: named.attributions, sources: sources,
      diagnostics: original.diagnostics, wording: original.wording,
      sentences: original.sentences)
  }

  /// The smallest quotation around one.
  private func parent(of number: Int, in sorted: [Quote]) -> Int? {
    let own = sorted[number].quotation.content
    let around = sorted.indices.filter {
      let other = sorted[$0].quotation.content
      return $0 != number && other.contains(own) && other != own
    }
    return around.min {
      sorted[$0].quotation.content.length < sorted[$1].quotation.content.length
    }
  }
}

extension Span {
  /// From 0 to 1: the bytes that two spans share, of all that are in either.
  fileprivate func share(of other: Span) -> Double {
    let shared = min(end, other.end) - max(start, other.start)
    guard shared > 0 else { return 0 }
    return Double(shared) / Double(length + other.length - shared)
  }
}

extension Quotation {
  /// The quotation as somebody's hand has made it; where that is confirmed, what is not changed is
  /// right as well.
  fileprivate func byHand(
    content: Span?, form: QuotationForm?, cue: Span?, isConfirmed: Bool
  ) -> Quotation {
    let isChanged = content != nil || form != nil || cue != nil
    guard isChanged || isConfirmed else { return self }
    let whole = content ?? self.content
    var parts = segments.map {
      Span(start: max($0.start, whole.start), end: min($0.end, whole.end))
    }.filter { !$0.isEmpty }
    if let first = parts.first, let last = parts.last {
      parts[0] = Span(start: whole.start, end: first.end)
      let start = parts.count == 1 ? whole.start : last.start
      parts[parts.count - 1] = Span(start: start, end: whole.end)
    }
    return Quotation(
      form: form ?? self.form, content: whole, cue: cue ?? self.cue,
      isUnterminated: content == nil && isUnterminated, confidence: 1, rule: .byHand,
      segments: parts, reading: cue == nil ? reading : nil, isNegated: isNegated, time: time,
      parent: parent)
  }

  /// The quotation inside of another one.
  fileprivate func with(parent: Int?) -> Quotation {
    guard parent != self.parent else { return self }
    return Quotation(
      form: form, content: content, cue: cue, isUnterminated: isUnterminated,
      confidence: confidence, rule: rule, segments: segments, reading: reading,
      isNegated: isNegated, time: time, parent: parent)
  }
}

extension Attribution {
  /// The attribution to somebody else, who is sure.
  func with(_ speaker: Speaker?, rule: AttributionRule) -> Attribution {
    Attribution(speaker: speaker, addressee: addressee, medium: medium, rule: rule, origin: origin)
  }
}

extension QuotationForm {
  /// How much of some words stands in quotation marks, as far as their first mark tells.
  package init(of content: Span, in text: SourceText) {
    self = text.bytes.withUnsafeBufferPointer { bytes in
      var position = content.start
      let end = min(content.end, bytes.count)
      while position < end {
        let (kind, length) = ScalarKind.at(position, in: bytes, before: end)
        switch kind {
        case .openingQuote, .straightQuote: return position == content.start ? .direct : .mixed
        default: position += length
        }
      }
      return .indirect
    }
  }
}
