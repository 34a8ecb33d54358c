import SutraCore

/// The help of a list: its keys with what they do.
struct ListHelp {
  /// Labels of keys, and what they do.
  let rows: [(label: String, help: String)]
  /// The heading.
  let title: String
  /// What the bottom line tells.
  let hint: String

  /// Moves the first row that is shown; `nil` where the help is left.
  func scrolled(from top: Int, _ move: ListMove?, _ size: ScreenSize) -> Int? {
    let last = max(0, rows.count + 1 - (size.rows - 1))
    switch move {
    case .down: return min(top + 1, last)
    case .up: return max(0, top - 1)
    case .pageDown: return min(top + size.rows - 2, last)
    case .pageUp: return max(0, top - size.rows + 2)
    default: return nil
    }
  }

  /// Draws it over the whole screen.
  func screen(from top: Int, _ size: ScreenSize, _ measure: Measure) -> Screen {
    var screen = Screen(size: size)
    let help = RoleSet(.help)
    let keyColumns = min(
      size.columns / 2, 4 + (rows.map { measure.columns(of: $0.label) }.max() ?? 0))
    for row in 0..<size.rows {
      var line = RowWriter(from: 0, to: size.columns, measure: measure)
      let place = top + row - 1
      if row == size.rows - 1 {
        line.write(" " + hint, RoleSet(.status))
        line.fill(RoleSet(.status))
      } else if place == -1 {
        line.write(" " + title, help.with(.title))
      } else if rows.indices.contains(place) {
        line.write("  ", help)
        line.write(rows[place].label, help.with(.key), atMost: keyColumns - 3)
        line.fill(to: keyColumns, help)
        line.write(rows[place].help, help)
      }
      line.fill(help)
      screen.rows[row] = line.runs
    }
    screen.cursor = (0, size.rows - 1)
    return screen
  }
}

/// How a list is moved in.
enum ListMove: Hashable, Sendable {
  case down, up, pageDown, pageUp, first, last

  /// How many rows that is, where a page has so many.
  func rows(page: Int) -> Int {
    switch self {
    case .down: 1
    case .up: -1
    case .pageDown: page
    case .pageUp: -page
    case .first: -.max / 2
    case .last: .max / 2
    }
  }

  /// The first row that is shown, so that a chosen one is in sight.
  static func top(_ top: Int, chosen: Int, count: Int, rows: Int) -> Int {
    guard rows > 0 else { return 0 }
    let kept = min(max(top, chosen - rows + 1), chosen)
    return max(0, min(kept, count - rows))
  }
}

extension Screen {
  /// A screen that says that the window is too small.
  static func tooSmall(_ text: String, _ size: ScreenSize, _ measure: Measure) -> Screen {
    var screen = Screen(size: size)
    let lines = RowBreaker(measure).lines(of: text, columns: size.columns)
    for (index, text) in lines.prefix(size.rows).enumerated() {
      var line = RowWriter(from: 0, to: size.columns, measure: measure)
      line.write(text, RoleSet(.text))
      screen.rows[index] = line.runs
    }
    return screen
  }
}
