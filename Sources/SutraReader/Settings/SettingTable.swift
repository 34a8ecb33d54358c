import SutraCore

/// One setting: its name, what it may be, and what it is for.
public struct Setting: Sendable {
  /// What a setting's value may be.
  public enum Kind: Sendable, Equatable {
    /// `on` or `off`.
    case flag
    /// A whole number of a range.
    case number(ClosedRange<Int>)
    /// One of some words.
    case choice([String])
    /// Any text.
    case text
  }

  /// Its name: in the settings file, on the command line behind `--`, and in `:set`.
  public let name: String
  /// What it may be.
  public let kind: Kind
  /// What it is when nobody says otherwise.
  public let standard: String
  /// What it is for, in a few words.
  public let explanation: String
  /// What it does to switch a flag off, in a few words.
  public let off: String
  /// The value as the usage writes it.
  public let placeholder: String
  /// What a shell offers for the value beside the values that can be listed.
  public let completion: Completion

  /// What a shell offers for a value.
  public enum Completion: Sendable, Equatable {
    /// Nothing.
    case none
    /// Some words.
    case words([String])
    /// Some words, and files.
    case files([String])
    /// Folders.
    case folders
    /// Names of commands.
    case commands
  }

  init(
    name: String, kind: Kind, standard: String, explanation: String,
    off: String = "", placeholder: String = "VALUE", completion: Completion = .none
  ) {
    self.name = name
    self.kind = kind
    self.standard = standard
    self.explanation = explanation
    self.off = off
    self.placeholder = placeholder
    self.completion = completion
  }

  /// What is wrong with a value, in words that tell what would be right; `nil` when nothing is.
  public func flaw(of value: String) -> String? {
    switch kind {
    case .flag:
      return value == "on" || value == "off" ? nil : "\(name) is on or off, not '\(value)'"
    case .number(let range):
      guard let number = Int(value), range.contains(number) else {
        return "\(name) is a number from \(range.lowerBound) to \(range.upperBound), not '\(value)'"
      }
      return nil
    case .choice(let words):
      return words.contains(value)
        ? nil : "\(name) is one of \(words.joined(separator: ", ")), not '\(value)'"
    case .text: return nil
    }
  }

  /// The values that can be listed, for completion.
  public var values: [String] {
    switch kind {
    case .flag: ["on", "off"]
    case .choice(let words): words
    case .number, .text: []
    }
  }
}

/// All settings.
public enum SettingTable {
  /// The settings in the order in which they are told.
  public static let all: [Setting] = [
    Setting(
      name: "theme", kind: .text, standard: "auto",
      explanation: "the look: a name or a file; auto: dark or light, as the terminal is",
      placeholder: "NAME|FILE", completion: .files(["auto"] + ThemeLibrary.names)),
    Setting(
      name: "color", kind: .choice(["auto", "always", "never"]), standard: "auto",
      explanation: "colours: auto heeds NO_COLOR", placeholder: "WHEN"),
    Setting(
      name: "widths", kind: .choice(["auto"] + WidthProfile.allCases.map(\.rawValue)),
      standard: "auto", explanation: "how the terminal counts columns; auto asks it",
      placeholder: "PROFILE"),
    Setting(
      name: "pictures", kind: .choice(["auto", "kitty", "sixel", "off"]), standard: "auto",
      explanation: "text shaped as in print, where the terminal shows pictures; auto asks it"),
    Setting(
      name: "picture-font", kind: .text, standard: "",
      explanation: "the font family of text as pictures; empty: the system's choice",
      placeholder: "FAMILY"),
    Setting(
      name: "line-speed", kind: .number(0...1_000_000_000), standard: "0",
      explanation: "bytes a second of the line to the terminal: no pictures on a slow one; 0: fast",
      placeholder: "N"),
    Setting(
      name: "highlighting", kind: .flag, standard: "on",
      explanation: "whether entities and quotes are highlighted", off: "highlight nothing"),
    Setting(
      name: "hide", kind: .text, standard: "",
      explanation: "kinds not highlighted, as in: works dates",
      completion: .words(EntityKind.allCases.map(ReaderText.plural))),
    Setting(
      name: "pane", kind: .choice(["auto", "on", "off"]), standard: "auto",
      explanation: "the side pane; auto shows it where it has room"),
    Setting(
      name: "pane-width", kind: .number(0...400), standard: "0",
      explanation: "columns of the pane beside the article; 0 divides the window"),
    Setting(
      name: "line-width", kind: .number(20...1000), standard: "80",
      explanation: "longest line of the article in columns"),
    Setting(
      name: "view", kind: .choice(PaneView.allCases.map(\.rawValue)), standard: "quotes",
      explanation: "the list that the pane shows first"),
    Setting(
      name: "entity-order", kind: .choice(EntityOrder.allCases.map(\.rawValue)),
      standard: "mentions",
      explanation: "entities by how often they are mentioned, in text order or by name"),
    Setting(
      name: "search-folding", kind: .choice(["normal", "loose"]), standard: "normal",
      explanation: "loose also overlooks long and short vowels, the two n and the three s"),
    Setting(
      name: "mouse", kind: .flag, standard: "on",
      explanation: "whether the mouse works; with Shift the terminal selects text itself",
      off: "leave the mouse to the terminal"),
    Setting(
      name: "keyboard", kind: .choice(["none"] + KeyboardLayout.names), standard: "probhat",
      explanation: "the Bengali keyboard on which command letters are found by position"),
    Setting(
      name: "model", kind: .text, standard: "",
      explanation: "a model of names of your own: a file; none: rules alone; empty: built in",
      placeholder: "FILE", completion: .files(["none"])),
    Setting(
      name: "languages", kind: .text, standard: "",
      explanation: "a folder of language tables: rows for built-in languages, or new ones",
      placeholder: "FOLDER", completion: .folders),
    Setting(
      name: "encoding", kind: .text, standard: "auto",
      explanation: "how articles are encoded, as in: windows-1252; auto finds out",
      placeholder: "NAME"),
    Setting(
      name: "join-lines", kind: .flag, standard: "on",
      explanation: "whether lines of a fixed width are shown as the paragraphs that they make"),
    Setting(
      name: "fetch-connect-timeout", kind: .number(1...600), standard: "10",
      explanation: "seconds until a server must have taken the connection", placeholder: "SECONDS"),
    Setting(
      name: "fetch-timeout", kind: .number(1...3_600), standard: "30",
      explanation: "seconds until an address must have come whole", placeholder: "SECONDS"),
    Setting(
      name: "fetch-size", kind: .number(1...1_024), standard: "20",
      explanation: "most MiB of what an address gives", placeholder: "MIB"),
    Setting(
      name: "copy-command", kind: .text, standard: "",
      explanation:
        "a command that gets what is copied; empty: that of the desktop, or the terminal",
      placeholder: "COMMAND", completion: .commands),
    Setting(
      name: "remember", kind: .flag, standard: "on",
      explanation: "whether places, marks, the theme and what was typed are kept for the next time"),
    Setting(
      name: "library", kind: .choice(["auto", "on", "off"]), standard: "auto",
      explanation: "whether articles that are read are kept; auto: where there is a library"),
    Setting(
      name: "linear", kind: .flag, standard: "off",
      explanation: "a plain dialogue instead of a screen, for screen readers and braille",
      off: "a screen"),
  ]

  /// The setting of a name.
  public static func setting(named name: String) -> Setting? { all.first { $0.name == name } }
}
