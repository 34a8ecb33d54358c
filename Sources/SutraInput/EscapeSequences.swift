import SutraCore

/// Leaves out what programs write for a terminal and a pipe passes on: colours (`grep --color`, `ls`),
/// links, and letters that are written over (`man`).
enum EscapeSequences {
  /// The byte with which each begins.
  static let sign: UInt8 = 0x1B

  /// The text without them; one without any comes back as it is.
  static func leftOut(of text: SourceText) -> SourceText {
    let bytes = text.bytes
    guard bytes.contains(sign) || bytes.contains(0x08) else { return text }
    var spans: [Span] = []
    func leaveOut(_ start: Int, _ end: Int) {
      if let last = spans.last, last.end >= start {
        spans[spans.count - 1] = Span(start: last.start, end: max(last.end, end))
      } else {
        spans.append(Span(start: start, end: end))
      }
    }
    var position = 0
    while position < bytes.count {
      if bytes[position] == sign, let end = end(ofSequenceAt: position, bytes) {
        leaveOut(position, end)
        position = end
      } else if bytes[position] == 0x08, let start = overstruck(before: position, bytes) {
        // Of `_` BS `x` and `x` BS `x` the last one stays.
        leaveOut(start, position + 1)
        position += 1
      } else {
        position += 1
      }
    }
    return text.leavingOut(spans)
  }

  /// Where a sequence of colours (SGR), of clearing a line (EL) or a link (OSC 8) ends.
  private static func end(ofSequenceAt start: Int, _ bytes: [UInt8]) -> Int? {
    guard start + 2 < bytes.count else { return nil }
    if bytes[start + 1] == 0x5B {
      var end = start + 2
      while end < bytes.count, end - start < 64, (0x30...0x3B).contains(bytes[end]) { end += 1 }
      guard end < bytes.count, bytes[end] == 0x6D || bytes[end] == 0x4B else { return nil }
      return end + 1
    }
    guard bytes[start + 1] == 0x5D, bytes[start + 2] == 0x38 else { return nil }
    var end = start + 3
    while end < bytes.count, end - start < 4_096, bytes[end] >= 0x20 { end += 1 }
    guard end < bytes.count else { return nil }
    if bytes[end] == 0x07 { return end + 1 }
    return bytes[end] == 0x1B && end + 1 < bytes.count && bytes[end + 1] == 0x5C ? end + 2 : nil
  }

  /// Where the letter begins that is written over by the one behind a backspace.
  private static func overstruck(before position: Int, _ bytes: [UInt8]) -> Int? {
    guard position > 0, position + 1 < bytes.count else { return nil }
    var start = position - 1
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    guard bytes[start] > 0x20 else { return nil }
    let letter = bytes[start..<position]
    let isSame = bytes[(position + 1)...].starts(with: letter)
    return isSame || bytes[start] == 0x5F || bytes[position + 1] == 0x5F ? start : nil
  }
}
