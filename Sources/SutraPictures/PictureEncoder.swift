import CPictures

/// Turns pictures into what terminals take.
public enum PictureEncoder {
  /// A picture as it is sent, and as it will be seen: with fewer shades.
  public struct Encoded: Sendable {
    /// The bytes of the format.
    public let bytes: [UInt8]
    /// The picture that the bytes show.
    public let shown: Bitmap
  }

  /// Sends and shows in one of two formats.
  public enum Format: Sendable {
    case png, sixel
  }

  /// Encodes a picture.
  ///
  /// - Parameters:
  ///   - bitmap: The picture.
  ///   - format: What the terminal takes.
  ///   - colors: Most colours that are used, from 2 to 256.
  /// - Returns: The bytes; `nil` where the library is not there or memory is short.
  public static func encoded(_ bitmap: Bitmap, as format: Format, colors: Int) -> Encoded? {
    var shown = bitmap
    var count = 0
    let (width, height) = (Int32(bitmap.width), Int32(bitmap.height))
    let limit = Int32(min(256, max(2, colors)))
    let bytes = bitmap.pixels.withUnsafeBufferPointer { pixels in
      shown.pixels.withUnsafeMutableBufferPointer { shown in
        switch format {
        case .png: sutra_png(pixels.baseAddress, width, height, limit, shown.baseAddress, &count)
        case .sixel:
          sutra_sixel(pixels.baseAddress, width, height, limit, shown.baseAddress, &count)
        }
      }
    }
    guard let bytes else { return nil }
    defer { sutra_pictures_free(bytes) }
    return Encoded(bytes: Array(UnsafeBufferPointer(start: bytes, count: count)), shown: shown)
  }

  /// The name of what is missing for sixel; `nil` when nothing is.
  public static var missingForSixel: String? { sutra_sixel_load().map { String(cString: $0) } }
}
