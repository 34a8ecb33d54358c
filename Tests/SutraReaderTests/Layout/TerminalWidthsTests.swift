import CUnicode
import Testing

@testable import SutraReader

@Suite("Columns for ncurses", .serialized)
struct TerminalWidthsTests {
  @Test("counted in order are those of the layout")
  func inOrder() {
    defer { WidthProfile.spacing.useForTerminal() }
    for profile in WidthProfile.allCases {
      profile.useForTerminal()
      for (text, _, _, _) in WidthProfileTests.measured where !text.contains("\u{FE0E}") {
        let columns = WidthProfile.countingInOrder {
          text.unicodeScalars.reduce(0) { $0 + Int(wcwidth(wchar_t($1.value))) }
        }
        #expect(columns == profile.columns(of: text), "\(text) \(profile)")
      }
    }
  }

  @Test("of scalars by themselves are those of the profile")
  func byThemselves() {
    #expect(sutra_scalar_width(0x9BE, WidthProfile.spacing.number) == 1)
    #expect(sutra_scalar_width(0x9BE, WidthProfile.cluster.number) == 0)
    #expect(sutra_scalar_width(0x9BE, WidthProfile.konsole.number) == 1)
    #expect(sutra_scalar_width(0x9CD, WidthProfile.konsole.number) == 0)
    #expect(sutra_scalar_width(0x4E2D, WidthProfile.cluster.number) == 2)
    #expect(sutra_scalar_width(0xFFFF_FFFF, WidthProfile.cluster.number) == 1)
  }
}
