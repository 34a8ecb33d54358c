import SutraInput
import SutraReader
import SutraWords
import Testing

@testable import SutraCommand

/// Options as a change to those of no words at all.
private func options(_ change: (inout Options) -> Void) throws -> Options {
  var options = try Options([])
  change(&options)
  return options
}

extension Options {
  /// Names a setting, as the command line does.
  fileprivate mutating func set(_ name: String, _ value: String) {
    settings.append(NamedValue(name: name, value: value))
  }
}

@Suite("Command lines")
struct OptionsTests {
  /// A command line and what it asks for.
  struct Case: Sendable, CustomStringConvertible {
    let line: String
    let change: @Sendable (inout Options) -> Void

    init(_ line: String, _ change: @escaping @Sendable (inout Options) -> Void) {
      (self.line, self.change) = (line, change)
    }

    var description: String { line }
    var words: [String] { line.split(separator: " ").map(String.init) }
  }

  static let reading = [
    Case("") { $0.inputs = [.unnamed] },
    Case("খবর.txt") { $0.inputs = [.file("খবর.txt")] },
    Case("-") { $0.inputs = [.standardInput] },
    Case("--sample") { $0.inputs = [.sample("bn")] },
    Case("--sample en") { $0.inputs = [.sample("en")] },
    Case("--sample=en") { $0.inputs = [.sample("en")] },
    Case("-- --sample") { $0.inputs = [.file("--sample")] },
    Case("-- -") { $0.inputs = [.file("-")] },
    Case("-- analyze") { $0.inputs = [.file("analyze")] },
    Case("--theme mono a") {
      $0.set("theme", "mono")
      $0.inputs = [.file("a")]
    },
    Case("a --theme=my.theme") {
      $0.set("theme", "my.theme")
      $0.inputs = [.file("a")]
    },
    Case("--theme a=b") { $0.set("theme", "a=b") },
    Case("--widths cluster") { $0.set("widths", "cluster") },
    Case("--widths=konsole") { $0.set("widths", "konsole") },
    Case("--widths konsole --widths auto") {
      $0.set("widths", "konsole")
      $0.set("widths", "auto")
    },
    Case("--no-mouse --linear") {
      $0.set("mouse", "off")
      $0.set("linear", "on")
    },
    Case("--search-folding loose --pane-width 40 --color=never") {
      $0.set("search-folding", "loose")
      $0.set("pane-width", "40")
      $0.set("color", "never")
    },
    Case("a b") { $0.inputs = [.file("a"), .file("b")] },
    Case("--print") { $0.values = ["print": ""] },
    Case("--print --width 40 -") {
      $0.values = ["print": "", "width": "40"]
      $0.inputs = [.standardInput]
    },
    Case("--width=1 --print") { $0.values = ["print": "", "width": "1"] },
    Case("--width 10000") { $0.values = ["width": "10000"] },
  ]

  static let others = [
    Case("analyze a b -") {
      $0.command = .analyze
      $0.inputs = [.file("a"), .file("b"), .standardInput]
    },
    Case("analyze --format json --sample --sample en") {
      $0.command = .analyze
      $0.values = ["format": "json"]
      $0.inputs = [.sample("bn"), .sample("en")]
    },
    Case("analyze --jobs 3 --output o --resume a") {
      $0.command = .analyze
      $0.values = ["jobs": "3", "output": "o", "resume": ""]
      $0.inputs = [.file("a")]
    },
    Case("analyze --format=text -- --format") {
      $0.command = .analyze
      $0.values = ["format": "text"]
      $0.inputs = [.file("--format")]
    },
    Case("analyze analyze") {
      $0.command = .analyze
      $0.inputs = [.file("analyze")]
    },
    Case("explain a:b.txt:12") {
      $0.command = .explain
      $0.place = try? TextPlace("a:b.txt:12", takesDash: true)
      $0.inputs = []
    },
    Case("explain -:0") {
      $0.command = .explain
      $0.place = try? TextPlace("-:0", takesDash: true)
      $0.inputs = []
    },
    Case("completions zsh") {
      $0.command = .completions
      $0.words = ["zsh"]
      $0.inputs = []
    },
    Case("config") {
      $0.command = .config
      $0.inputs = []
    },
    Case("doctor") {
      $0.command = .doctor
      $0.inputs = []
    },
    Case("doctor --json --widths spacing") {
      $0.command = .doctor
      $0.inputs = []
      $0.values = ["json": ""]
      $0.set("widths", "spacing")
    },
  ]

  @Test("become options", arguments: reading + others)
  func becomeOptions(_ line: Case) throws {
    #expect(try Options(line.words) == options(line.change))
  }

  @Test(
    "ask for help or the version, whatever else they say",
    arguments: [
      ("-h", .help), ("--help", .help), ("analyze --help", .help), ("doctor -h", .help),
      ("explain -h", .help), ("a b --help", .help), ("-V", .version), ("--version", .version),
      ("--print -V", .version),
    ] as [(String, Options.Question)])
  func askForHelp(line: String, question: Options.Question) throws {
    #expect(try Options(line.split(separator: " ").map(String.init)).question == question)
  }

