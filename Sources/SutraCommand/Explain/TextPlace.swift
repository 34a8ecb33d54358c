import SutraCore
import SutraInput
import SutraReader
import SutraWords

/// A place in an article, as the command line writes it: `FILE:OFFSET` or `FILE:LINE:COLUMN`.
struct TextPlace: Equatable {
  /// Where in the article.
  enum Position: Equatable {
    /// Bytes before it, counted in UTF-8 without byte order mark.
    case offset(Int)
    /// Line and character of the line, both counted from 1; a character is a code point.
    case line(Int, column: Int)
  }

  /// The article.
  let input: ArticleOrigin
  /// Where in it.
  let position: Position

  /// Reads one word of the command line.
  ///
  /// - Parameters:
  ///   - word: `FILE:OFFSET` or `FILE:LINE:COLUMN`; a file named `-` is standard input.
  ///   - takesDash: Whether it is; behind `--` it is a file of that name.
  /// - Throws: `CommandError` with exit status 2 when there is no place in it.
  init(_ word: String, takesDash: Bool) throws(CommandError) {
    let parts = word.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard parts.count > 1, let last = Self.number(parts[parts.count - 1]) else {
      throw .usage(
        say("usage.explain-place", ["word": word]))
    }
    var name = parts.dropLast()
    if name.count > 1, let line = name.last.flatMap(Self.number) {
      name.removeLast()
      position = .line(line, column: last)
    } else {
      position = .offset(last)
    }
    let path = name.joined(separator: ":")
    guard !path.isEmpty else {
      throw .usage(say("usage.explain-file"))
    }
    input = path == "-" && takesDash ? .standardInput : .file(path)
  }

  private static func number(_ word: String) -> Int? {
    let word = westernDigits(word)
    guard !word.isEmpty, word.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(word)
  }

  /// The byte of a text that is meant.
  ///
  /// - Throws: `CommandError` when the text ends before it.
  func byteOffset(in text: SourceText) throws(CommandError) -> Int {
    let offset = try byteOffset(in: text.bytesAsTheyCame)
    return min(text.offset(ofCame: offset), max(0, text.bytes.count - 1))
  }

  private func byteOffset(in bytes: [UInt8]) throws(CommandError) -> Int {
    switch position {
    case .offset(let offset):
      guard offset < bytes.count else {
        throw .input(
          say("error.no-offset", ["file": shown, "count": bytes.count, "last": bytes.count - 1]))
      }
      return offset
    case .line(let line, let column):
      guard line > 0, column > 0 else {
        throw .input(
          say(line > 0 ? "error.no-column-zero" : "error.no-line-zero", ["file": shown]))
      }
      var start = 0
      for number in 1..<max(1, line) {
        guard let end = bytes[start...].firstIndex(of: 0x0A), end + 1 < bytes.count else {
          throw .input(
            say(
              "error.no-line",
              ["file": shown, "lines": say("count.lines", ["count": number]), "last": number])
          )
        }
        start = end + 1
      }
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      let places = (start..<end).filter { bytes[$0] & 0xC0 != 0x80 }
      guard column <= max(1, places.count) else {
        throw .input(
          say(
            "error.no-column",
            ["line": line, "file": shown, "characters": places.count, "column": column]))
      }
      return places.isEmpty ? start : places[column - 1]
    }
  }

  /// How the article is called in messages.
  var shown: String {
    switch input {
    case .file(let path): "'\(VisibleText.safe(path))'"
    default: say("name.standard-input")
    }
  }
}
