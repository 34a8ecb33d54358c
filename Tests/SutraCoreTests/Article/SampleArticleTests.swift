import Foundation
import SutraResources
import Testing

@testable import SutraCore

@Suite("The Bengali sample article")
struct SampleArticleTests {
  static let article: Article = {
    let bytes = EmbeddedResource.bytes(at: "samples/bn.txt").map { Array($0) } ?? []
    let text = SourceText(validBytes: bytes)
    return Fixtures.analyzer.article(Fixtures.analyzer.document(id: "bn.txt", text: text))
  }()

  /// What the article says and who says it: form, first words, cue, speaker, name, kind.
  static let wanted: [[String]] = [
    ["indirect", "প্রথম পর্যায়ে", "জানিয়েছেন", "সুনামগঞ্জের জেলা প্রশাসক মাহবুবা নাসরিন", "মাহবুবা নাসরিন", "named"],
    ["indirect", "প্রতিটি নৌকায়", "-", "-", "মাহবুবা নাসরিন", "implicit"],
    ["direct", "“হাওরের শিশুরা", "বলেন", "জেলা প্রশাসক", "মাহবুবা নাসরিন", "role"],
    ["mixed", "প্রকল্পটির ব্যয়", "বলেন", "তিনি", "মাহবুবা নাসরিন", "pronoun"],
    ["direct", "‘নৌকাগুলো পুরোপুরি", "বলেন", "তিনি", "আরিফুল কবির", "pronoun"],
    ["indirect", "ঝড়ের মৌসুমে", "উল্লেখ করেন", "তিনি", "আরিফুল কবির", "pronoun"],
    ["indirect", "ঢেউয়ের আঘাত", "দাবি", "আরিফুল কবিরের", "আরিফুল কবির", "named"],
    ["indirect", "হাওরের শিশুরা", "মতে", "ফাউন্ডেশনের সভাপতি রওশন আরা বেগমের", "রওশন আরা বেগম", "named"],
    ["direct", "“আমরা এমন", "বলেন", "তিনি", "রওশন আরা বেগম", "pronoun"],
    ["indirect", "প্রতিটি ঘাটে", "লিখেছেন", "রওশন আরা", "রওশন আরা বেগম", "named"],
    ["indirect", "আরও পাঁচটি", "প্রতিশ্রুতি দিয়েছেন", "অধিদপ্তরের মহাপরিচালক", "অধিদপ্তরের মহাপরিচালক", "role"],
    ["indirect", "গত বর্ষায়", "বলা হয়েছে", "পানি উন্নয়ন বোর্ডের এক প্রতিবেদনে", "পানি উন্নয়ন বোর্ড", "document"],
    ["indirect", "ওই সময়ে", "খবর অনুসারে", "স্থানীয় একটি দৈনিকের", "স্থানীয় একটি দৈনিক", "media"],
    ["indirect", "শুধু বই", "মনে করেন", "বিশ্লেষকরা", "বিশ্লেষকরা", "collective"],
    ["indirect", "নৌকার গ্রন্থাগারিকদের", "বলছেন", "তাঁরা", "বিশ্লেষকরা", "pronoun"],
    ["indirect", "গ্রন্থাগারিক নিয়োগের", "জানান", "নাম প্রকাশে অনিচ্ছুক একজন কর্মকর্তা", "-", "anonymous"],
    ["indirect", "নৌকার নতুন", "বলেছে", "তাহিরপুর মৎস্যজীবী সমিতি", "তাহিরপুর মৎস্যজীবী সমিতি", "named"],
    ["direct", "“বই আমরাও", "বলেন", "সমিতির সাধারণ সম্পাদক হরিপদ বর্মণ", "হরিপদ বর্মণ", "named"],
    ["mixed", "পথ ঠিক", "বলেন", "মাহবুবা নাসরিন", "মাহবুবা নাসরিন", "named"],
    ["indirect", "নৌকা কোন", "জানিয়েছে", "স্থানীয় কমিউনিটি রেডিও", "স্থানীয় কমিউনিটি রেডিও", "media"],
    ["indirect", "বই ধার", "জানান", "জেলা শিক্ষা কর্মকর্তা আশিকুর রহমান", "আশিকুর রহমান", "named"],
    ["direct", "“নৌকা এলেই", "বলল", "নীলিমা", "নীলিমা দাস", "named"],
  ]

  @Test("holds its quotations and no others")
  func count() { #expect(Self.article.said.count == Self.wanted.count) }

  @Test("says who says each", arguments: wanted.indices)
  func quotation(index: Int) throws {
    try #require(Self.article.said.count > index)
    let said = Self.article.said[index]
    let wanted = Self.wanted[index]
    #expect(said.content.hasPrefix(wanted[1]))
    #expect(
      [
        said.form.rawValue, said.cue ?? "-", said.speaker ?? "-", said.name ?? "-",
        said.kind?.rawValue ?? "-",
      ] == [wanted[0]] + wanted[2...])
  }

  @Test("tells whom else a pronoun may mean, each once, and not whom it means")
  func others() {
    var count = 0
    for attribution in Self.article.attributions {
      let others = (attribution.alternatives ?? []).map(\.entity)
      count += others.count
      #expect(Set(others).count == others.count)
      #expect(!others.contains { $0 == attribution.speaker?.entity })
    }
    #expect(count > 0)
  }

