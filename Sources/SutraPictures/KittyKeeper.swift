import SutraReader

/// The pictures of a terminal with kitty's graphics protocol.
///
/// Each picture has a number under which the terminal keeps it; where it stands is a placement of
/// its own, which moves without being sent again.
public struct KittyKeeper: PictureKeeper {
  /// Most bytes of pictures, unpacked, that the terminal has to keep.
  public static let mostKept = 64 << 20

  private struct Placement: Hashable {
    let picture: PictureRow
    /// Its number among the placements of its picture.
    let number: Int
  }

  private var images: KittyImages
  private var placements: [ScreenCell: Placement] = [:]

  /// Begins with a terminal that has none of our pictures.
  ///
  /// - Parameters:
  ///   - painter: What draws them.
  ///   - firstNumber: The number of the first; other programs in the same window have others.
  ///   - mostKept: Most bytes, unpacked, that the terminal has to keep.
  ///   - beside: What starts a thread for a part of the work, if any.
  public init(
    _ painter: RowPainter, firstNumber: UInt32, mostKept: Int = Self.mostKept,
    beside: ThreadStart? = nil
  ) {
    images = KittyImages(
      PictureMaker(painter, .kitty, beside: beside), firstNumber: firstNumber,
      mostNumber: 0x7FFF_FFFF, mostKept: mostKept)
  }

  /// Makes the terminal show some pictures and no others.
  public mutating func show(
    _ wanted: [PlacedRow], rewritten: Set<Int>, disturbed: ScreenCell? = nil
  ) -> PictureUpdate {
    var update = PictureUpdate()
    images.beginScreen()
    // Placements that stay as they are, and those that are free to go elsewhere.
    var next: [ScreenCell: Placement] = [:]
    var missing: [PlacedRow] = []
    for one in wanted {
      let place = ScreenCell(row: one.row, column: one.column)
      if let old = placements[place], old.picture == one.picture {
        next[place] = old
        placements[place] = nil
      } else {
        missing.append(one)
      }
    }
    let before = images
    update.after += images.send(missing.map(\.picture))
    var free: [PictureRow: [Int]] = [:]
    for (_, old) in placements.sorted(by: Self.isAbove) {
      free[old.picture, default: []].append(old.number)
    }
    var used: [PictureRow: Set<Int>] = [:]
    for placement in next.values { used[placement.picture, default: []].insert(placement.number) }
    for one in missing {
      guard let image = images[one.picture] else { continue }
      let number: Int
      if before[one.picture] != nil, free[one.picture]?.isEmpty == false {
        number = free[one.picture]?.removeFirst() ?? 1
      } else {
        let taken = used[one.picture] ?? []
        number = (1...).first { !taken.contains($0) } ?? 1
      }
      used[one.picture, default: []].insert(number)
      next[ScreenCell(row: one.row, column: one.column)] = Placement(
        picture: one.picture, number: number)
      update.after += Self.move(to: one.row, one.column)
      update.after += KittyImages.command("a=p,i=\(image.number),p=\(number),C=1,q=2")
    }
    // What is left goes before anything else is drawn there.
    let gone = free.compactMap { picture, numbers in images[picture].map { ($0.number, numbers) } }
    for (image, numbers) in gone.sorted(by: { $0.0 < $1.0 }) {
      for number in numbers {
        update.before += KittyImages.command("a=d,d=i,i=\(image),p=\(number),q=2")
      }
    }
    placements = next
    for placement in next.values { images.note(placement.picture) }
    update.after += images.evicted()
    return update
  }

  /// Makes the terminal forget all of our pictures.
  public mutating func forget() -> [UInt8] {
    placements = [:]
    return images.forget()
  }

  /// What makes a terminal forget all pictures that it shows, for the end of a program that crashes.
  public static let end = KittyImages.command("a=d,d=A,q=2")

  private static func isAbove(
    _ one: (key: ScreenCell, value: Placement), _ other: (key: ScreenCell, value: Placement)
  ) -> Bool { (one.key.row, one.key.column) < (other.key.row, other.key.column) }

  static func move(to row: Int, _ column: Int) -> [UInt8] {
    Array("\u{1B}[\(row + 1);\(column + 1)H".utf8)
  }
}
