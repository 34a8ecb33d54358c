import SutraWords

/// Why the library cannot be used.
public enum LibraryError: Error, Equatable, Sendable {
  /// SQLite cannot be loaded: what the loader says.
  case noSQLite(String)
  /// The file cannot be opened or made: why.
  case unopened(path: String, String)
  /// The file is no library, or damaged.
  case damaged(path: String)
  /// A later version of the program has made the file what it is.
  case tooNew(path: String, version: Int)
  /// Another program has held the file for too long.
  case busy(path: String)
  /// It cannot be read or written: why.
  case failed(path: String, String)

  /// One sentence for the user: what is wrong, and what to do.
  public var sentence: String {
    switch self {
    case .noSQLite(let why):
      say("library.no-sqlite", ["reason": why])
    case .unopened(let path, let why):
      say("library.cannot-open", ["file": path, "reason": why])
    case .damaged(let path):
      say("library.damaged", ["file": path])
    case .tooNew(let path, let version):
      say("library.later", ["file": path, "version": version])
    case .busy(let path):
      say("library.held", ["file": path])
    case .failed(let path, let why):
      say("library.cannot-use", ["file": path, "reason": why])
    }
  }
}
