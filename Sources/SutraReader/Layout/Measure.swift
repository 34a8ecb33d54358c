import SutraCore

/// How the room that text takes is measured: by the columns of a terminal's cells, or by the pixels
/// of letters that are drawn as pictures.
///
/// Whatever lays text out asks this for room, and so is the same for both. Columns are whole cells
/// in both; *width* is the finer measure: columns again, or pixels.
public struct Measure: Sendable {
  /// How the terminal counts columns.
  public let profile: WidthProfile
  /// What measures letters in pixels; `nil` where text is drawn in cells.
  public let pixels: (any TextMeasuring)?

  /// Makes a measure of cells, or of pixels.
  public init(_ profile: WidthProfile, pixels: (any TextMeasuring)? = nil) {
    self.profile = profile
    self.pixels = pixels
  }

  /// The width of a column.
  @inline(__always)
  var columnWidth: Int { pixels.map { max(1, $0.cellWidth) } ?? 1 }

  /// The columns that hold a width.
  func columns(holding width: Int) -> Int {
    let column = columnWidth
    return (max(0, width) + column - 1) / column
  }

  /// The columns of a string, with visible marks for what no terminal may get.
  public func columns(of text: String) -> Int {
    pixels == nil ? profile.columns(of: text) : columns(holding: width(of: text))
  }

  /// The width of a string, with visible marks for what no terminal may get.
  func width(of text: String) -> Int {
    var text = text
    return text.withUTF8 { bytes in
      CellReader(self).columns(of: Span(start: 0, end: bytes.count), of: bytes)
    }
  }

  /// A piece of text that fits into a row.
  struct Piece {
    /// What is drawn: safe bytes.
    let bytes: [UInt8]
    /// Its width.
    let width: Int
  }

  /// The text cut at a cluster border to a number of columns; one that was cut ends in an ellipsis.
  func piece(of text: String, to columns: Int) -> Piece {
    guard pixels != nil else {
      if columns > 0, let cut = profile.cut(ofSafe: text, to: columns) {
        let bytes = Array(text.utf8.prefix(cut.bytes))
        return cut.hasEllipsis
          ? Piece(bytes: bytes + Array("…".utf8), width: cut.columns + 1)
          : Piece(bytes: bytes, width: cut.columns)
      }
      let (shown, width) = profile.fitted(VisibleText.safe(text), to: columns)
      return Piece(bytes: Array(shown.utf8), width: width)
    }
    let limit = columns * columnWidth
    let whole = Array(VisibleText.safe(text).utf8)
    guard limit > 0, !whole.isEmpty else { return Piece(bytes: [], width: 0) }
    let ellipsis = width(of: "…")
    var (width, kept, keptWidth) = (0, 0, 0)
    whole.withUnsafeBufferPointer { bytes in
      CellReader(self).forEachCell(in: Span(start: 0, end: bytes.count), of: bytes) { cell in
        width += cell.columns
        if width + ellipsis <= limit { (kept, keptWidth) = (cell.span.end, width) }
      }
    }
    if width <= limit { return Piece(bytes: whole, width: width) }
    return Piece(bytes: Array(whole[..<kept] + "…".utf8), width: min(limit, keptWidth + ellipsis))
  }

  /// The string cut at a cluster border to a number of columns, and its columns.
  public func fitted(_ text: String, to columns: Int) -> (text: String, columns: Int) {
    guard pixels != nil else { return profile.fitted(text, to: columns) }
    let piece = piece(of: text, to: columns)
    return (String(decoding: piece.bytes, as: UTF8.self), self.columns(holding: piece.width))
  }
}

extension Measure: Hashable {
  /// Whether the same text takes the same room by both.
  public static func == (left: Measure, right: Measure) -> Bool {
    left.profile == right.profile && left.pixels === right.pixels
  }

  /// Hashes what is compared.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(profile)
    if let pixels { hasher.combine(ObjectIdentifier(pixels)) }
  }
}
