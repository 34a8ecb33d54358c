import SutraCore

/// Draws the article's rows: each cell with all the roles that lie on it.
struct ArticlePainter {
  let state: ReaderState
  private let area: ScreenArea
  private let margin: Int
  private let cells: CellReader
  /// What the pane shows, and what is chosen there.
  private let content: any PaneContent
  private let chosen: Int?

  init(_ state: ReaderState) {
    self.state = state
    let frame = state.frame
    area = frame.article
    margin = frame.margin
    cells = CellReader(state.layout.measure)
    content = state.view.content
    chosen = state.selection[state.view]
  }

  /// The runs of every row of the article's area, from the top.
  func rows() -> [[ScreenRun]] {
    let layout = state.layout
    var rows: [[ScreenRun]] = []
    rows.reserveCapacity(area.rows)
    layout.document.text.bytes.withUnsafeBufferPointer { bytes in
      for number in state.top.block..<max(state.top.block, layout.blocks.count) {
        let block = layout.blocks[number]
        for row in layout.rows(of: number).dropFirst(number == state.top.block ? state.top.row : 0)
        {
          guard rows.count < area.rows else { return }
          rows.append(runs(of: row, isTitle: block.isTitle, bytes))
        }
        guard rows.count < area.rows else { return }
        if block.hasGapAfter { rows.append([]) }
      }
    }
    rows += repeatElement([], count: area.rows - rows.count)
    return rows
  }

  private func runs(
    of row: TextRow, isTitle: Bool, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> [ScreenRun] {
    var looks = RowLooks(
      marks: marks(in: row.span), lit: state.listed == nil ? nil : litSpans(in: row.span),
      isTitle: isTitle)
    var writer = RowWriter(
      from: area.column + margin, to: area.endColumn, measure: state.layout.measure)
    var pending: [UInt8] = []
    // What has been read since is drawn as it stands, so that it is copied in one piece.
    var copied = row.span.start
    var columns = 0
    var roles = looks.base
    var isBehindMark = false
    cells.forEachCell(in: row.span, of: bytes) { cell in
      var own = looks.roles(of: cell.span)
      let isVisible = cell.mark != nil && cell.mark != .softHyphen
      if isVisible { own.formUnion(RoleSet(.mark)) }
      // A vowel sign behind a visible mark is drawn on it, so the two are of one look.
      if isBehindMark, cell.mark == nil, isOnBase(cell, bytes) { own = roles }
      isBehindMark = isVisible
      if own != roles {
        pending += bytes[copied..<cell.span.start]
        copied = cell.span.start
        writer.append(pending, width: columns, roles)
        pending = []
        columns = 0
        roles = own
      }
      if let mark = cell.mark {
        pending += bytes[copied..<cell.span.start]
        pending += mark.text.utf8
        copied = cell.span.end
      } else if cell.span.length == 1, bytes[cell.span.start] == 0x09 {
        pending += bytes[copied..<cell.span.start]
        pending.append(0x20)
        copied = cell.span.end
      }
      columns += cell.columns
    }
    pending += bytes[copied..<max(copied, min(row.span.end, bytes.count))]
    if isHyphenated(row, bytes) {
      // It hangs in the margin, which text leaves free.
      pending.append(0x2D)
      columns += state.layout.measure.width(of: "-")
    }
    writer.append(pending, width: columns, roles)
    return writer.runs
  }

  /// Whether a row ends at a soft hyphen behind which its word goes on.
  private func isHyphenated(_ row: TextRow, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let end = row.span.end
    guard end - row.span.start > 2, end < bytes.count, bytes[end - 2] == 0xC2,
      bytes[end - 1] == 0xAD, bytes[end] > 0x20
    else { return false }
    return state.layout.measure.columns(holding: row.columns) < area.columns - margin
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
  private func marks(in span: Span) -> [RowLooks.Mark] {
    var found: [RowLooks.Mark] = []
    let article = state.article
    let inline = article.document.marks
    // Marks may lie in each other, but none is longer than its line.
    let firstMark = inline.partitioningIndex { $0.span.start >= span.start - Limits.lineBytes }
    for mark in inline[firstMark...] {
      if mark.span.start >= span.end { break }
      let role: Role = mark.kind == .emphasis ? .emphasis : .link
      found.append(RowLooks.Mark(span: mark.span, role: role))
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
