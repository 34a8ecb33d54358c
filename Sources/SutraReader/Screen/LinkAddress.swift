/// Addresses as a terminal is told them.
public enum LinkAddress {
  /// Most bytes of an address; some terminals take no longer ones.
  private static let longest = 2_000

  /// An address of the web in letters that steer no terminal.
  ///
  /// - Parameter address: An address as a page has it; what is not ASCII in it is written as `%` and its bytes.
  /// - Returns: The address; `nil` where it is another one, or holds a control character or a blank.
  public static func safe(_ address: String) -> String? {
    guard address.hasPrefix("https://") || address.hasPrefix("http://") else { return nil }
    var bytes: [UInt8] = []
    for byte in address.utf8 {
      guard byte > 0x20, byte != 0x7F else { return nil }
      if byte < 0x80 {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), digit(byte >> 4), digit(byte & 15)]
      }
      guard bytes.count <= longest else { return nil }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? 0x30 + value : UInt8(ascii: "A") + value - 10
  }

  /// What says where the text behind it leads (OSC 8); nowhere without an address.
  ///
  /// - Parameter address: A safe address.
  /// - Returns: The sequence.
  public static func sequence(_ address: String?) -> [UInt8] {
    Array("\u{1B}]8;;\(address ?? "")\u{1B}\\".utf8)
  }
}
