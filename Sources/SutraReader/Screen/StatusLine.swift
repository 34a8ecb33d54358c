import SutraCore

/// The line at the bottom: title, position, quotation, what is toggled, a hint of keys.
struct StatusLine {
  let state: ReaderState

  init(_ state: ReaderState) { self.state = state }

  /// The runs of the line.
  func runs(row columns: Int) -> [ScreenRun] {
    var writer = RowWriter(from: 0, to: columns, profile: state.layout.profile)
    if let prompt = state.prompt {
      writePrompt(prompt, &writer)
      return writer.runs
    }
    let status = RoleSet(.status)
    let position = position
    let hint = "? help  q quit"
    // What is fixed comes first into the account, the title gets what is left.
    var right = position
    if columns >= position.utf8.count + hint.utf8.count + 24 { right += "  " + hint }
    let middle = toggles
    writer.write(" ", status)
    let room = max(0, columns - 2 - state.layout.profile.columns(of: right))
    if let message = state.message {
      writer.write(message, status.with(.statusMessage), atMost: max(room, columns - 2))
      if writer.left > state.layout.profile.columns(of: right) + 2 {
        writer.fill(to: columns - state.layout.profile.columns(of: right) - 1, status)
        writer.write(right, status)
      }
    } else {
      writer.write(title, status, atMost: max(0, room - middle.utf8.count - 2))
      if !middle.isEmpty { writer.write("  " + middle, status) }
      writer.fill(to: max(writer.column, columns - state.layout.profile.columns(of: right) - 1), status)
      writer.write(right, status)
    }
    writer.fill(status)
    return writer.runs
  }

  private func writePrompt(_ prompt: ReaderState.Prompt, _ writer: inout RowWriter) {
    let roles = RoleSet(.prompt)
    writer.write("/", roles.with(.key))
    // The end of what is typed stays in sight.
    var shown = VisibleText.safe(prompt.text)
    while state.layout.profile.columns(of: shown) > writer.left - 1, !shown.isEmpty {
      shown.removeFirst()
    }
    writer.write(shown, roles)
    writer.fill(roles)
  }

  /// The headline, or the file's name.
  private var title: String {
    let document = state.article.document
    return document.title.map { state.article.line($0, longest: 400) } ?? document.id
  }

  /// Where the screen stands in the article, and which quotation is chosen.
  private var position: String {
    let count = state.article.document.text.bytes.count
    let visible = state.visibleSpan
    let isAtEnd = state.top >= state.lastTop
    let percent = isAtEnd || count == 0 ? 100 : min(99, visible.end * 100 / count)
    var text = "\(percent)%"
    if !state.isAnalyzed {
      text += "  reading…"
    } else if !state.article.quotations.isEmpty {
      let number = state.selection.quotation.map { String($0 + 1) } ?? "–"
      text += "  quote \(number) of \(state.article.quotations.count)"
    } else {
      text += "  no quotes"
    }
    return text
  }

  /// What is switched off, and what has gone wrong with the text.
  private var toggles: String {
    var parts: [String] = []
    if !state.highlighting.isOn {
      parts.append("plain")
    } else {
      for kind in EntityKind.allCases where state.highlighting.hiddenKinds.contains(kind) {
        parts.append("no \(ReaderText.plural(of: kind))")
      }
    }
    let count = state.article.diagnostics.count
    if count > 0 { parts.append(count == 1 ? "1 flaw" : "\(count) flaws") }
    return parts.isEmpty ? "" : "[" + parts.joined(separator: ", ") + "]"
  }
}
