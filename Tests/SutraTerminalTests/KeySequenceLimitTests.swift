import SutraCore
import SutraReader
import Testing

@testable import SutraTerminal

@Suite("The limit of a key's sequence")
struct KeySequenceLimitTests {
  /// A control sequence of so many bytes.
  private static func sequence(_ count: Int) -> [UInt8] {
    Array("\u{1B}[".utf8) + [UInt8](repeating: UInt8(ascii: "0"), count: count - 4)
      + Array("5~".utf8)
  }

  @Test("one as long as may be is a key, a longer one is none and stops nothing")
  func longest() {
    var decoder = InputDecoder()
    #expect(decoder.decode(Self.sequence(Limits.keySequenceBytes)) == [.key(.pageUp)])
    var found = decoder.decode(Self.sequence(Limits.keySequenceBytes + 8))
    #expect(!found.contains(.key(.pageUp)))
    found = decoder.decode(Array("j".utf8))
    #expect(found == [.key(.character("j"))])
  }
}
