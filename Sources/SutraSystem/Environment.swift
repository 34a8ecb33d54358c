import Glibc

/// The environment of the process; what is not UTF-8 in it is told as `RawPath` tells it.
public enum Environment {
  /// The value of a variable that is set and not empty.
  public static subscript(name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = RawPath.text(value)
    return text.isEmpty ? nil : text
  }

  /// The user's folder of settings.
  public static var configurationFolder: String? {
    if let folder = Self["XDG_CONFIG_HOME"] { return "\(folder)/sutra" }
    return Self["HOME"].map { "\($0)/.config/sutra" }
  }

  /// The user's folder of what the program keeps.
  public static var dataFolder: String? {
    if let folder = Self["XDG_DATA_HOME"] { return "\(folder)/sutra" }
    return Self["HOME"].map { "\($0)/.local/share/sutra" }
  }
}
