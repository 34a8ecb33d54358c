import Glibc
import SutraReader

/// Writes what the reader takes away.
enum ExportFile {
  /// How it ended.
  enum Outcome: Equatable {
    case written
    /// There is such a file, and nobody said to replace it.
    case exists
    /// What is wrong, in a few words.
    case failed(String)
  }

  /// Writes a file to its end under another name first; an existing one stays until then.
  static func write(_ bytes: [UInt8], to path: String, overwrites: Bool) -> Outcome {
    let path = expanded(path)
    var status = stat()
    if lstat(path, &status) == 0 {
      if status.st_mode & S_IFMT == S_IFDIR { return .failed("it is a directory") }
      if !overwrites { return .exists }
    }
    var temporary = Array("\(path).XXXXXX".utf8CString)
    let file = mkstemp(&temporary)
    guard file >= 0 else { return .failed(String(cString: strerror(errno))) }
    fchmod(file, 0o644)
    var failure: Int32 = 0
    do throws(CommandError) { try Output.write(bytes, to: file) } catch { failure = errno }
    if failure == 0, fsync(file) != 0 { failure = errno }
    if close(file) != 0, failure == 0 { failure = errno }
    if failure == 0 {
      // A link fails when somebody has made the file meanwhile; a rename would replace it.
      if !overwrites, link(temporary, path) == 0 {
        unlink(temporary)
        return .written
      }
      // Some file systems have no links.
      if overwrites || errno != EEXIST, rename(temporary, path) == 0 { return .written }
      failure = errno
    }
    unlink(temporary)
    return failure == EEXIST ? .exists : .failed(String(cString: strerror(failure)))
  }

  /// A path with `~` as the home folder.
  private static func expanded(_ path: String) -> String {
    guard path.hasPrefix("~/"), let home = Environment["HOME"] else { return path }
    return home + path.dropFirst()
  }
}
