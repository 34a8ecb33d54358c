import Foundation
import SutraExport
import SutraResources
import SutraReader
import SutraWords
import Testing

@testable import SutraCommand

@Suite("Completions of shells")
struct KeysInCompletionsTests {
  private static func text(_ name: String) throws -> String {
    try String(contentsOf: KeysInManualTests.folder.appendingPathComponent(name), encoding: .utf8)
  }

  @Test("are those of the tables, as they are", arguments: ShellCompletions.allCases)
  func current(shell: ShellCompletions) throws {
    if ProcessInfo.processInfo.environment["SUTRA_WRITE_MANUAL"] != nil {
      let file = KeysInManualTests.folder.appendingPathComponent(shell.file)
      try shell.text.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(try Self.text(shell.file) == shell.text, "run once with SUTRA_WRITE_MANUAL=1")
    let outcome = try Program.run(["completions", shell.rawValue])
    #expect(outcome.ending == .exit(0) && outcome.text == shell.text)
  }

  @Test(
    "know every command, option, setting, value and theme", arguments: ShellCompletions.allCases)
  func whole(shell: ShellCompletions) throws {
    let text = shell.text
    let words = Set(
      text.split { !($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }.map(String.init))
    func has(option: String) -> Bool {
      shell == .fish ? text.contains(" -l \(option) ") : words.contains("--\(option)")
    }
    for command in ProgramCommand.all {
      #expect(command.name.isEmpty || words.contains(command.name), "\(command.name)")
      for option in command.allOptions { #expect(has(option: option.name), "\(option.name)") }
    }
    for setting in SettingTable.all {
      #expect(has(option: setting.name), "\(setting.name)")
      if setting.kind == .flag {
        #expect(has(option: "no-\(setting.name)"), "\(setting.name)")
      } else {
        for value in setting.values { #expect(words.contains(value), "\(value)") }
      }
    }
    for word in ArticleFormats.analyses.map(\.name) + Samples.codes + ThemeLibrary.names {
      #expect(words.contains(word), "\(word)")
    }
  }

  private static let lines: [(words: [String], offers: Set<String>)] = [
    (["sutra", "an"], ["analyze"]),
    (
      ["sutra", "analyze", "--"],
      [
        "--format", "--model", "--reading", "--jobs", "--output", "--resume", "--sample", "--help",
        "--version",
        "--languages", "--encoding", "--language", "--digits", "--from", "--text", "--fields",
        "--failures", "--corrected",
      ]
    ),
    (["sutra", "analyze", "--output", "খব"], ["খবর.txt"]),
    (["sutra", "analyze", "--jobs", ""], []),
    (["sutra", "analyze", "--format", ""], ["jsonl", "json", "text", "csv", "md"]),
    (["sutra", "--theme", "h"], ["high-contrast"]), (["sutra", "--sample", ""], ["bn", "en"]),
    (["sutra", "--color", "a"], ["auto", "always"]), (["sutra", "--color", "=", "n"], ["never"]),
    (["sutra", "--mouse", "=", "o"], ["on", "off"]), (["sutra", "doctor", "--js"], ["--json"]),
    (["sutra", "config", "--key"], ["--keyboard"]),
    (["sutra", "config", "--keyboard", ""], ["none", "national", "probhat"]),
    (["sutra", "config", "x"], []), (["sutra", "ex"], ["explain", "export"]),
    (
      ["sutra", "explain", "--"],
      [
        "--help", "--version", "--model", "--reading", "--languages", "--encoding", "--language",
        "--digits",
      ]
    ),
    (["sutra", "explain", "খব"], ["খবর.txt"]),
    (
      ["sutra", "--no-"],
      [
        "--no-highlighting", "--no-mouse", "--no-join-lines", "--no-remember", "--no-linear",
        "--no-translit",
      ]
    ),
    (["sutra", "খব"], ["খবর.txt"]), (["sutra", "--", "খব"], ["খবর.txt"]),
    (["sutra", "--line-width", ""], []), (["sutra", "comp"], ["compare", "completions"]),
    (["sutra", "completions", ""], ["bash", "zsh", "fish"]),
    (["sutra", "completions", "zsh", ""], []), (["sutra", "--hide", "w"], ["works"]),
    (["sutra", "doctor", "--width"], ["--widths"]),
  ]

  @Test(
    "bash offers what fits",
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/bin/bash"), "bash is missing"),
    arguments: lines)
  func bash(words: [String], offers: Set<String>) throws {
    let folder = try TemporaryFolder()
    _ = try folder.write("x")
    let script = """
      cd '\(folder.path)' || exit
      source '\(KeysInManualTests.folder.path)/sutra.bash'
      COMP_WORDS=(\(words.map { "'\($0)'" }.joined(separator: " "))) COMP_CWORD=\(words.count - 1)
      COMPREPLY=()
      _sutra
      printf '%s\\n' "${COMPREPLY[@]}"
      """
    let path = try folder.write(script, to: "try.sh")
    let output = try KeysInManualTests.shell("bash '\(path)' 2>&1")
    #expect(Set(output.split(separator: "\n").map(String.init)) == offers)
  }

  /// Locales, and the words in which they are told what a command does.
  private static let locales: [(variables: String, language: String)] = [
    ("LANG=C.UTF-8", "en"), ("LANG=bn_BD.UTF-8", "bn"), ("LANG=C.UTF-8 LC_MESSAGES=bn_IN", "bn"),
    ("LANG=bn_BD.UTF-8 LC_ALL=en_GB.UTF-8", "en"), ("LANG=bnx_BD.UTF-8", "en"), ("LANG=bn", "bn"),
  ]

  @Test("fish and zsh tell in the language of the locale what they offer", arguments: locales)
  func languages(variables: String, language: String) throws {
    let folder = KeysInManualTests.folder.path
    // `_arguments` and the like are zsh's own: here they tell what they are given.
    let shells = [
      ("fish", "source \(folder)/sutra.fish; complete -C \"sutra \"; complete -C \"sutra --m\""),
      (
        "zsh",
        "_arguments() { print -l -- \"$@\" }; _alternative() { print -l -- \"${tasks[@]}\" }; "
          + "words=(sutra \"\"); CURRENT=2; source \(folder)/_sutra; _sutra_first"
      ),
    ]
    for (shell, script) in shells {
      let output = try KeysInManualTests.shell(
        "command -v \(shell) > /dev/null || exit 0; "
          + "env -u LC_ALL -u LC_MESSAGES \(variables) \(shell) -c '\(script)' 2>&1")
      // A shell that is not there offers nothing.
      guard !output.isEmpty else { continue }
      for code in InterfaceLanguage.codes {
        let missing = try #require(InterfaceLanguage(code)).speaking {
          (ProgramCommand.named.map(\.summary) + [say("setting.mouse")]).filter {
            !output.contains($0)
          }
        }
        if code == language {
          #expect(missing == [], "\(shell)")
        } else {
          #expect(missing.count > ProgramCommand.named.count, "\(shell)")
        }
      }
    }
  }

  @Test(
    "are read by their shells without a complaint",
    arguments: [("bash", "sutra.bash"), ("zsh", "_sutra"), ("fish", "sutra.fish")])
  func reads(shell: String, name: String) throws {
    // A shell that is not there has nothing to complain of.
    let path = KeysInManualTests.folder.appendingPathComponent(name).path
    let output = try KeysInManualTests.shell(
      "command -v \(shell) > /dev/null || exit 0; \(shell) -n '\(path)' 2>&1")
    #expect(output == "")
  }
}

@Suite("make install")
struct KeysInInstallationTests {
  private static let hasMake = FileManager.default.isExecutableFile(atPath: "/usr/bin/make")
  private static let files: Set<String> = [
    "bin/sutra", "share/man/man1/sutra.1", "share/man/bn/man1/sutra.1",
    "share/bash-completion/completions/sutra",
    "share/zsh/site-functions/_sutra", "share/fish/vendor_completions.d/sutra.fish",
  ]

  @Test(
    "puts everything where it belongs, and uninstall takes it away again",
    .enabled(if: hasMake, "make is missing"))
  func installs() throws {
    let root = KeysInManualTests.folder.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folder = try TemporaryFolder()
    func make(_ target: String) throws -> String {
      try KeysInManualTests.shell(
        "make -C '\(root.path)' \(target) BUILD= BINARY='\(Program.path)' PREFIX=/opt/news "
          + "DESTDIR='\(folder.path)/a b' 2>&1; echo status $?")
    }
    func installed() -> Set<String> {
      let top = folder.path(of: "a b/opt/news")
      let found = FileManager.default.enumerator(atPath: top)?.compactMap { $0 as? String } ?? []
      return Set(
        found.filter { name in
          var isFolder: ObjCBool = false
          return FileManager.default.fileExists(atPath: "\(top)/\(name)", isDirectory: &isFolder)
            && !isFolder.boolValue
        })
    }
    #expect(try make("install").contains("status 0\n"))
    let themes = ThemeLibrary.names.map { "share/sutra/themes/\($0).theme" }
    #expect(installed() == Self.files.union(themes))
    let binary = folder.path(of: "a b/opt/news/bin/sutra")
    let outcome = try Program.run(["--version"], at: binary)
    #expect(outcome.ending == .exit(0) && outcome.text == "sutra \(Usage.version)\n")
    // Once more over what is there.
    #expect(try make("install").contains("status 0\n"))
    let own = try folder.write(
      "person 25 - bold\n", to: "a b/opt/news/share/sutra/themes/own.theme")
    #expect(try make("uninstall").contains("status 0\n"))
    #expect(installed() == ["share/sutra/themes/own.theme"])
    unlink(own)
    #expect(try make("uninstall").contains("status 0\n"))
    #expect(installed() == [])
  }
}
