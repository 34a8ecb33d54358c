import SutraCore
import SutraInput
import SutraReader
import SutraSystem

/// The linear mode: the article as a dialogue of plain lines, for screen readers, braille displays
/// and terminals that can do nothing.
enum LinearCommand {
  /// Reads an article aloud, so to say, and obeys commands of one line each.
  static func run(
    _ input: ArticleOrigin, _ analyzer: ArticleAnalyzer, _ settings: Settings
  ) throws(CommandError) -> Int32 {
    let article = analyzer.article(try InputFile.read(input).document(analyzer))
    var dialogue = LinearDialogue(article, folding: settings.searchFolding)
    try say(dialogue.opening)
    let keyboard =
      input.readsStandardInput ? StandardFile.keyboard : StandardFile.input.file
    guard let keyboard else { return ExitStatus.success }
    while let line = readLine(keyboard) {
      guard let answer = dialogue.answer(to: line) else { return ExitStatus.success }
      try say(answer)
    }
    return ExitStatus.success
  }

  private static func say(_ lines: [String]) throws(CommandError) {
    try Output.write(lines.flatMap { Array(VisibleText.safe($0).utf8) + [0x0A] })
  }

  /// A line from the user, without its end; `nil` at the end of input.
  private static func readLine(_ file: OpenFile) -> String? {
    var bytes: [UInt8] = []
    while bytes.count < 4_096 {
      guard let byte = file.byte() else {
        return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
      }
      if byte == 0x0A { break }
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
