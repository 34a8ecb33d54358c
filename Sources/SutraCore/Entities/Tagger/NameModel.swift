import CNetwork

/// A trained model that finds names: weights of hashed features for each label, and of one label
/// after another.
///
/// The weights are read in place, so that loading costs nothing but a look at the header. All
/// numbers are little-endian, fractions binary32. The header, of 80 bytes, holds at
///
///      0  8 bytes "SUTRANER"                       28  4 offset of the transitions
///      8  4 version of the format                  32  4 offset of the weights
///     12  4 revision of the features               36  4 offset of the word classes
///     16  1 count of labels                        40  4 what a unit of a weight is worth
///     17  1 count of styles                        44  4 added to the score of no name
///     18  1 rows of weights, as power of 2         48  4 least confidence of a name
///     19  1 slots of word classes, as power of 2   52 20 calibration (`NameCalibration`)
///     20  4 language code, padded with zeros       72  1 style of annotation to assume
///     24  4 count of bytes of the whole model      73  7 zeros
///
/// After it stand the labels, two bytes each (kind, whether it begins), the transitions (16 x 16
/// fractions, from row to column), the weights (for each row one signed byte for each label, and
/// `NameLabel.most` bytes of zero at the end) and the word classes (one byte a slot).
public struct NameModel: Sendable {
  /// What a model begins with.
  package static let mark: [UInt8] = Array("SUTRANER".utf8)
  /// The version of the format.
  package static let version = 1
  package static let headerLength = 80
  /// The least and most power of 2 for rows of weights.
  package static let rowBits: ClosedRange<Int> = 4...22

  /// The bytes of a model, kept alive as long as it is used.
  private final class Storage: @unchecked Sendable {
    let bytes: UnsafeRawBufferPointer
    private let owned: UnsafeMutableRawBufferPointer?

    /// Uses bytes that never end.
    init(constant bytes: UnsafeRawBufferPointer) {
      self.bytes = bytes
      owned = nil
    }

    /// Keeps a copy of bytes.
    init(copying source: [UInt8]) {
      let copy = UnsafeMutableRawBufferPointer.allocate(
        byteCount: max(1, source.count), alignment: 16)
      copy.copyBytes(from: source)
      owned = copy
      bytes = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(copy)[..<source.count])
    }

