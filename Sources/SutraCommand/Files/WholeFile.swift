import CTerminal
import Glibc

/// Writes files so that at any moment, even one at which the program is killed, the old one or the
/// new one is there, whole.
package enum WholeFile {
  /// Writes a file to its end under another name, makes it last, and gives it its own name.
  ///
  /// The other name is always the same one, so that a program that is killed on the way leaves one
  /// such file at most, which the next to write takes away.
  ///
  /// - Parameters:
  ///   - bytes: What the file is to hold.
  ///   - path: Its name; its folder must be there.
  ///   - mode: Its permissions.
  ///   - replaces: Whether a file of that name is replaced.
  /// - Returns: 0, or the `errno` of what failed; `EEXIST` when there is such a file and it is not
  ///   to be replaced.
  package static func write(
    _ bytes: [UInt8], to path: String, mode: mode_t, replaces: Bool
  ) -> Int32 {
    guard let file = Growing(path: path, mode: mode) else { return errno }
    let failure = file.write(bytes)
    return failure == 0 ? file.finish(replaces: replaces) : failure
  }

  /// A file that is written piece by piece and gets its name when it is whole; one that is never
  /// finished is taken away.
  struct Growing: ~Copyable {
    private let target: [CChar]
    private let temporary: TemporaryName
    private var hasName = false

    /// Begins a file; `nil`, with `errno`, when it cannot be made.
    init?(path: String, mode: mode_t) {
      target = RawPath.bytes(path)
      guard let temporary = TemporaryName(beside: target) else { return nil }
      self.temporary = temporary
      fchmod(temporary.file, mode)
    }

    /// Goes on with some bytes; returns 0, or the `errno` of what failed.
    func write(_ bytes: [UInt8]) -> Int32 {
      do throws(CommandError) {
        try Output.write(bytes, to: temporary.file)
        return 0
      } catch {
        return errno
      }
    }

    /// Makes the file last and gives it its name; returns 0, or the `errno` of what failed.
    consuming func finish(replaces: Bool) -> Int32 {
      var failure = makeLast()
      guard failure == 0 else { return failure }
      let target = target
      failure = takeName(replaces: replaces)
      if failure == 0 { WholeFile.makeLast(target) }
      return failure
    }

    /// Makes what the file holds last; returns 0, or the `errno` of what failed.
    func makeLast() -> Int32 { fsync(temporary.file) == 0 ? 0 : errno }

    /// The same for all files of the file system at once.
    func makeAllLast() -> Int32 { sutra_write_all(temporary.file) == 0 ? 0 : errno }

    /// Gives the file, which has been made last, its name; returns 0, or the `errno` of what failed.
    consuming func takeName(replaces: Bool) -> Int32 {
      let failure = WholeFile.give(temporary.path, its: target, replaces: replaces)
      hasName = failure == 0
      return failure
    }

    deinit {
      let failure = errno
      // The other name may be another program's by now.
      if !hasName { unlink(temporary.path) }
      close(temporary.file)
      errno = failure
    }
  }

  /// Gives a file its own name.
  fileprivate static func give(_ temporary: [CChar], its target: [CChar], replaces: Bool) -> Int32 {
    // A link fails when somebody has made the file meanwhile; a rename would replace it.
    if !replaces, link(temporary, target) == 0 {
      unlink(temporary)
      return 0
    }
    // Some file systems have no links.
    if replaces || errno != EEXIST, rename(temporary, target) == 0 { return 0 }
    return errno
  }

  /// Makes the name last, not only what the file holds.
  static func makeLast(_ target: [CChar]) {
    let folder = open(RawPath.folder(of: target), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return }
    fsync(folder)
    close(folder)
  }
}

/// The name under which a file is written before it gets its own, held by one program at a time.
private struct TemporaryName {
  /// The name.
  let path: [CChar]
  /// The open file, empty; its lock goes when it is closed.
  let file: Int32

  /// How often a name that another program holds is asked for, and the pause between.
  private static let attempts = 400
  private static let pause: UInt32 = 5_000
  /// Most bytes of a file's name that the other name repeats; a name has 255 at most.
  private static let longestStem = 200

  /// Makes the file; `nil`, with `errno`, when it cannot be made.
  init?(beside target: [CChar]) {
    let folder = RawPath.folder(of: target)
    let name = RawPath.name(of: target).prefix(Self.longestStem)
    path = folder.dropLast() + Self.bytes("/.") + name + Self.bytes(".sutra-new") + [0]
    for _ in 0..<Self.attempts {
      let flags = O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
      let file = open(path, flags, 0o600)
      if file >= 0 {
        if Self.holds(file, path) {
          self.file = file
          return
        }
        close(file)
      } else if errno != EEXIST {
        return nil
      } else if !Self.takeAway(path) {
        usleep(Self.pause)
      }
    }
    errno = EBUSY
    return nil
  }

  private static func bytes(_ text: String) -> [CChar] { text.utf8.map { CChar(bitPattern: $0) } }

  /// Takes away what a killed program has left behind.
  ///
  /// - Returns: Whether there is none any more.
  private static func takeAway(_ path: [CChar]) -> Bool {
    let file = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return errno == ENOENT }
    defer { close(file) }
    guard holds(file, path) else { return false }
    return unlink(path) == 0
  }

  /// Whether a file is locked now for this program alone, and still has its name.
  private static func holds(_ file: Int32, _ path: [CChar]) -> Bool {
    // A file system without locks has the names alone.
    guard flock(file, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK else { return false }
    var (own, named) = (stat(), stat())
    guard fstat(file, &own) == 0, lstat(path, &named) == 0 else { return false }
    return own.st_dev == named.st_dev && own.st_ino == named.st_ino
  }
}
