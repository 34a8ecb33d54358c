import Glibc
import SutraWords

/// Runs commands of the system for the reader.
public enum ChildCommand {
  /// Runs a command of the shell with bytes on its standard input and waits for its end.
  ///
  /// The keyboard's signals are to be lent to it meanwhile.
  ///
  /// - Returns: What to tell the user when it failed; `nil` when all went well.
  public static func run(
    _ command: String, input: [UInt8], isQuiet: Bool = false
  ) -> String? {
    var ends: [Int32] = [-1, -1]
    guard Glibc.pipe(&ends) == 0 else { return say("child.no-pipe") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[0], 0)
    if isQuiet {
      posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
      posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // The reader's own handlers are not the command's.
    var defaults = sigset_t()
    sigemptyset(&defaults)
    for number in [SIGINT, SIGQUIT, SIGPIPE, SIGTERM, SIGHUP, SIGWINCH, SIGXFSZ] {
      sigaddset(&defaults, number)
    }
    // Behind the reader's screen nothing can be stopped, since nobody could let it go on.
    if !isQuiet { sigaddset(&defaults, SIGTSTP) }
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    var child = pid_t()
    let words = ["sh", "-c", command]
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    defer { arguments.forEach { free($0) } }
    arguments.append(nil)
    let failure = posix_spawn(&child, "/bin/sh", &actions, &attributes, arguments, environ)
    close(ends[0])
    guard failure == 0 else {
      close(ends[1])
      return say("child.no-shell", ["reason": systemReason(failure)])
    }
    feed(input, ends[1])
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    if status & 0x7F == 0 {
      let code = status >> 8 & 0xFF
      return code == 0
        ? nil : code == 127 ? say("child.no-command") : say("child.status", ["number": Int(code)])
    }
    return say("child.signal", ["number": Int(status & 0x7F)])
  }

  /// The first line that a command of the shell writes, with its end; `nil` where it writes nothing.
  ///
  /// - Parameter command: The command, which says nothing for this program's standard error.
  /// - Returns: At most 255 bytes of the line.
  public static func line(of command: String) -> String? {
    guard let output = popen(command, "r") else { return nil }
    defer { pclose(output) }
    var line = [CChar](repeating: 0, count: 256)
    guard fgets(&line, Int32(line.count), output) != nil else { return nil }
    return String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Writes all bytes, or as many as the command reads.
  private static func feed(_ input: [UInt8], _ file: Int32) {
    let old = signal(SIGPIPE, SIG_IGN)
    input.withUnsafeBytes { buffer in
      var start = 0
      while start < buffer.count {
        let count = write(file, buffer.baseAddress.map { $0 + start }, buffer.count - start)
        if count < 0, errno != EINTR { break }
        start += max(0, count)
      }
    }
    close(file)
    signal(SIGPIPE, old)
  }
}
