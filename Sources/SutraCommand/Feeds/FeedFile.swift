import SutraReader
import SutraSystem
import SutraWords

/// Reads files of feeds and lists.
enum FeedFile {
  /// Most bytes of a file.
  static let largest = 64 << 20

  /// The bytes of a file, or of standard input for `-`; no more of a larger one than the limit and
  /// one byte, so that it can be told that it is cut.
  static func bytes(_ path: String) throws(CommandError) -> [UInt8] {
    let shown = "'\(VisibleText.safe(RawPath.shown(path)))'"
    let file = path == "-" ? StandardFile.input.file : try InputFile.open(path, shown)
    guard let status = file.status, status.kind != .folder else {
      throw .input(say("error.is-directory", ["file": shown]))
    }
    let expected = status.kind == .file ? min(status.size, largest) + 1 : 1 << 16
    var bytes: [UInt8] = []
    while bytes.count <= largest {
      let room = min(max(1 << 16, expected - bytes.count), largest + 1 - bytes.count)
      let more = try InputFile.bytes(room, of: file, shown)
      if bytes.isEmpty { bytes = more } else { bytes += more }
      if more.count < room { break }
    }
    return bytes
  }
}
