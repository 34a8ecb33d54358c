import CUnicode
import SutraReader
import Testing

@testable import SutraTerminal

/// The profile belongs to the whole process, so each test has one of its own.
@Suite("wcwidth of the process", .serialized)
struct ProcessWidthTests {
  private static let texts = [
    "সূত্রধর", "গ্রামের", "লক্ষ্মী", "র‍্যাবের", "স্ত্র্যা", "কৈ", "কো", "কৌ", "ক\u{9C7}\u{9BE}", "ড়ঢ়য়", "ৎ", "ং", "ঃ", "ঁ",
    "৳১২৩।", "Straße,", "naïve", "cafe\u{301}", "–", "“quoted”", "…", "½", "€", "中文。日本語", "한국어",
    "ａｂｃ", "🙂", "👍🏽", "🇧🇩", "❤\u{FE0F}", "हिन्दी", "தமிழ்", "ไทย", "عربي", "עברית",
    "a\u{300}\u{301}\u{302}", "ক্\u{200C}ষ",
  ]

  /// The scalars of a text that begin a cell of ncurses, where `wcwidth` differs from the layout.
  private static func differences(_ text: String, _ profile: WidthProfile) -> [UInt32] {
    var found: [UInt32] = []
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      CellReader(profile: profile).forEachScalar(of: bytes) { scalar, columns, widens in
        guard columns > 0, !widens else { return }
        if Int(wcwidth(wchar_t(scalar))) != columns { found.append(scalar) }
        // A cell that became wider is asked about by its first scalar alone.
        if wcwidth(wchar_t(scalar) | wchar_t(SUTRA_WIDE_CELL)) != 2 { found.append(scalar) }
      }
    }
    return found
  }

  @Test("gives what begins a cell the columns of the layout, in each profile")
  func countsAsLayout() async {
    await #expect(processExitsWith: .success) {
      for profile in WidthProfile.allCases {
        profile.useForTerminal()
        for text in Self.texts {
          #expect(Self.differences(text, profile) == [], "\(profile) \(text)")
        }
      }
    }
  }

  @Test("gives every letter and sign of Bengali the columns of the profile, in each profile")
  func countsBlock() async {
    await #expect(processExitsWith: .success) {
      for profile in WidthProfile.allCases {
        profile.useForTerminal()
        for scalar in (0x980...0x9FF).compactMap(Unicode.Scalar.init)
        where scalar.properties.generalCategory != .unassigned {
          let text = "ক\(Character(scalar))"
          #expect(Self.differences(text, profile) == [], "\(profile) \(text)")
        }
      }
    }
  }

  @Test("stands before that of the C library")
  func isOwn() async {
    await #expect(processExitsWith: .success) {
      // Without a locale the library's answers -1 for all of these.
      for (profile, columns) in [(WidthProfile.cluster, 0), (.spacing, 1), (.konsole, 1)] {
        profile.useForTerminal()
        #expect(Int(wcwidth(0x9BE)) == columns)
      }
      #expect(wcwidth(0x1B) == -1)
      #expect(wcwidth(0x85) == -1)
      #expect(wcwidth(0) == 0)
    }
  }
}
