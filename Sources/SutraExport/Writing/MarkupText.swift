/// Text that stands in XML or HTML.
///
/// What XML 1.0 forbids never stands there: control characters leave as the signs that a screen
/// shows for them, U+FFFE and U+FFFF as U+FFFD, each as one scalar, so that places stay.
package enum MarkupText {
  /// A text between tags or in an attribute in double quotes.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - keepsLines: Whether line ends and tabs are written by number, as they must be in an
  ///     attribute, and returns in any case: a parser would change them.
  /// - Returns: The text with all that is markup escaped.
  package static func escaped(_ text: String, keepsLines: Bool = false) -> String {
    var output: [UInt8] = []
    append(Array(text.utf8), to: &output, keepsLines: keepsLines)
    return String(decoding: output, as: UTF8.self)
  }

  /// Appends some bytes of valid UTF-8 as text.
  package static func append(
    _ bytes: some Collection<UInt8>, to output: inout [UInt8], keepsLines: Bool = false
  ) {
    let bytes = HarmlessText.bytes(Array(bytes))
    output.reserveCapacity(output.count + bytes.count + bytes.count / 8)
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case 0x26: output += "&amp;".utf8
      case 0x3C: output += "&lt;".utf8
      case 0x3E: output += "&gt;".utf8
      case 0x22: output += "&quot;".utf8
      case 0x0D: output += "&#13;".utf8
      case 0x0A where keepsLines: output += "&#10;".utf8
      case 0x09 where keepsLines: output += "&#9;".utf8
      case 0xEF where isForbidden(bytes, position):
        output += [0xEF, 0xBF, 0xBD]
        position += 2
      default: output.append(byte)
      }
      position += 1
    }
  }

  /// Whether U+FFFE or U+FFFF begins at a byte.
  private static func isForbidden(_ bytes: [UInt8], _ position: Int) -> Bool {
    position + 2 < bytes.count && bytes[position + 1] == 0xBF && bytes[position + 2] >= 0xBE
  }
}

/// Writes XML or HTML: tags with attributes, and text in which nothing is markup.
struct MarkupWriter {
  private(set) var bytes: [UInt8] = []

  /// Writes what is markup already.
  mutating func raw(_ markup: String) { bytes += markup.utf8 }

  /// Writes the beginning of an element; an attribute without a value is left out.
  mutating func open(_ name: String, _ attributes: [(String, String?)] = []) {
    tag(name, attributes, end: ">")
  }

  /// Writes an element without content.
  mutating func empty(_ name: String, _ attributes: [(String, String?)] = []) {
    tag(name, attributes, end: "/>")
  }

  /// Writes the end of an element.
  mutating func close(_ name: String) {
    bytes += "</".utf8
    bytes += name.utf8
    bytes.append(0x3E)
  }

  /// Writes an element that holds text.
  mutating func element(
    _ name: String, _ attributes: [(String, String?)] = [], text: String
  ) {
    open(name, attributes)
    self.text(text)
    close(name)
  }

  /// Writes text.
  mutating func text(_ text: String) { MarkupText.append(text.utf8, to: &bytes) }

  /// Writes text of the article.
  mutating func text(_ text: ArraySlice<UInt8>) { MarkupText.append(text, to: &bytes) }

  private mutating func tag(_ name: String, _ attributes: [(String, String?)], end: String) {
    bytes.append(0x3C)
    bytes += name.utf8
    for (name, value) in attributes {
      guard let value else { continue }
      bytes.append(0x20)
      bytes += name.utf8
      bytes += "=\"".utf8
      MarkupText.append(value.utf8, to: &bytes, keepsLines: true)
      bytes.append(0x22)
    }
    bytes += end.utf8
  }
}
