import SutraCore
import SutraInput
import SutraReader
import SutraSystem

/// The file of what is remembered from one run to the next.
enum MemoryFile {
  /// Its path: `$XDG_STATE_HOME/sutra/read`, or below the home folder.
  static var path: String? {
    if let folder = Environment["XDG_STATE_HOME"] { return "\(folder)/sutra/read" }
    return Environment["HOME"].map { "\($0)/.local/state/sutra/read" }
  }

  /// Reads what is remembered; nothing where there is no such file.
  static func read() -> ReadingMemory {
    guard let path, let bytes = SmallFile.bytes(path, atMost: ReadingMemory.mostBytes) else {
      return ReadingMemory()
    }
    return ReadingMemory(bytes)
  }

  /// Whether nothing was ever remembered, as when the program is started for the first time.
  static var isMissing: Bool { path.map { !FileStatus.exists($0) } ?? false }

  /// Writes it whole; when it cannot be written it is forgotten.
  static func write(_ memory: ReadingMemory) {
    if let path { SmallFile.replace(path, with: memory.bytes) }
  }
}
