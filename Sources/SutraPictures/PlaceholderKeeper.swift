import SutraReader

/// The pictures of kitty behind tmux, which knows nothing of them: they are sent past tmux, and stand
/// where tmux has cells with a letter that is a placeholder.
///
/// Such cells are text to tmux, which moves and redraws them; what is written over one is seen instead.
/// The colour of a placeholder is the number of its picture; the first of a row says which line and
/// column of the picture it stands for, and those behind it go on from there.
public struct PlaceholderKeeper: PictureKeeper {
  /// Colours have three bytes.
  private static let mostNumber: UInt32 = 0xFF_FFFF
  /// U+10EEEE with the marks for line 0 and column 0, and alone.
  private static let first = Array("\u{10EEEE}\u{305}\u{305}".utf8)
  private static let next = Array("\u{10EEEE}".utf8)
  private static let saveCursor: [UInt8] = [0x1B, 0x37]
  private static let cursorAgain: [UInt8] = [0x1B, 0x38]

  private var images: KittyImages
  private var shown = ShownPictures()

  /// Begins with a terminal that has none of our pictures; see `KittyKeeper`.
  public init(
    _ painter: RowPainter, firstNumber: UInt32, mostKept: Int = KittyKeeper.mostKept,
    beside: ThreadStart? = nil
  ) {
    images = KittyImages(
      PictureMaker(painter, .kitty, beside: beside), firstNumber: firstNumber,
      mostNumber: Self.mostNumber, mostKept: mostKept, wrap: Self.pastTmux)
  }

  /// Makes the terminal show some pictures and no others.
  public mutating func show(
    _ wanted: [PlacedRow], rewritten: Set<Int>, disturbed: ScreenCell? = nil
  ) -> PictureUpdate {
    var update = PictureUpdate()
    images.beginScreen()
    let rows = shown.rowsToRewrite(for: wanted, rewritten: rewritten)
    update.rows = rows
    update.after += images.send(wanted.map(\.picture)) { picture, number in
      Self.placement(number, picture.columns)
    }
    for one in wanted {
      images.note(one.picture)
      guard shown[one] != one.picture || rows.contains(one.row),
        let image = images[one.picture], one.picture.columns > 0
      else { continue }
      update.after += Self.saveCursor + KittyKeeper.move(to: one.row, one.column)
      update.after += Self.cells(image.number, one.picture.columns) + Self.cursorAgain
    }
    shown.show(wanted)
    update.after += images.evicted()
    return update
  }

  /// The keys of what lets placeholders stand for a picture.
  static func placement(_ number: UInt32, _ columns: Int) -> String {
    "a=p,U=1,i=\(number),c=\(columns),r=1,q=2"
  }

  /// The placeholders of a picture, in its colour.
  static func cells(_ number: UInt32, _ columns: Int) -> [UInt8] {
    let color = "\(number >> 16 & 255);\(number >> 8 & 255);\(number & 255)"
    var bytes = Array("\u{1B}[0;38;2;\(color)m".utf8) + first
    for _ in 1..<max(1, columns) { bytes += next }
    return bytes
  }

  /// Makes the terminal forget all of our pictures.
  public mutating func forget() -> [UInt8] {
    shown.forget()
    return images.forget()
  }

  /// What makes the terminal forget all pictures that it shows.
  public static let end = pastTmux(KittyKeeper.end)

  /// A command that tmux hands on to its own terminal, escapes doubled.
  static func pastTmux(_ command: [UInt8]) -> [UInt8] {
    var bytes = Array("\u{1B}Ptmux;".utf8)
    for byte in command { bytes += byte == 0x1B ? [0x1B, 0x1B] : [byte] }
    return bytes + [0x1B, 0x5C]
  }
}
