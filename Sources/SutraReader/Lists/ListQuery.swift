import SutraWords

/// What is typed to narrow a list.
struct ListQuery: Hashable, Sendable {
  /// Most letters of it.
  static let longest = 100

  /// What a key did to it.
  enum Outcome {
    /// Nothing; the key may mean something else.
    case none
    /// A letter came behind it: what is listed can only get fewer, unless the letter belongs to the
    /// one before.
    case longer(isNarrower: Bool)
    /// It is another one.
    case other
  }

  /// What has been typed.
  var text = ""
  /// Whether it is being typed.
  var isTyping = false

  /// Takes a key while it is being typed.
  mutating func type(_ key: Key) -> Outcome {
    switch key {
    case .character(let scalar) where text.unicodeScalars.count < Self.longest:
      text.unicodeScalars.append(scalar)
      return .longer(isNarrower: !SearchFolding.isPart(scalar.value))
    case .backspace, .control("h"):
      guard !text.isEmpty else {
        isTyping = false
        return .none
      }
      text.removeLast()
    case .control("u"): text = ""
    case .escape, .control("g"):
      isTyping = false
      text = ""
    case .enter:
      isTyping = false
      return .none
    default: return .none
    }
    return .other
  }

  /// Draws the line in which it is typed.
  func draw(_ line: inout RowWriter, count: Int) {
    let prompt = RoleSet(.prompt)
    line.write("/", prompt.with(.key))
    line.write(text, prompt, atMost: max(1, line.left - 12))
    line.writeRight(digits(count) + " ", prompt)
    line.fill(prompt)
  }

  /// The column of the cursor behind it.
  func cursor(_ measure: Measure, _ size: ScreenSize) -> Int {
    min(measure.columns(of: VisibleText.safe("/" + text)), size.columns - 1)
  }
}
