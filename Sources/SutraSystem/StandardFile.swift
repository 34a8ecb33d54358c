import Glibc

/// The three files that every program begins with.
public enum StandardFile: Int32, CaseIterable, Sendable {
  case input = 0
  case output = 1
  case error = 2

  /// The file, which stays open.
  public var file: OpenFile { OpenFile(borrowing: rawValue) }

  /// Whether it is a terminal.
  public var isTerminal: Bool { isatty(rawValue) == 1 }

  /// Whether something is piped or redirected into the program.
  public static var hasPipedInput: Bool {
    guard !input.isTerminal, let kind = input.file.status?.kind else { return false }
    return kind == .pipe || kind == .file || kind == .socket
  }

  /// The keyboard: standard input where that is a terminal, else the terminal of this process.
  public static var keyboard: OpenFile? {
    input.isTerminal ? input.file : try? OpenFile(reading: "/dev/tty")
  }

  /// Whether something comes from standard input within a time, be it its end.
  public static func inputComes(within milliseconds: Int) -> Bool {
    input.file.wait(for: POLLIN, milliseconds: Int32(milliseconds))
  }

  /// Sees to it that no other file gets the number of a standard one that is closed; reading from
  /// it or writing to it fails as before.
  public static func keep() {
    for file in allCases where fcntl(file.rawValue, F_GETFD) < 0 {
      _ = open("/dev/null", file == .input ? O_WRONLY : O_RDONLY)
    }
  }
}
