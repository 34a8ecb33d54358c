import Glibc
import SutraReader
import SutraWords

/// Writes to standard output and standard error.
enum Output {
  /// Writes bytes to a file.
  ///
  /// - Throws: `CommandError` with exit status 74 when they cannot be written.
  static func write(_ bytes: [UInt8], to file: Int32 = 1) throws(CommandError) {
    var failure: Int32 = 0
    bytes.withUnsafeBytes { buffer in
      var start = 0
      while start < buffer.count, failure == 0 {
        let count = Glibc.write(file, buffer.baseAddress.map { $0 + start }, buffer.count - start)
        if count >= 0 {
          start += count
        } else if errno == EAGAIN {
          // Other programs may have made it not to block: then it is waited for.
          var waiting = pollfd(fd: file, events: Int16(POLLOUT), revents: 0)
          poll(&waiting, 1, -1)
        } else if errno != EINTR {
          failure = errno
        }
      }
    }
    guard failure == 0 else { throw Self.failure(failure, writing: say("name.standard-output")) }
  }

  /// The error that writing has ended with.
  ///
  /// - Parameters:
  ///   - code: Its `errno`; where nobody reads any more that is no reason to complain.
  ///   - name: How the error calls what was written.
  /// - Returns: The error, with exit status 74.
  static func failure(_ code: Int32, writing name: String) -> CommandError {
    guard code != EPIPE else { return .inputOutput("") }
    // What helps is another thing for each reason.
    let sentence =
      switch code {
      case ENOSPC, EDQUOT, EFBIG: "error.cannot-write"
      case ENOENT, ENOTDIR: "error.cannot-write-folder"
      default: "error.cannot-write-here"
      }
    return .inputOutput(say(sentence, ["file": name, "reason": systemReason(code)]))
  }

  /// Tells the user one sentence on standard error; an empty one is not told.
  static func complain(_ message: String) {
    guard !message.isEmpty else { return }
    try? write(Array("sutra: \(VisibleText.safe(RawPath.shown(message)))\n".utf8), to: 2)
  }

  /// Says something on the terminal and waits until the user presses Enter.
  static func waitForKey(_ text: String) {
    try? write(Array("\n\(text)".utf8))
    let file = isatty(0) == 1 ? 0 : open("/dev/tty", O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return }
    defer { if file != 0 { close(file) } }
    var byte: UInt8 = 0
    while read(file, &byte, 1) == 1, byte != 0x0A, byte != 0x0D {}
  }
}
