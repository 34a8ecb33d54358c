/// A text with marks in it, as tests write and compare them.
///
/// `«who:The mayor» said «the road is open».` has two. A mark is `«`, a label of small letters and a colon if it has one, words, and `»`; marks may stand
/// in each other. Places count in bytes of the text without its marks.
public struct MarkedText: Equatable, Sendable {
  /// One stretch that is marked.
  public struct Mark: Hashable, Sendable {
    /// What it is; empty for a mark without a label.
    public let label: String
    /// Its bytes in the text without marks.
    public let bytes: Range<Int>

    /// Makes a mark.
    public init(_ label: String, _ bytes: Range<Int>) {
      self.label = label
      self.bytes = bytes
    }
  }

  /// The text without its marks.
  public let text: String
  /// The marks, in the order in which they begin, a longer one before what stands in it.
  public let marks: [Mark]

  /// Makes it from its parts.
  public init(_ text: String, marks: [Mark]) {
    self.text = text
    self.marks = marks.sorted(by: Self.isBefore)
  }

  /// Reads a marked text, in which a mark that is never closed reaches to the end.
  public init(_ marked: String) {
    var text: [UInt8] = []
    var open: [(label: String, start: Int)] = []
    var marks: [Mark] = []
    var rest = marked.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "«":
        let letters = rest.prefix { $0.isASCII && $0.properties.isLowercase || "0"..."9" ~= $0 }
        let label = rest.dropFirst(letters.count).first == ":" && !letters.isEmpty
        if label { rest = rest.dropFirst(letters.count + 1) }
        open.append((label ? String(String.UnicodeScalarView(letters)) : "", text.count))
      case "»":
        if let mark = open.popLast() { marks.append(Mark(mark.label, mark.start..<text.count)) }
      default: text += Array(String(scalar).utf8)
      }
    }
    for mark in open { marks.append(Mark(mark.label, mark.start..<text.count)) }
    self.init(String(decoding: text, as: UTF8.self), marks: marks)
  }

  /// The marks of a label.
  public func marks(_ label: String) -> [Mark] { marks.filter { $0.label == label } }

  /// The same text with the marks of some labels alone.
  public func keeping(_ labels: String...) -> MarkedText {
    MarkedText(text, marks: marks.filter { labels.contains($0.label) })
  }

  /// The same text with more marks.
  public func adding(_ more: [Mark]) -> MarkedText { MarkedText(text, marks: marks + more) }

  /// The text with its marks written into it.
  public var written: String {
    var signs: [Int: (closing: String, opening: String)] = [:]
    for mark in marks {
      signs[mark.bytes.lowerBound, default: ("", "")].opening +=
        mark.label.isEmpty ? "«" : "«\(mark.label):"
      signs[mark.bytes.upperBound, default: ("", "")].closing += "»"
    }
    var bytes: [UInt8] = []
    for (index, byte) in Array(text.utf8).enumerated() {
      if let sign = signs[index] { bytes += Array((sign.closing + sign.opening).utf8) }
      bytes.append(byte)
    }
    bytes += Array((signs[text.utf8.count]?.closing ?? "").utf8)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isBefore(_ one: Mark, _ other: Mark) -> Bool {
    (one.bytes.lowerBound, -one.bytes.upperBound, one.label)
      < (other.bytes.lowerBound, -other.bytes.upperBound, other.label)
  }
}
