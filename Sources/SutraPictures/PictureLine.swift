import SutraReader

/// A line of text as a picture, outside of the reader.
public enum PictureLine {
  /// The number of the picture where it needs one.
  private static let number: UInt32 = 0x0D_0C70

  /// What a terminal takes to show a line where the cursor stands.
  ///
  /// - Parameters:
  ///   - text: The line.
  ///   - font: What draws it.
  ///   - way: How the picture gets to the terminal.
  ///   - colors: The terminal's own colours, which it has.
  /// - Returns: The bytes; `nil` where they cannot be made.
  public static func bytes(
    _ text: String, _ font: PictureFont, _ way: PictureWay, _ colors: TerminalColors
  ) -> [UInt8]? {
    let bytes = Array(VisibleText.safe(text).utf8)
    let width = Int(font.advances(of: bytes[...]).reduce(0, +))
    let look = PictureLook(Style(), colors)
    let part = PictureRow.Part(bytes: 0..<bytes.count, pixels: 0..<width, look: look)
    let picture = PictureRow(
      columns: (width + font.cellWidth - 1) / font.cellWidth, text: bytes, start: 0, parts: [part],
      blankColumns: 0, ground: look.background)
    guard
      let encoded = PictureMaker(RowPainter(font), way).encoded(picture)
    else { return nil }
    switch way {
    case .sixel: return encoded
    case .kitty:
      return Array(KittyImages.transmission(of: encoded, keys: "a=T,f=100,t=d,q=2").joined())
    case .placeholder:
      let keys = "a=t,f=100,t=d,i=\(number),q=2"
      let placement = PlaceholderKeeper.placement(number, picture.columns)
      let commands =
        KittyImages.transmission(of: encoded, keys: keys) + [KittyImages.command(placement)]
      return commands.flatMap(PlaceholderKeeper.pastTmux)
        + PlaceholderKeeper.cells(number, picture.columns) + Array("\u{1B}[0m".utf8)
    }
  }
}
