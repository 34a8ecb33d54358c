import SutraCore
import SutraReader
import SutraResources

/// Lines typed behind `:`, in the reader and in the plain dialogue.
enum CommandTarget {
  private static let opened = [Samples.bengali, Samples.english].map { article in
    ReaderState(
      article: article, size: ScreenSize(columns: 110, rows: 18), themes: ["dark", "light"],
      articles: ["bn.txt", "en.txt"])
  }

  static func run(_ bytes: [UInt8]) {
    var state = opened[Int(bytes.first ?? 0) & 1]
    var dialogue = LinearDialogue(state.article)
    let lines = String(decoding: bytes, as: UTF8.self)
      .split(maxSplits: 15, whereSeparator: \.isNewline)
    for line in lines {
      _ = dialogue.answer(to: String(line))
      let lead: [Key] = [.escape, .escape, .escape, .character(":")]
      for key in lead + line.unicodeScalars.map(Key.character) {
        _ = state.update(by: .key(key))
      }
      if line.utf8.count % 4 == 3 { _ = state.update(by: .key(.tab)) }
      for effect in state.update(by: .key(.enter)) { check(effect) }
      StateChecks.check(state)
    }
  }

  private static func check(_ effect: ReaderEffect) {
    switch effect {
    case .pipe(let command, let input):
      hold(!command.isEmpty && isValid(input), "a pipe without command or text")
    case .write(let path, let bytes, _):
      hold(!path.isEmpty && isValid(bytes), "a file without name or text")
    case .loadTheme(let name): hold(!name.isEmpty, "a theme without name")
    default: break
    }
  }
}
