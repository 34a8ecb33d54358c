import SutraCore
import SutraResources

/// The themes that travel inside the binary.
public enum ThemeLibrary {
  /// The theme of a terminal with colours; it also fills what other themes leave out.
  public static let standardName = "dark"
  /// The theme of a terminal without colours.
  public static let monochromeName = "mono"

  /// The theme for a light ground, or for a dark one.
  public static func name(onLight isLight: Bool) -> String { isLight ? "light" : standardName }

  private static let folder = "themes/"
  private static let ending = ".theme"

  /// The names of the built-in themes in the order `t` goes through them, the standard one first.
  public static var names: [String] {
    let paths = EmbeddedResource.paths(holding: folder, ending: ending)
    let names = paths.map { String($0.dropFirst(folder.count).dropLast(ending.count)) }
      .filter { !$0.contains("/") }
    return [standardName] + names.filter { $0 != standardName }.sorted()
  }

  /// Reads a built-in theme; `nil` when there is none of that name.
  public static func theme(named name: String) -> Theme? {
    guard let bytes = EmbeddedResource.bytes(at: folder + name + ending) else { return nil }
    let base = name == standardName ? nil : theme(named: standardName)
    return ThemeFile.theme(bytes, name: name, file: name + ending, base: base).theme
  }

  /// The look of a built-in theme that was made for a terminal of 8 or 16 colours; `nil` when there
  /// is none.
  public static func theme(named name: String, forColors count: Int) -> Theme? {
    let few = count < 16 ? 8 : 16
    guard (8..<256).contains(count),
      let bytes = EmbeddedResource.bytes(at: "\(folder)\(few)/\(name)\(ending)")
    else { return nil }
    return ThemeFile.theme(bytes, name: name, file: name + ending, base: standard).theme
  }

  /// The theme that fills what others leave out.
  public static var standard: Theme {
    theme(named: standardName) ?? Theme(name: standardName, styles: [:])
  }
}
