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
  /// What it is for, in a few words.
  let help: String
  /// What the manual page says of it; words between two ` are set in bold.
  let details: String

  init(
    _ name: String, letter: Character? = nil, _ value: Value = .none, _ placeholder: String = "",
    help: String, details: String = ""
  ) {
    self.name = name
    self.letter = letter
    self.value = value
    self.placeholder = placeholder
    self.help = help
    self.details = details.isEmpty ? "\(help.prefix(1).uppercased())\(help.dropFirst())." : details
  }

  /// Whether it is written so.
  func isWritten(_ word: String) -> Bool {
    word == "--\(name)" || letter.map { word == "-\($0)" } == true
  }

  /// What it needs, to stand behind `needs`.
  var need: String {
    switch value {
    case .none, .sample: "nothing"
    case .number(_, let things): "a number of \(things)"
    case .choice(_, let thing), .text(let thing): "a \(thing)"
    case .file: "a file"
    case .folder: "a folder"
    }
  }

  /// What is wrong with a value, in words that tell what would be right; `nil` when nothing is.
  func flaw(of text: String) -> String? {
    switch value {
    case .number(let range, _):
      guard let number = Int(text), range.contains(number) else {
        return "--\(name) takes a number from \(range.lowerBound) to \(range.upperBound), "
          + "not '\(text)'."
      }
      return nil
    case .choice(let words, let thing):
      guard words.contains(text) else {
        return "unknown \(thing) '\(text)'; the \(thing)s are \(words.joined(separator: ", "))."
      }
      return nil
    case .sample(let codes):
      guard codes.contains(text) else {
        return "there is no sample '\(text)'; the samples are \(codes.joined(separator: ", "))."
      }
      return nil
    case .none, .file, .folder, .text: return nil
    }
  }
}

extension CommandOption {
  /// What every command has.
  static let common = [
    CommandOption("help", letter: "h", help: "this help; behind a command, that command's"),
    CommandOption("version", letter: "V", help: "the version"),
  ]
}
