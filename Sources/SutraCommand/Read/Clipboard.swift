import SutraSystem

/// Where what is copied goes: a command of the user's or of the desktop, else the terminal.
enum Clipboard {
  /// The command that takes copies on this desktop; `nil` when there is none.
  ///
  /// - Parameters:
  ///   - environment: The value of a variable that is set and not empty.
  ///   - isInstalled: Whether there is a program of a name.
  /// - Returns: The command, for a shell.
  static func command(
    environment: (String) -> String?, isInstalled: (String) -> Bool
  ) -> String? {
    if environment("WAYLAND_DISPLAY") != nil, isInstalled("wl-copy") { return "wl-copy" }
    if environment("DISPLAY") != nil {
      if isInstalled("xclip") { return "xclip -selection clipboard" }
      if isInstalled("xsel") { return "xsel --clipboard --input" }
    }
    return isInstalled("pbcopy") ? "pbcopy" : nil
  }

  /// The same for this process.
  static func command() -> String? {
    command(environment: { Environment[$0] }) { name in
      (Environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":").contains { folder in
        FileStatus.isProgram("\(folder)/\(name)")
      }
    }
  }
}
