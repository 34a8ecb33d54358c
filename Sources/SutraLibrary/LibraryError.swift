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
  /// An earlier version has made the file, and bringing it up to date takes longer than somebody is to wait.
  case older(path: String)
  /// Another program has held the file for too long.
  case busy(path: String)
  /// It cannot be read or written: why.
  case failed(path: String, String)

  /// One sentence for the user: what is wrong, and what to do.
  public var sentence: String { sentence { $0 } }

  /// The same for the one line of a screen, which has no room for the folders of a file.
  public var briefSentence: String {
    sentence { $0.split(separator: "/").last.map(String.init) ?? $0 }
  }

  private func sentence(_ file: (String) -> String) -> String {
    switch self {
    case .noSQLite(let why):
      say("library.no-sqlite", ["reason": why])
    case .unopened(let path, let why):
      say("library.cannot-open", ["file": file(path), "reason": why])
    case .damaged(let path):
      say("library.damaged", ["file": file(path)])
    case .tooNew(let path, let version):
      say("library.later", ["file": file(path), "version": version])
    case .older(let path):
      say("library.older", ["file": file(path)])
    case .busy(let path):
      say("library.held", ["file": file(path)])
    case .failed(let path, let why):
      say("library.cannot-use", ["file": file(path), "reason": why])
    }
  }
}
