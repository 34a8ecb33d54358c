import Glibc
import SutraCore
import SutraInput
import SutraReader
import SutraWords

/// Where analyses are written: each is written whole, even when the program is told to end
/// meanwhile.
struct AnalysisOutput: ~Copyable {
  /// Milliseconds that a pipe may take nothing before a signal ends the program even so.
  private static let patience: Int32 = 500
  /// Bytes that a pipe which is ready takes without waiting.
  private static let pipePiece = 4_096
  /// The signals that wait until an analysis is written.
  private static let delayed = [SIGINT, SIGTERM, SIGHUP]

  private let file: Int32
  /// How errors call it.
  private let name: String
  private let isRegular: Bool
  /// Whether what could not be written whole is cut off again.
  private let isOwn: Bool
  /// How much of the file stays when the first write comes.
  private let cut: Cut

  /// Writes to standard output.
  init() {
    var status = stat()
    let isRegular = fstat(1, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    self.init(file: 1, name: say("name.standard-output"), isRegular: isRegular, isOwn: false)
  }

  /// Writes to a file.
  ///
  /// - Parameters:
  ///   - path: The file, made when it is missing.
  ///   - length: How many bytes of it stay.
  ///   - inputs: The articles, none of which it may be.
  /// - Throws: `CommandError` when it cannot be written, or is one of the articles.
  init(path: String, keeping length: Int, inputs: [ArticleOrigin]) throws(CommandError) {
    let shown = "'\(VisibleText.safe(path))'"
    let file = open(RawPath.bytes(path), O_WRONLY | O_CREAT | O_CLOEXEC, 0o666)
    guard file >= 0 else {
      throw Output.failure(errno, writing: shown)
    }
    var own = stat()
    guard fstat(file, &own) == 0 else {
      close(file)
      throw .inputOutput(say("error.cannot-look-at", ["file": shown]))
    }
    for case .file(let article) in inputs {
      var other = stat()
      if stat(RawPath.bytes(article), &other) == 0, other.st_dev == own.st_dev,
        other.st_ino == own.st_ino
      {
        close(file)
        throw .inputOutput(say("error.is-an-article", ["file": shown]))
      }
    }
    let isRegular = own.st_mode & S_IFMT == S_IFREG
    // The lock goes with the file. A file system without locks has none.
    if isRegular, flock(file, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
      close(file)
      throw .inputOutput(
        say("error.other-run", ["file": shown]))
    }
    // What an earlier run has left is kept until there is something to write in its place.
    let cut = Cut(isRegular ? length : -1)
    if length > 0 {
      do throws(CommandError) {
        try cut.make(in: file, shown)
      } catch {
        close(file)
        throw error
      }
    }
    self.init(file: file, name: shown, isRegular: isRegular, isOwn: isRegular, cut: cut)
  }

  private init(file: Int32, name: String, isRegular: Bool, isOwn: Bool, cut: Cut = Cut(-1)) {
    self.cut = cut
    self.file = file
    self.name = name
    self.isRegular = isRegular
    self.isOwn = isOwn
  }

  deinit { if file > 2 { close(file) } }

  /// Writes some bytes as a whole.
  func write(_ bytes: [UInt8]) throws(CommandError) {
    try whole { $0(bytes) }
  }

  /// Writes an analysis piece by piece as a whole, with something before and behind it.
  func write(_ article: Article, after head: [UInt8], before tail: [UInt8]) throws(CommandError) {
    try whole { write in
      write(head)
      AnalysisWriter.write(article) { write($0) }
      write(tail)
    }
  }

  /// Where the file is cut off before the first write.
  private final class Cut {
    private var length: Int

    /// Takes how many bytes stay; -1 for all.
    init(_ length: Int) { self.length = length }

    /// Cuts the file off, the first time.
    func make(in file: Int32, _ name: String) throws(CommandError) {
      guard length >= 0 else { return }
      if ftruncate(file, length) != 0 || lseek(file, 0, SEEK_END) < 0 {
        throw .inputOutput(
          say("error.cannot-cut", ["file": name, "reason": systemReason(errno)]))
      }
      length = -1
    }
  }

  /// Does some writes one after the other with signals held back; after a failure there are none.
  private func whole(_ body: (@escaping ([UInt8]) -> Void) -> Void) throws(CommandError) {
    try cut.make(in: file, name)
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in Self.delayed { sigaddset(&signals, number) }
    var before = sigset_t()
    pthread_sigmask(SIG_BLOCK, &signals, &before)
    let start = isOwn ? lseek(file, 0, SEEK_CUR) : -1
    let failure = Failure()
    let (file, isRegular) = (self.file, self.isRegular)
    body { bytes in
      if failure.code == 0 { failure.code = Self.write(bytes, to: file, isRegular, before) }
    }
    if failure.code != 0, start >= 0 { _ = ftruncate(file, start) }
    pthread_sigmask(SIG_SETMASK, &before, nil)
    guard failure.code == 0 else { throw Output.failure(failure.code, writing: name) }
  }

  private final class Failure { var code: Int32 = 0 }

  /// Writes bytes; returns 0 or `errno`.
  private static func write(
    _ bytes: [UInt8], to file: Int32, _ isRegular: Bool, _ outside: sigset_t
  ) -> Int32 {
    bytes.withUnsafeBytes { buffer in
      var start = 0
      while start < buffer.count {
        if !isRegular { wait(for: file, outside) }
        let room = isRegular ? buffer.count - start : min(buffer.count - start, pipePiece)
        let count = Glibc.write(file, buffer.baseAddress.map { $0 + start }, room)
        if count >= 0 {
          start += count
        } else if errno != EINTR && errno != EAGAIN {
          return errno
        }
      }
      return 0
    }
  }

  /// Waits until a pipe or terminal takes something.
  ///
  /// When it does not for a while, a signal that waits ends the program, since the rest of the line
  /// may never be wanted.
  private static func wait(for file: Int32, _ outside: sigset_t) {
    var ready = pollfd(fd: file, events: Int16(POLLOUT), revents: 0)
    while poll(&ready, 1, patience) == 0 {
      var pending = sigset_t()
      sigpending(&pending)
      guard delayed.contains(where: { sigismember(&pending, $0) == 1 }) else { continue }
      var (held, mask) = (sigset_t(), outside)
      pthread_sigmask(SIG_SETMASK, &mask, &held)
      pthread_sigmask(SIG_SETMASK, &held, nil)
    }
  }
}
