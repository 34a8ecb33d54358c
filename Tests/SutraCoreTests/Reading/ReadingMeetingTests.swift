import CNetwork
import Testing

@testable import SutraCore

/// Where rules and network disagree.
///
/// In the cases `q` is what the rules find, `n` what the network would have.
@Suite("The meeting of two readings")
struct ReadingMeetingTests {
  /// A row, and whether the network's ends count where it is sure of them.
  struct Case: Sendable {
    let row: Stage.Case
    let label: String

    init(_ language: String, _ marked: String, stands label: String) {
      row = Stage.Case(language, marked)
      self.label = label
    }
  }

  /// What the rules' quotation becomes where the network is surer of `n` by so much.
  private func met(
    _ stage: Stage, by margin: Float, rule: Construction = .bareContent
  ) throws -> QuotationDraft {
    let (ruled, wanted) = (try #require(stage.tokens("q")), try #require(stage.tokens("n")))
    var scores = [Float](repeating: 0, count: stage.text.tokens.count * NETWORK_SCORES)
    scores[wanted.lowerBound * NETWORK_SCORES] = 1
    scores[(wanted.upperBound - 1) * NETWORK_SCORES + 1] = 1
    let choice = ReadingChoice(scores, first: 0)
    let own = try #require(choice.score(of: ruled))
    for place in scores.indices where scores[place] > 0 { scores[place] = margin / (2 - own) }
    let draft = QuotationDraft(
      content: ruled, cue: nil, speaker: nil, sentence: 0, confidence: 0.5, rule: rule)
    return ReadingMeeting(stage.context, [draft], margin: 4)
      .met(draft, ReadingReport(clause: 0, nobody: 9, thing: 0), ReadingChoice(scores, first: 0))
  }

  @Test(
    "other ends count where the network is sure, but cut no pair of marks and hold no introduction",
    arguments: [
      Case("en", "Rina Das said «q:«n:the ferry would sail» after the storm».", stands: "n"),
      Case("bn", "রিনা দাস বলেন, «q:কাল «n:ফেরি চলবে না»»।", stands: "n"),
      Case("en", "Rina Das said «n:that «q:the ferry would sail today»».", stands: "q"),
      Case("en", "She said «q:it was “«n:old and slow»” and would be sold».", stands: "q"),
      Case("en", "She said «q:it was «n:“old and slow”» and would be sold».", stands: "n"),
      Case("en", "She said «q:it was old«n:.»»", stands: "q"),
    ])
  func ends(row: Case) throws {
    let stage = try Stage(row.row)
    let met = try met(stage, by: 30)
    #expect(met.content == stage.tokens(row.label))
    #expect(met.isMended == (row.label == "n"))
  }

  @Test("ends stay where the network is less sure than the margin, and where a layout tells them")
  func margins() throws {
    let stage = try Stage(
      Stage.Case("en", "Rina Das said «q:«n:the ferry would sail» after the storm»."))
    #expect(try met(stage, by: 3).isMended == false)
    #expect(try met(stage, by: 30, rule: .transcript).isMended == false)
  }

  @Test("who opens a relative clause is whom it belongs to, for the network as for the rules")
  func relatives() throws {
    let stage = try Stage(
      Stage.Case("en", "Officials met «o:women» «w:who» say «q:they were hurt»."))
    let (owner, who) = (try #require(stage.tokens("o")), try #require(stage.tokens("w")))
    var draft = QuotationDraft(
      content: try #require(stage.tokens("q")), cue: nil, speaker: nil, sentence: 0,
      confidence: 0.5, rule: .bareContent)
    draft.speaker = NounPhrase(
      tokens: owner, headTokens: owner, head: .collective, stemLength: 0, relative: who)
    var scores = [Float](repeating: 0, count: stage.text.tokens.count * NETWORK_SCORES)
    scores[who.lowerBound * NETWORK_SCORES + 2] = 30
    scores[who.lowerBound * NETWORK_SCORES + 3] = 30
    let met = ReadingMeeting(stage.context, [draft], margin: 4)
      .met(draft, ReadingReport(clause: 0, nobody: -9, thing: 0), ReadingChoice(scores, first: 0))
    #expect(met.speaker?.tokens == owner)
    #expect(!met.isSpeakerMended)
    let found = ReadingSpeaker(stage.context).phrase(in: who)
    #expect(found?.tokens == owner)
    #expect(found?.relative == who)
  }

  @Test("the best ends are two in their order")
  func best() {
    // Beginnings and ends of three tokens: the best end stands before the best beginning.
    let scores: [Float] = [1, 5, 0, 0, /**/ 0, 2, 0, 0, /**/ 9, 1, 0, 0]
    let best = ReadingChoice(scores, first: 10).best()
    #expect(best == ReadingChoice.Ends(tokens: 12..<13, score: 10))
    #expect(ReadingChoice(scores, first: 10).score(of: 10..<12) == 3)
    #expect(ReadingChoice(scores, first: 10).score(of: 9..<12) == nil)
    #expect(ReadingChoice(scores, first: 10).score(of: 11..<14) == nil)
    #expect(ReadingChoice([], first: 0).best() == nil)
  }

  @Test("the likelier ends are, the nearer their share comes to certainty")
  func shares() throws {
    let even = ReadingChoice([Float](repeating: 1, count: 2 * NETWORK_SCORES), first: 0)
    let ends = try #require(even.best())
    // One of two beginnings and one of two ends.
    #expect(abs(even.share(of: ends) + 2 * 0.693_147) < 1e-4)
    let sure = ReadingChoice([30, 0, 0, 0, /**/ 0, 30, 0, 0], first: 0)
    #expect(abs(sure.share(of: try #require(sure.best()))) < 1e-4)
  }

  /// What counts when the rules have found the marks of `q` and the network those of `n`, the second of which is
  /// less sure.
  private func joined(_ marked: String) throws -> String {
    let stage = try Stage(Stage.Case("en", marked))
    func draft(_ content: Range<Int>, _ rule: Construction) -> QuotationDraft {
      QuotationDraft(
        content: content, cue: nil, speaker: nil, sentence: 0, confidence: 0.5, rule: rule)
    }
    let finds = ["n", "m"].enumerated().compactMap { place, label in
      stage.tokens(label).map {
        ReadingFind(draft: draft($0, .secondReading), surplus: Float(2 - place))
      }
    }
    let all = ReadingMeeting(stage.context, [], margin: 4)
      .joined(stage.tokens("q").map { [draft($0, .bareContent)] } ?? [], finds)
    return stage.written(
      all.flatMap { stage.mark($0.rule == .bareContent ? "q" : "n", $0.content) })
  }

  @Test(
    "what only the network finds is added, but a rule's counts where they say nearly the same or cross",
    arguments: [
      ("«q:It will rain», she said, and he fears «n:the worst».", nil),
      ("She said «q:he fears «n:the worst» of all the storms that ever came».", nil),
      (
        "She said «q:he fears «n:the worst of all the storms that ever came»».",
        "She said «q:he fears the worst of all the storms that ever came»."
      ),
      (
        "She said «n:he fears «q:the worst» of all the storms that ever came over us».",
        "She said «n:he fears «q:the worst» of all the storms that ever came over us»."
      ),
      (
        "He hopes «n:that the «m:wind falls» and they sail today» with us.",
        "He hopes «n:that the «n:wind falls» and they sail today» with us."
      ),
      ("He hopes «n:the «m:wind falls»» today.", "He hopes «n:the wind falls» today."),
      ("«q:He» hopes.", nil),
    ])
  func joins(marked: String, wanted: String?) throws {
    #expect(try joined(marked) == wanted ?? marked)
  }

  @Test("in a turn of an interview nothing is found")
  func turns() throws {
    let stage = try Stage(Stage.Case("en", "Das: «q:Some of us say «n:it was luck» that night.»"))
    let (turn, found) = (try #require(stage.tokens("q")), try #require(stage.tokens("n")))
    let find = ReadingFind(
      draft: QuotationDraft(
        content: found, cue: nil, speaker: nil, sentence: 0, confidence: 0.5,
        rule: .secondReading), surplus: 9)
    for (rule, count) in [(Construction.transcript, 1), (.trailingCue, 2)] {
      let draft = QuotationDraft(
        content: turn, cue: nil, speaker: nil, sentence: 0, confidence: 0.5, rule: rule)
      let meeting = ReadingMeeting(stage.context, [draft], margin: 4)
      #expect(meeting.joined([draft], [find]).count == count)
    }
  }

  @Test("of two that cross a rule's counts, else the surer one")
  func crossing() throws {
    let stage = try Stage(Stage.Case("en", "«q:one two three» four five six seven."))
    let ruled = try #require(stage.tokens("q"))
    func draft(_ content: Range<Int>) -> QuotationDraft {
      QuotationDraft(
        content: content, cue: nil, speaker: nil, sentence: 0, confidence: 0.5,
        rule: content == ruled ? .bareContent : .secondReading)
    }
    let meeting = ReadingMeeting(stage.context, [], margin: 4)
    let (early, late) = (draft(1..<5), draft(4..<7))
    let finds = [
      ReadingFind(draft: early, surplus: 9), ReadingFind(draft: late, surplus: 1),
    ]
    #expect(meeting.joined([draft(ruled)], finds).map(\.content) == [0..<3, 4..<7])
    #expect(meeting.joined([], finds).map(\.content) == [1..<5])
    #expect(meeting.joined([], finds.reversed()).map(\.content) == [1..<5])
  }

  @Test(
    "who says it is whom the network is sure of, where the rules have nobody or others",
    arguments: [
      ("«w:Rina Das» ran home and said «q:it rains».", "«s:Rina Das» ran home and said it rains."),
      (
        "«w:Rina Das», whom «s:Karim» saw, said «q:it rains».",
        "«s:Rina Das», whom Karim saw, said it rains."
      ),
      ("«w:Rina «s:Das»» said «q:it rains».", "Rina «s:Das» said it rains."),
      ("«s:Rina Das» said «q:it rains».", "«s:Rina Das» said it rains."),
    ])
  func speakers(marked: String, wanted: String) throws {
    let stage = try Stage(Stage.Case("en", marked))
    var scores = [Float](repeating: 0, count: stage.text.tokens.count * NETWORK_SCORES)
    if let source = stage.tokens("w") {
      scores[source.lowerBound * NETWORK_SCORES + 2] = 20
      scores[(source.upperBound - 1) * NETWORK_SCORES + 3] = 20
    }
    let own = stage.tokens("s").map {
      NounPhrase(tokens: $0, headTokens: $0, head: .unknown, stemLength: 0)
    }
    let draft = QuotationDraft(
      content: try #require(stage.tokens("q")), cue: nil, speaker: own, sentence: 0,
      carriesOn: own == nil, confidence: 0.5, rule: .bareContent)
    let met = ReadingMeeting(stage.context, [draft], margin: 2).met(
      draft, ReadingReport(clause: 0, nobody: 9, thing: 0), ReadingChoice(scores, first: 0))
    #expect(stage.written(stage.mark("s", met.speaker?.tokens)) == wanted)
    #expect(met.isSpeakerMended == (met.speaker?.tokens != own?.tokens))
    #expect(met.isSpeakerMended || met.carriesOn == draft.carriesOn)
  }

  @Test("other ends take no words of the quotation beside")
  func neighbours() throws {
    let stage = try Stage(
      Stage.Case("en", "It was «n:«q:“old”» for the mayor and «o:“slow”» for the crew» too."))
    let (ruled, other) = (try #require(stage.tokens("q")), try #require(stage.tokens("o")))
    let wanted = try #require(stage.tokens("n"))
    var scores = [Float](repeating: 0, count: stage.text.tokens.count * NETWORK_SCORES)
    scores[wanted.lowerBound * NETWORK_SCORES] = 30
    scores[(wanted.upperBound - 1) * NETWORK_SCORES + 1] = 30
    func met(beside others: [Range<Int>]) -> Range<Int> {
      let drafts = ([ruled] + others).map {
        QuotationDraft(
          content: $0, cue: nil, speaker: nil, sentence: 0, confidence: 0.5, rule: .bareContent)
      }
      return ReadingMeeting(stage.context, drafts, margin: 4).met(
        drafts[0], ReadingReport(clause: 0, nobody: 99, thing: 0), ReadingChoice(scores, first: 0)
      ).content
    }
    #expect(met(beside: []) == wanted)
    #expect(met(beside: [other]) == ruled)
  }
}
