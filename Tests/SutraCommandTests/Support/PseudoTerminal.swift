import Foundation
import SutraReader
import Testing

/// A program in a terminal of its own, which an emulator draws and answers for.
final class PseudoTerminal {
  /// What the terminal shows.
  private(set) var screen: TerminalEmulator
  /// Every byte that the program has written.
  private(set) var written: [UInt8] = []
  /// Whether the terminal answers questions, such as where its cursor stands.
  var answers = true
  /// Whether the terminal takes what the program writes; else it is left where it is.
  var takesOutput = true
  /// What it answers when it is asked for pictures; it then has cells of 8x16 pixels.
  private let pictures: PictureAnswer?
  /// The folder of the user's files.
  let home: TemporaryFolder
  private var primary: Int32
  let replica: Int32
  private(set) var child: ChildProcess
  /// How the terminal's line was set before the program began.
  let modesBefore: [UInt8]

  /// TIOCSPTLCK and TIOCGPTN.
  private static let setsLock: UInt = 0x4004_5431
  private static let tellsNumber: UInt = 0x8004_5430

  /// Starts the program, with an article in a file as its last word if there is one.
  init(
    _ arguments: [String], columns: Int = 80, rows: Int = 24, profile: WidthProfile = .spacing,
    answers: Bool = true, variables: [String: String?] = [:], input: String? = nil,
    home given: TemporaryFolder? = nil, article: String? = nil, program: String = Program.path,
    pictures: PictureAnswer? = nil
  ) throws {
    self.pictures = pictures
    let home = try given ?? TemporaryFolder()
    if given == nil {
      // Not the first start, of which the status line tells.
      let folder = home.path(of: ".local/state/sutra")
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      _ = try home.write("# known\n", to: ".local/state/sutra/read")
    }
    let files = try article.map { [try home.write($0)] } ?? []
    self.home = home
    self.answers = answers
    screen = TerminalEmulator(columns: columns, rows: rows, profile: profile)
    if let pictures { screen.attributes = pictures.rawValue }
    signal(SIGPIPE, SIG_IGN)
    // By hand, since Glibc's module lacks posix_openpt and its companions.
    primary = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var (number, lock): (Int32, Int32) = (0, 0)
    guard primary >= 0, ioctl(primary, Self.setsLock, &lock) == 0,
      ioctl(primary, Self.tellsNumber, &number) == 0
    else { throw POSIXError(.ENOTTY) }
    let path = "/dev/pts/\(number)"
    replica = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
    Self.setSize(replica, columns, rows, pictures)
    modesBefore = Self.modes(replica)
    var environment = Program.environment(home: home)
    environment["TERM"] = "xterm-256color"
    for (variable, value) in variables { environment[variable] = value }
    let terminal = ChildProcess.Descriptor.open(path, O_RDWR)
    child = try ChildProcess(
      program, arguments + files, environment: environment,
      descriptors: [input.map { .open($0, O_RDONLY) } ?? terminal, terminal, terminal],
      startsSession: true)
    _ = fcntl(primary, F_SETFL, fcntl(primary, F_GETFL) | O_NONBLOCK)
  }

  deinit {
    if primary >= 0 { close(primary) }
    close(replica)
  }

