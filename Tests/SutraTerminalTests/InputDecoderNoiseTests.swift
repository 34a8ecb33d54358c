import SutraReader
import Testing

@testable import SutraTerminal

@Suite("Keys from noise")
struct InputDecoderNoiseTests {
  /// Most bytes that may wait: a string that is never ended is given up after so many.
  private static let mostWaiting = 4_200

  /// Bytes that begin, carry on and end sequences, more often than chance would have it.
  private static let favoured = Array("\u{1B}\u{1B}\u{1B}[]OP\\;0123456789~RMAZ\u{07}\u{7F}কä".utf8)

  private static func noise(_ generator: inout SeededGenerator, count: Int) -> [UInt8] {
    (0..<count).map { _ in
      Bool.random(using: &generator)
        ? favoured[Int.random(in: 0..<favoured.count, using: &generator)]
        : UInt8.random(in: 0...255, using: &generator)
    }
  }

  @Test(
    "never trap, keep only so much, and come out the same however reads cut them", arguments: 1...40
  )
  func survivesNoise(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let bytes = Self.noise(&generator, count: 3_000)
    var whole = InputDecoder()
    let expected = whole.decode(bytes)
    var cut = InputDecoder()
    var found: [TerminalInput] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = Int.random(in: 1...17, using: &generator)
      found += cut.decode(rest.prefix(count))
      rest = rest.dropFirst(count)
      #expect(cut.pending.count <= Self.mostWaiting)
    }
    #expect(found == expected)
    _ = cut.flush()
    #expect(!cut.isWaiting)
    #expect(cut.decode("j".utf8) == [.key(.character("j"))])
  }

  @Test(
    "give up a sequence that never ends",
    arguments: ["\u{1B}[", "\u{1B}]", "\u{1B}P", "\u{1B}_", "\u{1B}[<", "\u{1B}[?"])
  func givesUp(opening: String) {
    var decoder = InputDecoder()
    _ = decoder.decode(opening.utf8)
    for _ in 0..<100 {
      _ = decoder.decode([UInt8](repeating: 0x31, count: 1_000))
      #expect(decoder.pending.count <= Self.mostWaiting)
    }
  }

  @Test("of damaged UTF-8 leave the letters around it")
  func skipsDamage() {
    for damage: [UInt8] in [
      [0xFF], [0xC0, 0xAF], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
      [0xE0, 0xA6], [0xF0, 0x9F], [0x80], [0xF8, 0x88, 0x80, 0x80, 0x80],
    ] {
      var decoder = InputDecoder()
      let found = decoder.decode([0x6A] + damage + [0x6B])
      #expect(found == [.key(.character("j")), .key(.character("k"))], "\(damage)")
    }
  }
}
