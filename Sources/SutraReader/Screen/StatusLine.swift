import SutraCore
import SutraWords

/// The line at the bottom: title, position, quotation, what is toggled, a hint of keys.
struct StatusLine {
  let state: ReaderState

  init(_ state: ReaderState) { self.state = state }

  /// The runs of the line.
  func runs(row columns: Int) -> [ScreenRun] {
    var writer = RowWriter(from: 0, to: columns, measure: state.layout.measure)
    if let prompt = state.prompt {
      writePrompt(prompt, &writer)
      return writer.runs
    }
    let status = RoleSet(.status)
    let measure = state.layout.measure
    var right = columns >= Self.columnsForWords ? position : shortPosition
    let hint = state.say("status.hint")
    if columns >= measure.columns(of: right) + measure.columns(of: hint) + 24 {
      right += "  " + hint
    }
    let rightColumns = min(columns - 2, measure.columns(of: right))
    writer.write(" ", status)
    // What is fixed comes first, the message or the title gets what is left.
    let room = max(0, columns - 3 - rightColumns)
    if let message = state.message {
      let isLong = measure.columns(of: message) > room
      writer.write(message, status.with(.statusMessage), atMost: isLong ? columns - 2 : room)
      if isLong {
        writer.fill(status)
        return writer.runs
      }
    } else {
      let toggles = toggles
      let togglesColumns = toggles.isEmpty ? 0 : measure.columns(of: toggles) + 2
      if togglesColumns + 4 <= room {
        writer.write(title, status, atMost: room - togglesColumns)
        if !toggles.isEmpty { writer.write("  " + toggles, status) }
      } else if room >= 4 {
        writer.write(title, status, atMost: room)
      }
    }
    writer.fill(to: columns - 1 - rightColumns, status)
    writer.write(right, status)
    writer.fill(status)
    return writer.runs
  }

  /// From this width the position is told in words.
  private static let columnsForWords = 48

  private func writePrompt(_ prompt: Prompt, _ writer: inout RowWriter) {
    let roles = RoleSet(.prompt)
    let measure = state.layout.measure
    writer.write(prompt.lead, roles.with(.key), atMost: max(1, writer.left - 2))
    // The end of what is typed stays in sight.
    var shown = VisibleText.safe(prompt.text)
    // Where what is typed fills the row, what is said of it stands at the end.
    let isFull = prompt.text.unicodeScalars.count >= Prompt.longest
    let found = isFull ? state.message.map { " \($0)" } ?? "" : searchCount(prompt)
    let room = max(1, writer.left - 1 - measure.columns(of: found))
    while measure.columns(of: shown) > room, !shown.isEmpty { shown.removeFirst() }
    writer.write(shown, roles)
    if !found.isEmpty {
      writer.writeRight(found, roles)
    } else if let message = state.message, hints(row: writer.end).isEmpty {
      writer.write("   " + message, roles)
    }
    writer.fill(roles)
  }

  /// Most rows of a hint above the line that is being typed.
  private static let mostHints = 3

  /// What is said of the line that is being typed, in rows above it; none where it fits behind what
  /// is typed.
  func hints(row columns: Int) -> [[ScreenRun]] {
    guard let prompt = state.prompt, let message = state.message,
      prompt.text.unicodeScalars.count < Prompt.longest, searchCount(prompt).isEmpty
    else { return [] }
    let measure = state.layout.measure
    let typed = measure.columns(of: VisibleText.safe(prompt.lead + prompt.text))
    guard typed + 3 + measure.columns(of: message) >= columns else { return [] }
    let lines = RowBreaker(measure).lines(of: message, columns: max(1, columns - 2))
    return lines.prefix(Self.mostHints).map { line in
      var writer = RowWriter(from: 0, to: columns, measure: measure)
      writer.write(" " + line, RoleSet(.prompt))
      writer.fill(RoleSet(.prompt))
      return writer.runs
    }
  }

