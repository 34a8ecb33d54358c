import SutraCore
import SutraInput
import Testing

@Suite("Encodings of pages")
struct PageCharsetTests {
  static let bengali = "<html><head><meta charset=\"CS\"></head><body><p>মেয়র বলেন, সেতুর কাজ শেষ।</p>"

  @Test(
    "are UTF-8 where the bytes are, whatever the page says",
    arguments: ["iso-8859-1", "windows-1252", "utf-8", "x-nonsense"])
  func utf8(charset: String) throws {
    let page = Self.bengali.replacing("CS", with: charset)
    #expect(try Pages.text(page) == "মেয়র বলেন, সেতুর কাজ শেষ।")
  }

  @Test("are what the page says where it is no UTF-8")
  func said() throws {
    let page = Array("<html><meta http-equiv=content-type content='text/html; charset=".utf8)
    let russian: [UInt8] = [0xCC, 0xFD, 0xF0, 0x20, 0xF1, 0xEA, 0xE0, 0xE7, 0xE0, 0xEB, 0x2E]
    let document = try Pages.document(page + Array("windows-1251'><p>".utf8) + russian)
    #expect(String(decoding: document.text.bytes, as: UTF8.self) == "Мэр сказал.")
  }

  @Test("count what the server tells more than what the page says")
  func told() throws {
    var content = ArticleContent(
      id: "a", bytes: Array("<html><meta charset=windows-1251><p>Caf".utf8) + [0xE9, 0x2E])
    content.charset = "iso-8859-1"
    let opened = try ArticleOpener(.analysis, words: { Pages.words }).open(content)
    #expect(String(decoding: opened.text.bytes, as: UTF8.self) == "Café.")
  }

  @Test(
    "are Windows-1252 where ISO-8859-1 is said, and where nothing is",
    arguments: ["iso-8859-1", ""])
  func old(charset: String) throws {
    let meta = charset.isEmpty ? "" : "<meta charset=\(charset)>"
    let bytes =
      Array("<html>\(meta)<p>The mayor said: ".utf8) + [0x93] + Array("It is done.".utf8) + [0x94]
    let document = try Pages.document(bytes)
    #expect(String(decoding: document.text.bytes, as: UTF8.self) == "The mayor said: “It is done.”")
  }

  @Test(
    "are guessed by the letters where nothing is said or nothing known, which is told",
    arguments: ["", "<meta charset=x-foo>", "<meta charset=utf-8>"])
  func guessed(meta: String) throws {
    // "The mayor said that the bridge would be opened on Monday."
    let russian: [UInt8] = [
      0xCC, 0xFD, 0xF0, 0x20, 0xF1, 0xEA, 0xE0, 0xE7, 0xE0, 0xEB, 0x2C, 0x20, 0xF7, 0xF2, 0xEE,
      0x20, 0xEC, 0xEE, 0xF1, 0xF2, 0x20, 0xEE, 0xF2, 0xEA, 0xF0, 0xEE, 0xFE, 0xF2, 0x20, 0xE2,
      0x20, 0xEF, 0xEE, 0xED, 0xE5, 0xE4, 0xE5, 0xEB, 0xFC, 0xED, 0xE8, 0xEA, 0x2E,
    ]
    let document = try Pages.document(Array("<html>\(meta)<p>".utf8) + russian)
    #expect(
      String(decoding: document.text.bytes, as: UTF8.self)
        == "Мэр сказал, что мост откроют в понедельник.")
    #expect(document.text.diagnostics.first?.message.contains("Windows-1251") == true)
  }

  @Test("are UTF-16 behind its byte order mark")
  func utf16() throws {
    var bytes: [UInt8] = [0xFF, 0xFE]
    for unit in Self.bengali.utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let document = try Pages.document(bytes)
    #expect(String(decoding: document.text.bytes, as: UTF8.self) == "মেয়র বলেন, সেতুর কাজ শেষ।")
  }

  @Test(
    "with a letter missing at any place are read to the end", arguments: [0x98, 0xFF] as [UInt8])
  func missing(byte: UInt8) throws {
    for count in stride(from: 1, to: 400, by: 3) {
      let broken = [UInt8](repeating: byte, count: count)
      let bytes = Array("<html><meta charset=windows-1251><p>".utf8) + broken + Array("End.".utf8)
      let document = try Pages.document(bytes)
      #expect(String(decoding: document.text.bytes, as: UTF8.self).hasSuffix("End."))
    }
  }

  @Test("that are broken in a few places are repaired, which is told")
  func repaired() throws {
    let bytes = Array(Self.bengali.replacing("CS", with: "utf-8").utf8) + [0xE0, 0xA6]
    let document = try Pages.document(bytes)
    #expect(document.text[Span(start: 0, end: 1_000)].hasPrefix("মেয়র বলেন, সেতুর কাজ শেষ।"))
    #expect(document.text.diagnostics.first?.code == .invalidEncoding)
  }
}