    deinit { owned?.deallocate() }
  }

  private let storage: Storage
  /// The code of the language it is for, as in `bn`.
  public let language: String
  /// The labels; the first one is outside of names.
  package let labels: [NameLabel]
  /// How many styles of annotation it knows.
  package let styleCount: Int
  /// The style it assumes.
  package let style: Int
  /// What a unit of a weight is worth.
  package let scale: Float
  /// Added to the score of the label outside of names.
  package let outsideShift: Float
  /// Names of less confidence are dropped.
  package let leastConfidence: Float
  /// How sure its names are.
  package let calibration: NameCalibration
  /// For each label the scores of the labels after it.
  package let transitions: [LabelScores]
  private let weightOffset: Int
  private let rowMask: Int
  private let classOffset: Int
  private let classMask: Int

  /// Reads a model from bytes, which are copied.
  ///
  /// - Parameter bytes: The whole model.
  /// - Throws: `NameModelError` when they are no model that this program can use.
  public init(bytes: [UInt8]) throws(NameModelError) {
    try self.init(Storage(copying: bytes))
  }

  /// Reads a model in place.
  ///
  /// - Parameter bytes: The whole model, which must never be freed or changed.
  /// - Throws: `NameModelError` when they are no model that this program can use.
  package init(constant bytes: UnsafeRawBufferPointer) throws(NameModelError) {
    try self.init(Storage(constant: bytes))
  }

  private init(_ storage: Storage) throws(NameModelError) {
    self.storage = storage
    let bytes = storage.bytes
    guard bytes.count >= Self.headerLength, bytes.prefix(8).elementsEqual(Self.mark) else {
      throw .notAModel
    }
    func number(_ offset: Int) -> Int {
      Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
    }
    func fraction(_ offset: Int) -> Float { Float(bitPattern: UInt32(number(offset))) }
    guard number(8) == Self.version else {
      throw .wrongVersion(expected: Self.version, found: number(8))
    }
    guard number(12) == NameFeatures.revision else {
      throw .wrongFeatures(expected: NameFeatures.revision, found: number(12))
    }
    guard number(24) == bytes.count else {
      throw .wrongLength(expected: number(24), found: bytes.count)
    }
    let labelCount = Int(bytes[16])
    guard (1...NameLabel.most).contains(labelCount) else { throw .unusableHeader(field: "labels") }
    styleCount = Int(bytes[17])
    style = Int(bytes[72])
    guard style <= styleCount else { throw .unusableHeader(field: "style") }
    guard Self.rowBits.contains(Int(bytes[18])) else { throw .unusableHeader(field: "rows") }
    rowMask = 1 << Int(bytes[18]) - 1
    guard bytes[19] <= 22 else { throw .unusableHeader(field: "word classes") }
    classMask = 1 << Int(bytes[19]) - 1
    language = String(decoding: bytes[20..<24].prefix { $0 != 0 }, as: UTF8.self)

    let transitionOffset = number(28)
    weightOffset = number(32)
    classOffset = number(36)
    let transitionLength = NameLabel.most * NameLabel.most * 4
    let weightLength = (rowMask + 1) * labelCount + NameLabel.most
    guard Self.headerLength + labelCount * 2 <= bytes.count,
      transitionOffset >= Self.headerLength + labelCount * 2,
      transitionOffset + transitionLength <= bytes.count
    else { throw .unusableHeader(field: "offset of transitions") }
    guard weightOffset >= transitionOffset + transitionLength,
      weightOffset + weightLength <= bytes.count
    else { throw .unusableHeader(field: "offset of weights") }
    guard classOffset >= weightOffset + weightLength, classOffset + classMask + 1 <= bytes.count
    else { throw .unusableHeader(field: "offset of word classes") }

    var labels: [NameLabel] = []
    for index in 0..<labelCount {
      let kind = Int(bytes[Self.headerLength + 2 * index])
      let begins = bytes[Self.headerLength + 2 * index + 1]
      guard kind <= EntityKind.allCases.count, begins <= 1, (kind == 0) == (index == 0) else {
        throw .unusableHeader(field: "labels")
      }
      labels.append(
        NameLabel(kind: kind == 0 ? nil : EntityKind.allCases[kind - 1], begins: begins == 1))
    }
    guard Set(labels).count == labelCount else { throw .unusableHeader(field: "labels") }
    self.labels = labels

    scale = fraction(40)
    outsideShift = fraction(44)
    leastConfidence = fraction(48)
    let factors = (0..<NameCalibration.count).map { fraction(52 + 4 * $0) }
    calibration = NameCalibration(factors: factors)
    for (value, field) in [
      (scale, "scale"), (outsideShift, "score of no name"), (leastConfidence, "least confidence"),
    ] + factors.map({ ($0, "calibration") }) where !(value.magnitude < 1000) {
      throw .unusableHeader(field: field)
    }
    transitions = try (0..<labelCount).map { (row) throws(NameModelError) in
      var scores = LabelScores(repeating: 0)
      for column in 0..<labelCount {
        let value = fraction(transitionOffset + (row * NameLabel.most + column) * 4)
        guard value.magnitude < 1000 else { throw .unusableHeader(field: "transitions") }
        scores[column] = value
      }
      return scores
    }
  }

  /// Has the weights of a feature's row brought near, which are added soon.
  @inline(__always)
  func expect(row: UInt32) {
    network_expect(storage.bytes.baseAddress.map { $0 + offset(of: row) })
  }

  @inline(__always)
  private func offset(of row: UInt32) -> Int { weightOffset + (Int(row) & rowMask) * labels.count }

  /// Adds the weights of a feature's row.
  ///
  /// Lanes beyond the labels hold weights of other rows.
  @inline(__always)
  func add(row: UInt32, to scores: inout SIMD16<Int16>) {
    let weights = storage.bytes.loadUnaligned(
      fromByteOffset: offset(of: row), as: SIMD16<Int8>.self)
    scores &+= SIMD16<Int16>(truncatingIfNeeded: weights)
  }

  /// The class of a word by how often it is used, from its hash; 0 for a rare one.
  func wordClass(_ hash: UInt64) -> UInt8 {
    storage.bytes[classOffset + Int(truncatingIfNeeded: hash >> 24) & classMask]
  }
}
