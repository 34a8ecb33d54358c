import SutraCore
import SutraReader

/// What must hold for any state of the reader, and for the screen that shows it.
enum StateChecks {
  static func check(_ state: ReaderState) {
    let bytes = state.article.document.text.bytes
    hold(state.layout.blocks.indices ~= state.top.block, "the first row is in no block")
    hold(state.top >= state.layout.first, "the first row is before the article")
    let visible = state.visibleSpan
    hold(visible.start >= 0 && visible.end <= bytes.count, "more is visible than there is")
    let article = state.article
    hold(
      state.selection.quotation.map { article.quotations.indices ~= $0 } ?? true,
      "a quotation is chosen that is not there")
    hold(
      state.selection.source.map { article.sources.indices ~= $0 } ?? true,
      "a source is chosen that is not there")
    hold(
      state.selection.entity.map { article.entities.indices ~= $0 } ?? true,
      "an entity is chosen that is not there")
    hold(state.listed?.allSatisfy { article.quotations.indices ~= $0 } ?? true, "a list of nothing")
    for match in state.search?.matches.prefix(20) ?? [] {
      hold(match.end <= bytes.count, "a match outside of the text")
    }
    if let search = state.search, let current = search.current {
      hold(search.matches.indices ~= current, "a match is chosen that is not there")
    }
    if let prompt = state.prompt {
      hold(prompt.text.unicodeScalars.count <= Prompt.longest, "a line that is too long")
    }
    hold(state.frame.pane != nil || state.focus == .article, "keys go to a pane that is not there")
    check(state.screen(), state.layout.profile, state.size)
  }

  static func check(_ screen: Screen, _ profile: WidthProfile, _ size: ScreenSize) {
    hold(screen.size == size && screen.rows.count == size.rows, "a screen of another size")
    for (number, runs) in screen.rows.enumerated() {
      var column = 0
      for run in runs {
        hold(run.column >= column, "runs overlap in row \(number)")
        hold(isValid(run.bytes), "row \(number) is no UTF-8")
        hold(!steersTerminal(run.text), "row \(number) would steer the terminal")
        hold(
          profile.columns(of: run.text) == run.columns,
          "'\(run.text)' of row \(number) does not take \(run.columns) columns")
        column = run.column + run.columns
      }
      hold(column <= size.columns, "row \(number) is too wide")
    }
    hold(0..<size.columns ~= screen.cursor.column, "the cursor is beside the screen")
    hold(0..<size.rows ~= screen.cursor.row, "the cursor is below the screen")
  }
}
