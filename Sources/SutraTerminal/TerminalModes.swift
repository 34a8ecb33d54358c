import CNcurses
import Glibc
import SutraReader

/// What is switched on in a terminal while the reader has it, and off again, in its own sequences.
enum TerminalModes {
  /// Buttons, wheel and dragging (1002), told in the form without limits (1006).
  static let mouseOn = Array("\u{1B}[?1002h\u{1B}[?1006h".utf8)
  static let mouseOff = Array("\u{1B}[?1002l\u{1B}[?1006l".utf8)

  /// A ground that changes is told (2031).
  static let groundOn = Array("\u{1B}[?2031h".utf8)
  static let groundOff = Array("\u{1B}[?2031l".utf8)

  /// What is pasted is told as such (2004), and never taken for keys.
  static let pasteOn = Array("\u{1B}[?2004h".utf8)
  static let pasteOff = Array("\u{1B}[?2004l".utf8)

  /// What undoes all that is switched on; a link that was begun as well, where there are any.
  static func allOff(withLinks: Bool) -> [UInt8] {
    (withLinks ? LinkAddress.sequence(nil) : []) + mouseOff + pasteOff + groundOff
  }

  /// A steady bar instead of a block (DECSCUSR), which hides what a picture shows under it, except in
  /// kitty, whose pictures are over the cursor.
  static let barCursor = Array("\u{1B}[6 q".utf8)

  /// The cursor as terminals of this kind have it.
  static var ownCursor: [UInt8] {
    guard let text = sutra_capability("Se") else { return Array("\u{1B}[0 q".utf8) }
    return text.withMemoryRebound(to: UInt8.self, capacity: strlen(text)) {
      Array(UnsafeBufferPointer(start: $0, count: strlen(text)))
    }
  }
}
