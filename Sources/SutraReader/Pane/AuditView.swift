import SutraAudit
import SutraCore
import SutraExport
import SutraWords

/// An article's audit with its lines, which the pane lists.
struct AuditedArticle: Sendable {
  let audit: SourceAudit
  let lines: [AuditLine]

  /// Weighs an article.
  init(_ article: Article) {
    audit = SourceAuditor.standard.audit(article)
    lines = audit.lines(of: article)
  }
}

/// What the article rests on, in figures, and what it claims itself.
struct AuditView: PaneContent {
  var heading: String { say("pane.audit") }
  var noun: String { say("pane.audit-line") }
  var isCounted: Bool { false }

  // Weighed when it is looked at first; until then nothing is listed.
  func total(in state: ReaderState) -> Int { lines(state).count }

  private func lines(_ state: ReaderState) -> [AuditLine] { state.text.audited?.lines ?? [] }

  private func line(_ item: Int, _ state: ReaderState) -> AuditLine? {
    let lines = lines(state)
    return lines.indices.contains(item) ? lines[item] : nil
  }

  func spans(of item: Int, in state: ReaderState) -> [Span] { line(item, state)?.places ?? [] }

  func name(of item: Int, in article: Article) -> String { noun }

  func quotations(of item: Int, in state: ReaderState) -> [Int] {
    let places = spans(of: item, in: state)
    return places.prefix(1).flatMap { state.index.quotations(in: $0, state.article) }
      .filter { places.contains(state.article.quotations[$0].content) && state.isListed($0) }
  }

  func itemOnScreen(_ visible: Span, _ state: ReaderState) -> Int? {
    // Figures have their places all over the text.
    let findings = lines(state).indices.filter { isFinding(lines(state)[$0]) }
    return findings.first { visible.contains(lines(state)[$0].places.first?.start ?? -1) }
      ?? findings.first
  }

  private func isFinding(_ line: AuditLine) -> Bool {
    if case .heading = line.content { return false }
    return line.share == nil
  }

  func highlighted(whileChosen item: Int, in state: ReaderState) -> [Span] {
    spans(of: item, in: state)
  }

  func emptyText(_ state: ReaderState) -> String { say("pane.no-audit") }

  func rows(of item: Int, _ writer: PaneWriter) -> [[PanePiece]] {
    guard let line = line(item, writer.state) else { return [] }
    return [row(line, text(line, writer), writer, isChosen: false)]
  }

  func rows(ofChosen item: Int, _ writer: PaneWriter) -> [[PanePiece]] {
    guard let line = line(item, writer.state) else { return [] }
    let text = text(line, writer)
    if line.share != nil {
      return [row(line, text, writer, isChosen: true)]
        + writer.wrapped(text, RoleSet(.pane), most: writer.mostRows, indent: 6)
    }
    return writer.wrapped(text, writer.base(true), most: writer.mostRows, indent: 1)
  }

  private func text(_ line: AuditLine, _ writer: PaneWriter) -> String {
    writer.state.text.audited.map { line.text($0.audit, of: writer.state.article) } ?? ""
  }

  private func row(
    _ line: AuditLine, _ text: String, _ writer: PaneWriter, isChosen: Bool
  ) -> [PanePiece] {
    let base = writer.base(isChosen)
    if case .heading = line.content {
      return [PanePiece(text: " " + text, roles: isChosen ? base : base.with(.paneTitle))]
    }
    guard let share = line.share else { return [PanePiece(text: "  " + text, roles: base)] }
    return [
      PanePiece(text: " " + PaneWriter.bar(share) + " ", roles: base.with(.paneDetail)),
      PanePiece(text: text, roles: base),
      PanePiece(
        text: " " + say("status.percent", ["count": share.percent]), roles: base.with(.paneDetail),
        isRight: true),
    ]
  }
}

extension ReaderState {
  /// Goes to the next claim of the article itself, those that are to be checked first before others.
  ///
  /// - Returns: Whether there was one.
  mutating func jumpToClaim() -> Bool {
    guard isAnalyzed else {
      message = say("reading.still")
      return false
    }
    text.weigh()
    let lines = text.audited?.lines ?? []
    let claims = lines.indices.filter { if case .claim = lines[$0].content { true } else { false } }
    guard !claims.isEmpty else {
      message = say("claim.none")
      return false
    }
    let last = view == .audit ? selection[.audit].flatMap(claims.firstIndex) : nil
    let next = last.map { $0 + 1 } ?? 0
    guard claims.indices.contains(next) else {
      message = say("claim.none-later", ["count": claims.count])
      return false
    }
    pane.view = .audit
    select(claims[next], in: .audit)
    message = say("claim.here", ["number": next + 1, "total": claims.count])
    return true
  }

  /// Shows the audit in the pane.
  mutating func showAudit() {
    if frame.pane == nil {
      shared.wantsPane = true
      relayout()
    }
    show(.audit)
  }
}
