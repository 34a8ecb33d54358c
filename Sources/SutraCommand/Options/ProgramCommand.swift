import SutraReader
import SutraWords

/// A command of the program, such as `sutra analyze`: its options, what it takes, and what it does.
///
/// A new one is a value of its own in a file beside what it does, and a row in `all`.
struct ProgramCommand: Sendable {
  /// What a command takes beside options.
  enum Operands: Sendable, Equatable {
    /// Nothing.
    case none
    /// Articles; without any the reader reads what is piped in.
    case articles(areNeeded: Bool)
    /// One place in an article.
    case place
    /// Words of its own, at least so many; the first is one of some, or any where none are named.
    case words(least: Int, first: [String])
  }

  /// The settings that it takes as options.
  enum TakenSettings: Sendable, Equatable {
    /// Those of these names; the user's settings file is not heeded.
    case some([String])
    /// All, and those of the user's settings file.
    case all
  }

  /// Its name; that of reading is empty.
  let name: String
  /// What it takes.
  let operands: Operands
  /// That as the usage writes it.
  let synopsis: String
  /// Its own options.
  let options: [CommandOption]
  /// The settings that it takes as options.
  let settings: TakenSettings
  /// Sees whether options fit together that have been read, and puts in what nobody said.
  let check: @Sendable (inout Options) throws(CommandError) -> Void
  /// Does it and returns the exit status.
  let run: @Sendable (Invocation) throws(CommandError) -> Int32

  init(
    _ name: String, operands: Operands = .none, synopsis: String = "",
    options: [CommandOption] = [], settings: TakenSettings = .some([]),
    check: @escaping @Sendable (inout Options) throws(CommandError) -> Void = {
      (_: inout Options) throws(CommandError) in
    },
    run: @escaping @Sendable (Invocation) throws(CommandError) -> Int32
  ) {
    self.name = name
    self.operands = operands
    self.synopsis = synopsis
    self.options = options.map { $0.of(name) }
    self.settings = settings
    self.check = check
    self.run = run
  }

  /// What it does, in a few words.
  var summary: String { say("task.\(name.isEmpty ? "read" : name)") }

  /// What the manual page says of it; words between two ` are set in bold.
  var details: String { say("task.\(name.isEmpty ? "read" : name).details") }

  /// All commands in the order in which they are told; the first is reading.
  static let all: [ProgramCommand] = [
    .read, .analyze, .export, .importing, .audit, .compare, .explain, .feeds, .library, .who, .said,
    .find, .doctor, .replay, .config, .completions,
  ]

  /// All that have a name.
  static var named: [ProgramCommand] { all.filter { !$0.name.isEmpty } }

  /// The settings that every command takes: they say in which language it speaks.
  static let spoken = ["language", "digits"]

  /// Whether it takes a setting as an option.
  func takes(_ setting: Setting) -> Bool {
    switch settings {
    case .all: true
    case .some(let names): names.contains(setting.name) || Self.spoken.contains(setting.name)
    }
  }

  /// The settings that it takes as options.
  var takenSettings: [Setting] { SettingTable.all.filter(takes) }

  /// Its own options and those that every command has.
  var allOptions: [CommandOption] { options + CommandOption.common }
}

extension ProgramCommand: Equatable {
  static func == (one: ProgramCommand, other: ProgramCommand) -> Bool { one.name == other.name }
}

/// A command with all that it needs to run.
struct Invocation: Sendable {
  /// What the command line asks for.
  let options: Options
  /// The settings in force for the command.
  let settings: Settings
  /// What is wrong in the settings file.
  let complaints: [String]

  /// The value of a setting: the command line counts, whatever bytes a file's name there has.
  subscript(name: String) -> String {
    options.settings.last { $0.name == name }?.value ?? settings[name]
  }
}
