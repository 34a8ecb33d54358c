import CPangoReference
import SutraCore
import SutraReader
import Testing

@testable import SutraPictures

@Suite("Pictures of rows", .enabled(if: Fonts.areThere, Fonts.missing))
struct RowPictureTests {
  /// The pictures of all rows of an article, in which nothing is highlighted.
  private static func rows(_ article: Article, _ font: PictureFont, columns: Int) -> [PlacedRow] {
    var state = Drawn.state(article, columns: columns, rows: 24, font)
    _ = state.update(by: .key(.character("P")))
    for key in ["h", "p"] where state.frame.pane != nil || key == "h" {
      _ = state.update(by: .key(.character(Unicode.Scalar(key) ?? "h")))
    }
    let cutter = PictureCutter(
      Drawn.plain, TerminalColors(), cellWidth: font.cellWidth, fillsBlanks: false)
    var found: [PlacedRow] = []
    for _ in 0..<40 {
      found += cutter.pictures(of: state.screen()).filter { $0.row < state.frame.statusRow }
      let before = state.top
      _ = state.update(by: .key(.pageDown))
      if state.top == before { break }
    }
    return found
  }

  @Test(
    "are, pixel for pixel, what Pango draws of each row alone", arguments: [60, 90],
    [(9, 18), (10, 20), (13, 27), (20, 42)])
  func reference(columns: Int, cell: (width: Int, height: Int)) throws {
    let font = try PictureFont(cellWidth: cell.width, cellHeight: cell.height)
    let painter = RowPainter(font)
    let rows = Self.rows(Drawn.sample, font, columns: columns)
    #expect(rows.count > 20)
    for row in rows {
      let picture = painter.bitmap(of: row.picture)
      var expected = Bitmap(width: picture.width, height: picture.height, color: 0x1C1C1C)
      let isThere = pango_reference(
        row.picture.text.map { CChar(bitPattern: $0) }, Int32(row.picture.text.count),
        Int32(font.description.size), Int32(font.baseline), 0xD0D0D0, &expected.pixels,
        Int32(expected.width), Int32(expected.height))
      #expect(isThere == 1)
      #expect(
        picture == expected, "row \(String(decoding: row.picture.text, as: UTF8.self))")
    }
  }

  /// Each letter of Bengali alone and with what stands above and below letters.
  private static let tall: String = {
    let signs = [
      "", "ঁ", "িঁ", "ী", "ৌঁ", "াঁ", "ূ", "ৃ", "্র", "্যাঁ",
    ]
    let letters = "কখগঘঙচছজঝঞটঠডঢণতথদধনপফবভমযরলশষসহড়ঢ়য়".map(String.init)
    let vowels = "অআইঈউঊঋএঐওঔ".map { "\($0)ঁ" }
    return letters.flatMap { letter in signs.map { letter + $0 } + ["র্\(letter)িঁ"] }
      .joined(separator: " ") + " " + vowels.joined(separator: " ")
      + " ০১২৩৪৫৬৭৮৯ ()[]{}‘’“”|/৳। ÅÍÑ gjy"
  }()

  @Test(
    "keep all that is tall or deep inside of the row",
    arguments: [13, 16, 18, 20, 22, 24, 25, 27, 42])
  func inside(height: Int) throws {
    let font = try PictureFont(cellWidth: height / 2, cellHeight: height)
    let text = Array(Self.tall.utf8)
    let width = Int(font.advances(of: text[...]).reduce(0, +)) + 20
    // On a canvas of three rows the letters stand in the middle one alone.
    var whole = Bitmap(width: width, height: height * 3, color: 0)
    let drawn = pango_reference(
      text.map { CChar(bitPattern: $0) }, Int32(text.count), Int32(font.description.size),
      Int32(height + font.baseline), 0xFFFFFF, &whole.pixels, Int32(width), Int32(height * 3))
    #expect(drawn == 1)
    let outside = whole.pixels[..<(width * height)] + whole.pixels[(2 * width * height)...]
    #expect(outside.allSatisfy { $0 & 0xFFFFFF == 0 })
    #expect(whole.pixels.contains { $0 & 0xFFFFFF != 0 })
    #expect(font.description.size > height * 64 / 2, "letters are too small for the row")
  }

  @Test("show a change of looks without moving a letter")
  func emphasis() throws {
    let font = try #require(Fonts.standard)
    let text = Array("রওশন আরা বেগম, UNESCO ২০২৪".utf8)
    let width = Int(font.advances(of: text[...]).reduce(0, +))
    func picture(_ attributes: TextAttributes) -> Bitmap {
      let look = PictureLook(
        Style(foreground: .rgb(255, 255, 255), background: .rgb(0, 0, 0), attributes: attributes),
        TerminalColors())
      return RowPainter(font).bitmap(
        of: PictureRow(
          columns: width / 10 + 2, text: text, start: 0,
          parts: [PictureRow.Part(bytes: 0..<text.count, pixels: 0..<width, look: look)],
          blankColumns: 0, ground: 0))
    }
    func extent(_ bitmap: Bitmap) -> ClosedRange<Int> {
      let columns = bitmap.pixels.indices.filter { bitmap.pixels[$0] & 0xFF > 60 }
        .map { $0 % bitmap.width }
      return (columns.min() ?? 0)...(columns.max() ?? 0)
    }
    let plain = picture([])
    for attributes: TextAttributes in [.bold, .italic, [.bold, .italic], .underline] {
      let other = picture(attributes)
      #expect(other != plain)
      #expect(abs(extent(other).upperBound - extent(plain).upperBound) <= 4)
    }
  }

  @Test(
    "have the colours, grounds and attributes of the theme",
    arguments: ["dark", "light", "high-contrast", "mono"])
  func colors(name: String) throws {
    let font = try #require(Fonts.standard)
    let theme = Drawn.theme(name)
    var state = Drawn.state(Drawn.sample, font)
    _ = state.update(by: .key(.character("]")))
    let terminal = TerminalColors(foreground: 0x123456, background: 0xFEDCBA)
    let cutter = PictureCutter(theme, terminal, cellWidth: font.cellWidth, fillsBlanks: false)
    let painter = RowPainter(font)
    var grounds: Set<UInt32> = []
    for row in cutter.pictures(of: state.screen()) {
      let bitmap = painter.bitmap(of: row.picture)
      for part in row.picture.parts where part.pixels.count > 2 {
        // Few letters reach the top line of pixels: most of it is the ground.
        let top = part.pixels.clamped(to: 0..<bitmap.width).map { bitmap.pixels[$0] & 0xFFFFFF }
        guard top.count > 2 else { continue }
        let isGround = top.count { $0 == part.look.background }
        #expect(isGround * 2 > top.count)
        grounds.insert(part.look.background)
      }
    }
    let selected = PictureLook(
      theme.style(of: RoleSet(.text).with(.quotation).with(.selected)), terminal)
    #expect(grounds.contains(selected.background), "the chosen quote has its ground")
    #expect(grounds.count > 1)
  }

  @Test("of hostile text are of their own size, and nothing of it leaves as a sequence")
  func hostile() throws {
    let font = try #require(Fonts.standard)
    var state = Drawn.state(Article(document: Drawn.document(Drawn.hostile)), columns: 80, font)
    var pictures = ScreenPictures(.kitty, font, TerminalColors(), firstNumber: 1)
    var emulator = PictureEmulator(columns: 80, rows: 40, cellWidth: 10, cellHeight: 20)
    var old: Screen?
    for _ in 0..<12 {
      let screen = state.screen()
      let update = pictures.update(from: old, to: screen, Drawn.plain, isNew: old == nil)
      emulator.feed(update.before + update.after)
      for row in pictures.pictures(of: screen, Drawn.plain) {
        let bitmap = RowPainter(font).bitmap(of: row.picture)
        #expect(bitmap.height == 20 && bitmap.width == row.picture.columns * 10)
        #expect(row.column + row.picture.columns <= 80)
      }
      old = screen
      _ = state.update(by: .key(.pageDown))
    }
    #expect(emulator.problems == [])
  }
}