  @Test("names persons, places, organisations and works, each one entity")
  func entities() {
    func names(_ kind: EntityKind) -> [String] {
      Self.article.entities.filter { $0.kind == kind }.map(\.name)
    }
    #expect(
      names(.person) == [
        "মাহবুবা নাসরিন", "আরিফুল কবির", "রওশন আরা বেগম", "হরিপদ বর্মণ", "আশিকুর রহমান", "নীলিমা দাস",
      ])
    #expect(names(.place) == ["সুনামগঞ্জ", "তাহিরপুর", "ধর্মপাশা", "শাল্লা"])
    #expect(
      names(.organization) == [
        "ভাটি শিক্ষা ফাউন্ডেশন", "প্রাথমিক শিক্ষা অধিদপ্তর", "পানি উন্নয়ন বোর্ড", "তাহিরপুর মৎস্যজীবী সমিতি",
      ])
    #expect(names(.work) == ["ভাটির আলাপ", "জলের পাঠশালা"])
  }

  @Test("tells whom and where it was said")
  func parties() {
    let article = Self.article
    #expect(
      article.attributions.compactMap { $0.addressee.map(article.words) } == [
        "সাংবাদিকদের", "প্রাথমিক শিক্ষা অধিদপ্তরকে",
      ])
    #expect(
      article.attributions.compactMap { $0.medium.map { article.words($0.span) } } == [
        "এক সংবাদ সম্মেলনে", "‘ভাটির আলাপ’ পডকাস্টে", "এক চিঠিতে", "এক বিবৃতিতে",
      ])
  }

  @Test("has a headline, one mark that is not closed, and a credit line")
  func rest() {
    let article = Self.article
    #expect(article.document.title.map(article.words)?.hasPrefix("হাওরে নামছে") == true)
    #expect(article.document.language == "bn")
    #expect(article.diagnostics.map(\.code) == [.unterminatedQuotation])
    #expect(article.sources.filter { $0.roles.contains(.credit) }.map(\.name) == ["ভাটির কণ্ঠ"])
  }
}

/// The hand-made annotations of one article, as `shared/tools` compile them.
struct GoldArticle: Decodable {
  struct Quote: Decodable {
    let content: [Int]
    let speaker: [Int]?
    let cue: [Int]?
    let type: String
    let who: String?
  }
  struct Mention: Decodable {
    let span: [Int]
    let kind: String
  }
  let text: String
  let quotes: [Quote]
  let mentions: [Mention]

  /// The seed article, or `nil` when it does not lie beside the package.
  static let seed: GoldArticle? = Fixtures.bytes("../shared/data/gold/seed.jsonl").flatMap {
    try? JSONDecoder().decode(GoldArticle.self, from: Data($0))
  }
}

@Suite(
  "The seed article",
  .enabled(if: GoldArticle.seed != nil, "../shared/data/gold/seed.jsonl is not there"))
struct SeedArticleTests {
  private func analysis(_ gold: GoldArticle) throws -> Analysis {
    let text = SourceText(validBytes: Array(gold.text.utf8))
    return try Analysis(
      Fixtures.analyzer.article(Fixtures.analyzer.document(id: "seed", text: text)))
  }

  @Test("gives all quotations with speaker, cue, form and who it is")
  func quotations() throws {
    let gold = try #require(GoldArticle.seed)
    let analysis = try analysis(gold)
    let quotes = analysis.list("quotes")
    #expect(quotes.count == gold.quotes.count)
    let edge = CharacterSet(charactersIn: " ‘’“”।")
    for (found, wanted) in zip(quotes, gold.quotes) {
      let content = try #require(analysis.words(wanted.content))
      #expect(
        analysis.words(found["content"])?.trimmingCharacters(in: edge)
          == content.trimmingCharacters(in: edge))
      #expect(found["type"] as? String == wanted.type)
      #expect(
        (found["cue"] as? [Int]).map { overlaps($0, wanted.cue) } == wanted.cue.map { _ in true })
      let speaker = found["speaker"] as? [String: Any]
      #expect(speaker?["name"] as? String == wanted.who)
      #expect(
        (speaker?["span"] as? [Int]).map { overlaps($0, wanted.speaker) }
          == wanted.speaker.map { _ in true })
    }
  }

  @Test("gives all names with their kinds")
  func mentions() throws {
    let gold = try #require(GoldArticle.seed)
    // The annotation marks no dates, amounts and events.
    let found = try analysis(gold).list("mentions").map { mention in
      "\(mention["span"] as? [Int] ?? []) \(mention["kind"] as? String ?? "")"
    }.filter { found in !["DATE", "QUANTITY", "EVENT"].contains(where: found.hasSuffix) }
    #expect(
      found == gold.mentions.sorted { $0.span[0] < $1.span[0] }.map { "\($0.span) \($0.kind)" })
  }

  private func overlaps(_ one: [Int], _ other: [Int]?) -> Bool {
    guard let other else { return false }
    return min(one[1], other[1]) > max(one[0], other[0])
  }
}
