import CTerminal
import Glibc
import SutraInput

/// What a file was at a moment: when any of it differs the file has changed.
struct FileStamp: Equatable {
  private let device: dev_t
  private let number: ino_t
  private let size: off_t
  private let seconds: Int
  private let nanoseconds: Int

  /// What the file of an article is now; `nil` when it is in no file or the file is gone.
  init?(_ input: ArticleOrigin) {
    var status = stat()
    guard let path = InputFile.path(input), stat(RawPath.bytes(path), &status) == 0,
      status.st_mode & S_IFMT == S_IFREG
    else { return nil }
    device = status.st_dev
    number = status.st_ino
    size = status.st_size
    seconds = status.st_mtim.tv_sec
    nanoseconds = status.st_mtim.tv_nsec
  }
}

/// Is told by the system when a file changes (inotify), so that nobody has to look.
struct FileWatch: ~Copyable {
  /// What is to be read from when something has happened; -1 where there is no such thing.
  let file: Int32
  private var watched: (path: String, isFolder: Bool)?
  private var number: Int32 = -1
  /// Whether something was told of the file since it was last looked for by its name: another one
  /// may stand there.
  private(set) var isStale = false
  /// Whether every change is told; those that other machines make are not.
  private(set) var isReliable = false

  init() { file = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC)) }

  deinit { if file >= 0 { close(file) } }

  /// Whether a file that is watched is sure to be as it was when it was last looked at.
  func vouches(for path: String) -> Bool {
    isReliable && !isStale && watched?.path == path && watched?.isFolder == false
  }

  /// Watches a file, or, where it is gone, the folder where it may come back; `nil` watches nothing.
  mutating func look(at path: String?, isGone: Bool) {
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
  mutating func takeEvents() {
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
