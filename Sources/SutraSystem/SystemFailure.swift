import Glibc
import SutraWords

/// Why the system would not do something.
public struct SystemFailure: Error, Hashable, Sendable {
  /// Its number, as `errno` has it.
  public let number: Int32

  init(_ number: Int32) { self.number = number }

  /// Why the last call of the system has failed.
  static var last: SystemFailure { SystemFailure(errno) }

  /// There is such a file already.
  public static let exists = SystemFailure(EEXIST)
  /// Nobody reads any more what is written.
  public static let nobodyReads = SystemFailure(EPIPE)
  /// There is no such file.
  public static let missing = SystemFailure(ENOENT)
  /// The file is not this user's to open.
  public static let denied = SystemFailure(EACCES)
  /// Nor for anybody like this user.
  public static let forbidden = SystemFailure(EPERM)
  /// A part of the path is no folder.
  public static let noFolder = SystemFailure(ENOTDIR)
  /// Links lead to each other.
  public static let linkLoop = SystemFailure(ELOOP)
  /// The name has more bytes than the system takes.
  public static let nameTooLong = SystemFailure(ENAMETOOLONG)
  /// Another program holds the file.
  public static let held = SystemFailure(EBUSY)
  /// The disk is full.
  public static let noRoom = SystemFailure(ENOSPC)
  /// The user may have no more of the disk.
  public static let quota = SystemFailure(EDQUOT)
  /// The file is larger than the system or the user allows.
  public static let tooLarge = SystemFailure(EFBIG)
  /// Nobody listens at an address.
  public static let refused = SystemFailure(ECONNREFUSED)
  /// There is no memory.
  public static let noMemory = SystemFailure(ENOMEM)

  /// Why, in a few words, in the language that this thread speaks.
  public var reason: String { systemReason(number) }
}
