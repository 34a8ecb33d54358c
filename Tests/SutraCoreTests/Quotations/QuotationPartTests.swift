import Testing

@testable import SutraCore

@Suite("Parts of a quotation")
struct QuotationPartTests {
  @Test(
    "are the stretches without the cue between them",
    arguments: [
      ("en", "“We tried,” Ann Lee said, “and we lost.”", ["“We tried,”", "“and we lost.”"]),
      ("en", "The road, Ann Lee said, will stay closed.", ["The road", "will stay closed"]),
      ("en", "Ann Lee said the road was closed.", ["the road was closed"]),
      ("bn", "‘পথ বন্ধ,’ বলেন মেয়র, ‘কাজ চলছে আরও দুই দিন।’", ["‘পথ বন্ধ,’", "‘কাজ চলছে আরও দুই দিন।’"]),
      ("bn", "মেয়র বলেন, পথ বন্ধ থাকবে।", ["পথ বন্ধ থাকবে"]),
    ])
  func segments(code: String, text: String, parts: [String]) throws {
    let article = Fixtures.article(text, language: code)
    let quotation = try #require(article.quotations.first)
    #expect(quotation.segments.map(article.words) == parts)
    #expect(quotation.segments.allSatisfy { quotation.content.contains($0) })
  }

  @Test(
    "tell lemma, class and polarity of the cue",
    arguments: [
      ("bn", "মেয়র অভিযোগ করেন, টাকা আসেনি।", "অভিযোগ করা", SpeechAct.allegation, false),
      ("bn", "মেয়র দাবি করেছেন, টাকা আসেনি।", "দাবি করা", .claim, false),
      ("en", "The mayor did not say that the bridge was closed.", "say", .statement, true),
      ("en", "The mayor denied that the bridge was closed.", "deny", .denial, true),
      ("en", "The mayor promised to mend the bridge.", "promise to", .promise, false),
    ])
  func cue(
    code: String, text: String, lemma: String, act: SpeechAct, isNegated: Bool
  ) throws {
    let article = Fixtures.article(text, language: code)
    let quotation = try #require(article.quotations.first, "\(article.said)")
    #expect(quotation.reading?.lemma == lemma)
    #expect(quotation.reading?.act == act)
    #expect(quotation.isNegated == isNegated)
  }

  @Test(
    "tell when it was said",
    arguments: [
      ("en", "The mayor said on Tuesday that the bridge was closed.", "Tuesday"),
      ("en", "The mayor said the bridge was closed on Tuesday.", nil),
      ("bn", "মেয়র গতকাল সোমবার বলেন, পথ বন্ধ থাকবে।", "গতকাল সোমবার"),
      ("bn", "পথ বন্ধ থাকবে বলে জানিয়েছেন মেয়র। গতকাল সোমবার তিনি এ কথা বলেন।", "গতকাল সোমবার"),
      ("bn", "মেয়র বলেন, গতকাল পথ বন্ধ ছিল।", nil),
    ] as [(String, String, String?)])
  func time(code: String, text: String, words: String?) throws {
    let article = Fixtures.article(text, language: code)
    let quotation = try #require(article.quotations.first)
    #expect(quotation.time.map(article.words) == words)
  }

  @Test("tell the speaker's role, here or as the article first gave it")
  func role() {
    let article = Fixtures.article(
      "জেলা প্রশাসক রহিম উদ্দিন বলেন, পথ বন্ধ। তিনি আরও বলেন, কাজ চলছে।\nরহিম উদ্দিন জানান, টাকা আছে।")
    #expect(article.attributions.map { $0.speaker?.role } == Array(repeating: "জেলা প্রশাসক", count: 3))
    let english = Fixtures.article(
      "“It is closed,” said Ann Lee, a spokeswoman for the port, on Monday.", language: "en")
    #expect(english.attributions.first?.speaker?.role == "spokeswoman for the port")
    let going = Fixtures.article(
      "According to Ann Lee, 231 people wait for the ferry, which is late.", language: "en")
    #expect(going.attributions.map { $0.speaker?.name } == ["Ann Lee"])
    #expect(going.attributions.first?.speaker?.role == nil)
  }

  @Test("tell why a name is withheld, and that a group speaks")
  func reason() throws {
    let article = Fixtures.article(
      "An official, who spoke on condition of anonymity because talks go on, said the bridge would close.",
      language: "en")
    let speaker = try #require(article.attributions.first?.speaker)
    #expect(speaker.isAnonymous)
    #expect(
      speaker.reason.map(article.words) == "condition of anonymity because talks go on")
    let bengali = Fixtures.article("নাম প্রকাশে অনিচ্ছুক এক কর্মকর্তা বলেন, টাকা নেই।")
    #expect(
      bengali.attributions.first?.speaker?.reason.map(bengali.words) == "নাম প্রকাশে অনিচ্ছুক")
    let group = Fixtures.article("শিক্ষকেরা বলেন, স্কুল বন্ধ। তাঁরা জানান, বেতন আসেনি।")
    #expect(group.attributions.map { $0.speaker?.isCollective } == [true, true])
  }

  @Test("say whom a medium cites, as one source and not two")
  func origin() throws {
    let article = Fixtures.article("রয়টার্সের বরাত দিয়ে বিবিসি জানায়, বাঁধ ভেঙে গেছে।")
    let attribution = try #require(article.attributions.first)
    #expect(attribution.origin?.name == "রয়টার্স")
    #expect(article.sources.map(\.name) == ["রয়টার্স"])
    #expect(article.sources.first?.through == ["বিবিসি"])
  }

  @Test("explain each decision from its rule and its words")
  func explanation() throws {
    let article = Fixtures.article("জেলা প্রশাসক রহিম উদ্দিন বলেন, পথ বন্ধ। তিনি আরও জানান, কাজ চলছে।")
    let second = try #require(Explanation(of: article, quotation: 1))
    #expect(second.steps.map(\.subject) == [.content, .cue, .speaker, .identity, .confidence])
    #expect(second.steps[0].rule == "following content")
    #expect(second.steps[1].sentence.contains("জানানো"))
    #expect(second.steps[3].sentence.contains("রহিম উদ্দিন"))
    #expect(second.steps[3].evidence.map(article.words) == ["জেলা প্রশাসক রহিম উদ্দিন"])
    let offset = article.quotations[0].content.start + 3
    #expect(Explanation(of: article, at: offset)?.quotation == 0)
    #expect(Explanation(of: article, quotation: 2) == nil)
    #expect(Explanation(of: Fixtures.article("পথ বন্ধ।"), at: 2) == nil)
  }

  @Test("never overlap by halves")
  func overlaps() {
    for annotated in (try? AnnotatedArticle.all(in: "quotes-bn")) ?? [] {
      let contents = Fixtures.article(annotated.text).quotations.map(\.content)
      for (index, one) in contents.enumerated() {
        for other in contents[(index + 1)...] where one.overlaps(other) {
          #expect(one.contains(other) || other.contains(one))
        }
      }
    }
  }
}
