import SutraSystem

/// Remembers what kinds of terminals have answered, from one run to the next: rows of a kind and an
/// answer in a small file of the user's cache folder.
struct TerminalMemory {
  /// How they count columns: the name of a `WidthProfile`.
  static let widths = TerminalMemory(name: "widths")
  /// How they show pictures: the name of a `PictureWay`, or another word where they show none.
  static let pictures = TerminalMemory(name: "pictures")

  private static let mostKinds = 64
  private let name: String

  /// The remembered answer of the terminal at hand.
  var answer: String? { rows.first { $0.kind == kind }?.answer }

  /// Remembers an answer; when it cannot be written it is asked for again next time.
  func remember(_ answer: String) {
    guard self.answer != answer, let file else { return }
    var rows = rows.filter { $0.kind != kind }
    rows.insert((kind, answer), at: 0)
    let text = rows.prefix(Self.mostKinds).map { "\($0.kind)\t\($0.answer)\n" }.joined()
    SmallFile.replace(file, with: Array(text.utf8))
  }

  /// What tells this terminal from others.
  private var kind: String {
    ["TERM", "TERM_PROGRAM", "TERM_PROGRAM_VERSION", "COLORTERM"].map { name in
      (Environment[name] ?? "-").filter { !$0.isWhitespace && $0.isASCII }
    }.joined(separator: " ")
  }

  private var file: String? {
    if let folder = Environment["XDG_CACHE_HOME"] { return "\(folder)/sutra/\(name)" }
    return Environment["HOME"].map { "\($0)/.cache/sutra/\(name)" }
  }

  private var rows: [(kind: String, answer: String)] {
    guard let file, let bytes = SmallFile.bytes(file, atMost: 1 << 14) else { return [] }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { row in
      let columns = row.split(separator: "\t")
      return columns.count == 2 ? (String(columns[0]), String(columns[1])) : nil
    }
  }
}
