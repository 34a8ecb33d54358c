import SutraWords

/// The screen of keys, made from the table that binds them, and of commands.
enum HelpScreen {
  /// A line of the help: some keys and what they do, or a heading.
  struct Line {
    let keys: String
    let explanation: String
  }

  /// From this width the help stands in two columns.
  static let columnsForTwo = 110

  /// The rows at a width, each of one line or of two that stand side by side.
  ///
  /// - Parameters:
  ///   - columns: Columns of the screen.
  ///   - keymap: The keys.
  ///   - keyboard: The keyboard whose letters are told beside the Latin ones.
  ///   - wanted: Words that the lines must have; none for all lines.
  /// - Returns: The rows.
  static func rows(
    columns: Int, _ keymap: Keymap, _ keyboard: KeyboardLayout? = nil, wanted: String = ""
  ) -> [[Line]] {
    let isDouble = columns >= columnsForTwo
    let lines = lines(columns: isDouble && columns < 150 ? 59 : columns, keymap, keyboard)
    guard wanted.isEmpty else {
      return lines.filter {
        !$0.keys.isEmpty && FoldedText.contains(wanted, in: "\($0.keys) \($0.explanation)")
      }.map { [$0] }
    }
    guard isDouble else { return lines.map { [$0] } }
    // Cut between two groups, as near to the middle as there is a cut.
    let gaps = lines.indices.filter { lines[$0].keys.isEmpty && lines[$0].explanation.isEmpty }
    let middle = lines.count / 2
    let cut = gaps.min { abs($0 - middle) < abs($1 - middle) } ?? middle
    let (left, right) = (Array(lines[..<cut]), Array(lines[min(cut + 1, lines.count)...]))
    let none = Line(keys: "", explanation: "")
    return (0..<max(left.count, right.count)).map { row in
      [row < left.count ? left[row] : none, row < right.count ? right[row] : none]
    }
  }

  /// All lines at a width.
  static func lines(
    columns: Int, _ keymap: Keymap, _ keyboard: KeyboardLayout? = nil
  ) -> [Line] {
    func label(_ key: Key) -> String {
      keyboard?.label(of: key).map { "\(key.label) \($0)" } ?? key.label
    }
    var lines: [Line] = []
    for group in keymap.groups {
      if !lines.isEmpty { lines.append(Line(keys: "", explanation: "")) }
      lines.append(Line(keys: "", explanation: group.title))
      for binding in group.bindings {
        let shown = columns >= 60 ? binding.keys[...] : binding.keys.prefix(2)
        let keys = shown.isEmpty ? ":\(binding.name)" : shown.map(label).joined(separator: "  ")
        lines.append(Line(keys: keys, explanation: binding.explanation(keymap)))
      }
    }
    lines.append(Line(keys: "", explanation: ""))
    lines.append(Line(keys: "", explanation: say("help.commands")))
    for command in CommandTable.all {
      let names = command.names.map { ":\($0)" }.joined(separator: "  ")
      lines.append(
        Line(
          keys: names,
          explanation: command.argument.isEmpty
            ? command.explanation(keymap)
            : "\(typed(command.argument))  \(command.explanation(keymap))"))
    }
    lines.append(Line(keys: "", explanation: ""))
    lines.append(Line(keys: "", explanation: say("help.where")))
    lines += files
    return lines
  }

  /// Where settings, themes and what is remembered are.
  private static var files: [Line] {
    [
      Line(keys: "sutra config", explanation: say("help.config")),
      Line(keys: typed(":set NAME VALUE"), explanation: say("help.set")),
      Line(keys: typed(":theme NAME"), explanation: say("help.theme")),
      Line(keys: "man sutra", explanation: say("help.manual")),
    ]
  }
}
