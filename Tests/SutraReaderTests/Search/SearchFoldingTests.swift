import SutraCore
import Testing

@testable import SutraReader

@Suite("Folding search")
struct SearchFoldingTests {
  private static func finds(_ query: String, _ text: String, isLoose: Bool = false) -> Bool {
    FoldedText.contains(query, in: text, SearchFolding(isLoose: isLoose))
  }

  @Test(
    "overlooks how a letter is written",
    arguments: [
      // Nukta forms, as one code point and as two.
      ("বা\u{9DC}ি", "বা\u{9A1}\u{9BC}ি"), ("বা\u{9A1}\u{9BC}ি", "বা\u{9DC}ি"),
      ("আষা\u{9DD}", "আষা\u{9A2}\u{9BC}ে"), ("আষা\u{9A2}\u{9BC}", "আষা\u{9DD}ে"),
      ("সম\u{9DF}", "সম\u{9AF}\u{9BC}"), ("সম\u{9AF}\u{9BC}", "সম\u{9DF}"),
      ("\u{9DF}", "\u{9AF}\u{9BC}"), ("\u{9A1}\u{9BC}", "\u{9DC}"), ("\u{9DD}", "\u{9A2}\u{9BC}"),
      ("\u{9DC}\u{9DF}", "\u{9A1}\u{9BC}\u{9AF}\u{9BC}"),
      // Vowel signs on both sides of their consonant, whole and split.
      ("ন\u{9CC}কা", "ন\u{9C7}\u{9D7}কা"), ("ন\u{9C7}\u{9D7}কা", "ন\u{9CC}কা"),
      ("ভ\u{9CB}র", "ভ\u{9C7}\u{9BE}র"), ("ভ\u{9C7}\u{9BE}র", "ভ\u{9CB}র"),
      ("\u{9CB}", "ক\u{9C7}\u{9BE}"), ("\u{9C7}\u{9D7}", "ক\u{9CC}"),
      ("ঘ\u{9CB}\u{9DC}া", "ঘ\u{9C7}\u{9BE}\u{9A1}\u{9BC}া"),
      // Joiners and soft hyphens.
      ("র\u{200D}্যাব", "র্যাব"), ("র্যাব", "র\u{200D}্যাব"), ("উদ্\u{200C}যাপন", "উদ্যাপন"),
      ("উদ্যাপন", "উদ্\u{200C}যাপন"), ("হঠাৎ", "হঠা\u{200D}\u{200C}ৎ"), ("\u{200D}কথা", "কথা"),
      ("কথা\u{200C}", "কথা"), ("footbridge", "foot\u{AD}bridge"), ("foot\u{AD}bridge", "footbridge"),
      ("ব\u{9BE}\u{200D}\u{9A1}\u{9BC}ি", "বা\u{9DC}ি"),
      // Digits.
      ("12", "১২ জন"), ("১২", "12 crowns"), ("২০২৪", "2024"), ("1971", "১৯৭১ সালে"),
      ("৪০০", "400"), ("1২", "১2"), ("2024", "२०२४"), ("০", "0"), ("9", "৯"),
      // Letter case, in and beyond ASCII.
      ("dhaka", "DHAKA"), ("DHAKA", "dhaka"), ("Harbour", "the harbour"), ("zoë", "ZOË"),
      ("ÉLAN", "élan"), ("øre", "ØRE"), ("Ÿ", "ÿ"), ("łódź", "ŁÓDŹ"), ("МОСКВА", "Москва"),
      ("москва", "МОСКВА"), ("Αθήνα", "ΑΘΉΝΑ"), ("ärger", "Ärger"), ("ԵՐԵՎԱՆ", "երեվան"),
      // Quotes and apostrophes.
      ("council's", "council’s"), ("council’s", "council's"), ("'হ্যাঁ'", "‘হ্যাঁ’"),
      ("\"হ্যাঁ\"", "“হ্যাঁ”"), ("“হ্যাঁ”", "\"হ্যাঁ\""), ("‘না’", "'না'"), ("”", "\""), ("’", "'"),
      // Latin letters with marks, composed and in parts.
      ("caf\u{E9}", "cafe\u{301}"), ("cafe\u{301}", "caf\u{E9}"), ("CAFE\u{301}", "caf\u{E9}"),
      ("\u{E9}", "E\u{301}"), ("Zu\u{308}rich", "Z\u{FC}rich"), ("Z\u{FC}rich", "Zu\u{308}rich"),
      ("sen\u{303}or", "SE\u{D1}OR"), ("\u{15D}", "s\u{302}"), ("d\u{323}", "\u{1E0D}"),
      ("Vi\u{1EC7}t", "Vie\u{323}\u{302}t"), ("Vie\u{323}\u{302}t", "Vi\u{1EC7}t"),
      ("Hu\u{1EBF}", "Hue\u{302}\u{301}"), ("Hue\u{302}\u{301}", "HU\u{1EBE}"),
      ("Tr\u{1EA7}n", "Tr\u{E2}\u{300}n"), ("nu\u{31B}o\u{31B}\u{301}c", "n\u{1B0}\u{1EDB}c"),
    ])
  func overlooks(query: String, text: String) {
    #expect(Self.finds(query, text))
    #expect(Self.finds(query, "আগে " + text + " পরে, before and after"))
    #expect(Self.finds(query, text, isLoose: true))
  }

