import SutraReader

/// Theme files: any bytes give a theme, and one that is written out is read again as it was.
enum ThemeTarget {
  private static let base = ThemeLibrary.standard
  private static let monochrome = ThemeLibrary.theme(named: ThemeLibrary.monochromeName)

  static func run(_ bytes: [UInt8]) {
    let (theme, mistakes) = ThemeFile.theme(bytes, name: "fuzz", file: "fuzz.theme", base: base)
    hold(mistakes.count <= 20, "\(mistakes.count) mistakes are told")
    var line = 0
    for mistake in mistakes {
      hold(mistake.line > line, "mistakes out of order")
      line = mistake.line
      hold(!steersTerminal(mistake.description), "a mistake would steer the terminal")
    }
    for role in Role.allCases where !theme.ownRoles.contains(role) {
      hold(theme.style(of: role) == base.style(of: role), "a role nobody named has another look")
    }
    checkAgain(theme)
    for count in [0, 8, 16, 256, 1 << 24] { checkAdapted(theme, to: count) }
    _ = theme.style(of: RoleSet(rawValue: bytes.prefix(8).reduce(0) { $0 << 4 | UInt64($1 & 15) }))
  }

  private static func checkAgain(_ theme: Theme) {
    let rows = theme.ownRoles.map { role in
      let style = theme.style(of: role)
      let names = TextAttributes.names.filter { style.attributes.contains($0.attribute) }
        .map(\.name)
      return ([role.name, name(style.foreground), name(style.background)] + names)
        .joined(separator: " ")
    }
    let written = Array(rows.joined(separator: "\n").utf8)
    let (again, mistakes) = ThemeFile.theme(written, name: "fuzz", file: "fuzz.theme", base: base)
    hold(mistakes.isEmpty && again == theme, "a theme that is written out is another one")
  }

  private static func name(_ color: Color) -> String {
    switch color {
    case .standard: return "-"
    case .palette(let number): return String(number)
    case .rgb(let red, let green, let blue):
      let digits = String(Int(red) << 16 | Int(green) << 8 | Int(blue), radix: 16)
      return "#" + String(repeating: "0", count: 6 - digits.count) + digits
    }
  }

  private static func checkAdapted(_ theme: Theme, to count: Int) {
    guard let monochrome else { broken("there is no theme without colours") }
    let adapted = theme.adapted(to: count, monochrome: monochrome)
    guard count > 0, count < 256 else { return }
    for style in Role.allCases.map(adapted.style(of:)) {
      for color in [style.foreground, style.background] {
        switch color {
        case .standard: break
        case .palette(let number): hold(Int(number) < count, "colour \(number) of \(count)")
        case .rgb: broken("red, green and blue on a terminal of \(count) colours")
        }
      }
    }
  }
}
