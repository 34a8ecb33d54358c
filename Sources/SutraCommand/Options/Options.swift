import SutraResources
import SutraCore
import SutraReader

/// What the command line asks for.
struct Options: Equatable {
  /// What to do.
  enum Task: Equatable {
    case read, print, analyze, explain, doctor, config, help, version
  }

  /// Where an article comes from.
  enum Input: Equatable {
    case file(String)
    case standardInput
    case sample(String)
    /// Nothing was named: standard input where something is piped in, else the sample.
    case unnamed
  }

  /// The shape of an analysis.
  enum Format: String, CaseIterable {
    case jsonl, json, text
  }

  /// Most columns that `--width` takes.
  static let widest = Limits.printedColumns

  var task: Task = .read
  var inputs: [Input] = []
  var width = 80
  var format: Format = .jsonl
  /// How many articles `analyze` works on at a time; `nil` for as many as there are processors.
  var jobs: Int?
  /// The file that `analyze` writes to; `nil` for standard output.
  var output: String?
  /// Whether `analyze` goes on behind what that file holds.
  var resumes = false
  var wantsJSON = false
  /// The place that `explain` explains.
  var place: TextPlace?
  /// Whether the end of a growing file is kept on the screen.
  var follows = false
  /// A setting that the command line names.
  struct NamedValue: Equatable {
    let name: String
    let value: String
  }

  /// The settings that the command line names, in order.
  var settings: [NamedValue] = []

  /// Reads the words after the program's name.
  ///
  /// - Throws: `CommandError` with exit status 2 for the first word that does not fit.
  init(_ words: [String]) throws(CommandError) {
    var reader = WordReader(words)
    var takesOptions = true
    if reader.peek == "analyze" {
      _ = reader.next()
      task = .analyze
    } else if reader.peek == "explain" {
      _ = reader.next()
      task = .explain
    } else if reader.peek == "doctor" {
      _ = reader.next()
      task = .doctor
    } else if reader.peek == "config" {
      _ = reader.next()
      task = .config
    }
    while let word = reader.next() {
      if takesOptions, word == "--" {
        takesOptions = false
      } else if takesOptions, word.hasPrefix("-"), word != "-",
        !(task == .explain && word.hasPrefix("-:"))
      {
        try take(word, &reader)
      } else if task == .explain {
        guard place == nil else { throw .usage("explain takes one place; name one.") }
        place = try TextPlace(word, takesDash: takesOptions)
      } else {
        inputs.append(word == "-" && takesOptions ? .standardInput : .file(word))
      }
    }
    try check()
  }