  @Test(
    "keeps apart what is not the same",
    arguments: [
      ("ড", "\u{9DC}"), ("ড", "\u{9A1}\u{9BC}"), ("ঢ", "\u{9A2}\u{9BC}"), ("য", "\u{9AF}\u{9BC}"),
      ("\u{9DC}", "র"), ("\u{9DC}", "ড"), ("\u{9DF}", "য"), ("\u{9DD}", "\u{9DC}"),
      ("বাড়ি", "বারি"), ("\u{9BC}", "\u{9A1}\u{9BC}"), ("\u{9BC}া", "পা\u{9A1}\u{9BC}া"),
      // The half of a sign is no sign of its own.
      ("ে", "ক\u{9C7}\u{9BE}"), ("া", "ক\u{9C7}\u{9BE}"), ("ে", "ক\u{9CB}"),
      ("ার", "ভ\u{9C7}\u{9BE}র"), ("\u{9D7}", "ন\u{9C7}\u{9D7}কা"),
      ("নৌকা", "নোকা"), ("ক\u{9C7}", "ক\u{9C7}\u{9BE}ন"), ("কে", "কো"),
      ("e", "\u{E9}"), ("e", "e\u{301}"), ("\u{301}", "e\u{301}"), ("cafe", "caf\u{E9}"),
      ("cafe", "cafe\u{301}"), ("\u{EA}", "\u{1EBF}"), ("e\u{302}", "\u{1EBF}"),
      ("e", "e\u{302}\u{301}"), ("o", "ø"),
      ("কি", "কী"), ("দিন", "দীন"), ("কুল", "কূল"), ("উষা", "ঊষা"), ("বন", "বণ"), ("শব", "সব"),
      ("ষাট", "সাট"), ("ঈদ", "ইদ"),
      ("ক", "খ"), ("ত", "ৎ"), ("ং", "ঙ"), ("চাদ", "চাঁদ"), ("অ", "আ"), ("1", "২০"),
      ("12", "21"), ("১২", "১ ২"), ("নদী", "ন দী"), ("abc", "ab c"), ("'", "\""), ("‘", "“"),
      ("।", "|"), ("স্কুল", "সকুল"), ("ss", "ß"), ("Москва", "Москвa"),
    ])
  func keepsApart(query: String, text: String) {
    #expect(!Self.finds(query, text))
    #expect(!Self.finds(query, "(" + text + ")"))
  }

  @Test(
    "overlooks letters that sound alike when it is loose, and only then",
    arguments: [
      ("কি", "কী"), ("কী", "কি"), ("দীন", "দিন"), ("কূল", "কুল"), ("কুল", "কূল"), ("ঈদ", "ইদ"),
      ("ইদ", "ঈদ"), ("ঊষা", "উষা"), ("উষা", "ঊষা"), ("বন", "বণ"), ("বাণী", "বানি"), ("শব", "সব"),
      ("ষাট", "শাট"), ("সাট", "ষাট"), ("শেষ", "সেস"), ("শীত", "ষিত"), ("ণ", "ন"), ("ষ", "শ"),
      ("ূ", "কু"), ("সরকারী বাণিজ্য", "সরকারি বানিজ্য"),
    ])
  func loose(query: String, text: String) {
    #expect(Self.finds(query, text, isLoose: true))
    #expect(!Self.finds(query, text))
  }

  @Test(
    "keeps the rest apart when it is loose, too",
    arguments: [
      ("কি", "কু"), ("কি", "কে"), ("ন", "ম"), ("শ", "চ"), ("জ", "য"), ("ই", "উ"), ("অ", "আ"),
      ("ত", "থ"), ("র", "\u{9DC}"), ("ি", "\u{9CB}"), ("ঈ", "ী"), ("i", "ই"),
    ])
  func looseKeepsApart(query: String, text: String) {
    #expect(!Self.finds(query, text, isLoose: true))
  }

  @Test("an empty query and one of joiners alone are found nowhere in an article")
  func nothing() throws {
    for query in ["", "\u{200D}", "\u{200C}\u{200D}\u{AD}"] {
      #expect(try TextSearch(query, in: Articles.turns).matches.isEmpty)
    }
  }

  @Test("a match is the words as they are written, without the joiner before or behind")
  func written() throws {
    let article = Articles.article("এক\u{200D} ভ\u{9C7}\u{9BE}র\u{200C}ে, CAFE\u{301} ১২")
    for (query, words) in [
      ("ভোর", "ভ\u{9C7}\u{9BE}র"), ("ভোরে", "ভ\u{9C7}\u{9BE}র\u{200C}ে"),
      ("caf\u{E9}", "CAFE\u{301}"), ("12", "১২"), ("এক", "এক"),
    ] {
      let search = try TextSearch(query, in: article)
      let found = search.matches.first.map { article.document.text[$0] } ?? ""
      #expect(Array(found.unicodeScalars) == Array(words.unicodeScalars), "\(query)")
    }
  }
}