  private static func setSize(
    _ file: Int32, _ columns: Int, _ rows: Int, _ pictures: PictureAnswer?
  ) {
    let cell: (width: Int, height: Int) = pictures == nil ? (0, 0) : (8, 16)
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: UInt16(columns * cell.width),
      ws_ypixel: UInt16(rows * cell.height))
    _ = ioctl(file, UInt(TIOCSWINSZ), &size)
  }

  /// The modes of a terminal's line, as bytes to compare.
  private static func modes(_ file: Int32) -> [UInt8] {
    var modes = termios()
    tcgetattr(file, &modes)
    return withUnsafeBytes(of: &modes) { Array($0) }
  }

  /// How the terminal's line is set now.
  var modes: [UInt8] { Self.modes(replica) }

  /// Whether the terminal echoes what is typed.
  var echoes: Bool {
    var modes = termios()
    tcgetattr(replica, &modes)
    return modes.c_lflag & tcflag_t(ECHO) != 0
  }

  /// Makes the window larger or smaller.
  func resize(columns: Int, rows: Int) {
    drain()
    screen.resize(columns: columns, rows: rows)
    Self.setSize(primary, columns, rows, pictures)
  }

  /// Types text or sends a key's sequence.
  func type(_ text: String) { send(Array(text.utf8)) }

  private func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(primary, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  /// Answers the reader's question about columns, long after it was asked.
  func answerProbe() { type(probeAnswers) }

  /// What a terminal answers to the reader's question about columns.
  var probeAnswers: String {
    WidthProbe.columns(in: screen.profile).map { "\u{1B}[3;\($0 + 1)R" }.joined()
  }

  /// Writes to the screen behind the program's back.
  func spoil(_ text: String) {
    drain()
    screen.feed(text.utf8)
  }

  /// Takes the terminal away.
  func hangUp() {
    close(primary)
    primary = -1
  }

  /// Takes in what the program has written, and answers it.
  private func drain() {
    guard primary >= 0, takesOutput else { return }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = buffer.withUnsafeMutableBytes { read(primary, $0.baseAddress, $0.count) }
      guard count > 0 else { break }
      written += buffer[..<count]
      screen.feed(buffer[..<count])
    }
    if answers, !screen.answers.isEmpty { send(screen.answers) }
    screen.answers = []
  }

  private func pause(milliseconds: Int32 = 10) {
    var waiting = pollfd(fd: takesOutput ? primary : -1, events: Int16(POLLIN), revents: 0)
    poll(&waiting, 1, milliseconds)
    drain()
  }

  /// Waits until the terminal is in a state, and tells whether it came to be.
  ///
  /// What is shown instead is recorded. The program then finishes what it is at, so that what is
  /// read off the screen afterwards is no half of a painting.
  func wait(seconds: Double = 20, until isSo: (TerminalEmulator) -> Bool) -> Bool {
    let deadline = Deadline(seconds: seconds)
    while !isSo(screen) {
      if deadline.hasPassed || child.poll() != nil {
        pause()
        if isSo(screen) { return true }
        Issue.record(Comment(rawValue: "shown is\n" + screen.text.joined(separator: "\n")))
        return false
      }
      pause()
    }
    settle(milliseconds: 0, seconds: 1)
    return true
  }

  /// Waits until a text is shown.
  func waits(for text: String) -> Bool { wait { $0.shows(text) } }

  /// Waits until a text is not shown.
  func waits(forNo text: String) -> Bool { wait { !$0.shows(text) } }

  /// Lets the program do what it is at: until it has waited for keys for a while, with nothing
  /// left to read on either side.
  func settle(milliseconds: Int = 150, seconds: Double = 20) {
    var quietSince = DispatchTime.now().uptimeNanoseconds
    var count = written.count
    let deadline = Deadline(seconds: seconds)
    while !deadline.hasPassed {
      let sleeps = sleeps
      pause(milliseconds: milliseconds == 0 ? 1 : 10)
      let now = DispatchTime.now().uptimeNanoseconds
      if written.count != count || !sleeps { (quietSince, count) = (now, written.count) }
      if sleeps, now - quietSince >= UInt64(milliseconds) * 1_000_000, written.count == count {
        return
      }
    }
  }

  /// Whether the program has taken all that was typed and every thread of it waits.
  ///
  /// Silence alone does not tell that on a busy machine, where a program that wants to paint may
  /// have to wait.
  private var sleeps: Bool {
    var typed: Int32 = 0
    guard primary >= 0, ioctl(replica, UInt(FIONREAD), &typed) == 0, typed == 0 else { return true }
    return threadsSleep
  }

  /// Whether every thread of the program waits.
  private var threadsSleep: Bool {
    let folder = "/proc/\(child.number)/task"
    let threads = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return threads.allSatisfy { thread in
      let status = (try? String(contentsOfFile: "\(folder)/\(thread)/stat", encoding: .utf8)) ?? ""
      // The state stands behind the name of the program, which is in brackets.
      return status.split(separator: ")").last.map { !$0.hasPrefix(" R") && !$0.hasPrefix(" D") }
        ?? true
    }
  }

  /// Keeps the program in the middle of painting: takes nothing of what it writes any more, and
  /// asks for the whole screen until it does not come back for keys.
  func fill() -> Bool {
    takesOutput = false
    let deadline = Deadline()
    while !deadline.hasPassed {
      type("\u{0C}")
      var waited = 0
      while unreadInput > 0, waited < 30 {
        waited = threadsSleep ? waited + 1 : 0
        pause()
        if deadline.hasPassed { return false }
      }
      if waited > 0 { return true }
    }
    return false
  }

  /// Bytes that were typed and nobody has read; what is not a whole line counts as well.
  var unreadInput: Int {
    var (modes, count) = (termios(), Int32(0))
    tcgetattr(replica, &modes)
    let isCooked = modes.c_lflag & tcflag_t(ICANON) != 0
    if isCooked {
      var raw = modes
      raw.c_lflag &= ~tcflag_t(ICANON)
      tcsetattr(replica, TCSANOW, &raw)
    }
    _ = ioctl(replica, UInt(FIONREAD), &count)
    if isCooked { tcsetattr(replica, TCSANOW, &modes) }
    return Int(count)
  }

  /// The terminal's line.
  var line: Int32 { primary }

  /// Sends a signal to the programs in the foreground of the terminal.
  func sendToForeground(_ signal: Int32) {
    let group = tcgetpgrp(primary)
    if group > 0 { kill(-group, signal) }
  }

  /// Waits for the program to end.
  func ending(seconds: Double = 20) -> ChildProcess.Ending {
    let deadline = Deadline(seconds: seconds)
    while !deadline.hasPassed {
      if let ending = child.poll() {
        drain()
        return ending
      }
      pause()
      if primary < 0 { usleep(5_000) }
    }
    return .never
  }
}

/// How a terminal answers when it is asked for pictures.
enum PictureAnswer: String {
  /// It has kitty's graphics protocol.
  case kitty = "\u{1B}_Gi=7405;OK\u{1B}\\\u{1B}[?62c"
  /// It draws sixels.
  case sixel = "\u{1B}[?62;4c"
}
