import SutraWords

/// One option of a command: how it is typed, what its value may be, and what helps to type it.
///
/// The usage, the manual page and the completions of the shells are made from these.
struct CommandOption: Sendable {
  /// What a value may be.
  enum Value: Sendable, Equatable {
    /// There is none.
    case none
    /// A number of things of a range.
    case number(ClosedRange<Int>, of: String)
    /// One of some words, which stand for a kind of thing.
    case choice([String], of: String)
    /// The path of a file.
    case file
    /// The path of a folder.
    case folder
    /// Any text, which stands for a thing.
    case text(of: String)
    /// A sample article by its code, or the first one; it is an article like a file that is named.
    case sample(codes: [String])
  }

  /// Its name without hyphens.
  let name: String
  /// The letter that is short for it behind one hyphen.
  let letter: Character?
  /// What its value may be.
  let value: Value
  /// The value as the usage writes it; a value that may be left out is in brackets.
  let placeholder: String
  /// What is put into the sentences that tell of it.
  let values: @Sendable () -> [(name: String, value: any Sayable)]
  /// The command whose option it is: a part of the keys of its sentences.
  private(set) var command = "common"

  init(
    _ name: String, letter: Character? = nil, _ value: Value = .none, _ placeholder: String = "",
    values: @escaping @Sendable () -> [(name: String, value: any Sayable)] = { [] }
  ) {
    self.name = name
    self.letter = letter
    self.value = value
    self.placeholder = placeholder
    self.values = values
  }

  /// The same as an option of a command.
  func of(_ command: String) -> CommandOption {
    var option = self
    option.command = command.isEmpty ? "read" : command
    return option
  }

  /// What it is for, in a few words.
  var help: String { sentence("").text }

  /// What the manual page says of it; words between two ` are set in bold.
  var details: String {
    let sentence = sentence(".details")
    return sentence.isKnown
      ? sentence.text : "\(help.prefix(1).uppercased())\(help.dropFirst())" + say("sentence.end")
  }

  /// A sentence of its own, or that of an option that several commands have.
  private func sentence(_ end: String) -> Message {
    let own = Message("option.\(command).\(name)\(end)", values())
    return own.isKnown ? own : Message("option.common.\(name)\(end)", values())
  }

  /// Whether it is written so.
  func isWritten(_ word: String) -> Bool {
    word == "--\(name)" || letter.map { word == "-\($0)" } == true
  }

  /// What it needs, to stand behind `needs`.
  var need: String {
    switch value {
    case .none, .sample: ""
    case .number(_, let things): say("need.number", ["things": say("thing.\(things)")])
    case .choice(_, let thing), .text(let thing):
      say("need.thing", ["thing": say("thing.\(thing)")])
    case .file: say("need.file")
    case .folder: say("need.folder")
    }
  }

  /// What is wrong with a value, in words that tell what would be right; `nil` when nothing is.
  func flaw(of text: String) -> String? {
    switch value {
    case .number(let range, _):
      guard let number = wholeNumber(text), range.contains(number) else {
        return say(
          "usage.number",
          ["option": name, "first": range.lowerBound, "last": range.upperBound, "word": text])
      }
      return nil
    case .choice(let words, let thing):
      guard words.contains(text) else {
        return say(
          "usage.unknown-choice",
          ["thing": say("thing.\(thing)"), "word": text, "words": words.joined(separator: ", ")])
      }
      return nil
    case .sample(let codes):
      guard codes.contains(text) else {
        return say("usage.no-sample", ["word": text, "words": codes.joined(separator: ", ")])
      }
      return nil
    case .none, .file, .folder, .text: return nil
    }
  }
}

extension CommandOption {
  /// What every command has.
  static let common = [
    CommandOption("help", letter: "h"),
    CommandOption("version", letter: "V"),
  ]
}
