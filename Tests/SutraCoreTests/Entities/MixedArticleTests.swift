import SutraResources
import Testing

@testable import SutraCore

@Suite("Articles in several languages and scripts")
struct MixedArticleTests {
  private static func kinds(_ text: String, language: String) -> [String] {
    let article = Fixtures.article(text, language: language)
    return article.mentions.filter { $0.kind.isParty }.map {
      "\($0.kind.rawValue) \(article.words($0.span))"
    }
  }

  @Test("find English names in an English paragraph of a Bengali article, and the other way")
  func paragraphs() {
    let bengali = "জেলা প্রশাসক নাজমা রহমান ঢাকায় এলেন।"
    let english = "The mayor of London, Anna Lopez, met John Carter on Monday."
    let first = Self.kinds("\(bengali)\n\n\(english)\n\n\(bengali)", language: "bn")
    #expect(first.contains("PERSON Anna Lopez"))
    #expect(first.contains("PERSON John Carter"))
    #expect(first.contains("PLACE London"))
    #expect(first.count { $0 == "PERSON নাজমা রহমান" } == 2)
    let second = Self.kinds("\(english)\n\n\(bengali)\n\n\(english)", language: "en")
    #expect(second.contains("PERSON নাজমা রহমান"))
    #expect(second.contains("PLACE ঢাকায়"))
    #expect(second.count { $0 == "PERSON Anna Lopez" } == 2)
  }

  @Test("take their language from the script of most letters")
  func language() {
    let analyzer = ArticleAnalyzer()
    for (text, code) in [
      ("ঢাকায় আজ বৃষ্টি।\n\nDhaka is wet.\n\nআগামীকালও বৃষ্টি হতে পারে।", "bn"),
      ("Dhaka is wet today and the roads are full.\n\nঢাকায় বৃষ্টি।", "en"),
    ] {
      let source = SourceText(validBytes: Array(text.utf8))
      #expect(analyzer.document(id: "a", text: source).language == code)
    }
  }

  /// News in scripts that no language here is written in.
  static let others = [
    "प्रधानमंत्री ने कहा कि काम जारी रहेगा।", "Президент сказал, что работа продолжится.",
    "قال الرئيس إن العمل سيستمر.", "首相は工事が続くと述べた。", "총리는 공사가 계속될 것이라고 말했다.",
    "ראש הממשלה אמר שהעבודה תימשך.", "Ο πρωθυπουργός είπε ότι το έργο συνεχίζεται.",
    "நிதியமைச்சர் கூறினார்.", "ประธานาธิบดีกล่าวว่า",
  ]

  @Test("leave other scripts alone, as paragraphs of their own", arguments: others)
  func foreign(text: String) {
    for (own, language) in [
      ("খোলা আকাশের নিচে সবাই বসে আছে।", "bn"), ("The hall was full and the doors were shut.", "en"),
    ] {
      #expect(Self.kinds("\(own)\n\n\(text)\n\n\(own)", language: language).isEmpty)
      #expect(Self.kinds(text, language: language).isEmpty)
    }
  }

  @Test("leave other scripts alone within a sentence, and see the names beside them")
  func within() {
    let bengali = Self.kinds("নাজমা রহমান (Наджма) ঢাকায় 東京 থেকে এলেন।", language: "bn")
    #expect(bengali.contains("PERSON নাজমা রহমান"))
    #expect(!bengali.contains { $0.contains("Наджма") || $0.contains("東京") })
    let english = Self.kinds("John Carter (Джон) flew from 東京 to London.", language: "en")
    #expect(english.contains("PERSON John Carter"))
    #expect(!english.contains { $0.contains("Джон") || $0.contains("東京") })
  }

  @Test("have no quotation and no trouble where nothing is known")
  func unknown() {
    for text in Self.others {
      let analyzer = ArticleAnalyzer()
      let source = SourceText(validBytes: Array(text.utf8))
      let article = analyzer.article(analyzer.document(id: "a", text: source))
      #expect(article.mentions.filter { $0.kind.isParty }.isEmpty)
      #expect(article.quotations.isEmpty)
    }
  }
}
