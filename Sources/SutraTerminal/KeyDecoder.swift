import CNcurses
import SutraReader

/// Turns what ncurses reads into keys.
enum KeyDecoder {
  /// The key of a function-key code; `nil` for codes that are no key, such as a resize.
  static func key(code: Int32) -> Key? {
    switch code {
    case KEY_UP: return .up
    case KEY_DOWN: return .down
    case KEY_LEFT: return .left
    case KEY_RIGHT: return .right
    case KEY_PPAGE: return .pageUp
    case KEY_NPAGE: return .pageDown
    case KEY_HOME: return .home
    case KEY_END: return .end
    case KEY_ENTER: return .enter
    case KEY_BTAB: return .backTab
    case KEY_BACKSPACE: return .backspace
    case KEY_DC: return .delete
    case KEY_IC: return .insert
    case KEY_F0 + 1...KEY_F0 + 12: return .function(Int(code - KEY_F0))
    default: return nil
    }
  }

  /// The key of a character.
  static func key(character: UInt32) -> Key? {
    switch character {
    case 0x0D, 0x0A: return .enter
    case 0x09: return .tab
    case 0x1B: return .escape
    case 0x7F: return .backspace
    case 0x01...0x1A: return Unicode.Scalar(character + 0x60).map(Key.control)
    case 0..<0x20: return nil
    default: return Unicode.Scalar(character).map(Key.character)
    }
  }
}
