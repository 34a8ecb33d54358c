import SutraResources
import Testing

@testable import SutraCore

/// A small model made by hand, byte by byte.
enum SmallModel {
  static let rowBits = 4
  static let labelCount = 3
  static let transitions = 96
  static let weights = transitions + 16 * 16 * 4
  static let classes = weights + labelCount << rowBits + 16
  static let length = classes + 1

  /// The bytes of a model for persons in which every weight is 0.
  static var bytes: [UInt8] {
    var bytes = Array("SUTRANER".utf8) + number(1) + number(NameFeatures.revision)
    bytes += [UInt8(labelCount), 1, UInt8(rowBits), 0] + Array("xx".utf8) + [0, 0]
    bytes += number(length) + number(transitions) + number(weights) + number(classes)
    bytes += number(Int(Float(0.5).bitPattern)) + number(0) + number(0)
    for factor in [Float(1), 0, 0, 0, 0] { bytes += number(Int(factor.bitPattern)) }
    bytes += [UInt8](repeating: 0, count: 8)
    bytes += [0, 0, 1, 1, 1, 0]
    return bytes + [UInt8](repeating: 0, count: length - bytes.count)
  }

  static func number(_ value: Int) -> [UInt8] { (0..<4).map { UInt8(value >> ($0 * 8) & 0xFF) } }

  /// The bytes with others in their place from an offset on.
  static func with(_ other: [UInt8], at offset: Int) -> [UInt8] {
    var bytes = bytes
    bytes.replaceSubrange(offset..<offset + other.count, with: other)
    return bytes
  }
}

@Suite("A model of names")
struct NameModelTests {
  @Test("is read from bytes")
  func good() throws {
    let model = try NameModel(bytes: SmallModel.bytes)
    #expect(model.language == "xx")
    #expect(
      model.labels == [
        .outside, NameLabel(kind: .person, begins: true), NameLabel(kind: .person, begins: false),
      ])
    #expect(model.scale == 0.5)
  }

  @Test("is refused where it is cut off, at every length")
  func cut() {
    for length in 0..<SmallModel.length {
      #expect(throws: NameModelError.self) {
        try NameModel(bytes: Array(SmallModel.bytes.prefix(length)))
      }
    }
    #expect(throws: NameModelError.wrongLength(expected: SmallModel.length, found: 100)) {
      try NameModel(bytes: Array(SmallModel.bytes.prefix(100)))
    }
    #expect(throws: NameModelError.notAModel) { try NameModel(bytes: Array("no model".utf8)) }
  }

  @Test("is refused when it is of another version or for other features")
  func version() {
    #expect(throws: NameModelError.wrongVersion(expected: 1, found: 2)) {
      try NameModel(bytes: SmallModel.with(SmallModel.number(2), at: 8))
    }
    let revision = NameFeatures.revision
    #expect(throws: NameModelError.wrongFeatures(expected: revision, found: 999)) {
      try NameModel(bytes: SmallModel.with(SmallModel.number(999), at: 12))
    }
  }

  @Test(
    "is refused when its header leads out of it",
    arguments: [
      (offset: 16, bytes: [17], field: "labels"), (16, [0], "labels"),
      (18, [22], "offset of weights"), (18, [40], "rows"), (18, [1], "rows"),
      (19, [20], "offset of word classes"), (19, [200], "word classes"), (72, [9], "style"),
      (28, [0xFF, 0xFF, 0xFF, 0xFF], "offset of transitions"), (28, [0], "offset of transitions"),
      (32, [0xF0, 0xFF, 0xFF, 0x7F], "offset of weights"), (32, [0, 0], "offset of weights"),
      (36, [0xFF, 0xFF, 0xFF, 0xFF], "offset of word classes"),
      (40, [0, 0, 0xC0, 0x7F], "scale"), (52, [0, 0, 0x80, 0x7F], "calibration"),
      (44, [0, 0, 0x80, 0xFF], "score of no name"), (48, [0, 0, 0xC0, 0x7F], "least confidence"),
      (80, [3], "labels"), (82, [9], "labels"), (83, [2], "labels"), (84, [1, 1], "labels"),
      (96, [0, 0, 0x80, 0x7F], "transitions"),
    ] as [(offset: Int, bytes: [UInt8], field: String)])
  func hostile(offset: Int, bytes: [UInt8], field: String) {
    #expect(throws: NameModelError.unusableHeader(field: field)) {
      try NameModel(bytes: SmallModel.with(bytes, at: offset))
    }
  }

  @Test("analyses any text whatever single byte of it is changed")
  func damaged() {
    let document = Fixtures.document("রফিকুল ইসলাম ঢাকায় গেছেন।\nতিনি বলেন, ‘যাব।’", language: "bn")
    for offset in stride(from: 0, to: SmallModel.length, by: 7) {
      var bytes = SmallModel.with([0xFF], at: offset)
      bytes.replaceSubrange(20..<22, with: Array("bn".utf8))
      guard let model = try? NameModel(bytes: bytes) else { continue }
      let article = ArticleAnalyzer(models: NameModels([model])).article(document)
      for mention in article.mentions {
        #expect(mention.span.end <= document.text.bytes.count)
        #expect((0...1).contains(mention.confidence))
      }
    }
  }

  @Test("takes the place of the built-in one, and none leaves the rules alone")
  func choice() throws {
    let model = try NameModel(bytes: SmallModel.bytes)
    #expect(NameModels([model]).model("xx")?.labels.count == 3)
    #expect(NameModels([model]).model("bn") != nil)
    #expect(NameModels.none.model("bn") == nil)
  }

  @Test("says in a sentence why it is refused")
  func sentences() {
    let errors: [NameModelError] = [
      .notAModel, .wrongLength(expected: 2, found: 1), .wrongVersion(expected: 1, found: 2),
      .wrongFeatures(expected: 1, found: 2), .unusableHeader(field: "labels"),
    ]
    for error in errors { #expect(error.description.hasSuffix(".")) }
  }

  @Test(
    "comes with the program, small, for each language that has a folder", arguments: ["bn", "en"])
  func builtIn(code: String) throws {
    let bytes = try #require(EmbeddedResource.bytes(at: "models/\(code).model"))
    #expect(bytes.count <= 4_000_000)
    #expect(try NameModel(constant: bytes).language == code)
  }
}
