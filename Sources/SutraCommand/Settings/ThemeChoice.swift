import SutraCore
import SutraReader
import SutraSystem
import SutraWords

/// The themes of a run: the built-in ones, and one from a file when the user names it.
struct ThemeChoice {
  /// The names `t` goes through.
  let names: [String]
  /// Number of the one to begin with.
  let first: Int
  /// What is wrong in the user's file.
  let mistakes: [ThemeMistake]
  private let own: Theme?
  private var colorCount: Int

  /// Chooses.
  ///
  /// - Parameters:
  ///   - wanted: What `--theme` says: a name, or a file (which has a slash or ends in `.theme`).
  ///   - colorCount: The terminal's colours; without any, roles differ by attributes.
  ///   - isLight: Whether the terminal's ground is light, as far as that is known.
  /// - Throws: `CommandError` when there is no such theme.
  init(_ wanted: String?, colorCount: Int, isLight: Bool? = nil) throws(CommandError) {
    let wanted = wanted?.isEmpty == true || wanted == Self.automatic ? nil : wanted
    self.colorCount = colorCount
    var names = ThemeLibrary.names
    var own: Theme?
    var mistakes: [ThemeMistake] = []
    var name = wanted ?? Self.standardName(isLight: isLight)
    if let wanted, !names.contains(wanted) {
      guard let (path, bytes) = Self.file(wanted) else {
        throw .usage(
          say(
            "theme.unknown",
            [
              "name": VisibleText.safe(RawPath.shown(wanted)),
              "names": names.joined(separator: ", "),
            ]))
      }
      name = Self.baseName(path)
      if names.contains(name) { name += " (file)" }
      let read = ThemeFile.theme(
        bytes, name: name, file: VisibleText.safe(RawPath.shown(path)), base: ThemeLibrary.standard)
      (own, mistakes) = (read.theme, read.mistakes)
      names.insert(name, at: 0)
    }
    self.names = names
    self.own = own
    self.mistakes = mistakes
    first = names.firstIndex(of: name) ?? 0
  }

  /// The same themes for a terminal with so many colours.
  func adapted(to colorCount: Int) -> ThemeChoice {
    var choice = self
    choice.colorCount = colorCount
    return choice
  }

  /// The theme of a name, as the terminal can show it.
  func theme(_ name: String?) -> Theme {
    let theme = own?.name == name ? own : ThemeLibrary.theme(named: name ?? "")
    guard let theme else { return ThemeLibrary.standard }
    if own?.name != name, let few = ThemeLibrary.theme(named: theme.name, forColors: colorCount) {
      return few
    }
    guard colorCount < 256,
      let monochrome = ThemeLibrary.theme(named: ThemeLibrary.monochromeName)
    else { return theme }
    return theme.adapted(to: colorCount, monochrome: monochrome)
  }

  /// Whether colours are wanted: `NO_COLOR` (no-color.org) counts where the setting is `auto`.
  static func wantsColor(_ settings: Settings) -> Bool {
    switch settings["color"] {
    case "always": true
    case "never": false
    default: Environment["NO_COLOR"] == nil
    }
  }

  /// The setting by which the terminal's ground decides.
  static let automatic = "auto"

  /// Dark, unless the terminal tells, or told the last time, that its ground is light.
  private static func standardName(isLight: Bool?) -> String {
    if let isLight { return ThemeLibrary.name(onLight: isLight) }
    guard let ground = Environment["COLORFGBG"]?.split(separator: ";").last else {
      return ThemeLibrary.standardName
    }
    return ground == "15" || ground == "7" ? "light" : ThemeLibrary.standardName
  }

  private static func baseName(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return name.hasSuffix(".theme") ? String(name.dropLast(".theme".count)) : name
  }

  /// A theme file: by its path, or by its name in the user's folder of themes.
  private static func file(_ wanted: String) -> (path: String, bytes: [UInt8])? {
    var paths = [wanted]
    if !wanted.contains("/"), let folder = Environment.configurationFolder {
      paths.append("\(folder)/themes/\(wanted).theme")
    }
    for path in paths {
      if let bytes = SmallFile.bytes(path, atMost: Limits.settingsBytes + 1) {
        return (path, bytes)
      }
    }
    return nil
  }
}
