import Glibc

/// What the system tells of a file without reading it.
public struct FileStatus: Sendable {
  /// What a name stands for.
  public enum Kind: Sendable {
    case file, folder, link, pipe, socket, device
  }

  /// What tells a file from all others of this machine, whatever it is called.
  public struct Identity: Hashable, Sendable {
    private let device: dev_t
    private let number: ino_t

    fileprivate init(_ status: stat) { (device, number) = (status.st_dev, status.st_ino) }
  }

  /// What it is.
  public let kind: Kind
  /// Its bytes.
  public let size: Int
  /// Which file it is.
  public let identity: Identity
  /// Who may do what with it, in the nine bits of the system.
  public let permissions: UInt32
  /// When it was changed: whole seconds since 1970, and nanoseconds.
  public let changed: (seconds: Int, nanoseconds: Int)

  /// Looks at the file of a path; `nil` where there is none that can be looked at.
  ///
  /// - Parameters:
  ///   - path: Its name, as `RawPath` has it.
  ///   - followsLinks: Whether a link is what it leads to.
  public init?(at path: String, followsLinks: Bool = true) {
    var status = stat()
    let name = RawPath.bytes(path)
    guard (followsLinks ? stat(name, &status) : lstat(name, &status)) == 0 else { return nil }
    self.init(status)
  }

  /// Looks at an open file.
  init?(of file: Int32) {
    var status = stat()
    guard fstat(file, &status) == 0 else { return nil }
    self.init(status)
  }

  private init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      case S_IFIFO: .pipe
      case S_IFSOCK: .socket
      default: .device
      }
    size = Int(status.st_size)
    identity = Identity(status)
    permissions = status.st_mode & 0o777
    changed = (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
  }

  /// Whether a path leads to anything.
  public static func exists(_ path: String) -> Bool { access(RawPath.bytes(path), F_OK) == 0 }

  /// Whether a path leads to a program that this user may run.
  public static func isProgram(_ path: String) -> Bool { access(RawPath.bytes(path), X_OK) == 0 }
}
