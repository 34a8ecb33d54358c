import SutraCore

/// Draws the article's rows: each cell with all the roles that lie on it.
struct ArticlePainter {
  let state: ReaderState
  /// What the pane shows, and what is chosen there.
  private let content: any PaneContent
  private let chosen: Int?
  /// What else is marked for that.
  private let highlighted: [Span]

  init(_ state: ReaderState) {
    self.state = state
    content = state.view.content
    chosen = state.selection[state.view]
    highlighted = chosen.map { [content] in content.highlighted(whileChosen: $0, in: state) } ?? []
  }

  /// The runs of every row of the article's area, from the top.
  func rows() -> [[ScreenRun]] {
    let frame = state.frame
    return TextRowPainter(state.layout, frame.article, margin: frame.margin).rows(from: state.top) {
      RowLooks(
        marks: marks(in: $0), lit: state.listed == nil ? nil : litSpans(in: $0), isTitle: $1)
    }
  }

  /// What the listed quotations cover of a row: content, cue and speaker.
  private func litSpans(in span: Span) -> [Span] {
    state.index.quotations(in: span, state.article).filter(state.isListed).flatMap { number in
      marks(ofQuotation: number, isChosen: true).map(\.span)
    }
  }

  /// What lies on a row.
  private func marks(in span: Span) -> [RowLooks.Mark] {
    var found: [RowLooks.Mark] = []
    let article = state.article
    let inline = article.document.marks
    // Marks may lie in each other, but none is longer than its line.
    let firstMark = inline.partitioningIndex { $0.span.start >= span.start - Limits.lineBytes }
    for mark in inline[firstMark...] {
      if mark.span.start >= span.end { break }
      switch mark.kind {
      case .emphasis: found.append(RowLooks.Mark(span: mark.span, role: .emphasis))
      case .link(let address):
        found.append(
          RowLooks.Mark(span: mark.span, role: .link, link: LinkAddress.safe(address)))
      }
    }
    if state.highlighting.isOn {
      for number in state.index.mentions(in: span, article) {
        let mention = article.mentions[number]
        if state.highlighting.shows(mention.kind) {
          found.append(RowLooks.Mark(span: mention.span, role: Role.role(of: mention.kind)))
          if mention.isDoubtful { found.append(RowLooks.Mark(span: mention.span, role: .doubtful)) }
        }
        if let chosen, content.marks(mentionOf: mention.entity, whileChosen: chosen) {
          found.append(RowLooks.Mark(span: mention.span, role: .selectedEntity))
        }
      }
      for number in state.index.quotations(in: span, article) {
        found += marks(ofQuotation: number)
      }
    }
    for place in highlighted[highlighted.partitioningIndex { $0.end > span.start }...] {
      if place.start >= span.end { break }
      found.append(RowLooks.Mark(span: place, role: .selected))
    }
    if let search = state.search {
      let first = search.matches.partitioningIndex { $0.end > span.start }
      for number in first..<search.matches.count {
        let match = search.matches[number]
        if match.start >= span.end { break }
        found.append(
          RowLooks.Mark(span: match, role: number == search.current ? .currentMatch : .match))
      }
    }
    found.removeAll { !$0.span.overlaps(span) }
    return found
  }

  private func marks(ofQuotation number: Int) -> [RowLooks.Mark] {
    let isChosen =
      chosen.map { content.marks(number, whileChosen: $0, in: state) } ?? false
    return marks(ofQuotation: number, isChosen: isChosen)
  }

  private func marks(ofQuotation number: Int, isChosen: Bool) -> [RowLooks.Mark] {
    let quotation = state.article.quotations[number]
    let attribution = state.article.attributions[number]
    // The words between the parts of a quotation are the article's.
    var found = quotation.segments.map { RowLooks.Mark(span: $0, role: .quotation) }
    guard isChosen else { return found }
    found += quotation.segments.map { RowLooks.Mark(span: $0, role: .selected) }
    if let cue = quotation.cue { found.append(RowLooks.Mark(span: cue, role: .cue)) }
    if let speaker = attribution.speaker?.span {
      found.append(RowLooks.Mark(span: speaker, role: .speaker))
    }
    if let addressee = attribution.addressee {
      found.append(RowLooks.Mark(span: addressee, role: .addressee))
    }
    if let medium = attribution.medium {
      found.append(RowLooks.Mark(span: medium.span, role: .medium))
    }
    return found
  }
}
