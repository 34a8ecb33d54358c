import Glibc

/// Writes files so that at any moment the old one or the new one is there, whole.
enum WholeFile {
  /// Writes a file to its end under another name, makes it last, and gives it its own name.
  ///
  /// - Parameters:
  ///   - bytes: What the file is to hold.
  ///   - path: Its name; its folder must be there.
  ///   - mode: Its permissions.
  ///   - replaces: Whether a file of that name is replaced.
  /// - Returns: 0, or the `errno` of what failed; `EEXIST` when there is such a file and it is not
  ///   to be replaced.
  static func write(_ bytes: [UInt8], to path: String, mode: mode_t, replaces: Bool) -> Int32 {
    // mkstemp puts letters in place of these six.
    var temporary = Array("\(path).XXXXXX".utf8CString)
    let file = mkstemp(&temporary)
    guard file >= 0 else { return errno }
    fchmod(file, mode)
    var failure: Int32 = 0
    do throws(CommandError) { try Output.write(bytes, to: file) } catch { failure = errno }
    if failure == 0, fsync(file) != 0 { failure = errno }
    if close(file) != 0, failure == 0 { failure = errno }
    if failure == 0 {
      // A link fails when somebody has made the file meanwhile; a rename would replace it.
      if !replaces, link(temporary, path) == 0 {
        unlink(temporary)
        return 0
      }
      // Some file systems have no links.
      if replaces || errno != EEXIST, rename(temporary, path) == 0 { return 0 }
      failure = errno
    }
    unlink(temporary)
    return failure
  }
}
