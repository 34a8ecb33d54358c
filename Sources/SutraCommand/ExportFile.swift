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

  /// Writes a file to its end under another name first; an existing one stays until then, and who
  /// may read it stays as it is.
  static func write(_ bytes: [UInt8], to path: String, overwrites: Bool) -> Outcome {
    var path = expanded(path)
    var status = stat()
    var mode = 0o666 & ~creationMask
    if lstat(path, &status) == 0 {
      if status.st_mode & S_IFMT == S_IFLNK {
        // What a link leads to is replaced, and not the link.
        guard let target = realpath(path, nil) else {
          return .failed("it is a link that leads nowhere")
        }
        path = String(cString: target)
        free(target)
        stat(path, &status)
      }
      switch status.st_mode & S_IFMT {
      case S_IFREG: mode = status.st_mode & 0o777
      case S_IFDIR: return .failed("it is a directory")
      default: return .failed("it is a device or a pipe")
      }
      if !overwrites { return .exists }
    }
    var temporary = Array("\(path).XXXXXX".utf8CString)
    let file = mkstemp(&temporary)
    guard file >= 0 else { return .failed(String(cString: strerror(errno))) }
    fchmod(file, mode)
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

  /// The permissions that new files do not get.
  private static var creationMask: mode_t {
    let mask = umask(0)
    umask(mask)
    return mask
  }

  /// A path with `~` as the home folder.
  private static func expanded(_ path: String) -> String {
    guard path.hasPrefix("~/"), let home = Environment["HOME"] else { return path }
    return home + path.dropFirst()
  }
}
