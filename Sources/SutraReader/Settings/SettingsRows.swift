import SutraWords

extension Settings {
  /// All settings and key bindings as rows of a settings file, with where each comes from; read
  /// again they are the same.
  ///
  /// - Parameter path: The path of the user's settings file, for the first remark.
  /// - Returns: The rows, without line ends.
  public func rows(path: String) -> [String] {
    var rows = [say("config.head", ["file": path]), ""]
    for setting in SettingTable.all {
      let (value, origin) = value(of: setting)
      rows.append("# \(setting.explanation)")
      let values = setting.values
      if !values.isEmpty {
        rows.append(say("config.values", ["values": values.joined(separator: ", ")]))
      }
      rows.append("\(setting.name) = \(value)  # \(origin)")
      rows.append("")
    }
    rows.append(say("config.keys"))
    for group in keymap.groups {
      rows.append("# \(group.title)")
      for binding in group.bindings {
        for key in binding.keys {
          let own = bindings.last { Key(name: $0.key) == key }
          rows.append("bind \(key.settingName) = \(binding.name)  # \(own?.origin ?? .standard)")
        }
        if binding.keys.isEmpty { rows.append(say("config.no-key", ["name": binding.name])) }
      }
    }
    return rows.map { VisibleText.safe($0) }
  }
}
