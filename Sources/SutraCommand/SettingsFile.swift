import SutraReader

/// The user's settings file.
enum SettingsFile {
  /// Its path: `$XDG_CONFIG_HOME/sutra/config`, or below the home folder.
  static var path: String? { Environment.configurationFolder.map { "\($0)/config" } }

  /// Reads the file, where there is one; what is wrong in it comes back and is not fatal.
  static func read(into settings: inout Settings) -> [String] {
    guard let path, let bytes = SmallFile.bytes(path, atMost: Settings.longestFile) else {
      return []
    }
    return settings.read(bytes, file: VisibleText.safe(RawPath.shown(path))).map(\.message)
  }
}

/// `sutra config`: all settings and key bindings, with where each comes from.
enum ConfigCommand {
  /// Writes them in the form of a settings file.
  static func run(_ settings: Settings) throws(CommandError) -> Int32 {
    var lines = [
      "# Settings of sutra, in the form of \(SettingsFile.path ?? "its config file")", "",
    ]
    for setting in SettingTable.all {
      let (value, origin) = settings.value(of: setting)
      lines.append("# \(setting.explanation)")
      let values = setting.values
      if !values.isEmpty { lines.append("# one of: \(values.joined(separator: ", "))") }
      lines.append("\(setting.name) = \(value)  # \(origin)")
      lines.append("")
    }
    lines.append("# Keys: bind KEY = ACTION")
    for group in settings.keymap.groups {
      lines.append("# \(group.title)")
      for binding in group.bindings {
        for key in binding.keys {
          let own = settings.bindings.last { Key(name: $0.key) == key }
          lines.append(
            "bind \(key.settingName) = \(binding.name)  # \(own?.origin ?? .standard)")
        }
        if binding.keys.isEmpty { lines.append("# no key: \(binding.name)") }
      }
    }
    try Output.write(lines.flatMap { Array(VisibleText.safe($0).utf8) + [0x0A] })
    return ExitStatus.success
  }
}
