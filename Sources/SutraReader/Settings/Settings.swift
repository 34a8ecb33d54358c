import SutraCore
import SutraWords

/// The settings of a run, each with where its value comes from.
public struct Settings: Sendable {
  /// Where a value comes from.
  public enum Origin: Hashable, Sendable, CustomStringConvertible {
    /// Nobody said anything.
    case standard
    /// A line of a file, counted from 1.
    case file(String, line: Int)
    /// The command line.
    case commandLine
    /// `:set` in the reader.
    case reader

    /// A few words for it.
    public var description: String {
      switch self {
      case .standard: say("settings.origin-default")
      case .file(let name, let line): "\(name):\(line)"
      case .commandLine: say("settings.origin-command-line")
      case .reader: say("settings.origin-reader")
      }
    }
  }

  /// A mistake in a settings file or a `:set`.
  public struct Mistake: Error, Hashable, Sendable {
    /// What is wrong and what would be right.
    public let message: String

    /// That as a whole sentence.
    var sentence: String { message.hasSuffix("?") ? message : message + say("sentence.end") }
  }

  /// Most mistakes that are told.
  static let mostMistakes = Limits.mistakes

  private var values: [String: (value: String, origin: Origin)] = [:]
  /// The keys with the user's bindings, where there are any.
  private var boundKeymap: Keymap?
  /// The keys with the user's bindings.
  public var keymap: Keymap { boundKeymap ?? .standard }
  /// The user's bindings in the order in which they were made.
  public private(set) var bindings: [(key: String, action: String, origin: Origin)] = []

  /// All settings as they are when nobody says otherwise.
  public init() {}

  /// The value of a setting and where it comes from.
  public func value(of setting: Setting) -> (value: String, origin: Origin) {
    values[setting.name] ?? (setting.standard, .standard)
  }

  /// The value of the setting of a name; empty when there is none.
  public subscript(name: String) -> String {
    values[name]?.value ?? SettingTable.setting(named: name)?.standard ?? ""
  }

  /// Those of some names alone, with where they come from; all others are as nobody says otherwise.
  public func only(_ names: [String]) -> Settings {
    var some = Settings()
    some.values = values.filter { names.contains($0.key) }
    return some
  }

  /// Whether a flag is on.
  public func isOn(_ name: String) -> Bool { self[name] == "on" }

  /// The number of a setting.
  public func number(_ name: String) -> Int { Int(self[name]) ?? 0 }

  /// The language in which the program speaks, and its digits.
  public var interface: InterfaceLanguage {
    (InterfaceLanguage(self["language"]) ?? .system).with(ownDigits: self["digits"] == "language")
  }

  /// Which differences of spelling a search overlooks.
  public var searchFolding: SearchFolding {
    SearchFolding(isLoose: self["search-folding"] == "loose", readsOtherScripts: isOn("translit"))
  }

  /// Sets a value.
  ///
  /// - Throws: `Mistake` when there is no such setting or the value does not fit.
  public mutating func set(
    _ name: String, to value: String, _ origin: Origin
  ) throws(Mistake) {
    guard let setting = SettingTable.setting(named: name) else {
      let shown = VisibleText.safe(name)
      let near = NearestWord.to(name, among: SettingTable.all.map(\.name))
      throw Mistake(
        message: near.map { say("settings.unknown-near", ["name": shown, "near": $0]) }
          ?? say("settings.unknown", ["name": shown]))
    }
    if let flaw = setting.flaw(of: value) { throw Mistake(message: VisibleText.safe(flaw)) }
    // It would not be the same any more when the settings are shown and read again.
    guard VisibleText.isSafe(value) else {
      throw Mistake(
        message: say("settings.control", ["name": name, "value": VisibleText.safe(value)]))
    }
    if case .number = setting.kind {
      values[name] = (westernDigits(value), origin)
    } else {
      values[name] = (value, origin)
    }
  }

