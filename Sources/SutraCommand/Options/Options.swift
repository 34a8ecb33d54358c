import SutraCore
import SutraInput
import SutraReader
import SutraResources
import SutraWords

/// What the command line asks for.
struct Options: Equatable, Sendable {
  /// What is told of the program instead of doing anything.
  enum Question: Equatable {
    case help, version
  }

  /// A setting that the command line names.
  struct NamedValue: Equatable {
    let name: String
    let value: String
  }

  /// What to do.
  var command = ProgramCommand.read
  /// What is asked of the program; then the command does nothing.
  var question: Question?
  /// The articles, in order.
  var inputs: [ArticleOrigin] = []
  /// The place that `explain` explains.
  var place: TextPlace?
  /// The words of a command that takes words of its own.
  var words: [String] = []
  /// The options that were named, with their values.
  ///
  /// A flag's is empty; all others fit.
  var values: [String: String] = [:]
  /// The settings that the command line names, in order.
  var settings: [NamedValue] = []

  /// The value of an option, if it was named.
  subscript(name: String) -> String? { values[name] }

  /// Whether a flag was named.
  func has(_ name: String) -> Bool { values[name] != nil }

  /// The value of an option that takes a number, if it was named.
  func number(_ name: String) -> Int? { values[name].flatMap { wholeNumber($0) } }

  /// Reads the words after the program's name.
  ///
  /// - Throws: `CommandError` with exit status 2 for the first word that does not fit.
  init(_ words: [String]) throws(CommandError) {
    // The language may be named before the command.
    let leading = Self.spoken(leading: words)
    var reader = WordReader(Array(words.dropFirst(leading.count)))
    var takesOptions = true
    if let named = ProgramCommand.named.first(where: { $0.name == reader.peek }) {
      command = named
      _ = reader.next()
    }
    var lead = WordReader(leading)
    while let word = lead.next() { try take(word, &lead) }
    while let word = reader.next() {
      if takesOptions, word == "--" {
        takesOptions = false
      } else if takesOptions, word.hasPrefix("-"), word != "-",
        !(command.operands == .place && word.hasPrefix("-:"))
      {
        try take(word, &reader)
      } else {
        try takeOperand(word, takesDash: takesOptions)
      }
    }
    guard question == nil else { return }
    try checkOperands()
    try command.check(&self)
  }

  /// The words at the beginning that say in which language the program speaks.
  private static func spoken(leading words: [String]) -> [String] {
    var count = 0
    while count < words.count {
      let name = words[count].split(separator: "=", maxSplits: 1).first ?? ""
      guard ProgramCommand.spoken.contains(where: { "--\($0)" == name }) else { break }
      count += words[count].contains("=") ? 1 : 2
    }
    return Array(words.prefix(count))
  }

  private mutating func takeOperand(
    _ word: String, takesDash: Bool
  ) throws(CommandError) {
    switch command.operands {
    case .place:
      guard place == nil else { throw .usage(say("usage.one-place", ["command": command.name])) }
      place = try TextPlace(word, takesDash: takesDash)
    case .articles:
      inputs.append(word == "-" && takesDash ? .standardInput : ArticleOrigin(word: word))
    case .words: words.append(word)
    case .none: throw .usage(say("usage.no-operand", ["command": command.name]))
    }
  }

