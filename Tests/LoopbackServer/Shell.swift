import Glibc

/// What a test makes by a command of the system.
public enum Shell {
  /// The output of a command of the shell, or `nil` where it fails.
  public static func output(_ command: String) -> [UInt8]? {
    guard let pipe = popen(command, "r") else { return nil }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&buffer, 1, buffer.count, pipe)
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    return pclose(pipe) == 0 ? bytes : nil
  }
}