  /// Binds a key to an action.
  ///
  /// - Throws: `Mistake` when there is no such key or action.
  public mutating func bind(
    _ keyName: String, to action: String, _ origin: Origin
  ) throws(Mistake) {
    guard let key = Key(name: keyName) else {
      throw Mistake(
        message: say("settings.no-key", ["name": VisibleText.safe(keyName)]))
    }
    // One way out always stays: Ctrl-C, which no binding sees, and a key that quits.
    if keymap.keys(of: .quit) == [key], Keymap.action(named: action) != .quit {
      throw Mistake(
        message: say("settings.last-quit-key", ["key": key.label]))
    }
    var bound = keymap
    guard bound.bind(key, to: action) else {
      throw Mistake(
        message: say("settings.no-action", ["name": VisibleText.safe(action)]))
    }
    boundKeymap = bound
    bindings.append((keyName, action, origin))
  }

  /// Reads a settings file: rows of `name = value`, and `bind KEY = action` for keys, each with a
  /// remark behind ` # ` if wanted.
  ///
  /// A row with a mistake is left out.
  ///
  /// - Parameters:
  ///   - text: The whole file.
  ///   - file: Its name, for origins and mistakes.
  /// - Returns: The mistakes, each with file and line.
  public mutating func read(_ text: some Collection<UInt8>, file: String) -> [Mistake] {
    var mistakes: [Mistake] = []
    let whole = FileRows(text)
    let mostOfRows = Self.mostMistakes - (whole.firstLeftOut == nil ? 0 : 1)
    for (index, row) in whole.rows.enumerated() {
      // By scalars, since a vowel sign that is bound makes one character with the blank before it.
      var row = Self.trimmed(row.unicodeScalars)
      if index == 0, row.first == "\u{FEFF}" { row = Self.trimmed(row.dropFirst()) }
      guard let first = row.first, first != "#" else { continue }
      let origin = Origin.file(file, line: index + 1)
      do throws(Mistake) {
        try read(row, origin)
      } catch {
        if mistakes.count < mostOfRows {
          mistakes.append(Mistake(message: "\(file):\(index + 1): \(error.sentence)"))
        }
      }
    }
    if let line = whole.firstLeftOut {
      mistakes.append(Mistake(message: "\(file):\(line): \(FileRows.flaw)" + say("sentence.end")))
    }
    return mistakes
  }

  private mutating func read(
    _ row: Substring.UnicodeScalarView, _ origin: Origin
  ) throws(Mistake) {
    let word = row.prefix { !$0.properties.isWhitespace }
    let behind = Self.trimmed(row[word.endIndex...])
    // The key that is bound may be the equals sign itself.
    let isBinding = word.elementsEqual("bind".unicodeScalars) && !behind.isEmpty
    let rest = isBinding ? behind : row
    guard let equals = rest.dropFirst().firstIndex(of: "=") else {
      throw Mistake(message: say("settings.row"))
    }
    let name = String(Self.trimmed(rest[..<equals]))
    let value = String(Self.trimmed(Self.withoutRemark(rest[rest.index(after: equals)...])))
    if isBinding {
      try bind(name, to: value, origin)
    } else {
      try set(name, to: value, origin)
    }
  }

  /// A value without what stands from a `#` on that has a blank or nothing on both sides.
  private static func withoutRemark(
    _ text: Substring.UnicodeScalarView
  ) -> Substring.UnicodeScalarView {
    var isAfterBlank = true
    for index in text.indices {
      let next = text.index(after: index)
      if text[index] == "#", isAfterBlank,
        next == text.endIndex || text[next].properties.isWhitespace
      {
        return text[..<index]
      }
      isAfterBlank = text[index].properties.isWhitespace
    }
    return text
  }

  private static func trimmed(
    _ text: Substring.UnicodeScalarView
  ) -> Substring.UnicodeScalarView {
    var text = text.drop { $0.properties.isWhitespace }
    while text.last?.properties.isWhitespace == true { text.removeLast() }
    return text
  }
}
