/// A key as a person knows it.
public enum Key: Hashable, Sendable {
  /// A letter, digit or sign.
  case character(Unicode.Scalar)
  /// A letter with the control key, as its small letter.
  case control(Unicode.Scalar)
  case up, down, left, right, pageUp, pageDown, home, end
  case enter, tab, backTab, escape, backspace, delete, insert
  /// F1 to F12.
  case function(Int)

  /// The key as help and messages name it.
  public var label: String {
    switch self {
    case .character(" "): "Space"
    case .character(let scalar): VisibleText.safe(String(Character(scalar)))
    case .control(let scalar): "Ctrl-\(String(Character(scalar)).uppercased())"
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .home: "Home"
    case .end: "End"
    case .enter: "Enter"
    case .tab: "Tab"
    case .backTab: "Shift-Tab"
    case .escape: "Esc"
    case .backspace: "Backspace"
    case .delete: "Del"
    case .insert: "Ins"
    case .function(let number): "F\(number)"
    }
  }
}
