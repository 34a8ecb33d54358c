import SutraReader

/// A screen as text: its letters, and beside them a map of roles, one letter a column.
enum ScreenText {
  /// The letters of a row; gaps between runs are blanks, those at the end are left out.
  static func letters(_ runs: [ScreenRun]) -> String {
    var text = ""
    var column = 0
    for run in runs {
      text += String(repeating: " ", count: max(0, run.column - column)) + run.text
      column = run.column + run.columns
    }
    while text.unicodeScalars.last == " " { text.unicodeScalars.removeLast() }
    return text
  }

  /// The topmost role of each column of a row; `.` where nothing is drawn.
  static func roles(_ runs: [ScreenRun], columns: Int) -> String {
    var map = [Character](repeating: ".", count: columns)
    for run in runs {
      let letter = run.roles.top.map(Self.letter) ?? "?"
      for column in run.column..<min(columns, run.column + run.columns) { map[column] = letter }
    }
    return String(map)
  }

  /// The whole screen.
  static func text(_ screen: Screen) -> String {
    var lines = ["\(screen.size.columns)x\(screen.size.rows), cursor \(screen.cursor)", ""]
    lines += screen.rows.map(letters)
    lines.append("")
    lines += screen.rows.map { roles($0, columns: screen.size.columns) }
    lines.append("")
    let used = Set(screen.rows.flatMap { $0 }.compactMap(\.roles.top))
    lines += Role.allCases.filter(used.contains).map { "\(letter($0)) \($0.name)" }
    return lines.joined(separator: "\n") + "\n"
  }

  private static let alphabet = Array("tTbpHdsmPhGLqABOWEDQNSCckaoe~Mxv!wiy")

  private static func letter(_ role: Role) -> Character {
    let index = Int(role.rawValue)
    return alphabet.indices.contains(index) ? alphabet[index] : "?"
  }
}
