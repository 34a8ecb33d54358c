import SutraResources
import Testing

@testable import SutraReader

@Suite("Columns")
struct WidthProfileTests {
  /// Measured in xterm 379, kitty 0.26 and konsole 22.12 by asking for the cursor's place.
  static let measured: [(text: String, spacing: Int, cluster: Int, konsole: Int)] = [
    ("a", 1, 1, 1), ("ক", 1, 1, 1), ("ৎ", 1, 1, 1), ("।", 1, 1, 1), ("৳", 1, 1, 1), ("১২", 2, 2, 2),
    ("ং", 1, 0, 0), ("ঃ", 1, 0, 0), ("\u{9BE}", 1, 0, 0), ("\u{9BC}", 0, 0, 0),
    ("কা", 2, 1, 2), ("কি", 2, 1, 2), ("কু", 1, 1, 1), ("কৃ", 1, 1, 1), ("কঁ", 1, 1, 1),
    ("কো", 2, 1, 2), ("ক\u{9C7}\u{9BE}", 3, 1, 2), ("কৌ", 2, 1, 2), ("ক\u{9C7}\u{9D7}", 3, 1, 2),
    ("কাং", 3, 1, 2), ("কিং", 3, 1, 2), ("কাঃ", 3, 1, 2), ("কাা", 3, 1, 2), ("কংঃ", 3, 1, 2),
    ("য\u{9BC}া", 2, 1, 1), ("\u{9DF}া", 2, 1, 2), ("ড\u{9BC}ো", 2, 1, 1), ("কঁা", 2, 1, 1),
    ("কাঁ", 2, 1, 2), ("কুা", 2, 1, 1), ("ক্", 1, 1, 1), ("ক্ষ", 2, 2, 2), ("ক্ষা", 3, 2, 3),
    ("র্কি", 3, 2, 3), ("স্ত্র্যা", 5, 4, 5), ("ক্\u{200C}ষ", 2, 2, 2), ("র\u{200D}্যা", 3, 2, 3),
    ("কৃষ্ণা", 4, 3, 4), ("ন্তু", 2, 2, 2), ("ন্তো", 3, 2, 3), ("স্বাক্ষরিত", 8, 6, 8),
    ("রাশিয\u{9BC}ার প্রেসিডেন্ট ভ্লাদিমির পুতিন।", 32, 22, 31),
    ("कि", 2, 1, 2), ("क्षि", 3, 2, 3), ("हिन्दी", 5, 3, 5), ("தமிழ்", 4, 3, 4), ("ไทย", 3, 3, 3),
    ("שָׁ", 1, 1, 1), ("سلام", 4, 4, 4), ("e\u{301}", 1, 1, 1), ("é", 1, 1, 1),
    ("\u{AD}", 0, 0, 0), ("a\u{AD}b", 2, 2, 2), ("\u{A0}", 1, 1, 1), ("…", 1, 1, 1), ("—", 1, 1, 1),
    ("中", 2, 2, 2), ("가", 2, 2, 2), ("\u{3000}", 2, 2, 2), ("🙂", 2, 2, 2),
    ("👍🏽", 4, 2, 2), ("a🏽", 3, 1, 3), ("👩\u{200D}👩", 4, 4, 2), ("👩\u{200D}👩\u{200D}👧", 6, 6, 2),
    ("👨🏽\u{200D}❤\u{FE0F}\u{200D}👨", 7, 6, 2), ("❤", 1, 1, 1), ("❤\u{FE0F}", 1, 2, 1),
    ("🙂\u{FE0F}", 2, 2, 2), ("🙂\u{FE0E}", 2, 1, 2), ("⌚\u{FE0E}", 2, 1, 2),
    ("1\u{FE0F}\u{20E3}", 1, 2, 1), ("🇧🇩", 2, 2, 2), ("🇧", 1, 2, 2), ("🇧🇩🇮", 3, 4, 4),
  ]

  @Test("are those that terminals give", arguments: measured)
  func columns(text: String, spacing: Int, cluster: Int, konsole: Int) {
    #expect(WidthProfile.spacing.columns(of: text) == spacing)
    #expect(WidthProfile.cluster.columns(of: text) == cluster)
    #expect(WidthProfile.konsole.columns(of: text) == konsole)
  }

