/// The encoding that browsers take Latin-1 for.
package enum Windows1252 {
  /// The scalars of 0x80 to 0x9F; five of them are control characters, as browsers have them.
  private static let signs: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]

  private static let bytes = Dictionary(
    signs.enumerated().map { ($1, UInt8(0x80 + $0)) }, uniquingKeysWith: { one, _ in one })

  /// What a byte stands for.
  package static func scalar(_ byte: UInt8) -> Unicode.Scalar? {
    (0x80...0x9F).contains(byte)
      ? Unicode.Scalar(signs[Int(byte) - 0x80]) : Unicode.Scalar(UInt32(byte))
  }

  /// The byte that stands for a scalar; `nil` where none does.
  package static func byte(_ scalar: Unicode.Scalar) -> UInt8? {
    bytes[scalar.value] ?? UInt8(exactly: scalar.value)
  }
}
