import SutraTestSupport
import Testing

@testable import SutraCore

/// Names as they were found are marked `n`; the last one of each text is that in question, its halves `a` and `b`.
@Suite("Two names that seem one")
struct NamePartingTests {
  static let cases = [
    Stage.Case(
      "bn", "শীলা রায় এসেছেন। আনোয়ার হোসেন আসেননি। «a:শীলা রায়» «b:আনোয়ার হোসেনকে» বলেন, সেতু খোলা।"),
    // Where only one half stands elsewhere it is one name.
    Stage.Case("bn", "শীলা রায় এসেছেন। রাতে বৃষ্টি হয়েছে। «a:শীলা রায় আনোয়ার হোসেনকে» সবাই চেনে।"),
  ]

  @Test("are parted where both stand elsewhere", arguments: cases)
  func parts(row: Stage.Case) throws {
    let stage = try Stage(row)
    let first = try #require(stage.tokens("a"))
    let end = (stage.tokens("b") ?? first).upperBound
    func name(_ tokens: Range<Int>, _ cases: CaseSet, _ stem: Int) -> MentionProposal {
      MentionProposal(
        tokens: tokens, kind: .person, weight: 0.8, canonical: nil, stemLength: stem, cases: cases,
        isMedia: false)
    }
    let last = stage.text.tokens[end - 1].word
    let reading = try #require(
      stage.text.vocabulary.stems(of: last).first { $0.cases.contains(.objective) })
    var names = [name(0..<2, [], 0)]
    let second = stage.context.sentences[1].tokens
    if stage.tokens("b") != nil {
      names.append(name(second.lowerBound..<second.lowerBound + 2, [], 0))
    }
    names.append(name(first.lowerBound..<end, reading.cases, reading.keyLength))
    let found = NameParting(names, stage.text).parted(names).filter {
      $0.tokens.lowerBound >= first.lowerBound
    }
    let labels = ["a", "b"]
    #expect(
      stage.written(zip(labels, found).flatMap { stage.mark($0, $1.tokens) }) == row.marked)
  }
}
