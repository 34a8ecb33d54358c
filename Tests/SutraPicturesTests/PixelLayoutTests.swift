import SutraCore
import Testing

@testable import SutraPictures
@testable import SutraReader

@Suite("Rows of measured width", .enabled(if: Fonts.areThere, Fonts.missing))
struct PixelLayoutTests {
  /// Checks the rows of a text at a width in pixels.
  private static func check(_ bytes: [UInt8], _ width: Int, _ font: PictureFont) {
    let measure = Measure(.spacing, pixels: font)
    let whole = Span(start: 0, end: bytes.count)
    bytes.withUnsafeBufferPointer { buffer in
      // The borders of syllables, as cells have them; they know nothing of fonts.
      var borders: Set<Int> = [0]
      var letters: [Span] = []
      CellReader(profile: .spacing).forEachCell(in: whole, of: buffer) { cell in
        borders.insert(cell.span.end)
        if bytes[cell.span.start] > 0x20, cell.mark != .newline { letters.append(cell.span) }
      }
      let rows = RowBreaker(measure).rows(of: whole, in: buffer, width: width)
      var letter = 0
      for row in rows {
        #expect(borders.contains(row.span.start) && borders.contains(row.span.end))
        var count = 0
        while letter < letters.count, letters[letter].end <= row.span.end {
          // Every letter is in exactly one row.
          #expect(letters[letter].start >= row.span.start, "a letter is in no row at \(width)")
          letter += 1
          count += 1
        }
        #expect(row.columns <= width || count == 1, "\(row.columns) for \(width)")
      }
      #expect(letter == letters.count)
    }
  }

  @Test("break no syllable at any width from 200 to 2,000 pixels, and keep every letter")
  func widths() throws {
    let font = try #require(Fonts.standard)
    let bytes = Drawn.sample.document.text.bytes
    for width in stride(from: 200, through: 2_000, by: 24) { Self.check(bytes, width, font) }
  }

  @Test("keep whole what is no print", arguments: [200, 333, 1_000])
  func hostile(width: Int) throws {
    let font = try #require(Fonts.standard)
    let layout = ArticleLayout(
      document: Drawn.document(Drawn.hostile), width: width / 10,
      measure: Measure(.spacing, pixels: font))
    var last = 0
    for block in layout.blocks.indices {
      for row in layout.rows(of: block) where !row.span.isEmpty {
        #expect(row.span.start >= last)
        last = row.span.end
      }
    }
    #expect(last == Drawn.hostile.count)
    Self.check(Array(Drawn.hostile.prefix(300)), width, font)
  }

  @Test("are asked for by the same layout as rows of cells")
  func oneLayout() throws {
    let font = try #require(Fonts.standard)
    let cells = ArticleLayout(document: Drawn.sample.document, width: 70, profile: .spacing)
    let pixels = cells.resized(to: 70, measure: Measure(.spacing, pixels: font))
    #expect(pixels.blocks == cells.blocks)
    #expect(pixels.width == cells.width)
    let rows = pixels.blocks.indices.flatMap(pixels.rows)
    #expect(rows.allSatisfy { $0.columns <= 700 })
    #expect(rows.contains { $0.columns > 500 })
  }

  @Test("find the letter under a click, and put the cursor on the chosen words")
  func clicks() throws {
    let font = try #require(Fonts.standard)
    var state = Drawn.state(Drawn.sample, font)
    _ = state.update(by: .key(.character("]")))
    let quotation = try #require(state.selection.quotation)
    let content = state.article.quotations[quotation].content
    let cursor = state.screen().cursor
    let found = try #require(state.byteOffset(column: cursor.column, row: cursor.row))
    // The letter in the middle of that cell is the first of the words, or its neighbour.
    let between = state.article.document.text[
      Span(start: min(found, content.start), end: max(found, content.start))]
    #expect(between.count <= 2, "\(between)")
    // From left to right letters follow each other.
    var last = -1
    for column in 0..<state.frame.article.columns {
      guard let offset = state.byteOffset(column: column, row: cursor.row) else { continue }
      #expect(offset >= last)
      last = offset
    }
    #expect(last > 0)
  }
}
