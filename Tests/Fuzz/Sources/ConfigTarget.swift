import SutraReader

/// Settings files: what is accepted and written out is read again as it was.
enum ConfigTarget {
  static func run(_ bytes: [UInt8]) {
    var settings = Settings()
    let mistakes = settings.read(bytes, file: "config")
    hold(mistakes.count <= 20, "\(mistakes.count) mistakes are told")
    for mistake in mistakes {
      hold(!steersTerminal(mistake.message), "a mistake would steer the terminal")
    }
    for setting in SettingTable.all {
      let (value, _) = settings.value(of: setting)
      hold(setting.flaw(of: value) == nil, "a value was accepted that does not fit")
    }
    let rows = settings.rows(path: "/home/reader/config")
    for row in rows { hold(!steersTerminal(row), "a row would steer the terminal") }
    var again = Settings()
    let new = again.read(Array(rows.joined(separator: "\n").utf8), file: "config")
    hold(new.isEmpty, "what was written out has mistakes: \(new.first?.message ?? "")")
    for setting in SettingTable.all {
      let (before, after) = (settings.value(of: setting).value, again.value(of: setting).value)
      hold(
        before.unicodeScalars.elementsEqual(after.unicodeScalars),
        "\(setting.name) was '\(before)' and is '\(after)'")
    }
    let (before, after) = (settings.keymap, again.keymap)
    for (group, other) in zip(before.groups, after.groups) {
      for (binding, same) in zip(group.bindings, other.bindings) {
        hold(Set(binding.keys) == Set(same.keys), "the keys of \(binding.name) are other ones")
        for key in binding.keys {
          hold(before.action(of: key) == binding.action, "\(key.label) does something else")
          hold(after.action(of: key) == binding.action, "\(key.label) does something else")
        }
      }
    }
  }
}
