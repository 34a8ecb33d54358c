extension Key {
  private static let names: [(name: String, key: Key)] = [
    ("Space", .character(" ")), ("Up", .up), ("Down", .down), ("Left", .left), ("Right", .right),
    ("PageUp", .pageUp), ("PageDown", .pageDown), ("Home", .home), ("End", .end),
    ("Enter", .enter), ("Tab", .tab), ("BackTab", .backTab), ("Escape", .escape),
    ("Backspace", .backspace), ("Delete", .delete), ("Insert", .insert),
  ]

  /// The key that settings name so: a letter, `Ctrl-X`, `F5`, or a word such as `PageDown`.
  public init?(name: String) {
    if let scalar = name.unicodeScalars.first, name.unicodeScalars.count == 1,
      scalar != " ", VisibleText.isSafe(name)
    {
      self = .character(scalar)
    } else if let known = Self.names.first(where: { $0.name.lowercased() == name.lowercased() }) {
      self = known.key
    } else if name.lowercased().hasPrefix("ctrl-"), let letter = name.lowercased().last,
      let scalar = letter.unicodeScalars.first, name.utf8.count == 6, ("a"..."z").contains(letter)
    {
      self = .control(scalar)
    } else if name.first == "F", let number = Int(name.dropFirst()), (1...12).contains(number) {
      self = .function(number)
    } else {
      return nil
    }
  }

  /// The name by which settings call the key.
  public var settingName: String {
    if let known = Self.names.first(where: { $0.key == self }) { return known.name }
    return switch self {
    case .character(let scalar): String(Character(scalar))
    case .control(let scalar): "Ctrl-\(String(Character(scalar)).uppercased())"
    case .function(let number): "F\(number)"
    default: label
    }
  }
}
