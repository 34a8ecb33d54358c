import Glibc
import SutraReader

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
        } else if errno != EINTR {
          failure = errno
        }
      }
    }
    // Nobody reads any more, which is no reason to complain.
    guard failure != EPIPE else { throw .inputOutput("") }
    guard failure == 0 else {
      throw .inputOutput(
        "standard output cannot be written (\(String(cString: strerror(failure)))); "
          + "make room or write elsewhere.")
    }
  }

  /// Tells the user one sentence on standard error; an empty one is not told.
  static func complain(_ message: String) {
    guard !message.isEmpty else { return }
    try? write(Array("sutra: \(VisibleText.safe(message))\n".utf8), to: 2)
  }
}
