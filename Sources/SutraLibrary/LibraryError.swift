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
      "feeds are kept by SQLite, which cannot be loaded (\(why)); "
        + "install Debian's package libsqlite3-0."
    case .unopened(let path, let why):
      "'\(path)' cannot be opened (\(why)); see to its folder, or name another in XDG_DATA_HOME."
    case .damaged(let path):
      "'\(path)' is damaged or no library of sutra; move it away, and a new one is made."
    case .tooNew(let path, let version):
      "'\(path)' was made by a later version of sutra (its form is \(version)); use that version."
    case .busy(let path):
      "another program holds '\(path)'; end it, or try again."
    case .failed(let path, let why):
      "'\(path)' cannot be used (\(why)); see whether the disk is full."
    }
  }
}
