import SutraPictures
import SutraReader

/// A terminal that shows the pictures of screens, painted as the terminal session paints them.
struct PictureRun {
  private let font: PictureFont
  private let way: PictureWay
  var pictures: ScreenPictures
  var emulator: PictureEmulator
  private var old: Screen?
  private var oldTheme: Theme?

  init(
    _ way: PictureWay, _ font: PictureFont, columns: Int, rows: Int, beside: ThreadStart? = nil
  ) {
    (self.font, self.way) = (font, way)
    pictures = ScreenPictures(way, font, TerminalColors(), firstNumber: 77, beside: beside)
    // One row more than the reader has, as sixels need it.
    emulator = PictureEmulator(
      columns: columns, rows: rows + 1, cellWidth: font.cellWidth, cellHeight: font.cellHeight)
  }

  /// Paints a screen and gives the bytes that took.
  @discardableResult
  mutating func paint(_ screen: Screen, _ theme: Theme) -> Int {
    let isNew = old?.size != screen.size || oldTheme != theme
    let before = emulator.byteCount
    let update = pictures.update(from: old, to: screen, theme, isNew: isNew)
    emulator.feed(update.before)
    // Cells that differ are written, and all cells of the rows that the update names.
    for row in screen.rows.indices {
      func cells(_ screen: Screen?) -> [ScreenRun]? {
        screen.flatMap { $0.rows.indices.contains(row) ? $0.rows[row] : nil }?
          .filter { $0.pixels == nil }
      }
      let isWritten = old?.size != screen.size || cells(old) != cells(screen)
      if isWritten || update.rows.contains(row) { emulator.writeCells(row: row) }
    }
    emulator.feed(update.after)
    (old, oldTheme) = (screen, theme)
    return emulator.byteCount - before
  }

  /// What is wrong when the terminal should show a screen, and nothing else.
  mutating func faults(_ screen: Screen, _ theme: Theme) -> [String] {
    let painter = RowPainter(font)
    var expected: [PictureEmulator.Place: Bitmap] = [:]
    for one in pictures.pictures(of: screen, theme) {
      let bitmap = painter.bitmap(of: one.picture)
      let format: PictureEncoder.Format = way == .sixel ? .sixel : .png
      expected[PictureEmulator.Place(row: one.row, column: one.column)] =
        PictureEncoder.shown(bitmap, as: format, colors: one.picture.colors)
    }
    var faults = emulator.problems
    switch way {
    case .kitty:
      let shown = emulator.shown()
      faults += emulator.problems.dropFirst(faults.count)
      for place in Set(shown.keys).union(expected.keys) where shown[place] != expected[place] {
        faults.append("another picture than wanted at \(place)")
      }
    case .placeholder:
      let shown = emulator.shownByPlaceholders()
      faults += emulator.problems.dropFirst(faults.count)
      for place in Set(shown.keys).union(expected.keys) where shown[place] != expected[place] {
        faults.append("another picture than wanted at \(place)")
      }
    case .sixel:
      let count = differences(from: expected)
      if count > 0 { faults.append("\(count) pixels are not as wanted") }
    }
    return faults
  }

  /// How many pixels of the sixel raster are not as expected; percents of colours are rounded.
  private func differences(from expected: [PictureEmulator.Place: Bitmap]) -> Int {
    let width = emulator.columns * font.cellWidth
    var wanted = [UInt32?](repeating: nil, count: emulator.raster.count)
    for (place, bitmap) in expected {
      for y in 0..<bitmap.height {
        for x in 0..<bitmap.width {
          let row = place.row * font.cellHeight + y
          let column = place.column * font.cellWidth + x
          wanted[row * width + column] = bitmap.pixels[y * bitmap.width + x]
        }
      }
    }
    var count = 0
    for (one, other) in zip(wanted, emulator.raster) where !Self.isNear(one, other) { count += 1 }
    return count
  }

  private static func isNear(_ one: UInt32?, _ other: UInt32?) -> Bool {
    guard let one, let other else { return one == other }
    for shift: UInt32 in [0, 8, 16] {
      let (first, second) = (Int(one >> shift & 255), Int(other >> shift & 255))
      if abs(first - second) > 3 { return false }
    }
    return true
  }
}
