import SutraCore

/// The themes that travel inside the binary.
public enum ThemeLibrary {
  /// The theme of a terminal with colours.
  public static let standardName = "dark"
  /// The theme of a terminal without colours.
  public static let monochromeName = "mono"

  /// The built-in themes in the order `t` goes through them, the standard one first.
  public static let builtIn: [Theme] = {
    let paths = EmbeddedResource.paths.filter {
      $0.hasPrefix("themes/") && $0.hasSuffix(".theme")
    }
    let names = paths.map { String($0.dropFirst("themes/".count).dropLast(".theme".count)) }
      .sorted { ($0 != standardName ? 1 : 0, $0) < ($1 != standardName ? 1 : 0, $1) }
    var base: Theme?
    var themes: [Theme] = []
    for name in names {
      guard let bytes = EmbeddedResource.bytes(at: "themes/\(name).theme") else { continue }
      let theme = ThemeFile.theme(bytes, name: name, file: "\(name).theme", base: base).theme
      if base == nil { base = theme }
      themes.append(theme)
    }
    return themes
  }()

  /// A built-in theme by its name.
  public static func theme(named name: String) -> Theme? { builtIn.first { $0.name == name } }

  /// The theme that fills what others leave out.
  public static var standard: Theme { builtIn.first ?? Theme(name: standardName, styles: [:]) }
}
