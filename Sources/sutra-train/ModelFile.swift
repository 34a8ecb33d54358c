import SutraCore

/// Writes a model as `NameModel` reads it.
struct ModelFile {
  var language: String
  var labels: [NameLabel]
  var styleCount: Int
  var style: Int
  var rowBits: Int
  var weights: [LabelScores]
  var transitions: [LabelScores]
  var wordClasses: [UInt8]
  var calibration = NameCalibration(factors: [1, 0, 0, 0, 0])
  var outsideShift: Float
  var least: Float

  /// The whole model.
  func bytes() -> [UInt8] {
    // Nearly all weights are small: the few largest are cut rather than make all others coarse.
    var largest: [Float] = []
    for row in weights {
      for label in labels.indices where row[label] != 0 { largest.append(row[label].magnitude) }
    }
    largest.sort()
    let bound = largest.isEmpty ? 1 : largest[min(largest.count - 1, largest.count * 9995 / 10000)]
    let scale = max(bound, 1e-6) / 127
    var bytes = NameModel.mark
    func number(_ value: Int) -> [UInt8] { (0..<4).map { UInt8(value >> ($0 * 8) & 0xFF) } }
    func fraction(_ value: Float) -> [UInt8] { number(Int(value.bitPattern)) }
    let transitionOffset = NameModel.headerLength + (labels.count * 2 + 15) / 16 * 16
    let weightOffset = transitionOffset + NameLabel.most * NameLabel.most * 4
    let classOffset = weightOffset + (labels.count << rowBits) + NameLabel.most
    bytes += number(NameModel.version)
    bytes += number(NameFeatures.revision)
    bytes += [UInt8(labels.count), UInt8(styleCount), UInt8(rowBits)]
    bytes += [UInt8(wordClasses.count.trailingZeroBitCount)]
    bytes +=
      Array(language.utf8.prefix(4)) + [UInt8](repeating: 0, count: max(0, 4 - language.utf8.count))
    bytes += number(classOffset + wordClasses.count)
    bytes += number(transitionOffset) + number(weightOffset) + number(classOffset)
    bytes += fraction(scale) + fraction(outsideShift) + fraction(least)
    bytes += calibration.factors.flatMap(fraction)
    bytes += [UInt8(style)] + [UInt8](repeating: 0, count: 7)
    for label in labels {
      let kind = label.kind.flatMap { EntityKind.allCases.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
      bytes += [UInt8(kind), label.begins ? 1 : 0]
    }
    bytes += [UInt8](repeating: 0, count: transitionOffset - bytes.count)
    for row in 0..<NameLabel.most {
      for column in 0..<NameLabel.most {
        bytes += fraction(
          row < labels.count && column < labels.count ? transitions[row][column] : 0)
      }
    }
    bytes.reserveCapacity(classOffset + wordClasses.count)
    for row in weights {
      for label in labels.indices {
        let rounded = (row[label] / scale).rounded()
        bytes.append(UInt8(bitPattern: Int8(max(-127, min(127, rounded)))))
      }
    }
    bytes += [UInt8](repeating: 0, count: NameLabel.most)
    return bytes + wordClasses
  }

  /// The model, read as the program reads it.
  func model() throws(TrainingError) -> NameModel {
    do {
      return try NameModel(bytes: bytes())
    } catch {
      throw .unusable(error.description)
    }
  }
}
