import CPictures
import SutraReader

/// Draws pictures of rows.
public struct RowPainter: Sendable {
  /// The fonts.
  public let font: PictureFont

  /// Makes a painter with fonts.
  public init(_ font: PictureFont) { self.font = font }

  /// The picture of a row: grounds from edge to edge, so that rows below each other meet, and the
  /// letters on them.
  public func bitmap(of row: PictureRow) -> Bitmap {
    let width = row.columns * font.cellWidth
    var bitmap = Bitmap(width: width, height: font.cellHeight, color: row.ground)
    for (index, part) in row.parts.enumerated() {
      // The ground of the last part goes on to the end of its cell.
      let isLast = index == row.parts.count - 1
      let end = isLast ? width - row.blankColumns * font.cellWidth : part.pixels.upperBound
      let start = min(part.pixels.lowerBound, end)
      bitmap.fill(start..<end, part.look.background)
    }
    let stretches = row.parts.map { part in
      sutra_stretch(
        start: Int32(part.bytes.lowerBound), end: Int32(part.bytes.upperBound),
        color: part.look.foreground, looks: UInt32(Self.bits(of: part.look.attributes)))
    }
    let isEmphasized = row.parts.contains {
      !$0.look.attributes.isDisjoint(with: [.bold, .italic])
    }
    font.draw(
      row.text, stretches, isEmphasized ? font.advances(of: row.text[...]) : nil, at: row.start,
      clip: 0..<width, into: &bitmap)
    return bitmap
  }

  private static func bits(of attributes: TextAttributes) -> Int {
    (attributes.contains(.bold) ? Int(SUTRA_LOOK_BOLD.rawValue) : 0)
      | (attributes.contains(.italic) ? Int(SUTRA_LOOK_ITALIC.rawValue) : 0)
      | (attributes.contains(.underline) ? Int(SUTRA_LOOK_UNDERLINE.rawValue) : 0)
  }
}
