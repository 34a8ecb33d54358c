import SutraTestSupport
import Testing

@testable import SutraCore

@Suite("Cues")
struct CueTests {
  static let cases = [
    Stage.Case("bn", "মেয়র «বলেন», সেতু খোলা।"),
    Stage.Case("bn", "মেয়র «জানিয়েছেন», সেতু খোলা।"),
    Stage.Case("bn", "মেয়রের «মতে», সেতু খোলা।"),
    // What stands in quotation marks is somebody's own.
    Stage.Case("bn", "মেয়র «বলেন», “আমি বলেছি, সেতু খোলা।”"),
    Stage.Case("bn", "সেতু খোলা বলে «জানিয়েছেন» মেয়র।"),
    Stage.Case("bn", "রাতে বৃষ্টি হয়েছে।"),
    Stage.Case("en", "The mayor «said» the road is open."),
    Stage.Case("en", "«According to» the mayor, the road is open."),
    Stage.Case("en", "The mayor «told» the council that the road is open."),
    // A form of a verb that stands where only a noun can is none.
    Stage.Case("en", "The report of the council fills ten pages."),
    Stage.Case("en", "An official who asked not to be named «said» it was open."),
    Stage.Case("en", "The mayor «said» “I said so.”"),
    Stage.Case("en", "It rained all night."),
  ]

  @Test("are found outside of quotation marks", arguments: cases)
  func cues(row: Stage.Case) throws {
    let stage = try Stage(row)
    let finder = CueFinder(text: stage.text)
    let found = stage.context.sentences.flatMap { finder.cues(in: $0.tokens) }
    #expect(stage.written(found.flatMap { stage.mark("", $0.tokens) }) == row.marked)
  }
}

@Suite("Subjects where the verb follows them")
struct ClauseReaderTests {
  static let cases = [
    Stage.Case("en", "«s:The mayor» «c:said» the road is open."),
    Stage.Case("en", "«s:Mayor Ruth Okafor» has often «c:said» so."),
    Stage.Case("en", "«s:The mayor», a baker by trade, «c:said» the road is open."),
    Stage.Case("en", "«s:The judges» all «c:said» no."),
    Stage.Case("en", "«s:She» angrily «c:said» no."),
    Stage.Case("en", "«s:An official» who asked not to be named «c:said» no."),
    Stage.Case("en", "«s:The driver» who held the rope «c:said» he was tired."),
    Stage.Case("en", "«s:Its driver, Paul Low», «c:said» he was tired."),
    Stage.Case("en", "«s:The minister's office» «c:said» no."),
    // The subject is that of an earlier verb.
    Stage.Case("en", "The mayor left and «c:said» the road is open."),
  ]

  @Test("are read before it", arguments: cases)
  func subject(row: Stage.Case) throws {
    let stage = try Stage(row)
    let (cue, clause) = try #require(stage.cue())
    let subject = ClauseReader(stage.context).subject(
      before: cue.tokens.lowerBound, from: clause.tokens.lowerBound)
    let found: Range<Int>? = if case .phrase(let phrase) = subject { phrase.tokens } else { nil }
    #expect(stage.written(given: ["c"], stage.mark("s", found)) == row.marked)
  }

  @Test(
    "are read behind it where they follow",
    arguments: [
      Stage.Case("en", "“It is open,” «c:said» «s:the mayor»."),
      Stage.Case("en", "“It is open,” «c:said» «s:Ruth Okafor», the mayor of Selby."),
      Stage.Case("en", "“It is open,” «c:said» «s:Ruth Okafor» on Friday."),
      Stage.Case("en", "“It is open,” «c:said» «s:a spokesman for the council»."),
    ])
  func following(row: Stage.Case) throws {
    let stage = try Stage(row)
    let (cue, clause) = try #require(stage.cue())
    let found = ClauseReader(stage.context).subject(
      after: cue.tokens.upperBound, to: clause.tokens.upperBound)
    #expect(stage.written(given: ["c"], stage.mark("s", found?.tokens)) == row.marked)
  }
}

@Suite("Parties by their endings")
struct SpeakerFinderTests {
  static let cases = [
    Stage.Case("bn", "«s:মেয়র» «c:বলেন», সেতু খোলা।"),
    Stage.Case("bn", "«s:পৌরসভার মেয়র রফিকুল ইসলাম» «c:বলেন», সেতু খোলা।"),
    Stage.Case("bn", "«s:মেয়র» «to:সাংবাদিকদের» «c:বলেন», সেতু খোলা।"),
    Stage.Case("bn", "«to:সাংবাদিকদের» «s:মেয়র» «c:বলেন», সেতু খোলা।"),
    Stage.Case("bn", "«s:মেয়র» «in:এক বিবৃতিতে» «c:বলেন», সেতু খোলা।"),
    Stage.Case("bn", "«s:তিনি» «c:বলেন», সেতু খোলা।"),
    Stage.Case("bn", "“সেতু খোলা।” «c:বলেন» «s:মেয়র রফিকুল ইসলাম»।"),
    Stage.Case("bn", "গতকাল বিকেলে «s:পুলিশ» «c:জানায়», সেতু খোলা।"),
  ]

  @Test("are read on both sides of a cue", arguments: cases)
  func parties(row: Stage.Case) throws {
    let stage = try Stage(row)
    let (cue, clause) = try #require(stage.cue())
    let finder = SpeakerFinder(stage.context)
    let lower = stage.text.pair(at: clause.tokens.lowerBound).map { $0.close + 1 }
    var parties = finder.parties(
      before: cue.tokens.lowerBound, from: lower ?? clause.tokens.lowerBound)
    if parties.speaker == nil {
      let end = stage.context.trimmed(clause.tokens).upperBound
      parties.speaker = finder.parties(after: cue.tokens.upperBound, to: end).speaker
    }
    let found =
      stage.mark("s", parties.speaker?.tokens) + stage.mark("to", parties.addressee)
      + stage.mark("in", parties.medium)
    #expect(stage.written(given: ["c"], found) == row.marked)
  }
}

@Suite("How far a content reaches behind its cue")
struct ContentReachTests {
  static let cases = [
    Stage.Case("en", "The mayor «c:said» that «q:the road is open»."),
    Stage.Case("en", "The mayor «c:said» «q:the road is open»."),
    Stage.Case("en", "The mayor «c:said» on Friday that «q:the road is open»."),
    Stage.Case("en", "The mayor «c:told» «to:the council» that «q:the road is open»."),
    Stage.Case("en", "The mayor «c:said» in «in:a letter» that «q:the road is open»."),
    Stage.Case("en", "The mayor «c:said»: «q:“It is open.”»"),
    Stage.Case("en", "The mayor «c:said» on Friday."),
  ]

  @Test("is read with whom and where it was said", arguments: cases)
  func reach(row: Stage.Case) throws {
    let stage = try Stage(row)
    let (cue, clause) = try #require(stage.cue())
    let reach = ContentReach(clause, ClauseReader(stage.context))
    var found: [MarkedText.Mark] = []
    if let content = reach.content(after: cue) {
      let end = reach.end(from: content.start, of: cue)
      found += stage.mark("q", clause.content(content.start..<end))
      found += stage.mark("to", content.addressee) + stage.mark("in", content.medium)
    }
    #expect(stage.written(given: ["c"], found) == row.marked)
  }
}
