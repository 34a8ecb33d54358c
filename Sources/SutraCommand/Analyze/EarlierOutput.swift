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
    var number = 0
    var lines: [OutputLines.Line] = []
    try OutputLines.each(of: path) { lines.append($0) }
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

  /// Whether a line is the analysis of an article.
  ///
  /// Where a later article has the same name, one that cannot be read has left no line.
  private static func isLine(
    _ head: [UInt8], of input: ArticleOrigin, _ later: ArraySlice<ArticleOrigin>
  ) -> Bool {
    let name = input.name
    guard head.starts(with: AnalysisWriter.beginning(id: name)) else { return false }
    guard later.contains(where: { $0.name == name }) else { return true }
    do throws(CommandError) {
      _ = try InputFile.read(input)
      return true
    } catch {
      return false
    }
  }
}
