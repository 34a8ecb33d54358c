import Glibc

/// Writes to the terminal past ncurses.
enum TerminalOutput {
  /// Milliseconds that a terminal may take nothing.
  private static let patience: Int32 = 1_000

  /// Writes all bytes; where the terminal takes none they are given up.
  static func write(_ bytes: [UInt8]) {
    var start = 0
    bytes.withUnsafeBytes { buffer in
      while start < buffer.count {
        let count = Glibc.write(1, buffer.baseAddress.map { $0 + start }, buffer.count - start)
        if count < 0, errno == EAGAIN {
          // Somebody else may have made the terminal not to block.
          var waiting = pollfd(fd: 1, events: Int16(POLLOUT), revents: 0)
          if poll(&waiting, 1, patience) > 0 { continue }
          return
        }
        if count < 0, errno != EINTR { return }
        start += max(0, count)
      }
    }
  }
}
