/// The screen of keys, made from the table that binds them.
enum HelpScreen {
  /// A line of the help: some keys and what they do, or a heading.
  struct Line {
    let keys: String
    let explanation: String
  }

  /// All lines at a width.
  static func lines(columns: Int) -> [Line] {
    var lines: [Line] = []
    for group in KeyTable.groups {
      if !lines.isEmpty { lines.append(Line(keys: "", explanation: "")) }
      lines.append(Line(keys: "", explanation: group.title))
      for binding in group.bindings {
        let shown = columns >= 60 ? binding.keys[...] : binding.keys.prefix(2)
        lines.append(
          Line(
            keys: shown.map(\.label).joined(separator: "  "), explanation: binding.explanation))
      }
    }
    return lines
  }
}
