import SutraTestSupport
import Testing

@testable import SutraCore

/// Names as they were found are marked `n`, what is left of the last one `a`.
@Suite("What is no part of a name")
struct NameTrimmingTests {
  static let cases = [
    // A word of the language behind or before a name that stands without it elsewhere.
    "«n:হাসনাত করিম» এসেছেন। «n:হাসনাত করিম সংসদ» নির্বাচনে লড়বেন। → «a:হাসনাত করিম»",
    "«n:মোস্তাফিজুর নূর ইমরান» এসেছেন। «n:তরুণ মোস্তাফিজুর নূর ইমরান» ঢাকায় যান। → «a:মোস্তাফিজুর নূর ইমরান»",
    // It belongs to the name where it stands beside the short one as well.
    "বিধান «n:রঞ্জন রায়» এসেছেন। «n:বিধান রঞ্জন রায়» বলেন। → «a:বিধান রঞ্জন রায়»",
    // Nor is anything taken that the tables know as a name, or from a name that stands only so.
    "«n:হাসনাত করিম» এসেছেন। «n:হাসনাত করিম খান» বলেন। → «a:হাসনাত করিম খান»",
    "«n:রহিম উদ্দিন» এসেছেন। «n:হাসনাত করিম সংসদ» বলেন। → «a:হাসনাত করিম সংসদ»",
    // A place that a noun for places stands behind, and to whom something is told.
    "«n:হাসনাত করিম ফুলঝুরি» থানার ওসিকে ডাকেন। → «a:হাসনাত করিম»",
    "«n:হাসনাত করিম গণমাধ্যমকর্মীদের» বলেন। → «a:হাসনাত করিম»",
  ]

  @Test("is taken from it", arguments: cases)
  func trims(row: String) throws {
    let parts = row.components(of: " → ")
    let stage = try Stage(Stage.Case("bn", parts.text))
    let names = stage.marked.marks("n").map { mark in
      let first = stage.text.tokens.partitioningIndex { Int($0.start) >= mark.bytes.lowerBound }
      let end = stage.text.tokens.partitioningIndex { Int($0.start) >= mark.bytes.upperBound }
      return MentionProposal(
        tokens: first..<end, kind: .person, weight: 0.8, canonical: nil, stemLength: 0, cases: [],
        isMedia: false)
    }
    let last = try #require(NameTrimming(names, stage.text).trimmed(names).last)
    #expect("«a:\(stage.text.text(last.tokens))»" == parts.rest)
  }

  @Test("makes a place of one word before a noun for places")
  func places() throws {
    let stage = try Stage(Stage.Case("bn", "«n:ফুলঝুরি» এলাকার মানুষ এসেছেন।"))
    let tokens = try #require(stage.tokens("n"))
    let name = MentionProposal(
      tokens: tokens, kind: .person, weight: 0.8, canonical: nil, stemLength: 0, cases: [],
      isMedia: false)
    #expect(NameTrimming([name], stage.text).trimmed([name]).map(\.kind) == [.place])
  }

  @Test("leaves a name before a verb of speech without an ending")
  func subjects() throws {
    let stage = try Stage(Stage.Case("bn", "«n:ওলেগ কিপের» বলেছেন, চারজন আহত।"))
    let tokens = try #require(stage.tokens("n"))
    let name = MentionProposal(
      tokens: tokens, kind: .person, weight: 0.8, canonical: nil, stemLength: 9, cases: .genitive,
      isMedia: false)
    let found = try #require(NameTrimming([name], stage.text).trimmed([name]).first)
    #expect(found.cases.isEmpty && found.stemLength == 0 && found.tokens == tokens)
  }
}

extension String {
  /// What stands before and behind the first arrow.
  fileprivate func components(of arrow: String) -> (text: String, rest: String) {
    guard let range = firstRange(of: arrow) else { return (self, "") }
    return (String(self[..<range.lowerBound]), String(self[range.upperBound...]))
  }
}
