import SutraCore
import SutraPictures
import SutraReader

/// Text as pictures, on a terminal in memory: any text with a few keys, or the keys of `KeysTarget`.
enum PicturesTarget {
  /// Small letters, so that many rows are drawn in a second; `nil` where nothing can be drawn.
  private static let font = try? PictureFont(cellWidth: 5, cellHeight: 11)

  private static let theme = Theme(
    name: "plain",
    styles: [
      .text: Style(foreground: .rgb(0xD0, 0xD0, 0xD0), background: .rgb(0x1C, 0x1C, 0x1C)),
      .quotation: Style(foreground: .rgb(0xFF, 0xD0, 0), attributes: [.bold]),
      .selected: Style(background: .rgb(0x40, 0x40, 0x60)),
    ])

  private static let keys: [Key] = [
    .pageDown, .down, .up, .end, .home, .character("?"), .escape, .character("]"),
  ]

  static func run(_ bytes: [UInt8]) {
    guard let font else {
      skip("libpango1.0-dev and a font with Bengali letters (fonts-noto-core) are not there")
    }
    var reader = InputReader(bytes)
    let choice = reader.byte()
    let way = PictureWay.allCases[Int(choice) % 3]
    if choice >= 0x80 { return drive(reader.rest, way, font) }
    let size = ScreenSize(
      columns: 20 + reader.number(below: 80), rows: 6 + reader.number(below: 10))
    let pressed = reader.byte()
    guard let text = try? SourceDecoder.text(reader.rest) else { return }
    let document = ArticleAnalyzer().document(id: "fuzz", text: text)
    var state = ReaderState(article: Article(document: document), size: size, themes: ["dark"])
    _ = state.update(by: .measure(Measure(.spacing, pixels: font)))
    var terminal = PictureRun(way, font, columns: size.columns, rows: size.rows)
    for step in 0..<4 {
      paint(&state, &terminal)
      _ = state.update(by: .key(keys[(pressed >> (2 * step) & 3) + step]))
    }
    paint(&state, &terminal)
  }

  /// A reader that the input drives, now and then in cells.
  private static func drive(_ bytes: [UInt8], _ way: PictureWay, _ font: PictureFont) {
    var terminal: PictureRun?
    var size = ScreenSize(columns: 0, rows: 0)
    KeysTarget.run(bytes) { state in
      // Large windows have more of the same.
      if state.size.columns > 100 || state.size.rows > 30 {
        _ = state.update(by: .resize(ScreenSize(columns: 90, rows: 24)))
      }
      if !state.showsPictures {
        _ = state.update(by: .measure(Measure(.spacing, pixels: font)))
      }
      if terminal == nil || state.size != size {
        size = state.size
        terminal = PictureRun(way, font, columns: size.columns, rows: size.rows)
      }
      if var one = terminal {
        terminal = nil
        paint(&state, &one)
        terminal = one
      }
    }
  }

  private static func paint(_ state: inout ReaderState, _ terminal: inout PictureRun) {
    let screen = state.screen()
    for (number, runs) in screen.rows.enumerated() {
      for run in runs {
        hold(isValid(run.bytes), "row \(number) is no UTF-8")
        hold(!steersTerminal(run.text), "row \(number) would steer the terminal")
        hold(run.column + run.columns <= screen.size.columns, "row \(number) is too wide")
      }
    }
    terminal.paint(screen, theme)
    let faults = terminal.faults(screen, theme)
    hold(faults.isEmpty, faults.first ?? "")
  }
}
