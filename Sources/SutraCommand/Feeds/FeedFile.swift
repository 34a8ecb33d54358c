import Glibc
import SutraReader
import SutraWords

/// Reads files of feeds and lists.
enum FeedFile {
  /// Most bytes of a file.
  static let largest = 64 << 20

  /// The bytes of a file, or of standard input for `-`; no more of a larger one than the limit and
  /// one byte, so that it can be told that it is cut.
  static func bytes(_ path: String) throws(CommandError) -> [UInt8] {
    let shown = "'\(VisibleText.safe(RawPath.shown(path)))'"
    let file = path == "-" ? dup(0) : open(RawPath.bytes(path), O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw .input(InputFile.couldNotOpen(shown, errno)) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
      throw .input(say("error.is-directory", ["file": shown]))
    }
    let isFile = status.st_mode & S_IFMT == S_IFREG
    let expected = isFile ? min(Int(status.st_size), largest) + 1 : 1 << 16
    var bytes: [UInt8] = []
    while bytes.count <= largest {
      let room = min(max(1 << 16, expected - bytes.count), largest + 1 - bytes.count)
      var failure: Int32 = 0
      let more = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        while count < room {
          let found = read(file, buffer.baseAddress.map { $0 + count }, room - count)
          if found > 0 {
            count += found
          } else if found == 0 || errno != EINTR {
            if found < 0 { failure = errno }
            break
          }
        }
      }
      guard failure == 0 else {
        throw .inputOutput(
          say("error.reading", ["file": shown, "reason": systemReason(failure)]))
      }
      if bytes.isEmpty { bytes = more } else { bytes += more }
      if more.count < room { break }
    }
    return bytes
  }
}
