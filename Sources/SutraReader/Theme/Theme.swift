/// A look for every role.
public struct Theme: Hashable, Sendable {
  /// Its name, as in `dark`.
  public let name: String
  /// For each role, by its number, its look.
  private let styles: [Style]
  /// The roles the theme's own file gives a look.
  public let ownRoles: [Role]

  /// Makes a theme; a role it says nothing of looks as in `base`.
  public init(name: String, styles: [Role: Style], base: Theme? = nil) {
    self.name = name
    self.styles = Role.allCases.map { role in
      styles[role] ?? base?.style(of: role) ?? Style()
    }
    ownRoles = Role.allCases.filter { styles[$0] != nil }
  }

  /// The look of one role.
  public func style(of role: Role) -> Style { styles[Int(role.rawValue)] }

  /// The look of roles that lie over each other.
  public func style(of roles: RoleSet) -> Style {
    var style = Style()
    var left = roles.rawValue
    while left != 0 {
      let number = left.trailingZeroBitCount
      style = style.covered(by: styles[number])
      left &= left - 1
    }
    return style
  }

  /// The contrast below which letters are taken from black and white, where colours are few.
  private static let leastContrast = 3.0

  /// The theme for a terminal of so many colours.
  ///
  /// - Parameters:
  ///   - colorCount: 0, 8, 16, 256 or more.
  ///   - monochrome: The theme whose attributes tell apart what colours no longer do.
  /// - Returns: The theme itself from 256 colours on, `monochrome` without any.
  public func adapted(to colorCount: Int, monochrome: Theme) -> Theme {
    if colorCount >= 256 { return self }
    guard colorCount >= 8 else { return monochrome }
    let ground = style(of: .text).background.nearest(of: colorCount)
    var adapted: [Role: Style] = [:]
    for role in Role.allCases {
      let style = style(of: role)
      var few = Style(
        foreground: style.foreground.nearest(of: colorCount),
        background: style.background.nearest(of: colorCount), attributes: style.attributes)
      // A tint that has become the ground itself tells nothing; an attribute does.
      if style.background != .standard, few.background == ground, role != .text {
        few.attributes.formUnion(monochrome.style(of: role).attributes)
      }
      // Letters of any kind of entity may lie on a tint: they become black or white there.
      let tint = few.background == .standard || few.background == ground ? nil : few.background
      let contrast = few.foreground.contrast(with: tint ?? ground)
      if tint != nil && few.foreground == .standard || contrast ?? 21 < Self.leastContrast {
        let white = Color.palette(7)
        let isDark = white.contrast(with: tint ?? ground) ?? 21 >= Self.leastContrast
        few.foreground = isDark ? white : .palette(0)
      }
      // Many terminals brighten bold letters, and bright black is gray.
      if few.foreground == .palette(0), tint != nil { few.attributes.remove(.bold) }
      adapted[role] = few
    }
    return Theme(name: name, styles: adapted)
  }
}
