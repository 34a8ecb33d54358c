import SutraReader
import SutraSystem
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
    var mode = WholeFile.newFileMode
    if var status = FileStatus(at: path, followsLinks: false) {
      if status.kind == .link {
        guard let target = RawPath.resolved(path), let own = FileStatus(at: target) else {
          return .failed(say("write.dead-link"))
        }
        (path, status) = (target, own)
      }
      switch status.kind {
      case .folder: return .failed(say("write.directory"))
      case .device, .pipe, .socket: return .failed(say("write.device"))
      case .file, .link: break
      }
      if !overwrites { return .exists }
      mode = status.permissions
    }
    guard let failure = WholeFile.write(bytes, to: path, mode: mode, replaces: overwrites) else {
      return .written
    }
    return failure == .exists ? .exists : .failed(failure.reason)
  }

  /// A path as a line can show it with room for a reason: the middle of a long one is left out.
  static func shortened(_ path: String) -> String {
    guard path.count > 40 else { return path }
    return "\(path.prefix(12))…\(path.suffix(26))"
  }

  /// A path with `~` as the home folder.
  static func expanded(_ path: String) -> String {
    guard path == "~" || path.hasPrefix("~/"), let home = Environment["HOME"] else { return path }
    return home + path.dropFirst()
  }
}
