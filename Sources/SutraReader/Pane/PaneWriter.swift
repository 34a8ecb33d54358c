import SutraCore
import SutraExport

/// A piece of a row of the pane: what it says and what it is.
struct PanePiece: Sendable {
  let text: String
  let roles: RoleSet
  /// Whether it stands at the right end.
  var isRight = false
  /// Whether it is shortened where there is no room for all, so that what stands behind it is seen.
  var givesWay = false
}

/// Makes the rows of an item of the pane, at the width there is.
struct PaneWriter {
  /// What the rows are about.
  let state: ReaderState
  /// Columns of a row.
  let columns: Int

  /// Most rows of the chosen item's words: they are shown whole where there is room for them.
  var mostRows: Int { max(8, state.paneBodyRows / 2) }

  /// The beginning of a quotation's words, in one line.
  func words(of quotation: Int) -> String {
    state.article.words(of: state.article.quotations[quotation], longest: columns * 8)
  }

  /// The first row of an item: its name, and what kind of thing it is at the right end.
  ///
  /// - Parameters:
  ///   - name: The name, which is shortened first.
  ///   - stance: What stands right behind it: whoever denies something or asks for it must not look like one
  ///     who says it.
  ///   - role: How it looks while the item is not chosen.
  ///   - note: What stands at the right end.
  ///   - isChosen: Whether the item is chosen.
  /// - Returns: The pieces of the row.
  func head(
    _ name: String, stance: String = "", _ role: Role, note: String, isChosen: Bool
  ) -> [PanePiece] {
    let base = base(isChosen)
    let roles = isChosen ? base : base.with(role)
    return [
      PanePiece(text: name, roles: roles, givesWay: true), PanePiece(text: stance, roles: roles),
      PanePiece(text: " " + note, roles: base.with(.paneDetail), isRight: true),
    ]
  }

  /// Columns of the bar that shows a share.
  private static let barColumns = 4

  /// A share of what is said as a bar; of whoever says anything some of it shows.
  static func bar(_ share: Double) -> String {
    let parts = share <= 0 ? 0 : max(1, Int((share * 8 * Double(barColumns)).rounded()))
    let eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    let text = String(repeating: "█", count: parts / 8) + eighths[parts % 8]
    return text + String(repeating: " ", count: barColumns - text.count)
  }

  /// How a row of an item looks.
  func base(_ isChosen: Bool) -> RoleSet {
    isChosen ? RoleSet(.pane).with(.paneSelected) : RoleSet(.pane)
  }

  /// A fact about the chosen item, behind its label.
  func detail(_ label: String, _ value: String) -> [[PanePiece]] {
    let indent = 3
    let rows = wrapped(
      value, RoleSet(.pane), most: max(3, state.paneBodyRows / 8),
      indent: indent + state.layout.measure.columns(of: label) + 1)
    return rows.enumerated().map { index, row in
      guard index == 0 else { return row }
      return [
        PanePiece(text: "   " + label + " ", roles: RoleSet(.pane).with(.paneDetail)),
        PanePiece(text: String(row.last?.text.drop { $0 == " " } ?? ""), roles: RoleSet(.pane)),
      ]
    }
  }

  /// A text broken into rows with blanks before each.
  func wrapped(
    _ text: String, _ roles: RoleSet, most: Int, indent: Int = 2
  ) -> [[PanePiece]] {
    let lines = RowBreaker(state.layout.measure)
      .lines(of: text, columns: max(1, columns - indent))
    let blanks = String(repeating: " ", count: indent)
    var found = lines.prefix(most).map { [PanePiece(text: blanks + $0, roles: roles)] }
    if lines.count > most, let last = found.last?.last {
      found[found.count - 1] = [PanePiece(text: last.text + " …", roles: roles)]
    }
    return found
  }
}
