import SutraCore

/// The words at places where an article was left, as one part of a row.
struct PlaceAnchors: Hashable, Sendable {
  /// Scalars of the words, and of what stands around them.
  private static let scalars = 24
  private static let context = 16

  /// The words on the first row; `nil` where that is the beginning.
  private(set) var top: TextAnchor?
  /// The words at places with a letter.
  private(set) var marks: [Unicode.Scalar: TextAnchor] = [:]

  /// No places.
  init() {}

  /// The words at some places of a text.
  init(top: Int, marks: [Unicode.Scalar: Int], in text: SourceText) {
    if top > 0 { self.top = Self.anchor(top, text) }
    self.marks = marks.mapValues { Self.anchor($0, text) }
  }

  private static func anchor(_ place: Int, _ text: SourceText) -> TextAnchor {
    let start = min(max(0, place), text.bytes.count)
    let near = String(
      decoding: text.bytes[start..<min(text.bytes.count, start + 4 * scalars)], as: UTF8.self)
    let words = String(String.UnicodeScalarView(near.unicodeScalars.prefix(scalars)))
    return TextAnchor(
      Span(start: start, end: start + words.utf8.count), in: text, context: context)
  }

  // MARK: As a part of a row

  /// Letters that part what is told from each other, and those that end a row.
  private static let parting: [Character: String] = [
    "%": "%25", ":": "%3A", ",": "%2C", "\t": "%09", "\n": "%0A", "\r": "%0D", "\r\n": "%0D%0A",
  ]

  /// All of it; empty where there is nothing.
  var text: String {
    func row(_ name: UInt32, _ anchor: TextAnchor) -> String {
      let words = [anchor.exact, anchor.prefix, anchor.suffix].map { words in
        words.map { Self.parting[$0] ?? String($0) }.joined()
      }
      return "\(name):\(anchor.place):" + words.joined(separator: ":")
    }
    let marks = marks.sorted { $0.key.value < $1.key.value }.map { row($0.key.value, $0.value) }
    return ((top.map { [row(0, $0)] } ?? []) + marks).joined(separator: ",")
  }

  /// Reads it; what makes no sense is passed over.
  init(_ text: String) {
    for row in text.split(separator: ",").prefix(200) {
      let parts = row.split(separator: ":", omittingEmptySubsequences: false)
      guard parts.count == 5, let name = UInt32(parts[0]), let place = Int(parts[1]), place >= 0
      else { continue }
      let words = parts[2...].map(Self.plain)
      let anchor = TextAnchor(exact: words[0], prefix: words[1], suffix: words[2], place: place)
      if name == 0 {
        top = anchor
      } else if let letter = Unicode.Scalar(name) {
        marks[letter] = anchor
      }
    }
  }

  private static func plain(_ words: Substring) -> String {
    var plain = String(words)
    for (letter, code) in parting where letter != "%" && letter != "\r\n" {
      plain = plain.replacing(code, with: String(letter))
    }
    return plain.replacing("%25", with: "%")
  }
}

extension ReaderState {
  /// Goes to where the article was left, as soon as so much of its text is there.
  mutating func resume(at place: ReadingMemory.Place) {
    file.awaited = goBack(to: place) ? nil : place
  }

  /// Goes there now that the whole text has come, unless somebody has gone elsewhere.
  mutating func resumeAwaited() {
    guard let place = file.awaited else { return }
    file.awaited = nil
    if top == layout.first { goBack(to: place) }
  }
}
