import CPictures
import SutraReader
import Synchronization

/// Fonts at the size that fits the rows of a terminal: what measures text and draws rows of it.
///
/// The library behind it works on one thing at a time, so it is asked under a lock.
public final class PictureFont: TextMeasuring {
  /// Why there are no pictures of text.
  public enum Failure: Error, Hashable, Sendable {
    /// A library is not there.
    case noLibrary(String)
    /// No font has the letters that need it.
    case noFont
  }

  /// What is known of the fonts once they are open.
  public struct Description: Hashable, Sendable {
    /// The family that draws the letters that need shaping, as far as it is told.
    public let family: String?
    /// The family that draws Latin letters.
    public let latinFamily: String?
    /// The size in pixels, times 64.
    public let size: Int
  }

  /// Pixels of a cell: its width.
  public let cellWidth: Int
  /// Pixels of a cell: its height, which is that of a row.
  public let cellHeight: Int
  /// The row of pixels on which letters stand, counted from the top.
  public let baseline: Int
  /// What is known of the fonts.
  public let description: Description
  private let room: Mutex<Room>

  /// The font of the library, and what has been measured by it.
  private struct Room: ~Copyable {
    let font: OpaquePointer
    var known: [ArraySlice<UInt8>: [Int32]] = [:]
    var knownBytes = 0

    deinit { sutra_font_close(font) }
  }

  /// Most bytes of text whose room is kept.
  static let mostKnown = 1 << 19

  /// Letters of Bengali that reach as far up and down as any: vowel signs above and below, reph and
  /// candrabindu over tall letters, the hook of one over its line, conjuncts of three, and Latin ones
  /// with marks.
  static let tallest =
    "\u{9B0}\u{9CD}\u{995}\u{9BF}\u{981} \u{9B7}\u{9CD}\u{99F}\u{9CD}\u{9B0}\u{9C3} "
    + "\u{9B8}\u{9CD}\u{9A4}\u{9CD}\u{9B0}\u{9C2} \u{995}\u{9CD}\u{9B7}\u{9CD}\u{9A3}\u{9C2} "
    + "\u{9B0}\u{9CD}\u{99A}\u{9CD}\u{99B}\u{9CD}\u{9AC}\u{9C0}\u{981} \u{99F}\u{9CC}\u{981} "
    + "\u{9A8}\u{9CD}\u{9A4}\u{9CD}\u{9B0}\u{9C1} \u{C5}gjy| "
    + "\u{9A0}\u{9C2} \u{986}\u{981} \u{9B9}\u{9BE}\u{981} \u{CD}\u{D1}"

  /// The language whose letters are drawn, by its code.
  public static let language = "bn"

  /// Opens fonts; this takes tens of milliseconds the first time.
  ///
  /// - Parameters:
  ///   - family: Names of families parted by commas; empty for the system's choice.
  ///   - cellWidth: Pixels of a cell.
  ///   - cellHeight: Pixels of a row.
  /// - Throws: `Failure` when something that is needed is not there.
  public init(family: String = "", cellWidth: Int, cellHeight: Int) throws(Failure) {
    if let library = sutra_pictures_load() { throw .noLibrary(String(cString: library)) }
    let families = family.isEmpty ? "sans-serif" : family + ",sans-serif"
    guard
      let font = sutra_font_open(families, Self.language, Self.tallest, Int32(clamping: cellHeight))
    else { throw .noFont }
    self.cellWidth = max(1, cellWidth)
    self.cellHeight = cellHeight
    baseline = Int(sutra_font_baseline(font))
    func name(of letters: String) -> String? {
      sutra_font_family(font, letters).map { String(cString: $0) }
    }
    description = Description(
      family: name(of: "\u{995}"), latinFamily: name(of: "n"), size: Int(sutra_font_size(font)))
    room = Mutex(Room(font: font))
  }

  /// The room of a text, as `TextMeasuring` has it.
  public func advances(of bytes: ArraySlice<UInt8>) -> [Int32] {
    room.withLock { room in
      if let known = room.known[bytes] { return known }
      let advances = Self.measured(bytes, room.font)
      if room.knownBytes + bytes.count > Self.mostKnown {
        room.known.removeAll(keepingCapacity: true)
        room.knownBytes = 0
      }
      // A slice of its own, so that the text it was cut from is not kept.
      room.known[ArraySlice(Array(bytes))] = advances
      room.knownBytes += bytes.count
      return advances
    }
  }

  private static func measured(_ bytes: ArraySlice<UInt8>, _ font: OpaquePointer) -> [Int32] {
    guard !bytes.isEmpty else { return [] }
    return bytes.withUnsafeBufferPointer { text in
      [Int32](unsafeUninitializedCapacity: text.count) { advances, count in
        text.withMemoryRebound(to: CChar.self) { text in
          sutra_font_measure(font, text.baseAddress, Int32(text.count), advances.baseAddress)
        }
        count = text.count
      }
    }
  }

  /// Draws text into a picture whose ground is there already.
  func draw(
    _ text: [UInt8], _ stretches: [sutra_stretch], _ advances: [Int32]?, at x: Int,
    clip: Range<Int>, into bitmap: inout Bitmap
  ) {
    let (width, height) = (Int32(bitmap.width), Int32(bitmap.height))
    room.withLock { room in
      let font = room.font
      bitmap.pixels.withUnsafeMutableBufferPointer { pixels in
        text.withUnsafeBytes { text in
          sutra_font_draw(
            font, pixels.baseAddress, width, height, Int32(x),
            text.bindMemory(to: CChar.self).baseAddress, Int32(text.count), stretches,
            Int32(stretches.count), advances, Int32(clip.lowerBound), Int32(clip.upperBound))
        }
      }
    }
  }

  /// The families that have the letters, by name.
  public static func families() -> [String] {
    guard let names = sutra_fonts_of(language) else { return [] }
    defer { sutra_pictures_free(names) }
    let all = String(cString: names).split(separator: "\n").map(String.init)
    return Array(Set(all)).sorted()
  }
}
