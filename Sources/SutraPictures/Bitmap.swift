/// A picture: rows of pixels from the top, each 0x00RRGGBB.
public struct Bitmap: Hashable, Sendable {
  /// Pixels of a row.
  public let width: Int
  /// Rows.
  public let height: Int
  /// All pixels, row by row.
  public var pixels: [UInt32]

  /// A picture of one colour; nothing is smaller than one pixel.
  public init(width: Int, height: Int, color: UInt32) {
    self.width = max(1, width)
    self.height = max(1, height)
    pixels = Array(repeating: color, count: self.width * self.height)
  }

  /// Fills a stretch of all rows; what is outside of the picture is left out.
  mutating func fill(_ columns: Range<Int>, _ color: UInt32) {
    let columns = columns.clamped(to: 0..<width)
    guard !columns.isEmpty else { return }
    for row in 0..<height {
      let start = row * width
      for pixel in start + columns.lowerBound..<start + columns.upperBound { pixels[pixel] = color }
    }
  }
}
