import SutraCore
import Testing

@testable import SutraReader

/// What the fuzzers under `Tests/Fuzz` have found, one test a finding.
@Suite("What fuzzing found")
struct FuzzFindingTests {
  @Test(
    "a sign on a visible mark takes the columns that the terminal gives it",
    arguments: [
      "ab \u{7}\u{9BE} x", "\u{202E}\u{9BE}", "ক\u{200B}\u{9BF}খ",
      "\u{7}" + String(repeating: "\u{9CD}", count: 40) + " x",
    ], WidthProfile.allCases)
  func signOnMark(text: String, profile: WidthProfile) {
    let shown = VisibleText.safe(text)
    #expect(profile.columns(of: text) == profile.columns(of: shown))
    let article = Articles.article("মেয়র বলেন, \(text) শেষ।\n\(text)")
    let state = ReaderState(
      article: article, size: ScreenSize(columns: 40, rows: 8), profile: profile)
    ScreenInvariantTests.check(state.screen(), profile)
  }

  @Test(
    "settings that are written out are read again as they were",
    arguments: [
      "theme =#", "theme = #", "theme = #blue", "copy-command = a#b # c", "copy-command = a #",
      "bind # = quit", "bind = = quit", "bind ি = help", "hide = works dates",
    ])
  func written(row: String) {
    var settings = Settings()
    #expect(settings.read(Array(row.utf8), file: "config") == [])
    var again = Settings()
    let rows = settings.rows(path: "config").joined(separator: "\n")
    #expect(again.read(Array(rows.utf8), file: "config") == [])
    for setting in SettingTable.all {
      #expect(again[setting.name] == settings[setting.name])
    }
    for binding in settings.keymap.groups.flatMap(\.bindings) {
      #expect(Set(again.keymap.keys(of: binding.action)) == Set(binding.keys))
    }
  }

  @Test(
    "what would not be the same when it is shown is no value and no key",
    arguments: ["copy-command = xclip\t-i", "theme = a\u{7}b", "bind \u{200B} = quit"])
  func invisible(row: String) {
    var settings = Settings()
    #expect(settings.read(Array(row.utf8), file: "config").count == 1)
    #expect(settings["copy-command"] == "" && settings["theme"] == "auto")
  }

  @Test("a file full of key bindings is read whole")
  func manyBindings() {
    // Making the whole table anew for each row took more than a second for such a file.
    let rows = (0..<6_000).map { "bind \(Character(Unicode.Scalar(0x4E00 + $0) ?? "x")) = q" }
    var settings = Settings()
    let text = rows.joined(separator: "\n").replacing("= q", with: "= quit")
    _ = settings.read(Array(text.utf8), file: "config")
    #expect(settings.keymap.action(of: .character("\u{4E00}")) == .quit)
    #expect(settings.keymap.keys(of: .quit).count > 3_000)
  }
}
