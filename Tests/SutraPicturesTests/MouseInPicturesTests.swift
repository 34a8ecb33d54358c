import SutraCore
import SutraReader
import Testing

@testable import SutraPictures
@testable import SutraReader

@Suite("The mouse on pictures", .enabled(if: Fonts.areThere, Fonts.missing))
struct MouseInPicturesTests {
  private static let (ground, quoted): (UInt32, UInt32) = (0x101010, 0x405060)

  /// A look in which quotes have a ground of their own, and nothing else has.
  private static let theme = Theme(
    name: "quotes",
    styles: [
      .text: Style(foreground: .rgb(0xD0, 0xD0, 0xD0), background: .rgb(0x10, 0x10, 0x10)),
      .quotation: Style(foreground: .rgb(0xD0, 0xD0, 0xD0), background: .rgb(0x40, 0x50, 0x60)),
    ])

  @Test(
    "finds the letter under it: on the ground of a quote it is a letter of the quote, and nowhere else",
    arguments: [80, 100, 137], [(9, 18), (10, 20), (13, 27)])
  func letters(columns: Int, cell: (width: Int, height: Int)) throws {
    let font = try PictureFont(cellWidth: cell.width, cellHeight: cell.height)
    let painter = RowPainter(font)
    var state = Drawn.state(Drawn.sample, columns: columns, rows: 40, font)
    // Nothing is chosen, so that quotes look alike; the pane is away.
    _ = state.update(by: .key(.character("p")))
    let cutter = PictureCutter(
      Self.theme, TerminalColors(), cellWidth: font.cellWidth, fillsBlanks: false)
    let quotes = Drawn.sample.quotations
    var counts = (inside: 0, outside: 0)
    for _ in 0..<6 {
      let placed = cutter.pictures(of: state.screen())
      let bitmaps = placed.map { painter.bitmap(of: $0.picture) }
      for row in 0..<state.frame.article.rows {
        for column in 0..<state.frame.article.columns {
          guard let offset = state.byteOffset(column: column, row: row) else { continue }
          let isQuoted = quotes.contains { $0.segments.contains { $0.contains(offset) } }
          let x = { (one: PlacedRow) in
            (column - one.column) * font.cellWidth + font.cellWidth / 2
          }
          guard
            let number = placed.indices.first(where: {
              placed[$0].row == row && (0..<bitmaps[$0].width).contains(x(placed[$0]))
            })
          else { continue }
          let bitmap = bitmaps[number]
          let pixels = (0..<bitmap.height).map {
            bitmap.pixels[$0 * bitmap.width + x(placed[number])]
          }
          // The ground goes from the top of a row to its foot, behind all letters.
          #expect(
            pixels.contains(isQuoted ? Self.quoted : Self.ground),
            "row \(row), column \(column)")
          if isQuoted { counts.inside += 1 } else { counts.outside += 1 }
        }
      }
      _ = state.update(by: .key(.pageDown))
    }
    #expect(counts.inside > 500 && counts.outside > 500)
  }
}
