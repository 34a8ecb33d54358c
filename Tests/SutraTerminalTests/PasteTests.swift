import SutraCore
import SutraReader
import Testing

@testable import SutraTerminal

@Suite("Texts that are pasted")
struct PasteTests {
  private static let text = "foo\r|touch f\r\u{1B}[Aসেতু"
  private static let bytes = Array("j\u{1B}[200~\(text)\u{1B}[201~k".utf8)

  @Test("are told as such, however they come")
  func whole() {
    let wanted: [TerminalInput] = [
      .key(.character("j")), .paste(Self.text), .key(.character("k")),
    ]
    var decoder = InputDecoder()
    #expect(decoder.decode(Self.bytes) == wanted)
    for size in 1..<8 {
      var decoder = InputDecoder()
      var found: [TerminalInput] = []
      for start in stride(from: 0, to: Self.bytes.count, by: size) {
        found += decoder.decode(Self.bytes[start..<min(start + size, Self.bytes.count)])
      }
      #expect(found == wanted, "\(size) bytes at a time")
      #expect(!decoder.isWaiting)
    }
  }

  @Test("are no keys while their end has not come, and of very long ones the beginning is kept")
  func long() {
    var decoder = InputDecoder()
    #expect(decoder.decode(Array("\u{1B}[200~abc\u{1B}".utf8)).isEmpty)
    #expect(!decoder.isWaiting && decoder.flush().isEmpty)
    #expect(decoder.decode([UInt8](repeating: 0x61, count: 1 << 20)).isEmpty)
    let found = decoder.decode(Array("\u{1B}[201~".utf8))
    #expect(found.count == 1)
    if case .paste(let text)? = found.first { #expect(text.utf8.count == Limits.pastedBytes) }
  }
}
