import SutraCore

extension Key {
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
