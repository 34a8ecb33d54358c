import SutraReader
import SutraSystem
import SutraWords

/// Reads the lines of an earlier output, of each only what it begins with.
enum OutputLines {
  /// A line that ends: what it begins with, where it ends, and whether it is one object of JSON.
  typealias Line = (head: [UInt8], end: Int, isWhole: Bool)

  /// How many bytes of a line tell the name of its article.
  private static let headSize = 4_096

  /// Gives each line of a file that ends; a file that is not there has none.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - body: Takes the lines in order.
  /// - Throws: `CommandError` where the file cannot be read, and what `body` throws.
  static func each(
    of path: String, _ body: (Line) throws(CommandError) -> Void
  ) throws(CommandError) {
    let shown = "'\(VisibleText.safe(path))'"
    let file: OpenFile
    do throws(SystemFailure) {
      file = try OpenFile(reading: path)
    } catch {
      guard error != .missing else { return }
      throw .inputOutput(say("error.cannot-read", ["file": shown, "reason": error.reason]))
    }
    var head: [UInt8] = []
    var check = JSONLineCheck()
    var offset = 0
    var block = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let read = block.withUnsafeMutableBytes { room in
        Result { () throws(SystemFailure) in try file.read(into: room) }
      }
      let count: Int
      switch read {
      case .success(let found): count = found
      case .failure(let failure):
        throw .inputOutput(say("error.reading", ["file": shown, "reason": failure.reason]))
      }
      guard count > 0 else { return }
      var start = 0
      while start < count {
        let end = block[start..<count].firstIndex(of: 0x0A) ?? count
        head += block[start..<min(end, start + max(0, headSize - head.count))]
        for index in start..<end { check.take(block[index]) }
        if end < count {
          try body((head, offset + end + 1, check.isWhole))
          head = []
          check = JSONLineCheck()
        }
        start = end + 1
      }
      offset += count
    }
  }
}
