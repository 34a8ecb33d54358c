/// The screen of keys, made from the table that binds them, and of commands.
enum HelpScreen {
  /// A line of the help: some keys and what they do, or a heading.
  struct Line {
    let keys: String
    let explanation: String
  }

  /// All lines at a width.
  static func lines(columns: Int, _ keymap: Keymap) -> [Line] {
    var lines: [Line] = []
    for group in keymap.groups {
      if !lines.isEmpty { lines.append(Line(keys: "", explanation: "")) }
      lines.append(Line(keys: "", explanation: group.title))
      for binding in group.bindings {
        let shown = columns >= 60 ? binding.keys[...] : binding.keys.prefix(2)
        let keys = shown.isEmpty ? ":\(binding.name)" : shown.map(\.label).joined(separator: "  ")
        lines.append(Line(keys: keys, explanation: binding.explanation))
      }
    }
    lines.append(Line(keys: "", explanation: ""))
    lines.append(Line(keys: "", explanation: "Commands behind :"))
    for command in CommandTable.all {
      let names = command.names.map { ":\($0)" }.joined(separator: "  ")
      lines.append(
        Line(
          keys: names,
          explanation: command.argument.isEmpty
            ? command.explanation : "\(command.argument)  \(command.explanation)"))
    }
    lines.append(Line(keys: "", explanation: ""))
    lines.append(Line(keys: "", explanation: "Where things are"))
    lines += files
    return lines
  }

  /// Where settings, themes and what is remembered are.
  private static let files = [
    Line(
      keys: "sutra config", explanation: "prints all settings and keys, and the file they are in"),
    Line(
      keys: ":set NAME VALUE", explanation: "changes one until the end; a row in that file keeps it"
    ),
    Line(
      keys: ":theme NAME", explanation: "dark, light, high-contrast, mono, or a file of your own"),
    Line(keys: "man sutra", explanation: "tells all of it"),
  ]
}
