import SutraReader

/// The pictures of a terminal with kitty's graphics protocol.
///
/// Each picture has a number under which the terminal keeps it; where it stands is a placement of
/// its own, which moves without being sent again. Answers are not asked for (`q=2`).
public struct KittyKeeper: PictureKeeper {
  /// Most bytes of pictures, unpacked, that the terminal has to keep.
  public static let mostKept = 64 << 20

  /// A picture that the terminal has.
  private struct Image {
    let number: UInt32
    let bytes: Int
    /// When it was last shown, counted in screens.
    var lastShown: Int
  }

  private struct Placement: Hashable {
    let picture: PictureRow
    /// Its number among the placements of its picture.
    let number: Int
  }

  private let maker: PictureMaker
  private let mostKept: Int
  private var images: [PictureRow: Image] = [:]
  private var placements: [ScreenCell: Placement] = [:]
  private var keptBytes = 0
  private var nextNumber: UInt32
  private var screens = 0

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
    maker = PictureMaker(painter, .kitty, beside: beside)
    self.mostKept = mostKept
    nextNumber = max(1, firstNumber & 0x7FFF_FFFF)
  }

  /// Makes the terminal show some pictures and no others.
  public mutating func show(
    _ wanted: [PlacedRow], rewritten: Set<Int>, disturbed: ScreenCell? = nil
  ) -> PictureUpdate {
    var update = PictureUpdate()
    screens += 1
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
    send(missing.map(\.picture), &update)
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
      update.after += Self.command("a=p,i=\(image.number),p=\(number),C=1,q=2")
    }
    // What is left goes before anything else is drawn there.
    let gone = free.compactMap { picture, numbers in images[picture].map { ($0.number, numbers) } }
    for (image, numbers) in gone.sorted(by: { $0.0 < $1.0 }) {
      for number in numbers {
        update.before += Self.command("a=d,d=i,i=\(image),p=\(number),q=2")
      }
    }
    placements = next
    for placement in next.values { images[placement.picture]?.lastShown = screens }
    update.after += evicted()
    return update
  }

  /// Makes the terminal forget all of our pictures.
  public mutating func forget() -> [UInt8] {
    let numbers = images.values.map(\.number).sorted()
    images = [:]
    placements = [:]
    keptBytes = 0
    return numbers.flatMap { Self.command("a=d,d=I,i=\($0),q=2") }
  }

  /// What makes a terminal forget all pictures that it shows, for the end of a program that crashes.
  public static let end = command("a=d,d=A,q=2")

  private static func isAbove(
    _ one: (key: ScreenCell, value: Placement), _ other: (key: ScreenCell, value: Placement)
  ) -> Bool { (one.key.row, one.key.column) < (other.key.row, other.key.column) }

  /// Draws and sends those of some pictures that the terminal does not have.
  private mutating func send(_ pictures: [PictureRow], _ update: inout PictureUpdate) {
    var new: [PictureRow] = []
    var seen: Set<PictureRow> = []
    for picture in pictures where images[picture] == nil && seen.insert(picture).inserted {
      new.append(picture)
    }
    let encoded = maker.encoded(new)
    for picture in new {
      guard let bytes = encoded[picture] else { continue }
      let image = Image(
        number: nextNumber, bytes: maker.pixelBytes(of: picture), lastShown: screens)
      nextNumber = nextNumber == 0x7FFF_FFFF ? 1 : nextNumber + 1
      images[picture] = image
      keptBytes += image.bytes
      update.after += Self.transmission(of: bytes, keys: "a=t,f=100,t=d,i=\(image.number),q=2")
    }
  }

  /// Lets go what was not shown for longest, while there is too much.
  private mutating func evicted() -> [UInt8] {
    guard keptBytes > mostKept else { return [] }
    var bytes: [UInt8] = []
    let idle = images.filter { $0.value.lastShown < screens }
    for (picture, image) in idle.sorted(by: {
      ($0.value.lastShown, $0.value.number) < ($1.value.lastShown, $1.value.number)
    }) {
      // Some more than needed, so that the next row does not come to this again.
      if keptBytes <= mostKept * 3 / 4 { break }
      images[picture] = nil
      keptBytes -= image.bytes
      bytes += Self.command("a=d,d=I,i=\(image.number),q=2")
    }
    return bytes
  }

  /// Most bytes of one piece of a picture.
  private static let longestPiece = 4096

  /// What sends a picture, in pieces.
  static func transmission(of png: [UInt8], keys first: String) -> [UInt8] {
    let text = Base64.encoded(png)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count + 64)
    var start = 0
    repeat {
      let end = min(text.count, start + longestPiece)
      let more = end < text.count ? 1 : 0
      let keys = start == 0 ? "\(first),m=\(more)" : "q=2,m=\(more)"
      bytes += Array("\u{1B}_G\(keys);".utf8)
      bytes += text[start..<end]
      bytes += [0x1B, 0x5C]
      start = end
    } while start < text.count
    return bytes
  }

  static func command(_ keys: String) -> [UInt8] { Array("\u{1B}_G\(keys)\u{1B}\\".utf8) }

  static func move(to row: Int, _ column: Int) -> [UInt8] {
    Array("\u{1B}[\(row + 1);\(column + 1)H".utf8)
  }
}
