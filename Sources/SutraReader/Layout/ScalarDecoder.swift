/// Reads scalars from UTF-8 bytes; a byte that is part of no scalar counts as one by itself.
struct ScalarDecoder {
  /// A scalar, its properties and the number of its bytes.
  struct Step {
    var properties: ScalarProperties
    var scalar: UInt32
    var length: Int
  }

  let bytes: UnsafePointer<UInt8>
  let end: Int

  /// The scalar at an offset less than `end`.
  @inline(__always)
  func step(at offset: Int) -> Step {
    let lead = UInt32(bytes[offset])
    if lead < 0x80 {
      return Step(properties: ScalarProperties(lead), scalar: lead, length: 1)
    }
    if lead & 0xF0 == 0xE0, offset &+ 2 < end {
      let second = UInt32(bytes[offset &+ 1])
      let third = UInt32(bytes[offset &+ 2])
      if (second & 0xC0) | (third & 0xC0) << 8 == 0x8080 {
        let scalar = (lead & 0x0F) << 12 | (second & 0x3F) << 6 | third & 0x3F
        if scalar >= 0x800 {
          return Step(properties: ScalarProperties(scalar), scalar: scalar, length: 3)
        }
      }
    }
    return longStep(at: offset)
  }

  /// The scalar of two or four bytes at an offset.
  @inline(never)
  private func longStep(at offset: Int) -> Step {
    let lead = UInt32(bytes[offset])
    let length = lead & 0xE0 == 0xC0 ? 2 : lead & 0xF8 == 0xF0 ? 4 : 0
    let illFormed = Step(properties: .illFormed, scalar: 0xFFFD, length: 1)
    guard length > 0, offset + length <= end else { return illFormed }
    var scalar = length == 2 ? lead & 0x1F : lead & 0x07
    for index in 1..<length {
      let byte = UInt32(bytes[offset + index])
      guard byte & 0xC0 == 0x80 else { return illFormed }
      scalar = scalar << 6 | byte & 0x3F
    }
    guard scalar >= (length == 2 ? 0x80 : 0x1_0000), scalar <= 0x10FFFF else { return illFormed }
    return Step(properties: ScalarProperties(scalar), scalar: scalar, length: length)
  }
}