  /// How many matches there are for what is being typed.
  private func searchCount(_ prompt: Prompt) -> String {
    guard prompt.purpose == .search, let search = state.search, !prompt.text.isEmpty else {
      return ""
    }
    let count = search.matches.count
    return " "
      + (count == 0
        ? say("status.no-match")
        : say("status.match", ["number": search.current.map { $0 + 1 } ?? 1, "total": count])) + " "
  }

  /// The column behind the end of what is being typed.
  static func promptColumn(_ prompt: Prompt, _ measure: Measure, columns: Int) -> Int {
    let typed = measure.columns(of: VisibleText.safe(prompt.lead + prompt.text))
    return min(typed, columns - 1)
  }

  /// The headline, or the file's name.
  private var title: String {
    let document = state.article.document
    return document.title.map { state.article.line($0, longest: 400) } ?? document.id
  }

  /// The position in as few columns as can be.
  private var shortPosition: String {
    guard state.isAnalyzed else { return say("status.percent", ["count": percent]) }
    return say("status.percent", ["count": percent])
      + " \(chosenNumber)/\(digits(listTotal))"
  }

  /// How many items there are to choose from; of quotations also those that a filter leaves out.
  private var listTotal: Int {
    state.view == .quotations
      ? state.itemTotal(of: .quotations) : state.itemCount(of: state.view)
  }

  /// The number of what is chosen.
  private var chosenNumber: String {
    state.selection[state.view].map {
      digits(state.view.content.number(of: $0, in: state))
    } ?? "–"
  }

  /// Where what is chosen stands, when it is not on the screen.
  private var direction: String {
    guard let chosen = state.selection[state.view],
      let place = state.spans(of: chosen, in: state.view).first
    else { return "" }
    let visible = state.visibleSpan
    if state.spans(of: chosen, in: state.view).contains(where: { $0.overlaps(visible) }) {
      return ""
    }
    return place.start >= visible.end ? " ↓" : " ↑"
  }

  /// How much of the article is on the screen or above it.
  private var percent: Int {
    let count = state.article.document.text.bytes.count
    let visible = state.visibleSpan
    let isAtEnd = state.top >= state.lastTop
    return isAtEnd || count == 0 ? 100 : min(99, visible.end * 100 / count)
  }

  /// Where the screen stands in the article, and which quotation is chosen.
  private var position: String {
    var text = say("status.percent", ["count": percent])
    if !state.isAnalyzed {
      text += "  " + say("status.reading")
    } else if state.itemTotal(of: state.view) > 0 {
      text +=
        "  "
        + say(
          "status.item.\(state.view.rawValue)", ["number": chosenNumber, "total": listTotal])
        + direction
      if state.view == .quotations, state.listed != nil {
        text += ", " + say("status.listed", ["count": state.listedCount])
      }
    } else {
      text += "  " + say("status.none.\(state.view.rawValue)")
    }
    return text
  }

  /// What is switched off, and what has gone wrong with the text.
  private var toggles: String {
    var parts: [String] = []
    if state.isFollowing { parts.append(say("status.following")) }
    switch state.disk {
    case .asRead: break
    case .changed: if !state.isFollowing { parts.append(say("status.changed")) }
    case .gone: parts.append(say("status.gone"))
    }
    if !state.filter.isEmpty { parts.append(say("status.only", ["what": state.filter.summary])) }
    if state.articles.count > 1 {
      parts.append(
        say("status.article", ["number": state.articleNumber + 1, "total": state.articles.count]))
    }
    if !state.highlighting.isOn {
      parts.append(say("status.plain"))
    } else {
      for kind in EntityKind.allCases where state.highlighting.hiddenKinds.contains(kind) {
        parts.append(say("status.hidden", ["kind": ReaderText.plural(of: kind)]))
      }
    }
    let count = state.article.diagnostics.count
    if count > 0 { parts.append(state.say("status.flaws", ["count": count])) }
    return parts.isEmpty ? "" : "[" + parts.joined(separator: ", ") + "]"
  }
}
