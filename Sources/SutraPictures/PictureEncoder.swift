import CPictures

/// Turns pictures into what terminals take.
public enum PictureEncoder {
  /// Sends and shows in one of two formats.
  public enum Format: Sendable {
    case png, sixel
  }

  /// Encodes a picture.
  ///
  /// - Parameters:
  ///   - bitmap: The picture.
  ///   - format: What the terminal takes.
  ///   - colors: The colours that are used, from 1 to 256; those that are far from all of them are
  ///     added, the most frequent ones first.
  /// - Returns: The bytes; `nil` where the library is not there or memory is short.
  public static func encoded(
    _ bitmap: Bitmap, as format: Format, colors: [UInt32]
  ) -> [UInt8]? { bytes(of: bitmap, format, colors, nil) }

  /// A picture as it will be seen, with fewer shades.
  package static func shown(_ bitmap: Bitmap, as format: Format, colors: [UInt32]) -> Bitmap? {
    var shown = bitmap
    let encoded = shown.pixels.withUnsafeMutableBufferPointer { shown in
      Self.bytes(of: bitmap, format, colors, shown.baseAddress)
    }
    return encoded == nil ? nil : shown
  }

  private static func bytes(
    of bitmap: Bitmap, _ format: Format, _ colors: [UInt32],
    _ shown: UnsafeMutablePointer<UInt32>?
  ) -> [UInt8]? {
    var count = 0
    let encode = format == .png ? sutra_png : sutra_sixel
    let bytes = bitmap.pixels.withUnsafeBufferPointer { pixels in
      encode(
        pixels.baseAddress, Int32(bitmap.width), Int32(bitmap.height), colors,
        Int32(clamping: colors.count), shown, &count)
    }
    guard let bytes else { return nil }
    defer { sutra_pictures_free(bytes) }
    return Array(UnsafeBufferPointer(start: bytes, count: count))
  }

  /// The name of what is missing for sixel; `nil` when nothing is.
  public static var missingForSixel: String? { sutra_sixel_load().map { String(cString: $0) } }
}