  private mutating func take(
    _ word: String, _ reader: inout WordReader
  ) throws(CommandError) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    let inline = parts.count > 1 ? String(parts[1]) : nil
    guard let option = command.allOptions.first(where: { $0.isWritten(name) }) else {
      return try takeSetting(name, inline, &reader)
    }
    switch option.value {
    case .none:
      guard inline == nil else { throw .usage(say("usage.no-value", ["option": name])) }
      switch option.name {
      case "help": question = .help
      case "version": question = .version
      default: values[option.name] = ""
      }
    case .sample(let codes):
      let code = inline ?? reader.next(if: codes.contains) ?? Samples.first
      if let flaw = option.flaw(of: code) { throw .usage(flaw) }
      inputs.append(.sample(code))
    default:
      guard let value = inline ?? reader.next(), !value.isEmpty else {
        throw .usage(say("usage.needs", ["option": name, "need": option.need]))
      }
      if let flaw = option.flaw(of: value) { throw .usage(flaw) }
      values[option.name] = value
    }
  }

  /// Takes an option that is a setting: `--name VALUE`, and `--name` or `--no-name` for a flag.
  private mutating func takeSetting(
    _ option: String, _ inline: String?, _ reader: inout WordReader
  ) throws(CommandError) {
    guard option.hasPrefix("--") else { throw unknown(option) }
    let name = String(option.dropFirst(2))
    if name.hasPrefix("no-"), let setting = SettingTable.setting(named: String(name.dropFirst(3))),
      setting.kind == .flag, command.takes(setting)
    {
      guard inline == nil else { throw .usage(say("usage.no-value", ["option": option])) }
      settings.append(NamedValue(name: setting.name, value: "off"))
      return
    }
    guard let setting = SettingTable.setting(named: name), command.takes(setting) else {
      throw unknown(option)
    }
    let value: String
    if let inline {
      value = inline
    } else if setting.kind == .flag {
      value = "on"
    } else if let next = reader.next(), !next.isEmpty {
      value = next
    } else {
      throw .usage(say("usage.needs-value", ["option": option]))
    }
    if let flaw = setting.flaw(of: value) { throw .usage(flaw + say("sentence.end")) }
    settings.append(NamedValue(name: name, value: value))
  }

  /// An option that the command does not have, with whose it is or which one may have been meant.
  private func unknown(_ option: String) -> CommandError {
    let shown = say("usage.unknown-option", ["option": option])
    let others = ProgramCommand.all.filter { other in
      other.options.contains { $0.isWritten(option) }
    }
    if !others.isEmpty {
      let names = others.map { $0.name.isEmpty ? "'sutra'" : "'sutra \($0.name)'" }
      let owners = Self.list(names)
      return .usage(
        command.name.isEmpty
          ? say("usage.of-others", ["option": option, "owners": owners])
          : say(
            "usage.of-others-not",
            ["option": option, "command": command.name, "owners": owners]))
    }
    let settings = command.takenSettings.flatMap {
      $0.kind == .flag ? ["--\($0.name)", "--no-\($0.name)"] : ["--\($0.name)"]
    }
    let known = command.allOptions.map { "--\($0.name)" } + settings
    if let near = NearestWord.to(option, among: known) {
      return .usage(say("usage.near", ["what": shown, "near": near]))
    }
    return .usage(say("usage.see-help", ["what": shown]))
  }

  /// Sees whether there are as many operands as the command takes.
  private mutating func checkOperands() throws(CommandError) {
    switch command.operands {
    case .none: break
    case .place:
      guard place == nil else { return }
      throw .usage(
        say("usage.needs-place", ["command": command.name]))
    case .articles(let areNeeded):
      // Without names all articles of the library are meant, where that is asked for.
      guard inputs.isEmpty, !has("kept") else { return }
      guard !areNeeded || isStream else {
        throw .usage(
          say("usage.needs-file", ["command": command.name]))
      }
      inputs = [.unnamed]
    case .words(let least, let first):
      if let word = words.first, !first.isEmpty, !first.contains(word) {
        let what = say("usage.no-word", ["command": command.name, "word": word])
        throw .usage(
          NearestWord.to(word, among: first).map { say("usage.near", ["what": what, "near": $0]) }
            ?? say("usage.takes", ["what": what, "words": first.joined(separator: ", ")]))
      }
      guard words.count >= least else {
        throw .usage(
          say("usage.needs-words", ["command": command.name, "words": typed(command.synopsis)]))
      }
    }
  }
}

extension Options {
  /// Names as a sentence lists them: "a, b and c".
  private static func list(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.joined() }
    return names.dropLast().joined(separator: ", ") + " \(say("list.and")) " + last
  }
}
