import SutraResources
import Synchronization
import Testing

@testable import SutraCore

@Suite("Networks of second readings")
struct ReadingNetworkTests {
  /// The network of a language, read from bytes that may be changed first.
  private func network(
    changing change: (inout [UInt8]) -> Void = { _ in }
  ) throws(ReadingNetworkError) -> ReadingNetwork {
    var bytes = EmbeddedResource.bytes(at: "models/reading-en.network").map(Array.init) ?? []
    change(&bytes)
    // A network is read in place, so that its bytes may never end.
    let kept = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, bytes.count), alignment: 16)
    kept.copyBytes(from: bytes)
    return try ReadingNetwork(
      constant: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(kept)[..<bytes.count]))
  }

  @Test("one travels inside the binary for English, none for a language it was not better in")
  func builtIn() {
    #expect(SecondReadings.builtIn.network("en") != nil)
    #expect(SecondReadings.builtIn.network("bn") == nil)
    #expect(SecondReadings.none.network("en") == nil)
  }

  @Test("one is made once, for the first article that needs it")
  func whenNeeded() throws {
    let kept = try network()
    let asked = Mutex<[String]>([])
    let readings = SecondReadings(languages: ["en"]) { code in
      asked.withLock { $0.append(code) }
      return kept
    }
    let analyzer = ArticleAnalyzer(
      languages: LanguageLibrary.builtIn, models: NameModels.builtIn, readings: readings)
    for (text, count) in [
      ("মেয়র রিনা দাস বলেন, ‘সেতুটি সোমবার খুলবে।’", 0),
      ("“The bridge opens on Monday,” said Rina Das, the mayor.", 1),
      ("“The ferry runs again,” said Anna Wolf.", 1),
    ] {
      let document = analyzer.document(id: "a", text: SourceText(validBytes: Array(text.utf8)))
      #expect(analyzer.article(document).quotations.count == 1)
      #expect(asked.withLock { $0 } == Array(repeating: "en", count: count))
    }
  }

  @Test("texts that would take long are left to the rules, unless somebody asks")
  func long() {
    let sentence = "The mayor said the ferry runs again on Monday. "
    for (count, isShort) in [
      (10, true), (Limits.secondReadingBytes / sentence.utf8.count + 1, false),
    ] {
      let text = String(repeating: sentence, count: count)
      for (readings, reads) in [
        (SecondReadings.builtIn, true), (.builtIn.ofShortTexts, isShort), (.none, false),
      ] {
        let analyzer = ArticleAnalyzer(
          languages: LanguageLibrary.builtIn, models: NameModels.builtIn, readings: readings)
        let document = analyzer.document(id: "a", text: SourceText(validBytes: Array(text.utf8)))
        #expect(analyzer.readsTwice(document) == reads)
      }
    }
  }

  @Test("the scores have the same bits on every machine")
  func bits() throws {
    let network = try network()
    let seen = network.read(30) { token, rows in
      rows += (0..<5).map { UInt32(token * 7919 + $0 * 104_729) & 0x3FFFF }
    }
    let sentences = (0..<30).map { $0 / 10 }
    let window = ReadingWindow(from: 12, sentences: sentences, nil, first: 0)
    let scores = network.scores(of: seen, from: 12, window)
    #expect(scores.count == 30 * 4)
    let digest = scores.reduce(into: UInt64(0xCBF2_9CE4_8422_2325)) { hash, score in
      hash = (hash ^ UInt64(score.bitPattern)) &* 0x100_0000_01B3
    }
    #expect(digest == 12_518_471_413_748_038_417)
  }

  @Test("bytes that are no network are refused, with the reason")
  func refused() {
    #expect(throws: ReadingNetworkError.notANetwork) { try network { $0[0] = 0x41 } }
    #expect(throws: ReadingNetworkError.notANetwork) { try network { $0 = [] } }
    #expect(throws: ReadingNetworkError.wrongVersion) { try network { $0[12] = 99 } }
    #expect(throws: ReadingNetworkError.unusableHeader) { try network { $0[24] = 7 } }
    #expect(throws: ReadingNetworkError.unusableHeader) { try network { $0[32] = 200 } }
    #expect(throws: ReadingNetworkError.wrongLength) { try network { $0.removeLast() } }
    #expect(throws: ReadingNetworkError.wrongLength) { try network { $0.append(0) } }
    #expect(throws: ReadingNetworkError.unusableNumber) {
      try network { for place in 64..<68 { $0[place] = 0xFF } }
    }
  }
}
