import SutraReader

/// The pictures of a terminal that draws sixels over its cells.
///
/// What was drawn is gone when a cell is written there, and stays otherwise, so that a row from which
/// a picture goes without another in its place is written anew.
public struct SixelKeeper: PictureKeeper {
  /// Most bytes of encoded pictures that are kept to be sent again.
  public static let mostKept = 32 << 20

  private struct Kept {
    let bytes: [UInt8]
    /// When it was last sent, counted in screens.
    var lastShown: Int
  }

  private let maker: PictureMaker
  private let mostKept: Int
  private var encoded: [PictureRow: Kept] = [:]
  /// Bytes of the encoded pictures that are kept.
  private(set) var keptBytes = 0
  private var shown = ShownPictures()
  private var screens = 0

  /// Begins with a terminal that shows no pictures; `beside` starts a thread for a part of the work.
  public init(
    _ painter: RowPainter, mostKept: Int = Self.mostKept, beside: ThreadStart? = nil
  ) {
    maker = PictureMaker(painter, .sixel, beside: beside)
    self.mostKept = mostKept
  }

  /// Makes the terminal show some pictures and no others.
  public mutating func show(
    _ wanted: [PlacedRow], rewritten: Set<Int>, disturbed: ScreenCell? = nil
  ) -> PictureUpdate {
    var update = PictureUpdate()
    screens += 1
    let rows = shown.rowsToRewrite(for: wanted, rewritten: rewritten)
    update.rows = rows
    let sent = wanted.filter { one in
      let covered = one.column..<one.column + one.picture.columns
      let isWhole = disturbed.map { $0.row != one.row || !covered.contains($0.column) } ?? true
      return !isWhole || shown[one] != one.picture || rows.contains(one.row)
    }
    encode(sent.map(\.picture))
    for one in sent {
      guard let bytes = encoded[one.picture]?.bytes else { continue }
      update.after += KittyKeeper.move(to: one.row, one.column)
      update.after += bytes
    }
    letGo()
    shown.show(wanted)
    return update
  }

  /// Begins anew; the terminal keeps nothing.
  public mutating func forget() -> [UInt8] {
    shown.forget()
    return []
  }

  /// Draws those of some pictures that are not kept.
  private mutating func encode(_ pictures: [PictureRow]) {
    var new: [PictureRow] = []
    for picture in Set(pictures) {
      if encoded[picture] == nil { new.append(picture) }
      encoded[picture]?.lastShown = screens
    }
    for (picture, bytes) in maker.encoded(new) {
      encoded[picture] = Kept(bytes: bytes, lastShown: screens)
      keptBytes += bytes.count
    }
  }

  /// Lets go what was not shown for longest, while there is too much.
  private mutating func letGo() {
    guard keptBytes > mostKept else { return }
    for (picture, kept) in encoded.sorted(by: { $0.value.lastShown < $1.value.lastShown }) {
      if keptBytes <= mostKept * 3 / 4 { break }
      encoded[picture] = nil
      keptBytes -= kept.bytes.count
    }
  }
}
