import SutraCore
import SutraInput

/// A plain text in any encoding: what is told of it stands in the first line.
enum CharsetTarget {
  static func run(_ bytes: [UInt8]) {
    let lines = bytes.split(separator: 0x0A, maxSplits: 1, omittingEmptySubsequences: false)
    guard lines.count == 2 else { return }
    let label = String(decoding: lines[0], as: UTF8.self)
    for name in ["fuzz.txt", "fuzz.html"] {
      var content = ArticleContent(id: name, bytes: Array(lines[1]))
      content.charset = label
      check(content, nil)
      // What a user names is believed more than what is told.
      content.charset = nil
      check(content, label)
    }
  }

  private static func check(_ content: ArticleContent, _ named: String?) {
    let opener = ArticleOpener(.reading, encoding: named, words: { PageWords([]) })
    guard let opened = try? opener.open(content) else { return }
    hold(isValid(opened.text.bytes), "a text of another encoding is no UTF-8")
    let again = try? opener.open(content)
    hold(again?.text.bytes == opened.text.bytes, "the same bytes are another text")
    for diagnostic in opened.text.diagnostics {
      hold(diagnostic.span.end <= opened.text.bytes.count, "a note is beyond the text")
      hold(!steersTerminal(diagnostic.message), "a note would steer a terminal")
    }
  }
}
