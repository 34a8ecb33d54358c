/// The titles of all articles as the list has them, from which those are made that a search compares.
///
/// That takes a moment for many articles, so the program does it beside the list.
public struct ListedTitles: Sendable {
  fileprivate let bytes: [UInt8]
  fileprivate let places: [Range<Int>]

  init(_ bytes: [UInt8], _ places: [Range<Int>]) { (self.bytes, self.places) = (bytes, places) }

  /// The titles as a search compares them.
  public func folded() -> FoldedTitles { FoldedTitles(self) }
}

/// Many titles as a search compares them, one behind the other.
public struct FoldedTitles: Sendable {
  private typealias Block = SIMD32<UInt8>

  /// The titles, and behind them a block of nothing, so that a block can be read at any place.
  private let bytes: [UInt8]
  private let places: [Range<Int>]

  /// How many titles there are.
  var count: Int { places.count }

  fileprivate init(_ listed: ListedTitles) {
    let (titles, places) = (listed.bytes, listed.places)
    var folded: [Range<Int>] = []
    folded.reserveCapacity(places.count)
    // No letter takes more than three times the bytes.
    bytes = [UInt8](unsafeUninitializedCapacity: 3 * titles.count + Block.scalarCount) {
      (output: inout UnsafeMutableBufferPointer<UInt8>, count: inout Int) in
      titles.withUnsafeBufferPointer { titles in
        for place in places {
          let start = count
          Self.fold(titles, place, into: output, &count)
          folded.append(start..<count)
        }
      }
      for _ in 0..<Block.scalarCount {
        output[count] = 0
        count += 1
      }
    }
    self.places = folded
  }

  /// Those of some rows whose titles hold a text.
  func rows(of rows: [Int32], holding text: String) -> [Int32] {
    let typed = Array(text.utf8)
    let wanted = [UInt8](unsafeUninitializedCapacity: 3 * typed.count) {
      (output: inout UnsafeMutableBufferPointer<UInt8>, count: inout Int) in
      typed.withUnsafeBufferPointer { Self.fold($0, 0..<$0.count, into: output, &count) }
    }
    guard let last = wanted.last else { return rows }
    // The last byte of a letter tells most: in Bengali every third byte is the same.
    let lasts = Block(repeating: last)
    return bytes.withUnsafeBufferPointer { bytes in
      wanted.withUnsafeBufferPointer { wanted in
        rows.filter { Self.holds(bytes, places[Int($0)], wanted, lasts) }
      }
    }
  }

  @inline(__always)
  private static func holds(
    _ bytes: UnsafeBufferPointer<UInt8>, _ place: Range<Int>,
    _ wanted: UnsafeBufferPointer<UInt8>, _ lasts: Block
  ) -> Bool {
    guard let base = UnsafeRawPointer(bytes.baseAddress) else { return false }
    var start = place.lowerBound + wanted.count - 1
    while start < place.upperBound {
      let hits = base.loadUnaligned(fromByteOffset: start, as: Block.self) .== lasts
      if any(hits) {
        for lane in 0..<min(Block.scalarCount, place.upperBound - start) where hits[lane] {
          if isEqual(bytes, start + lane + 1 - wanted.count, wanted) { return true }
        }
      }
      start += Block.scalarCount
    }
    return false
  }

  @inline(__always)
  private static func isEqual(
    _ bytes: UnsafeBufferPointer<UInt8>, _ place: Int, _ wanted: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    for index in 0..<wanted.count - 1 where bytes[place &+ index] != wanted[index] { return false }
    return true
  }

  // MARK: Folding

  /// Which of the 128 letters of the Bengali block are compared as they are, whatever follows them.
  private static let plain: (low: UInt64, high: UInt64) = {
    func mask(from first: UInt32) -> UInt64 {
      var mask: UInt64 = 0
      for offset in UInt32(0)..<64 {
        let scalar = first + offset
        if SearchFolding().unit(scalar) == scalar, !SearchFolding.mayContinue(scalar) {
          mask |= 1 << UInt64(offset)
        }
      }
      return mask
    }
    return (mask(from: 0x0980), mask(from: 0x09C0))
  }()

  private static func fold(
    _ text: UnsafeBufferPointer<UInt8>, _ place: Range<Int>,
    into output: UnsafeMutableBufferPointer<UInt8>, _ count: inout Int
  ) {
    let folding = SearchFolding()
    let plain = plain
    var rest = place.lowerBound
    while rest < place.upperBound {
      let byte = text[rest]
      if byte < 0x80 {
        output[count] = byte &- 0x41 < 26 ? byte | 0x20 : byte
        count &+= 1
        rest &+= 1
        continue
      }
      if byte == 0xE0, rest &+ 2 < place.upperBound, text[rest &+ 1] & 0xFE == 0xA6 {
        let mask = text[rest &+ 1] == 0xA6 ? plain.low : plain.high
        if mask >> UInt64(text[rest &+ 2] & 0x3F) & 1 == 1 {
          output[count] = byte
          output[count &+ 1] = text[rest &+ 1]
          output[count &+ 2] = text[rest &+ 2]
          count &+= 3
          rest &+= 3
          continue
        }
      }
      let (scalar, next) = scalar(text, rest, place.upperBound)
      rest = next
      var unit = folding.unit(scalar)
      guard unit != 0 else { continue }
      if SearchFolding.mayContinue(scalar), rest < place.upperBound, text[rest] >= 0x80 {
        let (second, behind) = Self.scalar(text, rest, place.upperBound)
        if let joined = folding.joined(scalar, second) {
          unit = joined
          rest = behind
        }
      }
      put(unit, output, &count)
    }
  }

  @inline(__always)
  private static func put(
    _ unit: UInt32, _ output: UnsafeMutableBufferPointer<UInt8>, _ count: inout Int
  ) {
    func append(_ byte: UInt32) {
      output[count] = UInt8(truncatingIfNeeded: byte)
      count &+= 1
    }
    if unit < 0x80 { return append(unit) }
    if unit < 0x800 {
      append(0xC0 | unit >> 6)
    } else {
      if unit < 0x10000 {
        append(0xE0 | unit >> 12)
      } else {
        append(0xF0 | unit >> 18 & 7)
        append(0x80 | unit >> 12 & 0x3F)
      }
      append(0x80 | unit >> 6 & 0x3F)
    }
    append(0x80 | unit & 0x3F)
  }

  /// The scalar at a place behind ASCII, and the place behind it; a stray byte is U+FFFD.
  @inline(__always)
  private static func scalar(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> (scalar: UInt32, next: Int) {
    let first = UInt32(bytes[start])
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1
    guard length > 1, start + length <= end else { return (0xFFFD, start + 1) }
    var value = first & (0xFF >> UInt32(length + 1))
    for index in 1..<length { value = value << 6 | UInt32(bytes[start + index] & 0x3F) }
    return (value, start + length)
  }
}
