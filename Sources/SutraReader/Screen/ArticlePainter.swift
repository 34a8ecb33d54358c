import SutraCore

/// Draws the article's rows: each cell with all the roles that lie on it.
struct ArticlePainter {
  /// A stretch of text with a role.
  private struct Mark {
    let span: Span
    let role: Role
  }

  let state: ReaderState
  private let area: ScreenArea
  private let margin: Int
  private let cells: CellReader
  private let places: [Span]

  init(_ state: ReaderState) {
    self.state = state
    let frame = state.frame
    area = frame.article
    margin = frame.margin
    cells = CellReader(profile: state.layout.profile)
    // The quotations of the chosen source, or the mentions of the chosen entity.
    places =
      state.view == .quotations
      ? [] : state.selection[state.view].map { state.places(of: $0, in: state.view) } ?? []
  }

  /// The runs of every row of the article's area, from the top.
  func rows() -> [[ScreenRun]] {
    let bytes = state.article.document.text.bytes
    var rows: [[ScreenRun]] = []
    rows.reserveCapacity(area.rows)
    var position = state.top
    let last = state.layout.last
    bytes.withUnsafeBufferPointer { bytes in
      for _ in 0..<area.rows {
        guard position <= last else {
          rows.append([])
          continue
        }
        if let row = state.layout.row(at: position) {
          let isTitle = state.layout.blocks[position.block].isTitle
          rows.append(runs(of: row, isTitle: isTitle, bytes))
        } else {
          rows.append([])
        }
        let next = state.layout.position(position, movedBy: 1)
        position = next == position ? RowPosition(block: last.block + 1, row: 0) : next
      }
    }
    return rows
  }

  private func runs(
    of row: TextRow, isTitle: Bool, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> [ScreenRun] {
    let base = isTitle ? RoleSet(.text).with(.title) : RoleSet(.text)
    let marks = marks(in: row.span)
    // A filter lets the words that it lists stand out from the rest.
    let lit = state.listed == nil ? [] : litSpans(in: row.span)
    var writer = RowWriter(
      from: area.column + margin, to: area.endColumn, profile: state.layout.profile)
    var pending: [UInt8] = []
    var columns = 0
    var roles = base
    var isBehindMark = false
    pending.reserveCapacity(row.span.length)
    cells.forEachCell(in: row.span, of: bytes) { cell in
      var own = base
      for mark in marks where mark.span.overlaps(cell.span) { own.formUnion(RoleSet(mark.role)) }
      if state.listed != nil, !lit.contains(where: { $0.overlaps(cell.span) }) {
        own = isTitle ? own : base.with(.dimmed)
      }
      if cell.mark != nil { own.formUnion(RoleSet(.mark)) }
      // A vowel sign behind a visible mark is drawn on it, so the two are of one look.
      if isBehindMark, cell.mark == nil, isOnBase(cell, bytes) { own = roles }
      isBehindMark = cell.mark != nil
      if own != roles {
        writer.append(pending, columns: columns, roles)
        pending.removeAll(keepingCapacity: true)
        columns = 0
        roles = own
      }
      if let mark = cell.mark {
        pending += mark.text.utf8
      } else if cell.span.length == 1, bytes[cell.span.start] == 0x09 {
        pending.append(0x20)
      } else {
        pending += bytes[cell.span.start..<cell.span.end]
      }
      columns += cell.columns
    }
    writer.append(pending, columns: columns, roles)
    return writer.runs
  }

  /// Whether a cell begins with a scalar that is drawn on the one before.
  private func isOnBase(_ cell: Cell, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = bytes.baseAddress else { return false }
    return ScalarDecoder(bytes: base, end: bytes.count).step(at: cell.span.start).properties
      .extendsCluster
  }

  /// What the listed quotations cover of a row: content, cue and speaker.
  private func litSpans(in span: Span) -> [Span] {
    state.index.quotations(in: span, state.article).filter(state.isListed).flatMap { number in
      marks(ofQuotation: number, isChosen: true).map(\.span)
    }
  }

  /// What lies on a row.
  private func marks(in span: Span) -> [Mark] {
    var found: [Mark] = []
    let article = state.article
    if state.highlighting.isOn {
      for number in state.index.mentions(in: span, article) {
        let mention = article.mentions[number]
        if state.highlighting.shows(mention.kind) {
          found.append(Mark(span: mention.span, role: Role.role(of: mention.kind)))
          if mention.isDoubtful { found.append(Mark(span: mention.span, role: .doubtful)) }
        }
        if state.view == .entities, mention.entity == state.selection.entity {
          found.append(Mark(span: mention.span, role: .selectedEntity))
        }
      }
      for number in state.index.quotations(in: span, article) {
        found += marks(ofQuotation: number)
      }
    }
    if let search = state.search {
      let first = search.matches.partitioningIndex { $0.end > span.start }
      for number in first..<search.matches.count {
        let match = search.matches[number]
        if match.start >= span.end { break }
        found.append(Mark(span: match, role: number == search.current ? .currentMatch : .match))
      }
    }
    return found.filter { $0.span.overlaps(span) }
  }

  private func marks(ofQuotation number: Int) -> [Mark] {
    let isChosen: Bool
    switch state.view {
    case .quotations: isChosen = number == state.selection.quotation
    case .sources:
      isChosen =
        state.selection.source.map {
          state.article.sources[$0].quotations.contains(number)
        } ?? false
    case .entities: isChosen = false
    }
    return marks(ofQuotation: number, isChosen: isChosen)
  }

  private func marks(ofQuotation number: Int, isChosen: Bool) -> [Mark] {
    let quotation = state.article.quotations[number]
    let attribution = state.article.attributions[number]
    var found = [Mark(span: quotation.content, role: .quotation)]
    guard isChosen else { return found }
    found.append(Mark(span: quotation.content, role: .selected))
    if let cue = quotation.cue { found.append(Mark(span: cue, role: .cue)) }
    if let speaker = attribution.speaker?.span {
      found.append(Mark(span: speaker, role: .speaker))
    }
    if let addressee = attribution.addressee {
      found.append(Mark(span: addressee, role: .addressee))
    }
    if let medium = attribution.medium { found.append(Mark(span: medium.span, role: .medium)) }
    return found
  }
}
