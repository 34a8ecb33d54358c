import CTerminal
import Glibc

/// Is told by the system when a file changes (inotify), so that nobody has to look.
public struct FileWatch: ~Copyable {
  /// What is to be read from when something has happened; -1 where there is no such thing.
  public let file: Int32
  private var watched: (path: String, isFolder: Bool)?
  private var number: Int32 = -1
  /// Whether something was told of the file since it was last looked for by its name: another one
  /// may stand there.
  public private(set) var isStale = false
  /// Whether every change is told; those that other machines make are not.
  public private(set) var isReliable = false

  /// Begins to watch nothing.
  public init() { file = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC)) }

  deinit { if file >= 0 { close(file) } }

  /// Whether a file that is watched is sure to be as it was when it was last looked at.
  public func vouches(for path: String) -> Bool {
    isReliable && !isStale && watched?.path == path && watched?.isFolder == false
  }

  /// Watches a file, or, where it is gone, the folder where it may come back; `nil` watches nothing.
  public mutating func look(at path: String?, isGone: Bool) {
    let isSame = watched?.path == path && (path == nil || watched?.isFolder == isGone)
    guard file >= 0, !isSame || isStale else { return }
    let before = number
    (number, watched, isReliable, isStale) = (-1, nil, false, false)
    if let path {
      watched = (path, isGone)
      let name = RawPath.bytes(path)
      let whole = UInt32(IN_MODIFY | IN_ATTRIB | IN_MOVE_SELF | IN_DELETE_SELF)
      let folder = UInt32(IN_CREATE | IN_MOVED_TO | IN_ONLYDIR)
      number = inotify_add_watch(
        file, isGone ? RawPath.folder(of: name) : name, isGone ? folder : whole)
      isReliable = number >= 0 && sutra_is_local(name) != 0
    }
    if before >= 0, before != number { inotify_rm_watch(file, before) }
  }

  /// Takes in what has been told; that something was told is all there is to know.
  public mutating func takeEvents() {
    var bytes = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = bytes.withUnsafeMutableBytes { read(file, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      bytes.withUnsafeBytes { buffer in
        var start = 0
        while start + MemoryLayout<inotify_event>.size <= count {
          let event = buffer.loadUnaligned(fromByteOffset: start, as: inotify_event.self)
          // What is told of a file that is watched no more is past.
          if event.wd == number { isStale = true }
          start += MemoryLayout<inotify_event>.size + Int(event.len)
        }
      }
    }
  }
}
