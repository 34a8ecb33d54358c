import SutraCore
import SutraInput
import Testing

@Suite("Texts read in a wrong encoding")
struct MisreadTextTests {
  static let text = "মেয়র করিম উদ্দিন বলেন, ‘সেতুর কাজ শেষ হয়েছে।’ নদীর ধারে মানুষের ভিড় ছিল।"

  private func open(_ text: String) throws -> OpenedArticle {
    try ArticleOpener(.analysis, words: { Pages.words })
      .open(ArticleContent(id: "a.txt", bytes: Array(text.utf8)))
  }

  /// A text whose UTF-8 was taken for Windows-1252, as browsers take it.
  private static func twiceEncoded(_ text: String) -> String {
    let high: [UInt32] = [
      0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
      0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
      0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
    ]
    var out = ""
    for byte in text.utf8 {
      let value = (0x80...0x9F).contains(byte) ? high[Int(byte) - 0x80] : UInt32(byte)
      out.unicodeScalars.append(Unicode.Scalar(value) ?? "?")
    }
    return out
  }

  @Test("are put right where the bytes tell, which is said")
  func mended() throws {
    let opened = try open(Self.twiceEncoded(Self.text))
    #expect(String(decoding: opened.text.bytes, as: UTF8.self) == Self.text)
    #expect(opened.text.diagnostics.count == 1)
  }

  @Test("are said to be so where something of them is lost")
  func lost() throws {
    let broken = Self.twiceEncoded(Self.text) + "…\u{0995}"
    let opened = try open(broken)
    #expect(String(decoding: opened.text.bytes, as: UTF8.self) == broken)
    #expect(opened.text.diagnostics.first?.message.contains("Windows-1252") == true)
  }

  @Test("are told from letters of an old font, which is said")
  func oldFont() throws {
    let bijoy =
      "†gqi Kwig DwÏb e‡jb, †mZzi KvR †kl n‡q‡Q| b`xi av‡i gvby‡li wfo wQj| †mZz‡Z †jvK †bB|"
    let opened = try open(bijoy)
    #expect(String(decoding: opened.text.bytes, as: UTF8.self) == bijoy)
    #expect(opened.text.diagnostics.first?.message.contains("SutonnyMJ") == true)
  }

  @Test(
    "are put into Unicode where the letters of the font are known, which is said",
    arguments: [
      (
        "†gqi Kwig DwÏb e‡jb, ÔAvšÍR©vwZK †d‡ii cÖ¯‘wZ †kl n‡q‡Q|Õ Z‡e †jvKRb Avm‡Q| †meK †bB, †m_v †KD †bB|",
        "মেয়র করিম উদ্দিন বলেন, ‘আন্তর্জাতিক ফেরের প্রস্তুতি শেষ হয়েছে।’ তবে লোকজন আসছে। সেবক নেই, সেথা কেউ নেই।"
      ),
      (
        "†MŠZg I ‰kjx 25 Rb‡K wb‡q wd‡i‡Qb| †hvMv‡hvM: info@dak.example, †dvb †bB| †kl †bB, †`wi †bB, †KD †bB|",
        "গৌতম ও শৈলী ২৫ জনকে নিয়ে ফিরেছেন। যোগাযোগ: info@dak.example, ফোন নেই। শেষ নেই, দেরি নেই, কেউ নেই।"
      ),
    ])
  func converted(old: String, text: String) throws {
    let content = ArticleContent(id: "a.txt", bytes: Array(old.utf8))
    let opened = try ArticleOpener(.analysis, words: { Pages.words }, font: { Pages.font })
      .open(content)
    #expect(String(decoding: opened.text.bytes, as: UTF8.self) == text)
    #expect(opened.text.diagnostics.count == 1)
    #expect(opened.text.diagnostics.first?.message.contains("SutonnyMJ") == true)
  }

  @Test("stay as they are where a letter is none of the font")
  func unknownLetter() throws {
    let old = "†gqi e‡jb, †kl †bB, †`wi †bB, †KD †bB, †meK †bB, †jvK †bB 日本|"
    let content = ArticleContent(id: "a.txt", bytes: Array(old.utf8))
    let opened = try ArticleOpener(.analysis, words: { Pages.words }, font: { Pages.font })
      .open(content)
    #expect(String(decoding: opened.text.bytes, as: UTF8.self) == old)
  }

  @Test("are put right in pages as well, and letters of an old font are told there")
  func pages() throws {
    let page = """
      <html><head><script>\(String(repeating: "var a = 1; ", count: 3_000))</script></head>
      <body><h1>সেতুর কাজ শেষ</h1><p>\(Self.text)</p></body></html>
      """
    let document = try Pages.document(Array(Self.twiceEncoded(page).utf8))
    #expect(String(decoding: document.text.bytes, as: UTF8.self) == Self.text)
    #expect(document.metadata.headline == "সেতুর কাজ শেষ")
    #expect(document.text.diagnostics.count == 1)
    let bijoy = """
      <html><body><p style="font-family: SutonnyMJ">†gqi Kwig DwÏb e‡jb, †mZzi KvR †kl n‡q‡Q| b`xi av‡i \
      gvby‡li wfo wQj| †mZz‡Z †jvK †bB| †gqi e‡jb, †mZzi KvR †kl n‡q‡Q|</p></body></html>
      """
    let old = try Pages.document(Array(bijoy.utf8))
    #expect(old.text.diagnostics.first?.message.contains("SutonnyMJ") == true)
  }

  @Test(
    "are not seen in texts that are as they should be",
    arguments: [
      text, "The mayor said: “It is done – à la carte, déjà vu, voilà.”",
      "A footnote† and another‡ stand here, and a third† there.", "Ça va à Paris, à Rome, à Bâle.",
    ])
  func sound(text: String) throws {
    let opened = try open(text)
    #expect(opened.text.diagnostics.isEmpty)
    #expect(String(decoding: opened.text.bytes, as: UTF8.self) == text)
  }
}
