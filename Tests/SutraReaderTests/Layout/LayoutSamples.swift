/// Texts written for the tests of the layout.
enum LayoutSamples {
  static let bengali = """
    নদীর ধারে স্ত্র্যাম্বক আর ক্ষ্ম্যাবতী বসে ছিলেন; দূরে র‍্যাফটিং চলছে, মন্ত্র্যন্ত্র বাজে। \
    ‘তুমি কি ন্ত্র্য লিখতে পারো?’ তিনি বললেন, “না, পারি না।” ভর্ৎসনা শুনে অ্যাডভোকেট চুপ। \
    সংবাদমাধ্যম (দৈনিক) জানায়: ৯০ শতাংশ, ১২,৫০০ টাকা, ৳৩৫.৫০ ও ২০২৬-০১-৩১ তারিখ — শেষ॥
    """
  static let english = """
    The well-known "editor" said, 'we won't stop'; see https://example.org/news/2026/a-b_c?x=1&y=2 \
    (page 12) for $12.50, 30% off, e-mail and re-reading... It's over!
    """
  static let mixed =
    "‘BBC বাংলা’র প্রতিবেদক John-কে (ঢাকা) বলেন, \"AI-চালিত ৫জি\" আসছে । দেখুন ' এখানে ' আর \" সেখানে \" ।"
  static let emoji =
    "শুভ 🙂👍🏽👩\u{200D}👩\u{200D}👧🇧🇩🇮🇳 দিন❤\u{FE0F}1\u{FE0F}\u{20E3} 🏴\u{E0067}\u{E007F}x 中文，日本語（テスト）。한국어 각"
  static let rightToLeft = "שָׁלוֹם עולם، سلام می\u{200C}خواهم (ابجد) ١٢٣ খবর"
  static let controls =
    "a\u{1B}[31mলাল\u{0}\u{7F}\u{85}শেষ\tট্যাব\r\nনতুন\u{2028}সারি\u{200B}শূন্য\u{202E}উল্টো\u{FEFF}\u{2060}a\u{200D}b\u{200C}c\u{FFF9}\u{9B}\u{C}d"
  static let longWord = String(repeating: "স্ত্র্যান্ত্র্যক্ষ্ম্যার‍্যা", count: 12) + "।"
  static let marks =
    "ক" + String(repeating: "\u{9BE}", count: 100) + "খ" + String(repeating: "ক্", count: 60)
  static let blanks = "   শুরুতে    মাঝে\t\t  শেষে   "

  static let all = [
    "", " ", "ক", "\n", "\n\nক\n", bengali, english, mixed, emoji, rightToLeft, controls, longWord,
    marks, blanks,
    "।", "\" \"", "‘ ’", "— — —",
  ]
}
