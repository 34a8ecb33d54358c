import Foundation
import SutraReader
import SutraTestSupport
import Testing

@testable import SutraCommand

@Suite("sutra config")
struct ConfigTests {
  /// For every setting a value that is not its standard one.
  private static let others = [
    "theme": "mono", "color": "never", "widths": "cluster", "highlighting": "off",
    "hide": "works dates", "pane": "off", "pane-width": "44", "line-width": "70",
    "view": "sources", "search-folding": "loose", "translit": "off", "mouse": "off",
    "keyboard": "national",
    "copy-command": "tee -a 'a b'", "linear": "on", "entity-order": "name", "model": "none",
    "languages": "own tables",
    "fetch-connect-timeout": "3", "fetch-timeout": "7", "fetch-size": "1",
    "pictures": "sixel", "picture-font": "Noto Serif Bengali", "line-speed": "9600",
    "remember": "off", "library": "on", "language": "en", "digits": "western",
    "encoding": "latin1", "join-lines": "off", "reading": "full",
  ]

  /// A home with a settings file, and the environment that finds it.
  private static func home(_ file: String) throws -> (TemporaryFolder, [String: String]) {
    let home = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: home.path(of: "config/sutra"), withIntermediateDirectories: true)
    _ = try home.write(file, to: "config/sutra/config")
    return (home, Program.environment(home: home))
  }

  /// The settings that a printed file holds, with what stands behind each.
  private static func values(_ outcome: Program.Outcome) -> Settings {
    var settings = Settings()
    #expect(settings.read(outcome.output, file: "printed") == [])
    return settings
  }

  @Test("prints every setting and every key, with where it comes from")
  func all() throws {
    let outcome = try Program.run(["config"])
    #expect(outcome.ending == .exit(0) && outcome.errors.isEmpty)
    for setting in SettingTable.all {
      #expect(outcome.lines.contains("\(setting.name) = \(setting.standard)  # default"))
      #expect(outcome.lines.contains("# \(setting.explanation)"))
    }
    for binding in KeyTable.groups.flatMap(\.bindings) {
      for key in binding.keys {
        #expect(outcome.lines.contains("bind \(key.settingName) = \(binding.name)  # default"))
      }
    }
  }

  @Test("tells of a theme or model that is named and not there, or has mistakes")
  func namedFiles() throws {
    let (home, environment) = try Self.home("theme = foo\nmodel = /none.model\n")
    let outcome = try Program.run(["config"], environment: environment)
    #expect(outcome.ending == .exit(0) && outcome.lines.contains { $0.hasPrefix("theme = foo ") })
    let told = String(decoding: outcome.errors, as: UTF8.self).split(separator: "\n")
    #expect(told.count == 2)
    #expect(told.first?.contains("'foo'") == true && told.last?.contains("'/none.model'") == true)
    try FileManager.default.createDirectory(
      atPath: home.path(of: "config/sutra/themes"), withIntermediateDirectories: true)
    _ = try home.write("person\tnocolour\t-\t-\n", to: "config/sutra/themes/foo.theme")
    let mistaken = try Program.run(["config", "--model", "none"], environment: environment)
    let mistakes = String(decoding: mistaken.errors, as: UTF8.self)
    #expect(mistakes.contains("foo.theme:1: "), "\(mistakes)")
  }

  @Test("reads every setting from the file", arguments: SettingTable.all.map(\.name))
  func file(name: String) throws {
    let value = try #require(Self.others[name])
    let (home, environment) = try Self.home("# mine\n\(name) = \(value)\n")
    let outcome = try Program.run(["config"], environment: environment)
    #expect(outcome.ending == .exit(0) && outcome.errors.isEmpty)
    let path = home.path(of: "config/sutra/config")
    #expect(outcome.lines.contains("\(name) = \(value)  # \(path):2"))
    #expect(Self.values(outcome)[name] == value)
  }

  @Test("reads every setting from the command line", arguments: SettingTable.all.map(\.name))
  func commandLine(name: String) throws {
    let value = try #require(Self.others[name])
    let (home, environment) = try Self.home("\(name) = \(value)\n")
    defer { withExtendedLifetime(home) {} }
    let setting = try #require(SettingTable.setting(named: name))
    // The file says the same: what the command line says counts and is told.
    var ways = [["--\(name)=\(value)"]]
    if setting.kind == .flag {
      ways.append([value == "on" ? "--\(name)" : "--no-\(name)"])
    } else {
      ways.append(["--\(name)", value])
    }
    for words in ways {
      let outcome = try Program.run(["config"] + words, environment: environment)
      #expect(outcome.ending == .exit(0) && outcome.errors.isEmpty)
      #expect(outcome.lines.contains("\(name) = \(value)  # command line"), "\(words)")
    }
  }

  @Test("the last on the command line counts, and a wrong one ends the program")
  func order() throws {
    let outcome = try Program.run(["config", "--pane", "off", "--pane=on", "--mouse", "--no-mouse"])
    #expect(outcome.lines.contains("pane = on  # command line"))
    #expect(outcome.lines.contains("mouse = off  # command line"))
    for (words, message) in [
      (["--pane", "up"], "pane is one of auto, on, off, not 'up'."),
      (["--pane"], "--pane needs a value; see 'sutra --help'."),
      (["--mouse=1"], "mouse is on or off, not '1'."),
      (["--no-pane"], "unknown option '--no-pane'; see 'sutra --help'."),
      (["--colour", "red"], "unknown option '--colour'; did you mean '--color'?"),
      (["x.txt"], "config takes no file; see 'sutra --help'."),
    ] {
      let wrong = try Program.run(["config"] + words)
      #expect(wrong.ending == .exit(ExitStatus.usage))
      #expect(wrong.complaint == "sutra: \(message)\n")
      #expect(wrong.output.isEmpty)
    }
  }

  @Test("what it prints can be read back, and then prints the same values")
  func roundTrip() throws {
    let rows = Self.others.map { "\($0) = \($1)\n" }.joined()
    let own =
      "bind z = next-quote\nbind Ctrl-A = who\nbind = = quit\nbind # = outline\nbind ক = go\n"
    let (firstHome, first) = try Self.home(rows + own)
    let printed = try Program.run(["config"], environment: first)
    #expect(printed.errors.isEmpty)
    let (secondHome, second) = try Self.home(printed.text)
    let again = try Program.run(["config"], environment: second)
    #expect(again.ending == .exit(0) && again.errors.isEmpty)
    withExtendedLifetime((firstHome, secondHome)) {}
    func content(_ outcome: Program.Outcome) -> [String] {
      outcome.lines.filter { !$0.hasPrefix("#") }
        .map { $0.components(separatedBy: "  # ")[0] }
    }
    #expect(Set(content(printed)) == Set(content(again)))
    let settings = Self.values(again)
    for (name, value) in Self.others { #expect(settings[name] == value) }
    #expect(settings.keymap.action(of: .character("ক")) == .goToSelection)
    #expect(settings.keymap.action(of: .character("=")) == .quit)
  }

  @Test("a file of mistakes is told line by line, and the rest holds")
  func mistakes() throws {
    let (home, environment) = try Self.home(
      "colour = red\nmouse = off\nbind z = dance\npane-width = wide\nনা\n")
    let outcome = try Program.run(["config"], environment: environment)
    let path = home.path(of: "config/sutra/config")
    #expect(outcome.ending == .exit(0))
    #expect(
      outcome.complaint == """
        sutra: \(path):1: there is no setting 'colour'; did you mean 'color'?
        sutra: \(path):3: there is no action 'dance'; 'sutra config' lists them.
        sutra: \(path):4: pane-width is a number from 0 to 400, not 'wide'.
        sutra: \(path):5: a row is 'name = value' or 'bind KEY = action'.

        """)
    #expect(outcome.lines.contains("mouse = off  # \(path):2"))
  }

  @Test("settings are found below the home folder when XDG_CONFIG_HOME is not set")
  func home() throws {
    let home = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: home.path(of: ".config/sutra"), withIntermediateDirectories: true)
    _ = try home.write("mouse = off\n", to: ".config/sutra/config")
    var environment = Program.environment(home: home)
    environment["XDG_CONFIG_HOME"] = nil
    let outcome = try Program.run(["config"], environment: environment)
    #expect(outcome.lines.contains("mouse = off  # \(home.path(of: ".config/sutra/config")):1"))
  }

  @Test("a settings file that is a folder or may not be read is as none")
  func unreadable() throws {
    let home = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: home.path(of: "config/sutra/config"), withIntermediateDirectories: true)
    let outcome = try Program.run(["config"], environment: Program.environment(home: home))
    #expect(outcome.ending == .exit(0) && outcome.errors.isEmpty)
    #expect(outcome.lines.contains("mouse = on  # default"))
  }

  @Test("widths of the file hold for --print")
  func printed() throws {
    let (home, environment) = try Self.home("widths = cluster\n")
    let path = try home.write(Texts.bengali, to: "a.txt")
    let byFile = try Program.run(["--print", path], environment: environment)
    let byOption = try Program.run(["--print", "--widths", "cluster", path])
    let standard = try Program.run(["--print", path])
    #expect(byFile.output == byOption.output && byFile.output != standard.output)
  }
}