  @Test(
    "that do not fit are told with the remedy",
    arguments: [
      ("--nonsense", "unknown option '--nonsense'; see 'sutra --help'."),
      ("-x", "unknown option '-x'; see 'sutra --help'."),
      ("--json", "unknown option '--json'; it belongs to 'sutra doctor'."),
      (
        "--format json",
        "unknown option '--format'; it belongs to 'sutra analyze', 'sutra audit', 'sutra compare', 'sutra feeds', 'sutra library', 'sutra who', 'sutra said' and 'sutra find'."
      ),
      ("analyze --print a", "unknown option '--print' of analyze; it belongs to 'sutra'."),
      ("analyze --width 5 a", "unknown option '--width' of analyze; it belongs to 'sutra'."),
      (
        "doctor --sample",
        "unknown option '--sample' of doctor; it belongs to 'sutra', 'sutra analyze', 'sutra export' and 'sutra audit'."
      ),
      ("--folow a", "unknown option '--folow'; did you mean '--follow'?"),
      ("--no-muose", "unknown option '--no-muose'; did you mean '--no-mouse'?"),
      ("analyze --ouput a b", "unknown option '--ouput'; did you mean '--output'?"),
      ("analyze --theme dark a", "unknown option '--theme'; see 'sutra --help'."),
      ("completions", "completions needs bash|zsh|fish; see 'sutra --help'."),
      ("completions fsih", "completions has no 'fsih'; did you mean 'fish'?"),
      ("completions tcsh", "completions has no 'tcsh'; it takes bash, zsh, fish."),
      ("--width", "--width needs a number of columns; see 'sutra --help'."),
      ("--width=", "--width needs a number of columns; see 'sutra --help'."),
      ("--width 0", "--width takes a number from 1 to 10000, not '0'."),
      ("--width -5", "--width takes a number from 1 to 10000, not '-5'."),
      ("--width 10001", "--width takes a number from 1 to 10000, not '10001'."),
      ("--width ٨٠", "--width takes a number from 1 to 10000, not '٨٠'."),
      (
        "--width 99999999999999999999",
        "--width takes a number from 1 to 10000, not '99999999999999999999'."
      ),
      ("--theme", "--theme needs a value; see 'sutra --help'."),
      ("--widths", "--widths needs a value; see 'sutra --help'."),
      (
        "--widths wide",
        "widths is one of auto, spacing, cluster, konsole, conjunct, syllable, not 'wide'."
      ),
      ("--print=80", "--print takes no value; see 'sutra --help'."),
      ("--help=all", "--help takes no value; see 'sutra --help'."),
      ("-V=1", "-V takes no value; see 'sutra --help'."),
      ("doctor --json=yes", "--json takes no value; see 'sutra --help'."),
      ("--no-mouse=on", "--no-mouse takes no value; see 'sutra --help'."),
      ("--sample=xx", "there is no sample 'xx'; the samples are bn, en."),
      ("--sample=", "there is no sample ''; the samples are bn, en."),
      ("--print - a", "--print takes one article; name one file."),
      ("--pane-width wide", "pane-width is a number from 0 to 400, not 'wide'."),
      ("--no-theme", "unknown option '--no-theme'; see 'sutra --help'."),
      ("analyze", "analyze needs a file, or - for standard input; see 'sutra --help'."),
      (
        "analyze --format xml a",
        "unknown format 'xml'; the formats are jsonl, json, text, csv, md."
      ),
      ("analyze a --format", "--format needs a format; see 'sutra --help'."),
      ("analyze --jobs 0 a", "--jobs takes a number from 1 to 256, not '0'."),
      ("analyze --jobs many a", "--jobs takes a number from 1 to 256, not 'many'."),
      (
        "--jobs 2 a",
        "unknown option '--jobs'; it belongs to 'sutra analyze', 'sutra export', 'sutra audit' and "
          + "'sutra compare'."
      ),
      ("analyze --resume=x a", "--resume takes no value; see 'sutra --help'."),
      ("analyze --resume a", "--resume needs --output FILE, which names what it goes on with."),
      (
        "analyze --resume --output o --format json a",
        "--resume goes on with lines; leave --format json out."
      ),
      ("analyze --sample=xx", "there is no sample 'xx'; the samples are bn, en."),
      (
        "explain",
        "explain needs FILE:OFFSET, or -:OFFSET for standard input; see 'sutra --help'."
      ),
      ("explain a:1 b:2", "explain takes one place; name one."),
      (
        "explain --format text a:1",
        "unknown option '--format' of explain; it belongs to 'sutra analyze', 'sutra audit', 'sutra compare', 'sutra feeds', 'sutra library', 'sutra who', 'sutra said' and 'sutra find'."
      ),
      ("config a", "config takes no file; see 'sutra --help'."),
      ("doctor a", "doctor takes no file; see 'sutra --help'."),
    ])
  func doNotFit(line: String, message: String) {
    #expect(throws: CommandError(message: message, status: 2)) {
      try Options(line.split(separator: " ").map(String.init))
    }
  }
}

@Suite("A mistyped command")
struct MistypedCommandTests {
  @Test(
    "is answered with the nearest one",
    arguments: [("analyse", "analyze"), ("docter", "doctor"), ("confg", "config")])
  func nearest(word: String, command: String) throws {
    let outcome = try Program.run([word, "a.txt"])
    #expect(outcome.ending == .exit(2))
    #expect(
      outcome.complaint
        == "sutra: there is no command or file '\(word)'; did you mean 'sutra \(command)'?\n")
  }

  @Test("is a file where there is one of that name")
  func file() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("খবর।\n", to: "analyse")
    #expect(try Program.run([path]).text == "খবর।\n")
    let far = try Program.run(["article"])
    #expect(far.complaint.contains("there is no file 'article'"))
  }

  @Test(
    "is the nearest by letters changed, and none is taken that is far",
    arguments: [
      ("doctr", "doctor"), ("dcotor", "doctor"), ("doctors", "doctor"), ("conf", nil),
      ("news", nil), ("x", nil), ("", nil), ("analyzeanalyzeanalyzeanalyzeanalyzeanalyze", nil),
    ] as [(String, String?)])
  func distance(word: String, near: String?) {
    #expect(NearestWord.to(word, among: ["analyze", "doctor", "config"]) == near)
  }
}
