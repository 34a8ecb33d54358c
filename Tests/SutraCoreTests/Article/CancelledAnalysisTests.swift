import SutraResources
import Synchronization
import Testing

@testable import SutraCore

@Suite("Cancelled analysis")
struct CancelledAnalysisTests {
  private static let text = """
    হাওরে নামছে বইয়ের নৌকা

    জেলা প্রশাসক মাহবুবা নাসরিন বলেন, “শিশুরা বছরের ছয় মাস পানিবন্দি থাকে।” তিনি আরও বলেন, কাজ শুরু হয়েছে।
    The minister, Karim Haider, said the boats would sail on Monday. “We are ready,” he added.

    """

  @Test("gives nothing, wherever it is cancelled, and else what it always gives")
  func everywhere() {
    let analyzer = ArticleAnalyzer()
    let document = analyzer.document(
      id: "a", text: SourceText(validBytes: Array(String(repeating: Self.text, count: 3).utf8)))
    let all = Counter()
    let whole = analyzer.article(document) { all.next() < 0 }
    #expect(
      whole.map(AnalysisWriter.line) == AnalysisWriter.line(analyzer.article(document)))
    let asked = all.value
    #expect(asked > 20)
    for limit in stride(from: 0, to: asked, by: max(1, asked / 40)) {
      let count = Counter()
      let article = analyzer.article(document) { count.next() > limit }
      #expect(article == nil, "cancelled when asked for the \(limit + 1)th time")
      // Once it is told so it hardly asks again.
      #expect(count.value < limit + 40)
    }
  }

  private final class Counter: Sendable {
    private let count = Atomic(0)
    func next() -> Int { count.add(1, ordering: .relaxed).newValue }
    var value: Int { count.load(ordering: .relaxed) }
  }

  @Test("a word without end goes on as the next one, and no byte is lost")
  func endlessWord() throws {
    let word = String(repeating: "ক", count: 500)
    let analyzer = ArticleAnalyzer()
    let document = analyzer.document(id: "a", text: SourceText(validBytes: Array(word.utf8)))
    let pack = try #require(LanguageLibrary.builtIn.pack("bn"))
    var tokenizer = Tokenizer(pack, byteCount: word.utf8.count, longestWord: 100)
    let range = document.text.bytes.withUnsafeBufferPointer {
      tokenizer.add(document.paragraphs[0], of: $0, .never)
    }
    #expect(range.count == 15)
    var end: UInt32 = 0
    for token in tokenizer.tokens {
      #expect(token.start == end)
      #expect(token.start % 3 == 0)
      end = token.end
    }
    #expect(Int(end) == word.utf8.count)
  }
}
