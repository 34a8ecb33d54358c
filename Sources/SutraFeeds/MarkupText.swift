/// The text of a piece of HTML.
enum MarkupText {
  /// Elements whose text is none.
  private static let hidden: Set<String> = [
    "script", "style", "applet", "iframe", "noscript", "object", "template", "textarea", "select",
  ]

  /// Elements that begin and end a paragraph.
  private static let blocks: Set<String> = [
    "p", "div", "section", "article", "header", "footer", "aside", "main", "nav", "figure",
    "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "table", "blockquote",
    "pre", "form", "hr", "address", "fieldset", "center",
  ]

  /// Elements that begin a line.
  private static let lines: Set<String> = ["br", "li", "tr", "dt", "dd", "option", "caption"]

  /// Names of elements that a text may have in angles and mean them.
  private static let inline: Set<String> = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "blink", "cite", "code", "del", "dfn", "em",
    "font", "i", "img", "ins", "kbd", "q", "s", "samp", "small", "span", "strike", "strong", "sub",
    "sup", "tt", "u", "var", "audio", "video", "source", "td", "th", "tbody", "thead", "tfoot",
    "picture", "svg", "math", "time", "mark", "wbr", "area", "map", "col", "colgroup", "embed",
    "param", "body", "html", "head", "title", "meta", "link", "input", "button", "label",
  ]

  /// The text of HTML: paragraphs parted by empty lines, blanks as one, nothing hidden.
  static func text(_ html: String) -> String {
    guard html.utf8.contains(0x3C) || html.utf8.contains(0x26) else { return flowing(html) }
    var output = Flow()
    var scanner = MarkupScanner(Array(html.utf8))
    var hiding: String?
    while let event = scanner.next() {
      switch event {
      case .start(let name, _, let isClosed):
        let name = name.lowercased()
        if hiding == nil, hidden.contains(name), !isClosed { hiding = name }
        output.mark(name)
      case .end(let name):
        let name = name.lowercased()
        if name == hiding { hiding = nil }
        output.mark(name)
      case .text(let span): if hiding == nil { output.add(scanner.resolved(span)) }
      case .data(let span):
        if hiding == nil { output.add(String(decoding: scanner.bytes[span], as: UTF8.self)) }
      }
    }
    return output.finish()
  }

  /// A text without markup, its blanks as one.
  private static func flowing(_ text: String) -> String {
    var output = Flow()
    output.add(text)
    return output.finish()
  }

  /// A text in one line.
  static func line(_ html: String) -> String {
    String(text(html).map { $0.isNewline ? " " : $0 }).split(separator: " ").joined(separator: " ")
  }

  /// Whether a text has HTML in it: a tag that HTML knows, or an entity.
  static func looksLikeHTML(_ text: String) -> Bool {
    guard text.utf8.contains(0x3C) else { return false }
    var scanner = MarkupScanner(Array(text.utf8))
    while let event = scanner.next() {
      switch event {
      case .start(let name, _, _), .end(let name):
        let name = name.lowercased()
        if inline.contains(name) || blocks.contains(name) || lines.contains(name)
          || hidden.contains(name)
        {
          return true
        }
      default: continue
      }
    }
    return false
  }

  /// A text without the blanks around it.
  static func trimmed(_ text: String) -> String {
    let isBlank: (Unicode.Scalar) -> Bool = { $0.properties.isWhitespace || $0 == "\u{FEFF}" }
    let scalars = text.unicodeScalars.drop(while: isBlank)
    guard let last = scalars.lastIndex(where: { !isBlank($0) }) else { return "" }
    return String(scalars[...last])
  }

  /// A text that comes piece by piece.
  private struct Flow {
    private var output: [UInt8] = []
    /// What parts the next letter from the last one: nothing, a blank, a line, a paragraph.
    private var gap = 0

    mutating func mark(_ name: String) {
      if MarkupText.blocks.contains(name) { gap = max(gap, 3) }
      if MarkupText.lines.contains(name) { gap = max(gap, 2) }
      if name == "td" || name == "th" { gap = max(gap, 1) }
    }

    mutating func add(_ text: String) {
      for byte in text.utf8 {
        if MarkupScanner.isBlank(byte) {
          gap = max(gap, 1)
          continue
        }
        if gap > 0, !output.isEmpty {
          switch gap {
          case 1: output.append(0x20)
          case 2: output.append(0x0A)
          default: output += [0x0A, 0x0A]
          }
        }
        gap = 0
        output.append(byte)
      }
    }

    func finish() -> String { MarkupText.trimmed(String(decoding: output, as: UTF8.self)) }
  }
}
