import SutraSystem
import SutraWords

/// A file that lines are added to while the program runs.
final class JournalFile {
  private let file: OpenFile

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
    do throws(SystemFailure) {
      file = try OpenFile(
        writing: path, isAddedTo ? .added : .anew, permissions: 0o600, waits: false)
    } catch {
      throw Output.failure(error, writing: shown)
    }
    guard file.status?.kind == .file else {
      throw .inputOutput(
        say("error.cannot-write-here", ["file": shown, "reason": say("write.device")]))
    }
    write("\(head)\n")
  }

  /// Adds text.
  ///
  /// What cannot be written any more is left out: the session goes on.
  func write(_ text: String) { _ = file.write(Array(text.utf8)) }
}
