import SutraCore
import SutraReader
import SutraSystem
import SutraWords

/// The user's settings file.
enum SettingsFile {
  /// Its path: `$XDG_CONFIG_HOME/sutra/config`, or below the home folder.
  static var path: String? { Environment.configurationFolder.map { "\($0)/config" } }

  /// Reads the file, where there is one; what is wrong in it comes back and is not fatal.
  static func read(into settings: inout Settings) -> [String] {
    guard let path, let bytes = SmallFile.bytes(path, atMost: Limits.settingsBytes + 1) else {
      return []
    }
    return settings.read(bytes, file: VisibleText.safe(RawPath.shown(path))).map(\.message)
  }
}

extension SettingsFile {
  /// Keeps a setting in the file, or a key behind `bind`; where there is none it is made.
  ///
  /// - Returns: What is told of it.
  static func keep(_ name: String, _ value: String) -> String {
    guard let path else { return say("settings.kept-no-home") }
    let shown = VisibleText.safe(RawPath.shown(ExportFile.shortened(path)))
    let old = SmallFile.bytes(path, atMost: Limits.settingsBytes + 1) ?? []
    guard old.count <= Limits.settingsBytes else {
      return say("settings.kept-too-long", ["file": shown])
    }
    let new = SettingsEdit.keeping(name, value, in: old)
    // A link, as many keep their settings behind, stays one.
    guard SmallFile.replace(RawPath.resolved(path) ?? path, with: new) else {
      return say("settings.kept-no-write", ["file": shown])
    }
    return say("settings.kept", ["name": name, "value": value, "file": shown])
  }
}

/// `sutra config`: all settings and key bindings, with where each comes from.
enum ConfigCommand {
  /// Writes them in the form of a settings file.
  static func run(_ settings: Settings) throws(CommandError) -> Int32 {
    let rows = settings.rows(path: SettingsFile.path ?? say("name.config-file"))
    try Output.write(rows.flatMap { Array($0.utf8) + [0x0A] })
    for flaw in flaws(settings) { Output.complain(flaw) }
    return ExitStatus.success
  }

  /// What is wrong with files that the settings name.
  private static func flaws(_ settings: Settings) -> [String] {
    var flaws: [String] = []
    do throws(CommandError) {
      flaws += try ThemeChoice(settings["theme"], colorCount: 0).mistakes.map(\.description)
    } catch {
      flaws.append(error.message)
    }
    // Languages of the user's own may have models that the built-in ones don't know.
    if settings["languages"].isEmpty {
      do throws(CommandError) {
        _ = try ModelChoice.models(settings["model"])
      } catch {
        flaws.append(error.message)
      }
    }
    return flaws
  }
}