  private mutating func take(
    _ word: String, _ reader: inout WordReader
  ) throws(CommandError) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    let inline = parts.count > 1 ? String(parts[1]) : nil
    func value(_ what: String) throws(CommandError) -> String {
      guard let value = inline ?? reader.next(), !value.isEmpty else {
        throw .usage("\(name) needs \(what); see 'sutra --help'.")
      }
      return value
    }
    func refuseValue() throws(CommandError) {
      guard inline == nil else { throw .usage("\(name) takes no value; see 'sutra --help'.") }
    }
    switch name {
    case "-h", "--help":
      try refuseValue()
      task = .help
    case "-V", "--version":
      try refuseValue()
      task = .version
    case _ where task == .explain:
      throw .usage("unknown option '\(word)'; see 'sutra --help'.")
    case "--print" where task != .analyze:
      try refuseValue()
      if task == .read { task = .print }
    case "--width" where task != .analyze: width = try columns(value("a number of columns"))
    case "--follow" where task == .read || task == .print:
      try refuseValue()
      follows = true
    case "--json" where task == .doctor:
      try refuseValue()
      wantsJSON = true
    case "--sample" where task != .doctor:
      inputs.append(.sample(inline ?? reader.next(if: Samples.codes.contains) ?? Samples.first))
    case "--format" where task == .analyze:
      let word = try value("a format")
      guard let known = Format(rawValue: word) else {
        let names = Format.allCases.map(\.rawValue).joined(separator: ", ")
        throw .usage("unknown format '\(word)'; the formats are \(names).")
      }
      format = known
    case "--jobs" where task == .analyze: jobs = try jobCount(value("a number of jobs"))
    case "--output" where task == .analyze: output = try value("a file")
    case "--resume" where task == .analyze:
      try refuseValue()
      resumes = true
    default: try takeSetting(name, inline, &reader)
    }
  }

  /// Takes an option that is a setting: `--name VALUE`, and `--name` or `--no-name` for a flag.
  private mutating func takeSetting(
    _ option: String, _ inline: String?, _ reader: inout WordReader
  ) throws(CommandError) {
    let unknown = CommandError.usage("unknown option '\(option)'; see 'sutra --help'.")
    guard task != .analyze || option == "--model", option.hasPrefix("--") else { throw unknown }
    let name = String(option.dropFirst(2))
    if name.hasPrefix("no-"), let setting = SettingTable.setting(named: String(name.dropFirst(3))),
      setting.kind == .flag
    {
      guard inline == nil else {
        throw .usage("\(option) takes no value; see 'sutra --help'.")
      }
      settings.append(NamedValue(name: setting.name, value: "off"))
      return
    }
    guard let setting = SettingTable.setting(named: name) else { throw unknown }
    let value: String
    if let inline {
      value = inline
    } else if setting.kind == .flag {
      value = "on"
    } else if let next = reader.next(), !next.isEmpty {
      value = next
    } else {
      throw .usage("\(option) needs a value; see 'sutra --help'.")
    }
    if let flaw = setting.flaw(of: value) { throw .usage("\(flaw).") }
    settings.append(NamedValue(name: name, value: value))
  }

  private func columns(_ word: String) throws(CommandError) -> Int {
    guard let number = Int(word), (1...Self.widest).contains(number) else {
      throw .usage("--width takes a number from 1 to \(Self.widest), not '\(word)'.")
    }
    return number
  }

  private func jobCount(_ word: String) throws(CommandError) -> Int {
    guard let number = Int(word), (1...AnalyzeCommand.mostJobs).contains(number) else {
      throw .usage("--jobs takes a number from 1 to \(AnalyzeCommand.mostJobs), not '\(word)'.")
    }
    return number
  }

  private mutating func check() throws(CommandError) {
    if task == .doctor || task == .config, !inputs.isEmpty {
      throw .usage("\(task) takes no file; see 'sutra --help'.")
    }
    if task == .explain, place == nil {
      throw .usage("explain needs FILE:OFFSET, or -:OFFSET for standard input; see 'sutra --help'.")
    }
    guard task == .read || task == .print || task == .analyze else { return }
    for case .sample(let code) in inputs where !Samples.codes.contains(code) {
      let known = Samples.codes.joined(separator: ", ")
      throw .usage("there is no sample '\(code)'; the samples are \(known).")
    }
    if task == .analyze {
      guard !inputs.isEmpty else {
        throw .usage("analyze needs a file, or - for standard input; see 'sutra --help'.")
      }
      guard !resumes || output != nil else {
        throw .usage("--resume needs --output FILE, which names what it goes on with.")
      }
      guard !resumes || format == .jsonl else {
        throw .usage("--resume goes on with lines; leave --format \(format.rawValue) out.")
      }
    } else if task == .print, inputs.count > 1 {
      throw .usage("--print takes one article; name one file.")
    }
    if inputs.isEmpty { inputs = [.unnamed] }
    if follows {
      guard task == .read else { throw .usage("--follow and --print do not go together.") }
      guard case .file = inputs[0] else {
        throw .usage("--follow needs the file that grows; see 'sutra --help'.")
      }
    }
  }
}

/// Goes through the words of a command line.
struct WordReader {
  private let words: [String]
  private var index = 0

  init(_ words: [String]) { self.words = words }

  /// The next word, which stays.
  var peek: String? { index < words.count ? words[index] : nil }

  /// The next word, or `nil` behind the last.
  mutating func next() -> String? {
    guard index < words.count else { return nil }
    index += 1
    return words[index - 1]
  }

  /// The next word if it fits; otherwise it stays.
  mutating func next(if fits: (String) -> Bool) -> String? {
    guard let word = peek, fits(word) else { return nil }
    return next()
  }
}
