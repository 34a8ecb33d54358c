import CTerminal
import Glibc

/// Writes files so that at any moment, even one at which the program is killed, the old one or the
/// new one is there, whole.
public enum WholeFile {
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
  /// - Returns: What failed, if so; `.exists` when there is such a file and it is not to be replaced.
  public static func write(
    _ bytes: [UInt8], to path: String, mode: UInt32, replaces: Bool
  ) -> SystemFailure? {
    do throws(SystemFailure) {
      let file = try Growing(path: path, mode: mode)
      if let failure = file.write(bytes) { return failure }
      return file.finish(replaces: replaces)
    } catch {
      return error
    }
  }

  /// The permissions of new files of this process.
  public static var newFileMode: UInt32 {
    let mask = umask(0o077)
    umask(mask)
    return 0o666 & ~mask
  }

  /// A file that is written piece by piece and gets its name when it is whole; one that is never
  /// finished is taken away.
  public struct Growing: ~Copyable {
    private let target: [CChar]
    private let temporary: TemporaryName
    private var hasName = false

    /// Begins a file.
    ///
    /// - Parameters:
    ///   - path: Its name; its folder must be there.
    ///   - mode: Its permissions.
    /// - Throws: `SystemFailure` when it cannot be made.
    public init(path: String, mode: UInt32) throws(SystemFailure) {
      let target = RawPath.bytes(path)
      temporary = try TemporaryName(beside: target)
      self.target = target
      fchmod(temporary.file, mode)
    }

    /// Goes on with some bytes; returns what failed, if so.
    public func write(_ bytes: [UInt8]) -> SystemFailure? {
      OpenFile(borrowing: temporary.file).write(bytes)
    }

    /// Makes the file last and gives it its name; returns what failed, if so.
    public consuming func finish(replaces: Bool) -> SystemFailure? {
      if let failure = makeLast() { return failure }
      let target = target
      let failure = takeName(replaces: replaces)
      if failure == nil { WholeFile.makeLast(target) }
      return failure
    }

    /// Makes what the file holds last; returns what failed, if so.
    func makeLast() -> SystemFailure? { fsync(temporary.file) == 0 ? nil : .last }

    /// The same for all files of the file system at once.
    func makeAllLast() -> SystemFailure? { sutra_write_all(temporary.file) == 0 ? nil : .last }

    /// Gives the file, which has been made last, its name; returns what failed, if so.
    consuming func takeName(replaces: Bool) -> SystemFailure? {
      let failure = WholeFile.give(temporary.path, its: target, replaces: replaces)
      hasName = failure == nil
      return failure
    }

    deinit {
      // The other name may be another program's by now.
      if !hasName { unlink(temporary.path) }
      close(temporary.file)
    }
  }

  /// Gives a file its own name.
  fileprivate static func give(
    _ temporary: [CChar], its target: [CChar], replaces: Bool
  ) -> SystemFailure? {
    // A link fails when somebody has made the file meanwhile; a rename would replace it.
    if !replaces, link(temporary, target) == 0 {
      unlink(temporary)
      return nil
    }
    // Some file systems have no links.
    if replaces || errno != EEXIST, Glibc.rename(temporary, target) == 0 { return nil }
    return .last
  }

  /// Makes the name last, not only what the file holds.
  fileprivate static func makeLast(_ target: [CChar]) {
    let folder = open(RawPath.folder(of: target), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return }
    fsync(folder)
    close(folder)
  }

  /// Gives a file another name, in the place of a file that has it.
  ///
  /// - Returns: What failed, if so.
  @discardableResult
  public static func rename(_ path: String, to other: String) -> SystemFailure? {
    Glibc.rename(RawPath.bytes(path), RawPath.bytes(other)) == 0 ? nil : .last
  }

  /// Makes the names of files in a folder last.
  public static func makeNamesLast(in folder: String) { makeLast(RawPath.bytes("\(folder)/.")) }
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

  /// Makes the file.
  init(beside target: [CChar]) throws(SystemFailure) {
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
        throw .last
      } else if !Self.takeAway(path) {
        usleep(Self.pause)
      }
    }
    throw .held
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
