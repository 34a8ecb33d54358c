import SutraCore
import SutraWords

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
    name: String, kind: Kind, standard: String, placeholder: String = "VALUE",
    completion: Completion = .none
  ) {
    self.name = name
    self.kind = kind
    self.standard = standard
    self.placeholder = placeholder
    self.completion = completion
  }

  /// What it is for, in a few words.
  public var explanation: String { say("setting.\(name)") }

  /// What it does to switch a flag off, in a few words.
  public var off: String { say("setting.\(name).off") }

  /// What is wrong with a value, in words that tell what would be right; `nil` when nothing is.
  public func flaw(of value: String) -> String? {
    switch kind {
    case .flag:
      return value == "on" || value == "off"
        ? nil : say("settings.not-flag", ["name": name, "value": value])
    case .number(let range):
      guard let number = wholeNumber(value), range.contains(number) else {
        return say(
          "settings.not-number",
          ["name": name, "first": range.lowerBound, "last": range.upperBound, "value": value])
      }
      return nil
    case .choice(let words):
      return words.contains(value)
        ? nil
        : say(
          "settings.not-word",
          ["name": name, "words": words.joined(separator: ", "), "value": value])
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
    Setting(name: "language", kind: .choice(["auto"] + InterfaceLanguage.codes), standard: "auto"),
    Setting(name: "digits", kind: .choice(["language", "western"]), standard: "language"),
    Setting(
      name: "theme", kind: .text, standard: "auto",
      placeholder: "NAME|FILE", completion: .files(["auto"] + ThemeLibrary.names)),
    Setting(
      name: "color", kind: .choice(["auto", "always", "never"]), standard: "auto",
      placeholder: "WHEN"),
    Setting(
      name: "widths", kind: .choice(["auto"] + WidthProfile.allCases.map(\.rawValue)),
      standard: "auto",
      placeholder: "PROFILE"),
    Setting(
      name: "pictures", kind: .choice(["auto", "kitty", "sixel", "off"]), standard: "auto"),
    Setting(
      name: "picture-font", kind: .text, standard: "",
      placeholder: "FAMILY"),
    Setting(
      name: "line-speed", kind: .number(0...1_000_000_000), standard: "0",
      placeholder: "N"),
    Setting(
      name: "highlighting", kind: .flag, standard: "on"),
    Setting(
      name: "hide", kind: .text, standard: "",
      completion: .words(EntityKind.allCases.map(ReaderText.pluralWord))),
    Setting(
      name: "pane", kind: .choice(["auto", "on", "off"]), standard: "auto"),
    Setting(
      name: "pane-width", kind: .number(0...400), standard: "0"),
    Setting(
      name: "line-width", kind: .number(20...1000), standard: "80"),
    Setting(
      name: "view", kind: .choice(PaneView.allCases.map(\.rawValue)), standard: "quotes"),
    Setting(
      name: "entity-order", kind: .choice(EntityOrder.allCases.map(\.rawValue)),
      standard: "mentions"),
    Setting(
      name: "search-folding", kind: .choice(["normal", "loose"]), standard: "normal"),
    Setting(name: "translit", kind: .flag, standard: "on"),
    Setting(
      name: "mouse", kind: .flag, standard: "on"),
    Setting(
      name: "keyboard", kind: .choice(["none"] + KeyboardLayout.names), standard: "probhat"),
    Setting(
      name: "model", kind: .text, standard: "",
      placeholder: "FILE", completion: .files(["none"])),
    Setting(
      name: "reading", kind: .choice(["auto", "fast", "full", "wide"]), standard: "auto"),
    Setting(
      name: "languages", kind: .text, standard: "",
      placeholder: "FOLDER", completion: .folders),
    Setting(
      name: "encoding", kind: .text, standard: "auto", placeholder: "NAME"),
    Setting(name: "join-lines", kind: .flag, standard: "on"),
    Setting(
      name: "fetch-connect-timeout", kind: .number(1...600), standard: "10", placeholder: "SECONDS"),
    Setting(
      name: "fetch-timeout", kind: .number(1...3_600), standard: "30", placeholder: "SECONDS"),
    Setting(
      name: "fetch-size", kind: .number(1...1_024), standard: "20", placeholder: "MIB"),
    Setting(
      name: "copy-command", kind: .text, standard: "",
      placeholder: "COMMAND", completion: .commands),
    Setting(
      name: "remember", kind: .flag, standard: "on"),
    Setting(
      name: "library", kind: .choice(["auto", "on", "off", "ask"]), standard: "auto"),
    Setting(
      name: "linear", kind: .flag, standard: "off"),
  ]

  /// The setting of a name.
  public static func setting(named name: String) -> Setting? { all.first { $0.name == name } }
}
