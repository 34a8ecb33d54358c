extension PageText {
  /// Whether a text ends as a sentence does.
  static func endsSentence(_ text: ArraySlice<UInt8>) -> Bool {
    text.withUnsafeBufferPointer(endsSentence)
  }

  private static func endsSentence(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var end = text.count
    // Closing marks stand behind the stop.
    while end > 0 {
      if text[end - 1] == 0x22 || text[end - 1] == 0x27 || text[end - 1] == 0x29 {
        end -= 1
      } else if end >= 3, text[end - 3] == 0xE2, text[end - 2] == 0x80,
        (0x98...0x9F).contains(text[end - 1])
      {
        end -= 3
      } else {
        break
      }
    }
    guard end > 0 else { return false }
    switch text[end - 1] {
    case 0x2E, 0x21, 0x3F, 0x3A: return true
    case 0xA4, 0xA5: return end >= 3 && text[end - 3] == 0xE0 && text[end - 2] == 0xA5
    case 0x82: return end >= 3 && text[end - 3] == 0xE3 && text[end - 2] == 0x80
    case 0xA6: return end >= 3 && text[end - 3] == 0xE2 && text[end - 2] == 0x80
    case 0x81, 0x9F: return end >= 3 && text[end - 3] == 0xEF && text[end - 2] == 0xBC
    default: return false
    }
  }

  /// Whether a text is a time of day and nothing else, in digits of any script: `12:45`, `12.45`.
  static func isTime(_ text: ArraySlice<UInt8>) -> Bool {
    guard (4...24).contains(text.count) else { return false }
    let scalars = Array(String(decoding: text, as: UTF8.self).unicodeScalars)
    let signs = scalars.indices.filter { scalars[$0] == ":" || scalars[$0] == "." }
    guard signs.count == 1, let sign = signs.first, (1...2).contains(sign),
      sign + 3 == scalars.count
    else { return false }
    return scalars.indices.allSatisfy {
      $0 == sign || scalars[$0].properties.generalCategory == .decimalNumber
    }
  }
}
