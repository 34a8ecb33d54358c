import Foundation
import SutraCore
import Testing

@testable import SutraReader

@Suite("Themes")
struct ThemeTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Themes")

  static let files: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()) ?? [])
    .filter { $0.hasSuffix(".theme") }

  @Test("every role has a bit of its own, and its name leads back to it", arguments: Role.allCases)
  func bits(role: Role) {
    #expect(RoleSet(role).roles == [role])
    #expect(Role(name: role.name) == role)
  }

  @Test("at least dark, light, high-contrast and mono are there, and all are built in")
  func names() {
    let names = Self.files.map { String($0.dropLast(".theme".count)) }
    #expect(Set(names).isSuperset(of: ["dark", "light", "high-contrast", "mono"]))
    #expect(ThemeLibrary.names.sorted() == names)
    #expect(ThemeLibrary.names.first == "dark")
  }

  @Test(
    "a file has no mistake, gives every role a look, and is the one inside the binary",
    arguments: files)
  func valid(file: String) throws {
    let bytes = try Data(contentsOf: Self.folder.appendingPathComponent(file))
    let name = String(file.dropLast(".theme".count))
    let (theme, mistakes) = ThemeFile.theme(bytes, name: name, file: file, base: nil)
    #expect(mistakes == [])
    #expect(theme.ownRoles == Role.allCases)
    #expect(ThemeLibrary.theme(named: name) == theme)
  }

  @Test(
    "letters have a contrast of at least 4.5 to 1 on every ground they can lie on",
    arguments: files.filter { $0 != "mono.theme" })
  func contrast(file: String) throws {
    let theme = try #require(ThemeLibrary.theme(named: String(file.dropLast(".theme".count))))
    try Self.checkContrast(theme) { $0.contrast(with: $1) }
  }

  /// The colours of terminals that have few, as they are shown there.
  private static let palettes: [(name: String, colors: [UInt32])] = [
    (
      "xterm",
      [
        0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5, 0x7F7F7F,
        0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
      ]
    ),
    (
      "VGA",
      [
        0x000000, 0xAA0000, 0x00AA00, 0xAA5500, 0x0000AA, 0xAA00AA, 0x00AAAA, 0xAAAAAA, 0x555555,
        0xFF5555, 0x55FF55, 0xFFFF55, 0x5555FF, 0xFF55FF, 0x55FFFF, 0xFFFFFF,
      ]
    ),
  ]

  @Test(
    "so they have in the looks for 8 and 16 colours, as xterm shows those; in VGA's 3 to 1",
    arguments: ["dark", "light", "high-contrast"], [8, 16])
  func fewContrast(name: String, count: Int) throws {
    let theme = try #require(ThemeLibrary.theme(named: name, forColors: count))
    #expect(theme.ownRoles == Role.allCases)
    for (palette, colors) in Self.palettes {
      func shown(_ color: Color) -> Color? {
        guard case .palette(let number) = color, Int(number) < count else { return nil }
        let value = colors[Int(number)]
        return .rgb(
          UInt8(value >> 16), UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF))
      }
      try Self.checkContrast(theme, least: palette == "xterm" ? 4.5 : 3) {
        guard let one = shown($0), let other = shown($1) else { return nil }
        return one.contrast(with: other)
      }
    }
    // Names are no paler than the text around them.
    let text = RoleSet(.text)
    let looks = [
      text, text.with(.quotation).with(.selected), text.with(.cue), text.with(.speaker),
      text.with(.person), text.with(.place), text.with(.organization),
    ].map { theme.style(of: $0) }
    #expect(Set(looks).count == looks.count)
    #expect(Set([text, text.with(.quotation)].map { theme.style(of: $0) }).count == 2)
  }

  /// Looks at all that can lie on each other.
  private static func checkContrast(
    _ theme: Theme, least: Double = 4.5, _ contrast: (Color, Color) -> Double?
  ) throws {
    let entities: [Role] = [.person, .place, .organization, .work, .event, .date, .quantity]
    let text = RoleSet(.text)
    var sets: [RoleSet] = [
      text, text.with(.title), text.with(.border), text.with(.mark), text.with(.match),
      text.with(.currentMatch), text.with(.selectedEntity), RoleSet(.status),
      RoleSet(.status).with(.statusMessage), RoleSet(.prompt), RoleSet(.prompt).with(.key),
      RoleSet(.help), RoleSet(.help).with(.key), RoleSet(.help).with(.title), RoleSet(.pane),
      RoleSet(.pane).with(.paneTitle), RoleSet(.pane).with(.paneDetail),
      RoleSet(.pane).with(.speakerName), RoleSet(.pane).with(.paneSelected),
      RoleSet(.pane).with(.paneSelected).with(.paneDetail), text.with(.dimmed), RoleSet(.window),
      RoleSet(.window).with(.windowTitle), RoleSet(.window).with(.windowChosen),
      RoleSet(.window).with(.key),
    ]
    let grounds: [[Role]] = [
      [], [.quotation], [.quotation, .selected], [.speaker], [.quotation, .selected, .speaker],
      [.cue], [.addressee], [.medium], [.quotation, .selected, .addressee],
    ]
    for ground in grounds {
      let under = ground.reduce(text) { $0.with($1) }
      sets.append(under)
      sets += entities.flatMap { [under.with($0), under.with($0).with(.doubtful)] }
    }
    sets += entities.map { RoleSet(.pane).with($0) }
    for set in sets {
      let style = theme.style(of: set)
      let ratio = try #require(
        contrast(style.foreground, style.background), "\(set.roles) has no colours")
      // What is dimmed is meant to stand back.
      let wanted = set.contains(RoleSet(.dimmed)) && least < 4.5 ? 2.5 : least
      #expect(ratio >= wanted, "\(theme.name) \(set.roles.map(\.name)): \(ratio)")
    }
  }

  @Test("roles that stand beside each other in the article differ by attributes alone, too")
  func attributes() throws {
    let mono = try #require(ThemeLibrary.theme(named: "mono"))
    let text = RoleSet(.text)
    let content = text.with(.quotation).with(.selected)
    let looks = [
      text, text.with(.person), text.with(.place), text.with(.organization), content,
      text.with(.cue), text.with(.speaker), text.with(.quotation),
    ].map { mono.style(of: $0).attributes }
    #expect(Set(looks).count == looks.count)
  }

  @Test(
    "a mistake is told with its file and line, and the row is left out",
    arguments: [
      ("text 1 2 -\npersn 1 - -", 2, ThemeMistake.Reason.unknownRole("persn")),
      ("# comment\n\nperson 256 - -", 3, .unknownColor("256")),
      ("person #12345 - -", 1, .unknownColor("#12345")),
      ("person 1 - bold blink", 1, .unknownAttribute("blink")),
      ("person 1 - -\nperson 2 - -", 2, .repeatedRole("person")),
      ("person", 1, .wrongColumnCount(1)),
      ("person -1 - -", 1, .unknownColor("-1")),
    ])
  func mistakes(text: String, line: Int, reason: ThemeMistake.Reason) {
    let base = ThemeLibrary.standard
    let (theme, found) = ThemeFile.theme(
      Array(text.utf8), name: "own", file: "own.theme", base: base)
    #expect(found == [ThemeMistake(file: "own.theme", line: line, reason: reason)])
    #expect(found[0].description.hasPrefix("own.theme:\(line): "))
    #expect(theme.style(of: .cue) == base.style(of: .cue))
  }

  @Test("any bytes give a theme and a bounded list of mistakes")
  func damaged() {
    var generator = ScreenInvariantTests.Generator(state: 7)
    for _ in 0..<50 {
      let bytes = (0..<3_000).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
      let (_, mistakes) = ThemeFile.theme(bytes, name: "x", file: "x", base: nil)
      #expect(mistakes.count <= 20)
    }
  }

  @Test(
    "colours are mapped to what the terminal has",
    arguments: [
      (Color.palette(17), 8, Color.palette(4)), (.palette(53), 8, .palette(5)),
      (.palette(58), 8, .palette(3)), (.palette(22), 8, .palette(2)),
      (.palette(215), 8, .palette(3)), (.palette(117), 8, .palette(6)),
      (.palette(252), 8, .palette(7)), (.palette(234), 8, .palette(0)),
      (.palette(117), 16, .palette(14)), (.palette(245), 16, .palette(8)),
      (.rgb(0, 0, 95), 256, .palette(17)), (.rgb(255, 255, 255), 256, .palette(231)),
      (.palette(3), 8, .palette(3)), (.standard, 8, .standard),
    ])
  func reduced(color: Color, count: Int, expected: Color) {
    #expect(color.nearest(of: count) == expected)
  }

  @Test(
    "with few colours the chosen quote, its cue and its speaker still differ", arguments: [8, 16])
  func few(count: Int) throws {
    let mono = try #require(ThemeLibrary.theme(named: "mono"))
    for name in ["dark", "light", "high-contrast"] {
      let theme = try #require(ThemeLibrary.theme(named: name))
        .adapted(to: count, monochrome: mono)
      let text = RoleSet(.text)
      let looks = [
        text, text.with(.quotation), text.with(.quotation).with(.selected), text.with(.cue),
        text.with(.speaker), text.with(.person), text.with(.place), text.with(.organization),
      ].map { theme.style(of: $0) }
      #expect(Set(looks).count == looks.count, "\(name)")
    }
  }

  @Test("the contrast of black and white is 21 to 1, and grays lie between")
  func wcag() throws {
    let black = Color.rgb(0, 0, 0)
    let white = Color.rgb(255, 255, 255)
    #expect(abs(try #require(white.contrast(with: black)) - 21) < 0.01)
    // The reference value of the WCAG formula for #767676 on white is 4.54.
    #expect(abs(try #require(Color.rgb(0x76, 0x76, 0x76).contrast(with: white)) - 4.54) < 0.01)
    #expect(Color.standard.contrast(with: white) == nil)
  }
}
