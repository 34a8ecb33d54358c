/// Reads the bytes of a network one part after the other.
///
/// All numbers are little-endian, fractions binary32. The header, of 64 bytes, holds at
///
///      0  8 bytes "SUTRARDG"                       24  4 values of a token
///      8  4 version of the format                  28  4 values of a pair of tokens
///     12  4 revision of the features               32  1 count of layers
///     16  4 language code, padded with zeros       33  7 dilation of each layer
///     20  4 rows of features, as power of 2        40  4 margin of other ends
///     44  4 least of a content that is a clause    48  4 least of any content
///     52  4 values that are remembered, or 0       56  8 the two of 44 and 48 for a wide reading
///
/// The parts stand behind it in the order in which `ReadingNetwork` reads them. A matrix is a fraction for each
/// column, what a unit of it is worth, and a signed byte for each number, row by row; a layer is the matrix
/// of its weights, a row for each tap and input, and its biases.
struct ReadingNetworkFile {
  private static let mark = Array("SUTRARDG".utf8)
  private static let version = 2
  private static let headerLength = 64
  private static let mostLayers = 7

  let language: String
  let rowBits: Int
  let width: Int
  let pairWidth: Int
  let dilations: [Int]
  let memoryWidth: Int
  let bounds: ReadingBounds
  let wideBounds: ReadingBounds
  private let bytes: UnsafeRawBufferPointer
  private var place = Self.headerLength

  /// Reads the header.
  ///
  /// - Throws: `ReadingNetworkError` when it is not one of a network that this program can use.
  init(_ bytes: UnsafeRawBufferPointer) throws(ReadingNetworkError) {
    guard bytes.count >= Self.headerLength, bytes.prefix(8).elementsEqual(Self.mark) else {
      throw .notANetwork
    }
    func number(_ offset: Int) -> Int {
      Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
    }
    guard number(8) == Self.version, number(12) == ReadingFeatures.revision else {
      throw .wrongVersion
    }
    language = String(decoding: bytes[16..<20].prefix { $0 != 0 }, as: UTF8.self)
    (rowBits, width, pairWidth) = (number(20), number(24), number(28))
    memoryWidth = number(52)
    let count = Int(bytes[32])
    guard (4...ReadingFeatures.rowBits).contains(rowBits), Self.isWidth(width),
      Self.isWidth(pairWidth), memoryWidth == 0 || Self.isWidth(memoryWidth),
      count <= Self.mostLayers
    else { throw .unusableHeader }
    dilations = bytes[33..<33 + count].map(Int.init)
    func bound(_ offset: Int) -> Float { Float(bitPattern: UInt32(number(offset))) }
    bounds = ReadingBounds(margin: bound(40), leastClause: bound(44), leastThing: bound(48))
    wideBounds = ReadingBounds(margin: bound(40), leastClause: bound(56), leastThing: bound(60))
    guard bounds.isUsable, wideBounds.isUsable else { throw .unusableHeader }
    self.bytes = bytes
  }

  private static func isWidth(_ count: Int) -> Bool { (8...256).contains(count) && count % 8 == 0 }

  private mutating func take(
    _ count: Int
  ) throws(ReadingNetworkError) -> UnsafeRawBufferPointer {
    guard count <= bytes.count - place else { throw .wrongLength }
    place += count
    return UnsafeRawBufferPointer(rebasing: bytes[place - count..<place])
  }

  /// Some fractions.
  mutating func numbers(_ count: Int) throws(ReadingNetworkError) -> [Float] {
    let part = try take(count * 4)
    let found = (0..<count).map { index in
      Float(
        bitPattern: UInt32(
          littleEndian: part.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self)))
    }
    guard found.allSatisfy({ $0.magnitude < 100_000 }) else { throw .unusableNumber }
    return found
  }

  /// A matrix as it stands there: signed bytes, and what a unit of each column is worth.
  mutating func table(
    rows: Int, columns: Int
  ) throws(ReadingNetworkError) -> (values: UnsafeRawBufferPointer, scales: [Float]) {
    let scales = try numbers(columns)
    return (try take(rows * columns), scales)
  }

  /// A matrix.
  mutating func matrix(rows: Int, columns: Int) throws(ReadingNetworkError) -> [Float] {
    let (values, scales) = try table(rows: rows, columns: columns)
    return values.indices.map { Float(Int8(bitPattern: values[$0])) * scales[$0 % columns] }
  }

  /// A layer.
  mutating func layer(
    inputs: Int, outputs: Int, taps: Int
  ) throws(ReadingNetworkError) -> ReadingNetwork.Layer {
    let weights = try matrix(rows: taps * inputs, columns: outputs)
    return ReadingNetwork.Layer(
      inputs: inputs, outputs: outputs, taps: taps, weights: weights, bias: try numbers(outputs))
  }

  /// Sees that nothing follows.
  func end() throws(ReadingNetworkError) {
    guard place == bytes.count else { throw .wrongLength }
  }
}

/// Why bytes are no network that this program can use.
package enum ReadingNetworkError: Error, Equatable {
  /// They do not begin as one does.
  case notANetwork
  /// They are of another format, or learnt from other features.
  case wrongVersion
  /// Their header tells of sizes that no network has.
  case unusableHeader
  /// They end too early or too late.
  case wrongLength
  /// A number is none, or out of all bounds.
  case unusableNumber
}
