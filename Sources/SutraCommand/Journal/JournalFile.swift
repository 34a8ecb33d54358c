import Glibc
import SutraWords

/// A file that lines are added to while the program runs.
struct JournalFile {
  private let file: Int32

  /// Opens a file, new or one of the same kind.
  ///
  /// - Parameters:
  ///   - path: Where it is.
  ///   - head: The line it begins with. A file that is there and begins otherwise is somebody's own.
  ///   - isAddedTo: Whether what stands in it stays.
  /// - Throws: `CommandError` where it cannot be written, or holds something else.
  init(_ path: String, head: String, isAddedTo: Bool) throws(CommandError) {
    let shown = RawPath.shown(path)
    if let begin = SmallFile.bytes(path, atMost: head.utf8.count), !begin.isEmpty,
      begin != Array(head.utf8)
    {
      throw .usage(say("journal.other-file", ["file": shown]))
    }
    let flags = O_WRONLY | O_CREAT | O_CLOEXEC | O_NONBLOCK | (isAddedTo ? O_APPEND : O_TRUNC)
    file = open(RawPath.bytes(path), flags, 0o600)
    var status = stat()
    guard file >= 0, fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      guard file >= 0 else { throw Output.failure(errno, writing: shown) }
      throw .inputOutput(
        say("error.cannot-write-here", ["file": shown, "reason": say("write.device")]))
    }
    write("\(head)\n")
  }

  /// Adds text.
  ///
  /// What cannot be written any more is left out: the session goes on.
  func write(_ text: String) { try? Output.write(Array(text.utf8), to: file) }
}
