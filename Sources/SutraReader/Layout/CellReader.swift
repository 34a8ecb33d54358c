import CUnicode
import SutraCore

/// Cuts text into the cells that are drawn.
public struct CellReader: Sendable {
  private let profile: WidthProfile
  private let pixels: (any TextMeasuring)?

  /// Makes a reader that counts columns by a profile.
  public init(profile: WidthProfile) {
    self.profile = profile
    pixels = nil
  }

  /// Makes a reader whose cells have the widths of a measure; those are what their columns say.
  public init(_ measure: Measure) {
    profile = measure.profile
    pixels = measure.pixels
  }

  /// Calls `body` for each cell of a span in order.
  ///
  /// - Parameters:
  ///   - span: What to cut; it is cut off at the end of the bytes.
  ///   - bytes: The whole text.
  ///   - body: Gets each cell; its span is in the whole text.
  @inline(__always)
  public func forEachCell(
    in span: Span, of bytes: UnsafeBufferPointer<UInt8>, _ body: (Cell) -> Void
  ) {
    guard let base = bytes.baseAddress else { return }
    if let pixels {
      measuredCells(in: span, of: bytes, by: pixels).forEach(body)
      return
    }
    let start = max(0, span.start)
    var scanner = ClusterScanner(
      profile: profile, bytes: base, start: start, end: min(span.end, bytes.count))
    while !scanner.isAtEnd {
      let start = scanner.position
      let scan = scanner.next { _ in }
      let mark = scan.markNumber == 0 ? nil : VisibleMark(rawValue: scan.markNumber)
      body(Cell(span: Span(start: start, end: scanner.position), columns: scan.columns, mark: mark))
    }
  }

  /// The cells of a span with their widths in pixels: those of what is drawn, visible marks among it.
  @inline(never)
  private func measuredCells(
    in span: Span, of bytes: UnsafeBufferPointer<UInt8>, by pixels: any TextMeasuring
  ) -> [Cell] {
    var cells: [Cell] = []
    var shown: [UInt8] = []
    var starts: [Int] = []
    CellReader(profile: profile).forEachCell(in: span, of: bytes) { cell in
      starts.append(shown.count)
      if let mark = cell.mark {
        mark.append(to: &shown)
      } else {
        shown.append(contentsOf: bytes[cell.span.start..<cell.span.end])
      }
      cells.append(cell)
    }
    let advances = pixels.advances(of: shown[...])
    starts.append(shown.count)
    for index in cells.indices {
      let width = advances[starts[index]..<starts[index + 1]].reduce(0, +)
      let cell = cells[index]
      cells[index] = Cell(span: cell.span, columns: max(0, Int(width)), mark: cell.mark)
    }
    return cells
  }

  /// The columns of a span.
  public func columns(of span: Span, of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var columns = 0
    forEachCell(in: span, of: bytes) { columns += $0.columns }
    return columns
  }

  /// Calls `body` for each scalar of a run, in order, with the columns it adds to those before.
  ///
  /// - Parameters:
  ///   - bytes: A run that is drawn at one place, in which nothing is made visible any more.
  ///   - body: Gets the scalar, its columns, which are negative for a selector that makes a wide
  ///     emoji narrow, and whether they make the cell before it wider instead of beginning another.
  public func forEachScalar(
    of bytes: UnsafeBufferPointer<UInt8>,
    _ body: (_ scalar: UInt32, _ columns: Int, _ widens: Bool) -> Void
  ) {
    guard let base = bytes.baseAddress else { return }
    let decoder = ScalarDecoder(bytes: base, end: bytes.count)
    let number = profile.number
    var run = sutra_run()
    var offset = 0
    while offset < bytes.count {
      let step = decoder.step(at: offset)
      let columns = sutra_columns_in_run(&run, step.scalar, step.properties.bits, number)
      body(step.scalar, Int(columns), run.widens != 0)
      offset &+= step.length
    }
  }
}
