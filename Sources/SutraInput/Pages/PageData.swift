import SutraCore

/// Finds an article in the data that a page's scripts draw it from.
struct PageData {
  /// The sentences, in order.
  private var texts: [String] = []
  /// The lists they stand in: for each its first text and one past its last, each before those in it.
  private var lists: [(first: Int, end: Int)] = [(0, 0)]

  /// The article's paragraphs in a script, one a line; `nil` where it holds none.
  static func article(in script: [UInt8]) -> String? {
    value(in: script).flatMap { article(of: $0) }
  }

  /// The article's paragraphs in a value, one a line; `nil` where it holds none.
  static func article(of value: JSONValue) -> String? {
    var data = PageData()
    data.collect(value, depth: 0)
    data.lists[0].end = data.texts.count
    let sizes = data.texts.map(\.utf8.count)
    func size(_ list: (first: Int, end: Int)) -> Int { sizes[list.first..<list.end].reduce(0, +) }
    // The smallest list that still holds most of the sentences.
    let all = size(data.lists[0])
    guard all > 400, let best = data.lists.last(where: { size($0) * 10 > all * 6 }) else {
      return nil
    }
    let own = data.texts[best.first..<best.end]
    // One text that is most of it is the whole article; the others are about it.
    let longest = own.max { $0.utf8.count < $1.utf8.count }
    if let longest, longest.utf8.count * 2 > size(best) { return longest }
    // Where there is markup in some of them, lines are no paragraphs.
    return own.joined(separator: own.contains { $0.contains("<p") } ? "\n<p>" : "\n")
  }

  /// The first object in a script, which may be written as a string that the script reads.
  private static func value(in script: [UInt8]) -> JSONValue? {
    guard let first = script.firstIndex(of: UInt8(ascii: "{")) else { return nil }
    if first > 0, script[first - 1] == UInt8(ascii: "\""),
      case .string(let text) = JSONValue(Array(script[(first - 1)...]))
    {
      return JSONValue(Array(text.utf8))
    }
    return JSONValue(Array(script[first...]))
  }

  /// Collects the sentences of a value.
  private mutating func collect(_ value: JSONValue, depth: Int) {
    guard depth < JSONValue.deepest else { return }
    switch value {
    case .string(let text):
      if Self.isSentence(text) { texts.append(text) }
    case .array(let values) where Self.isElement(values):
      let tag = PageTag.named[values[1].string ?? ""] ?? .other
      if tag.isHidden || tag == .meta || tag == .link { return }
      guard Self.paragraphs.contains(tag) else {
        collect(values[3], depth: depth + 1)
        return
      }
      var text = ""
      Self.addText(of: values[3], to: &text, depth: depth)
      if tag.headingLevel != nil || text.utf8.count > 20 && tag != .li || Self.isSentence(text) {
        texts.append(text)
      }
    case .array(let values):
      lists.append((texts.count, texts.count))
      let own = lists.count - 1
      for one in values { collect(one, depth: depth + 1) }
      lists[own].end = texts.count
    case .object(let members):
      for key in members.keys.sorted() where !Self.looks.contains(key) {
        if let member = members[key] { collect(member, depth: depth + 1) }
      }
    default: break
    }
  }

  /// Members that say how something looks, in many short words.
  private static let looks: Set<String> = [
    "class", "className", "style", "sizes", "srcSet", "viewBox",
  ]
  /// Elements of which each is a paragraph.
  private static let paragraphs: Set<PageTag> = [.p, .blockquote, .li, .h2, .h3, .h4]

  /// Whether a list is an element as React writes it down: `["$", name, key, {"children": …}]`.
  private static func isElement(_ values: [JSONValue]) -> Bool {
    values.count >= 4 && values[0].string == "$" && values[1].string != nil
  }

  /// Adds the words in an element's members; what stands elsewhere, named by `$` and a number, is left out.
  private static func addText(of value: JSONValue, to text: inout String, depth: Int) {
    guard depth < JSONValue.deepest else { return }
    switch value {
    case .string(let words) where !words.hasPrefix("$"): text += words
    case .array(let values):
      for one in isElement(values) ? values[3...3] : values[...] {
        addText(of: one, to: &text, depth: depth + 1)
      }
    case .object(let members):
      if let children = members["children"] { addText(of: children, to: &text, depth: depth + 1) }
    default: break
    }
  }

  private static func isSentence(_ text: String) -> Bool { text.utf8.count > 60 && isProse(text) }

  private static func isProse(_ text: String) -> Bool {
    let bytes = text.utf8
    let blanks = bytes.count { $0 == 0x20 }
    return blanks * 30 > bytes.count && !text.hasPrefix("http") && !text.contains("function(")
      && !text.contains("{\"")
  }
}
