import SutraReader

/// The pictures that a terminal with kitty's graphics protocol keeps, each under a number.
///
/// Answers are not asked for (`q=2`).
struct KittyImages: Sendable {
  /// A picture that the terminal has.
  struct Image {
    let number: UInt32
    let bytes: Int
    /// When it was last shown, counted in screens.
    var lastShown: Int
  }

  private let maker: PictureMaker
  private let mostKept: Int
  private let mostNumber: UInt32
  private let wrap: @Sendable ([UInt8]) -> [UInt8]
  private var images: [PictureRow: Image] = [:]
  private var keptBytes = 0
  private var nextNumber: UInt32
  private(set) var screens = 0

  /// Begins with a terminal that has none.
  ///
  /// - Parameters:
  ///   - maker: What draws and encodes them.
  ///   - firstNumber: The number of the first.
  ///   - mostNumber: The highest number.
  ///   - mostKept: Most bytes, unpacked, that the terminal has to keep.
  ///   - wrap: What brings a command to the terminal.
  init(
    _ maker: PictureMaker, firstNumber: UInt32, mostNumber: UInt32, mostKept: Int,
    wrap: @escaping @Sendable ([UInt8]) -> [UInt8] = { $0 }
  ) {
    self.maker = maker
    self.mostKept = mostKept
    self.mostNumber = mostNumber
    self.wrap = wrap
    nextNumber = max(1, firstNumber & mostNumber)
  }

  /// The picture as the terminal has it.
  subscript(picture: PictureRow) -> Image? { images[picture] }

  /// Begins a new screen.
  mutating func beginScreen() { screens += 1 }

  /// Notes that a picture is on the screen.
  mutating func note(_ picture: PictureRow) { images[picture]?.lastShown = screens }

  /// Draws those of some pictures that the terminal does not have, and gives what sends them; `extra`
  /// is sent behind each.
  mutating func send(
    _ pictures: [PictureRow], extra: (PictureRow, UInt32) -> String? = { _, _ in nil }
  ) -> [UInt8] {
    var new: [PictureRow] = []
    var seen: Set<PictureRow> = []
    for picture in pictures where images[picture] == nil && seen.insert(picture).inserted {
      new.append(picture)
    }
    let encoded = maker.encoded(new)
    var sent: [UInt8] = []
    for picture in new {
      guard let bytes = encoded[picture] else { continue }
      let image = Image(
        number: nextNumber, bytes: maker.pixelBytes(of: picture), lastShown: screens)
      nextNumber = nextNumber == mostNumber ? 1 : nextNumber + 1
      images[picture] = image
      keptBytes += image.bytes
      for piece in Self.transmission(of: bytes, keys: "a=t,f=100,t=d,i=\(image.number),q=2") {
        sent += wrap(piece)
      }
      if let keys = extra(picture, image.number) { sent += wrap(Self.command(keys)) }
    }
    return sent
  }

  /// What makes the terminal let go those that were not shown for longest, while there is too much.
  mutating func evicted() -> [UInt8] {
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
      bytes += wrap(Self.command("a=d,d=I,i=\(image.number),q=2"))
    }
    return bytes
  }

  /// What makes the terminal forget all of them.
  mutating func forget() -> [UInt8] {
    let numbers = images.values.map(\.number).sorted()
    images = [:]
    keptBytes = 0
    return numbers.flatMap { wrap(Self.command("a=d,d=I,i=\($0),q=2")) }
  }

  /// Most bytes of one piece of a picture.
  private static let longestPiece = 4096

  /// The commands that send a picture, in pieces.
  static func transmission(of png: [UInt8], keys first: String) -> [[UInt8]] {
    let text = Base64.encoded(png)
    var pieces: [[UInt8]] = []
    var start = 0
    repeat {
      let end = min(text.count, start + longestPiece)
      let more = end < text.count ? 1 : 0
      let keys = start == 0 ? "\(first),m=\(more)" : "q=2,m=\(more)"
      pieces.append(Array("\u{1B}_G\(keys);".utf8) + text[start..<end] + [0x1B, 0x5C])
      start = end
    } while start < text.count
    return pieces
  }

  static func command(_ keys: String) -> [UInt8] { Array("\u{1B}_G\(keys)\u{1B}\\".utf8) }
}
