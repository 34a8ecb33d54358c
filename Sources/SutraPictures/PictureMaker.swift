import SutraSystem

/// Starts a closure on a thread of its own, and tells whether there is one.
public typealias ThreadStart = @Sendable (_ body: @escaping @Sendable () -> Void) -> Bool

/// Draws pictures and encodes them as a terminal takes them.
struct PictureMaker: Sendable {
  private let painter: RowPainter
  private let format: PictureEncoder.Format
  private let beside: ThreadStart?

  /// Makes a maker.
  ///
  /// - Parameters:
  ///   - painter: What draws rows.
  ///   - way: How they get to the terminal.
  ///   - beside: What starts a thread for a part of the work; `nil` does all of it on this one.
  init(_ painter: RowPainter, _ way: PictureWay, beside: ThreadStart? = nil) {
    self.painter = painter
    self.beside = beside
    format = way == .sixel ? .sixel : .png
  }

  /// Bytes of a picture's pixels in a terminal that keeps it.
  func pixelBytes(of picture: PictureRow) -> Int {
    picture.columns * painter.font.cellWidth * painter.font.cellHeight * 4
  }

  /// A picture as it is sent; `nil` where it cannot be made.
  func encoded(_ picture: PictureRow) -> [UInt8]? {
    PictureEncoder.encoded(painter.bitmap(of: picture), as: format, colors: picture.colors)
  }

  /// Fewest pictures for which another thread is worth its start.
  private static let fewest = 4

  /// Pictures as they are sent, without those that cannot be made.
  ///
  /// Fonts draw one picture at a time; another thread encodes what is drawn already.
  func encoded(_ pictures: [PictureRow]) -> [PictureRow: [UInt8]] {
    var found: [PictureRow: [UInt8]] = [:]
    guard let beside, pictures.count >= Self.fewest else {
      for picture in pictures { found[picture] = encoded(picture) }
      return found
    }
    let lane = EncodingLane(format)
    guard beside({ lane.work() }) else {
      for picture in pictures { found[picture] = encoded(picture) }
      return found
    }
    for (number, picture) in pictures.enumerated() {
      lane.add(number, painter.bitmap(of: picture), picture.colors)
    }
    for (number, bytes) in lane.finish() { found[pictures[number]] = bytes }
    return found
  }
}

/// Drawn pictures that wait to be encoded, and those that are.
private final class EncodingLane: @unchecked Sendable {
  private struct Drawn {
    let number: Int
    let bitmap: Bitmap
    let colors: [UInt32]
  }

  private struct Stand {
    var waiting: [Drawn] = []
    var encoded: [Int: [UInt8]] = [:]
    /// Whether nothing is added any more, and whether the other thread has seen that.
    var isComplete = false
    var isLeft = false
  }

  private let format: PictureEncoder.Format
  private let stand = Gate(Stand())

  init(_ format: PictureEncoder.Format) { self.format = format }

  func add(_ number: Int, _ bitmap: Bitmap, _ colors: [UInt32]) {
    stand.pass { $0.waiting.append(Drawn(number: number, bitmap: bitmap, colors: colors)) }
  }

  /// Encodes what is added until nothing is left after the end.
  func work() {
    while let drawn = stand.pass({ stand -> Drawn?? in
      if let next = stand.waiting.popLast() { return next }
      return stand.isComplete ? .some(nil) : nil
    }) { encode(drawn) }
    stand.pass { $0.isLeft = true }
  }

  /// Encodes what the other thread has not come to, and waits for what it is at.
  func finish() -> [Int: [UInt8]] {
    stand.pass { $0.isComplete = true }
    while let drawn = stand.pass({ .some($0.waiting.popLast()) }) { encode(drawn) }
    return stand.pass { $0.isLeft ? $0.encoded : nil }
  }

  private func encode(_ drawn: Drawn) {
    let bytes = PictureEncoder.encoded(drawn.bitmap, as: format, colors: drawn.colors)
    stand.pass { $0.encoded[drawn.number] = bytes }
  }
}
