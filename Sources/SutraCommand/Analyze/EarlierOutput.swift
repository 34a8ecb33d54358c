import Glibc
import SutraCore
import SutraInput
import SutraReader
import SutraWords

/// What an earlier run of `analyze` has left in its output: how much of it is whole, and which
/// article is the next.
struct EarlierOutput: Equatable {
  /// Bytes of the whole lines.
  var length = 0
  /// How many of the articles are done with.
  var done = 0
  /// Those of them that have no line, because they could not be read.
  var missing: [Int] = []

  /// How many bytes of a line tell the name of its article.
  private static let headSize = 4_096

  /// Nothing: the run begins with the first article.
  init() {}

  /// Reads an output; one that is not there is empty.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - inputs: The articles of the run, which must be those of the earlier one in their order.
  /// - Throws: `CommandError` when it is no output of these articles.
  init(path: String, inputs: [ArticleOrigin]) throws(CommandError) {
    let shown = "'\(VisibleText.safe(path))'"
    let file = open(RawPath.bytes(path), O_RDONLY | O_CLOEXEC)
    guard file >= 0 || errno == ENOENT else {
      throw .inputOutput(
        say("error.cannot-read", ["file": shown, "reason": String(cString: strerror(errno))]))
    }
    guard file >= 0 else { return }
    defer { close(file) }
    var number = 0
    let lines = try Self.lines(of: file, shown)
    for line in lines {
      number += 1
      let first = done
      while done < inputs.count, !Self.isLine(line.head, of: inputs[done], inputs[(done + 1)...]) {
        done += 1
      }
      guard done < inputs.count else {
        throw .inputOutput(
          say("error.line-of-none", ["line": number, "file": shown]))
      }
      guard line.isWhole else {
        // The last line is made again, as one that was not finished.
        done = first
        guard number < lines.count else { return }
        throw .inputOutput(
          say("error.line-damaged", ["line": number, "file": shown])
        )
      }
      missing += first..<done
      done += 1
      length = line.end
    }
  }

  /// A line that ends: what it begins with, where it ends, and whether it is one object of JSON.
  private typealias Line = (head: [UInt8], end: Int, isWhole: Bool)

  /// The lines of a file that end.
  private static func lines(
    of file: Int32, _ shown: String
  ) throws(CommandError) -> [Line] {
    var lines: [Line] = []
    var head: [UInt8] = []
    var check = JSONLineCheck()
    var offset = 0
    var block = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = Glibc.read(file, &block, block.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else {
        throw .inputOutput(
          say("error.reading", ["file": shown, "reason": String(cString: strerror(errno))]))
      }
      guard count > 0 else { return lines }
      var start = 0
      while start < count {
        let end = block[start..<count].firstIndex(of: 0x0A) ?? count
        head += block[start..<min(end, start + max(0, headSize - head.count))]
        for index in start..<end { check.take(block[index]) }
        if end < count {
          lines.append((head, offset + end + 1, check.isWhole))
          head = []
          check = JSONLineCheck()
        }
        start = end + 1
      }
      offset += count
    }
  }

  /// Whether a line is the analysis of an article.
  ///
  /// Where a later article has the same name, one that cannot be read has left no line.
  private static func isLine(
    _ head: [UInt8], of input: ArticleOrigin, _ later: ArraySlice<ArticleOrigin>
  ) -> Bool {
    let name = InputFile.name(input)
    guard head.starts(with: AnalysisWriter.beginning(id: name)) else { return false }
    guard later.contains(where: { InputFile.name($0) == name }) else { return true }
    do throws(CommandError) {
      _ = try InputFile.read(input)
      return true
    } catch {
      return false
    }
  }
}
