import CUnicode
import Testing

@testable import SutraReader

@Suite("Columns for ncurses", .serialized)
struct TerminalWidthsTests {
  @Test("of the scalars of a run are those of the layout, added up")
  func inOrder() {
    for profile in WidthProfile.allCases {
      for (text, _, _, _) in WidthProfileTests.measured {
        var columns = 0
        Array(text.utf8).withUnsafeBufferPointer { bytes in
          CellReader(profile: profile).forEachScalar(of: bytes) { _, added, _ in columns += added }
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
