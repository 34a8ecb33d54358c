import SutraCore
import SutraExport
import Testing

@testable import SutraReader

@Suite("Facts of a quote in words")
struct QuotationFactsTests {
  @Test(
    "tell each fact under its label",
    arguments: [
      ("মেয়র করিম উদ্দিন বলেন, কাজ শেষ।", .role, "মেয়র"),
      ("মেয়র করিম উদ্দিন বলেন, কাজ শেষ।", .cue, "বলেন (statement)"),
      ("মেয়র করিম উদ্দিন অভিযোগ করেন, টাকা আসেনি।", .cue, "অভিযোগ করেন (allegation)"),
      ("মেয়র বলেননি যে কাজ শেষ হবে কাল।", .polarity, "the article tells that this was not said"),
      ("মেয়র গতকাল সোমবার বলেন, কাজ শেষ হবে।", .time, "গতকাল সোমবার"),
      ("নাম প্রকাশে অনিচ্ছুক এক কর্মকর্তা বলেন, টাকা নেই।", .unnamed, "নাম প্রকাশে অনিচ্ছুক"),
      ("রয়টার্সের বরাত দিয়ে বিবিসি জানায়, বাঁধ ভেঙে গেছে।", .origin, "রয়টার্সের"),
      ("মেয়র সাংবাদিকদের বলেন, কাজ শেষ হবে কাল।", .addressee, "সাংবাদিকদের"),
      ("মেয়র বলেন, “কাজ শেষ হবে।", .note, "the quotation mark is never closed"),
      ("অভিযোগ রয়েছে, খালটি ভরাট করা হয়েছে রাতে।", .speaker, "nobody is named"),
      ("The mayor denied that the bridge was closed.", .polarity, "the speaker denies this"),
      ("The mayor said on Tuesday that the bridge was closed.", .time, "Tuesday"),
      (
        "“It is shut,” said Ann Lee, a spokeswoman for the port, on Monday.", .role,
        "spokeswoman for the port"
      ),
      ("It was reported that two divers were missing.", .speaker, "nobody is named"),
    ] as [(String, QuotationFacts.Fact.Subject, String)])
  func fact(text: String, subject: QuotationFacts.Fact.Subject, words: String) {
    let article = Articles.article("কথা\n\n" + text)
    let facts = article.quotations.indices.flatMap { QuotationFacts.all(of: $0, in: article) }
    #expect(facts.filter { $0.subject == subject }.map(\.text).contains(words), "\(facts)")
  }

  @Test("lead to the words that tell them, in every quote of the samples", arguments: ["bn", "en"])
  func places(code: String) {
    let article = code == "bn" ? Articles.bengali : Articles.english
    for number in article.quotations.indices {
      let facts = QuotationFacts.all(of: number, in: article)
      #expect(facts.first?.subject == .type)
      #expect(facts.contains { $0.subject == .speaker })
      for fact in facts {
        #expect(!fact.text.isEmpty && !fact.text.contains(where: \.isNewline))
        if let place = fact.place { #expect(place.end <= article.document.text.bytes.count) }
      }
    }
  }

  @Test("of a source tell its parts, its share and the media between")
  func source() throws {
    let article = Articles.article("কথা\n\nরয়টার্সের বরাত দিয়ে বিবিসি জানায়, বাঁধ ভেঙে গেছে।")
    let source = try #require(article.sources.first)
    #expect(SourceFacts.line(of: source) == "speaker, share 100 % of what is said, through বিবিসি")
  }
}
