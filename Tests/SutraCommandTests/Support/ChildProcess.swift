import Foundation

/// A process started for a test; it is killed when the test lets go of it.
final class ChildProcess {
  /// How a process ended.
  enum Ending: Equatable {
    case exit(Int32)
    case signal(Int32)
    /// It was still running when the deadline had passed.
    case never
  }

  /// What a descriptor of the process is.
  enum Descriptor {
    /// A copy of one of ours.
    case copy(Int32)
    /// A file that it opens itself.
    case open(String, Int32)
  }

  /// Its number.
  let number: pid_t
  private var ending: Ending?
  private(set) var isStopped = false

  /// Starts a program; signals are as they are by default but for those it is to ignore.
  init(
    _ path: String, _ arguments: [String], environment: [String: String],
    descriptors: [Descriptor], startsSession: Bool = false, ignoring ignored: [Int32] = []
  ) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (target, descriptor) in descriptors.enumerated() {
      switch descriptor {
      case .copy(let file): posix_spawn_file_actions_adddup2(&actions, file, Int32(target))
      case .open(let path, let flags):
        posix_spawn_file_actions_addopen(&actions, Int32(target), path, flags, 0o600)
      }
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    var all = sigset_t()
    sigfillset(&all)
    for number in ignored { sigdelset(&all, number) }
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    let setsSession: Int32 = 0x80
    let flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | (startsSession ? setsSession : 0)
    posix_spawnattr_setflags(&attributes, Int16(flags))
    var words = ([path] + arguments).map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for copy in words + variables { free(copy) } }
    var number = pid_t()
    var failure: Int32 = 0
    let deadline = Deadline()
    repeat {
      failure = posix_spawn(&number, path, &actions, &attributes, &words, &variables)
      // A program just copied is busy while another new process still holds the copy open.
      if failure == ETXTBSY { usleep(5_000) }
    } while failure == ETXTBSY && !deadline.hasPassed
    guard failure == 0 else { throw POSIXError(POSIXErrorCode(rawValue: failure) ?? .ENOENT) }
    self.number = number
  }

  deinit {
    guard ending == nil else { return }
    kill(number, SIGKILL)
    var status: Int32 = 0
    waitpid(number, &status, 0)
  }

  /// Sends a signal, unless the process has ended.
  func send(_ signal: Int32) {
    if poll() == nil { kill(number, signal) }
  }

  /// How it ended, or `nil` while it runs.
  func poll() -> Ending? {
    if let ending { return ending }
    var status: Int32 = 0
    guard waitpid(number, &status, WNOHANG | WUNTRACED | 8) == number else { return nil }
    switch status & 0x7F {
    case 0: ending = .exit(status >> 8 & 0xFF)
    case 0x7F: isStopped = status != 0xFFFF
    default: ending = .signal(status & 0x7F)
    }
    return ending
  }
}