  @Test(
    "a conjunct is one column where it is one cluster, and its parts are not when nothing joins them",
    arguments: [
      ("ক", 1), ("কা", 1), ("ক\u{9C7}\u{9BE}", 1), ("ক্ষ", 1), ("ক্ষা", 1), ("স্ত্র্যা", 1), ("র্কি", 1),
      ("ক্\u{200C}ষ", 2), ("র\u{200D}্যা", 1), ("ক্ক ক্ক", 3), ("কক", 2), ("ন্তু", 1), ("উদ্\u{200D}ভব", 3),
      ("লক্ষ্মী", 2), ("স্বাক্ষরিত", 4), ("क्षि", 1), ("हिन्दी", 2), ("বাংলা", 2), ("abc", 3), ("中文", 4),
      ("অ্যাপ", 3), ("👩\u{200D}👩\u{200D}👧", 2),
    ])
  func conjuncts(text: String, columns: Int) {
    #expect(WidthProfile.conjunct.columns(of: text) == columns)
  }

  @Test(
    "a conjunct is one cell of two columns where more of it than a letter takes room",
    arguments: [
      ("ক", 1), ("কা", 2), ("কু", 1), ("ক\u{9C7}\u{9BE}", 2), ("ক্ষ", 2), ("ক্ষা", 2), ("স্ত্র্যা", 2),
      ("র্কি", 2), ("ক্\u{200C}ষ", 2), ("র\u{200D}্যা", 2), ("ক্ক ক্ক", 5), ("কক", 2), ("ন্তু", 2),
      ("লক্ষ্মী", 3), ("স্বাক্ষরিত", 7), ("क्षि", 2), ("हिन्दी", 4), ("বাংলা", 4), ("abc", 3), ("中文", 4),
      ("e\u{301}", 1), ("ং", 1), ("❤\u{FE0F}", 2), ("🙂\u{FE0E}", 1), ("👩\u{200D}👩\u{200D}👧", 2),
      ("🇧🇩", 2), ("👍🏽", 2), ("ক্", 1), ("অ্যাপ", 4),
    ])
  func syllables(text: String, columns: Int) {
    #expect(WidthProfile.syllable.columns(of: text) == columns)
  }

  @Test(
    "where clusters are counted, each of Swift's takes one column, or up to two",
    arguments: ["bn", "en"])
  func byClusters(code: String) throws {
    for character in Set(String(decoding: Samples.bytes(code), as: UTF8.self))
    where !character.isNewline {
      let text = String(character)
      #expect(WidthProfile.conjunct.columns(of: text) == 1, "\(text)")
      let spacing = WidthProfile.spacing.columns(of: text)
      #expect(WidthProfile.syllable.columns(of: text) == min(2, spacing), "\(text)")
    }
  }

  @Test(
    "of a fitted string never pass what was asked for",
    arguments: ["", "নদীর স্ত্র্যা", "中文 abc", "a\u{1B}[0m\tখবর", "👩\u{200D}👩\u{200D}👧 🇧🇩"])
  func fitted(text: String) {
    for profile in WidthProfile.allCases {
      let whole = profile.columns(of: text)
      for columns in 0...whole + 2 {
        let (kept, taken) = profile.fitted(text, to: columns)
        #expect(taken <= columns)
        #expect(taken == profile.columns(of: kept))
        #expect(columns < whole || kept == text)
        #expect(columns >= whole || columns == 0 || kept.hasSuffix("…"))
        #expect(profile.columns(of: profile.padded(text, to: columns)) == columns)
        #expect(profile.columns(of: profile.paddedAtStart(text, to: columns)) == columns)
      }
    }
  }

  @Test("cut a string between clusters")
  func cuts() {
    #expect(WidthProfile.spacing.fitted("স্ত্রীর কথা", to: 5) == ("স্ত্রী…", 5))
    #expect(WidthProfile.spacing.fitted("স্ত্রীর কথা", to: 4) == ("…", 1))
    #expect(WidthProfile.cluster.fitted("স্ত্রীর কথা", to: 4) == ("স্ত্রী…", 4))
  }
}
