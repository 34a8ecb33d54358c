import Glibc
import SutraReader
import SutraWords

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
  ///
  /// What is no file, such as the terminal itself, is not written to.
  static func write(_ bytes: [UInt8], to path: String, overwrites: Bool) -> Outcome {
    var path = expanded(path)
    var mode = newFileMode
    var status = stat()
    if lstat(RawPath.bytes(path), &status) == 0 {
      if status.st_mode & S_IFMT == S_IFLNK {
        guard let target = realpath(RawPath.bytes(path), nil) else {
          return .failed(say("write.dead-link"))
        }
        path = RawPath.text(target)
        free(target)
        guard lstat(RawPath.bytes(path), &status) == 0 else {
          return .failed(systemReason(errno))
        }
      }
      switch status.st_mode & S_IFMT {
      case S_IFDIR: return .failed(say("write.directory"))
      case S_IFCHR, S_IFBLK, S_IFIFO, S_IFSOCK: return .failed(say("write.device"))
      default: break
      }
      if !overwrites { return .exists }
      mode = status.st_mode & 0o777
    }
    let failure = WholeFile.write(bytes, to: path, mode: mode, replaces: overwrites)
    if failure == 0 { return .written }
    return failure == EEXIST ? .exists : .failed(systemReason(failure))
  }

  /// A path as a line can show it with room for a reason: the middle of a long one is left out.
  static func shortened(_ path: String) -> String {
    guard path.count > 40 else { return path }
    return "\(path.prefix(12))…\(path.suffix(26))"
  }

  /// The permissions of new files of this process.
  static var newFileMode: mode_t {
    let mask = umask(0o077)
    umask(mask)
    return 0o666 & ~mask
  }

  /// A path with `~` as the home folder.
  static func expanded(_ path: String) -> String {
    guard path == "~" || path.hasPrefix("~/"), let home = Environment["HOME"] else { return path }
    return home + path.dropFirst()
  }
}
