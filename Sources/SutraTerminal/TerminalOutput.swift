import Glibc

/// Writes to the terminal past ncurses.
enum TerminalOutput {
  /// Writes all bytes; where the terminal takes none they are given up.
  static func write(_ bytes: [UInt8]) {
    var start = 0
    bytes.withUnsafeBytes { buffer in
      while start < buffer.count {
        let count = Glibc.write(1, buffer.baseAddress.map { $0 + start }, buffer.count - start)
        if count < 0, errno != EINTR { return }
        start += max(0, count)
      }
    }
  }
}
