import SutraResources
import Testing

@testable import SutraCore

@Suite("Names that a model finds")
struct TaggedNameTests {
  static let mixed = """
    ঢাকায় গতকাল সভা হয়েছে। সভায় অনেকে কথা বলেছেন, কেউ চুপ ছিলেন না।

    Prime Minister Narendra Modi's visit to Washington was praised by Angela Merkel.

    प्रधानमंत्री नरेंद्र मोदी दिल्ली में थे।

    Новости из Москвы: Владимир Путин.
    """

  @Test("have a confidence from 0 to 1, in the JSON too")
  func confidence() {
    let article = Fixtures.article(Self.mixed)
    #expect(!article.mentions.isEmpty)
    #expect(article.mentions.allSatisfy { (0...1).contains($0.confidence) })
    #expect(
      String(decoding: AnalysisWriter.line(article), as: UTF8.self).contains("\"confidence\":0."))
    #expect(
      Mention(span: Span(start: 0, end: 1), kind: .place, entity: 0, confidence: 3).confidence == 1)
  }

  @Test("hold no title that stands before somebody's name")
  func titles() {
    let article = Fixtures.article(
      "Qatar’s de facto ruler, Crown Prince Mohammed bin Salman, told CBS News that his nation was not planning to leave.",
      language: "en")
    #expect(!article.named.contains { $0[2] == "Crown Prince" })
    #expect(article.attributions.first?.speaker?.name == "Mohammed bin Salman")
  }

  @Test("are the same on every run, byte for byte")
  func determinism() {
    let first = AnalysisWriter.line(Fixtures.article(Self.mixed))
    for _ in 0..<5 { #expect(AnalysisWriter.line(Fixtures.article(Self.mixed)) == first) }
  }

  @Test(
    "are read paragraph by paragraph, and other scripts are left alone", arguments: ["bn", "en"])
  func paragraphs(language: String) {
    let article = Fixtures.article(Self.mixed, language: language)
    let names = article.named.map { $0[2] }
    #expect(Set(names) == ["ঢাকা", "Narendra Modi", "Washington", "Angela Merkel"])
  }

  @Test("may be dates, which are nobody")
  func dates() {
    let article = Fixtures.article("গতকাল বুধবার রফিকুল ইসলাম বলেন, মেলা চলবে।")
    #expect(article.mentions.first?.kind == .date)
    #expect(article.entities.last?.kind == .date)
    #expect(article.attributions.first?.speaker?.name == "রফিকুল ইসলাম")
    for entity in article.entities.indices {
      #expect(
        article.entities[entity].mentions
          == article.mentions.indices.filter { article.mentions[$0].entity == entity })
    }
  }

  @Test(
    "join spellings of one name, and initials with what they stand for",
    arguments: [
      ("bn", "ভ্লাদিমির পুতিন এলেন। প্রেসিডেন্ট ভ্লাদিমীর পুতিন গেলেন।", "PERSON", 1),
      ("bn", "পিয়ংইয়ং শহরে সভা হয়। পরে পিয়ং ইয়ং শহরে মেলা বসে।", "PLACE", 1),
      ("bn", "পানি উন্নয়ন বোর্ড (পাউবো) বাঁধ দিচ্ছে।", "ORGANIZATION", 1),
      (
        "en",
        "The World Health Organization met in Geneva. Officials of the WHO said it was late.",
        "ORGANIZATION", 1
      ),
      ("en", "John Miller met Susan Miller in Ohio. John Miller left early.", "PERSON", 2),
    ])
  func linked(language: String, text: String, kind: String, count: Int) {
    let found = Fixtures.article(text, language: language).entities.filter {
      $0.kind.rawValue == kind
    }
    #expect(found.count == count, "\(found.map(\.name))")
  }

  @Test("are found alone by rules where there is no model")
  func rules() {
    let article = ArticleAnalyzer(models: .none).article(Fixtures.document("ঢাকায় বৃষ্টি হয়েছে।"))
    #expect(article.named == [["PLACE", "ঢাকায়", "ঢাকা"]])
  }
}

@Suite("Features of names")
struct NameFeatureTests {
  private func features(_ text: String) throws -> NameFeatures {
    let text = try Fixtures.tokens(text)
    return NameFeatures(text, standing: MentionFinder(text).standing) { _ in 0 }
  }

  @Test("of one word are one set at any distance, and other rows at each")
  func distances() throws {
    let features = try features("রফিকুল ইসলাম এলেন। রফিকুল গেলেন।")
    #expect(features.slot(of: 0) == features.slot(of: 4))
    var word = WordFeatures()
    features.addWordFeatures(of: features.slot(of: 0), to: &word)
    var rows: [Int: [UInt32]] = [:]
    for distance in -2...2 {
      word.forEachRow(distance: distance) { rows[distance, default: []].append($0) }
    }
    #expect((rows[2]?.count ?? 0) < (rows[1]?.count ?? 0))
    #expect((rows[1]?.count ?? 0) < (rows[0]?.count ?? 0))
    #expect(Set(rows[1] ?? []).isDisjoint(with: rows[-1] ?? []))
  }

  @Test("depend on the rules, the sentence and the style")
  func tokens() throws {
    let features = try features("রফিকুল ইসলাম এলেন।")
    func rows(_ token: Int, _ range: Range<Int>, _ style: Int) -> [UInt32] {
      var rows: [UInt32] = []
      features.addTokenRows(token, in: range, style: style, to: &rows)
      return rows
    }
    #expect(rows(1, 0..<4, 0) != rows(1, 1..<4, 0))
    #expect(rows(1, 0..<4, 0) == Array(rows(1, 0..<4, 1).prefix(rows(1, 0..<4, 0).count)))
    #expect(rows(1, 0..<4, 1).last != rows(1, 0..<4, 2).last)
  }

  @Test("hide what tables know from one text alone")
  func hidden() throws {
    let pack = try TrainingPack(.builtIn("bn"), hiding: ["ঢাকা"], in: ["places.tsv"])
    let text = TrainingText("ঢাকা থেকে এলেন।", language: "bn", pack: pack) { _ in 0 }
    let whole = try TrainingPack(.builtIn("bn"), hiding: [], in: [])
    let known = TrainingText("ঢাকা থেকে এলেন।", language: "bn", pack: whole) { _ in 0 }
    #expect(text.names(nil, style: 0).isEmpty)
    #expect(known.names(nil, style: 0).count == 1)
  }

  @Test(
    "never begin with a mark",
    arguments: [
      "শর্ত: বিশ্ববিদ্যালয় মঞ্জুরি কমিশন (ইউজিসি) স্বীকৃত কলেজ থেকে ডিগ্রি থাকতে হবে।",
      "শিক্ষাগত যোগ্যতা: বিশ্ববিদ্যালয় মঞ্জুরি কমিশন (ইউজিসি) স্বীকৃত কলেজ থেকে স্নাতক।",
      "আবেদনের নিয়ম, বিশ্ববিদ্যালয় মঞ্জুরি কমিশন (ইউজিসি) স্বীকৃত সনদ।",
    ])
  func marks(sentence: String) {
    let article = Fixtures.article(sentence)
    let names = article.named.map { $0[2] }
    #expect(names.contains { $0.hasPrefix("বিশ্ববিদ্যালয় মঞ্জুরি কমিশন") }, "\(names)")
    #expect(!names.contains { $0.contains(":") || $0.contains(",") }, "\(names)")
  }
}
