import Glibc

/// Names of files, which are bytes and need not be UTF-8, as texts and back.
///
/// A byte that is part of no scalar becomes a scalar of the last private plane, where nothing is
/// assigned; what stands there already goes the same way, byte for byte, so that every name has one
/// text and every such text its name.
public enum RawPath {
  /// The scalars of the bytes from 0x80 to 0xFF begin here.
  private static let first: UInt32 = 0x10FE00

  /// The text of a name.
  public static func text(_ bytes: some Sequence<UInt8>) -> String {
    let bytes = Array(bytes)
    var text = String.UnicodeScalarView()
    var position = 0
    while position < bytes.count {
      let end = min(bytes.count, position + 4)
      var decoder = UTF8()
      var rest = bytes[position..<end].makeIterator()
      if case .scalarValue(let scalar) = decoder.decode(&rest), !isStandIn(scalar) {
        text.append(scalar)
        position += UTF8.width(scalar)
      } else {
        text.append(standIn(bytes[position]))
        position += 1
      }
    }
    return String(text)
  }

  /// The text of a name that ends with a NUL.
  public static func text(_ name: UnsafePointer<CChar>) -> String {
    text(UnsafeBufferPointer(start: name, count: strlen(name)).map { UInt8(bitPattern: $0) })
  }

  /// The name of a text, with the NUL at its end.
  public static func bytes(_ text: String) -> [CChar] {
    var found: [CChar] = []
    for scalar in text.unicodeScalars {
      if isStandIn(scalar) {
        found.append(CChar(truncatingIfNeeded: scalar.value - first))
      } else {
        found += UTF8.encode(scalar).map { $0.map { CChar(bitPattern: $0) } } ?? []
      }
    }
    return found + [0]
  }

  /// The name for people, in which U+FFFD stands for what is not UTF-8.
  public static func shown(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isStandIn) else { return text }
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { shown.append(isStandIn(scalar) ? "\u{FFFD}" : scalar) }
    return String(shown)
  }

  /// The path from the root on, without links; `nil` where it leads nowhere.
  public static func resolved(_ path: String) -> String? {
    guard let whole = realpath(bytes(path), nil) else { return nil }
    defer { free(whole) }
    return text(whole)
  }

  /// The folder of a path, with the NUL at its end.
  public static func folder(of path: [CChar]) -> [CChar] {
    guard let slash = path.lastIndex(of: 0x2F) else { return [0x2E, 0] }
    return (slash == 0 ? [0x2F] : Array(path[..<slash])) + [0]
  }

  /// The last part of a path, without the NUL.
  public static func name(of path: [CChar]) -> [CChar] {
    Array(path[((path.lastIndex(of: 0x2F) ?? -1) + 1)...].prefix { $0 != 0 })
  }

  private static func isStandIn(_ scalar: Unicode.Scalar) -> Bool {
    (first + 0x80...first + 0xFF).contains(scalar.value)
  }

  private static func standIn(_ byte: UInt8) -> Unicode.Scalar {
    // A byte of ASCII is never in the place of another, and every number here is a scalar.
    Unicode.Scalar(first + UInt32(byte)) ?? "\u{FFFD}"
  }
}
