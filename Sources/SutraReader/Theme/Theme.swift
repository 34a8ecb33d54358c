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
}
