import CNcurses
import CTerminal
import Glibc

/// What is seen to before and when a terminal is taken.
enum TerminalSetup {
  /// Chooses the user's locale, or any with UTF-8.
  static func useUTF8() -> Bool {
    func isUTF8() -> Bool {
      guard let name = nl_langinfo(Int32(CODESET)) else { return false }
      return strcmp(name, "UTF-8") == 0
    }
    setlocale(LC_ALL, "")
    if isUTF8() { return true }
    for name in ["C.UTF-8", "en_US.UTF-8"] where setlocale(LC_CTYPE, name) != nil {
      if isUTF8() { return true }
    }
    return false
  }

  /// Whether the terminal database knows the terminal and how to move its cursor.
  static func canMoveCursor(_ term: String) -> Bool {
    var failure: Int32 = 0
    guard !term.isEmpty, setupterm(nil, 1, &failure) == OK else { return false }
    return sutra_capability("cup") != nil && sutra_capability("clear") != nil
  }

  /// Whether the terminal passes over commands (OSC) that it does not know, and shows nothing of them: the consoles
  /// of some systems write them out.
  static func passesOverUnknown(_ term: String) -> Bool {
    !["linux", "cons", "wsvt", "pcvt", "vt52", "dumb"].contains(where: term.hasPrefix)
  }

  /// Lets ncurses give the terminal back and take it again without the terminal seeing it.
  ///
  /// Until a first pause ncurses takes a program for one that moves the cursor by hand, and writes
  /// what it has after every move, dozens of times a key. Nothing has been written before, so that
  /// what begins the session is written by the first update after this.
  static func pauseUnseen() {
    let output = fcntl(1, F_DUPFD_CLOEXEC, 3)
    let nowhere = Glibc.open("/dev/null", O_WRONLY | O_CLOEXEC)
    if output >= 0, nowhere >= 0, dup2(nowhere, 1) == 1 {
      endwin()
      dup2(output, 1)
    }
    for file in [output, nowhere] where file >= 0 { close(file) }
  }

  /// Notes what gives the screen back, for the handler of crashes.
  ///
  /// - Parameter sequences: What else undoes what the session does to the terminal.
  static func armGuard(undoing sequences: [UInt8]) {
    // A string that was begun, such as a copy for the clipboard, is ended first (ST).
    var bytes = ([0x1B, 0x5C] + sequences).map { CChar(bitPattern: $0) }
    for name in ["sgr0", "op", "rmkx", "cnorm", "rmcup"] {
      guard let text = sutra_capability(name) else { continue }
      bytes += withoutPadding(text)
    }
    bytes.withUnsafeBufferPointer { buffer in
      if let base = buffer.baseAddress { sutra_guard_arm(base, buffer.count) }
    }
  }

  /// A capability without the pauses that only `tputs` understands, as in `$<5>`.
  private static func withoutPadding(_ text: UnsafePointer<CChar>) -> [CChar] {
    var found: [CChar] = []
    var index = 0
    while text[index] != 0 {
      if text[index] == 0x24, text[index + 1] == 0x3C {
        while text[index] != 0, text[index] != 0x3E { index += 1 }
        if text[index] != 0 { index += 1 }
        continue
      }
      found.append(text[index])
      index += 1
    }
    return found
  }
}
