import Testing

@testable import SutraCore

@Suite("Quotations")
struct QuotationTests {
  private func only(_ text: String) throws -> (Article, Quotation, Attribution) {
    let article = Fixtures.article(text)
    #expect(article.quotations.count == 1, "\(article.said)")
    return (
      article, try #require(article.quotations.first), try #require(article.attributions.first)
    )
  }

  @Test(
    "tell how much stands in quotation marks",
    arguments: [
      ("মেয়র বলেন, “কাজ শেষ হবে কাল।”", .direct, "“কাজ শেষ হবে কাল।”"),
      ("মেয়র বলেন, ‘কাজ শেষ হবে কাল’।", .direct, "‘কাজ শেষ হবে কাল’"),
      ("মেয়র বলেন, \"কাজ শেষ হবে কাল।\"", .direct, "\"কাজ শেষ হবে কাল।\""),
      ("মেয়র বলেন: «কাজ শেষ হবে কাল।»", .direct, "«কাজ শেষ হবে কাল।»"),
      ("মেয়র বলেন, কাজ শেষ হবে কাল।", .indirect, "কাজ শেষ হবে কাল"),
      ("মেয়র বলেন যে কাজ শেষ হবে কাল।", .indirect, "কাজ শেষ হবে কাল"),
      ("মেয়র বলেন, কাজ ‘অবশ্যই’ শেষ হবে কাল।", .mixed, "কাজ ‘অবশ্যই’ শেষ হবে কাল"),
      ("মেয়র বলেন, ‘অবশ্যই’ কাজ শেষ হবে।", .mixed, "‘অবশ্যই’ কাজ শেষ হবে"),
      ("“কাজ শেষ হবে কাল।” বলেন মেয়র।", .direct, "“কাজ শেষ হবে কাল।”"),
      ("কাজ শেষ হবে কাল বলে জানান মেয়র।", .indirect, "কাজ শেষ হবে কাল"),
      ("কাজ ‘অবশ্যই’ শেষ হবে বলে জানান মেয়র।", .mixed, "কাজ ‘অবশ্যই’ শেষ হবে"),
    ] as [(String, QuotationForm, String)])
  func form(text: String, form: QuotationForm, content: String) throws {
    let (article, quotation, _) = try only(text)
    #expect(quotation.form == form)
    #expect(article.words(quotation.content) == content)
    #expect(quotation.confidence > 0 && quotation.confidence <= 1)
  }

  @Test("run over sentences and paragraphs in one pair of marks")
  func longSpeech() throws {
    let (article, quotation, _) = try only("মেয়র বলেন, “কাজ শেষ হবে। সবাই টাকা পাবে।\nকেউ বাদ যাবে না।” সবাই হাসে।")
    #expect(article.words(quotation.content) == "“কাজ শেষ হবে। সবাই টাকা পাবে।\nকেউ বাদ যাবে না।”")
    #expect(!quotation.isUnterminated)
  }

  @Test("end with their paragraph when the mark is not closed, and say so")
  func unterminated() throws {
    let article = Fixtures.article("মেয়র বলেন, ‘কাজ শেষ হবে। সবাই টাকা পাবে।\nসকাল থেকে বৃষ্টি হচ্ছে।")
    let quotation = try #require(article.quotations.first)
    #expect(quotation.isUnterminated)
    #expect(article.words(quotation.content) == "‘কাজ শেষ হবে। সবাই টাকা পাবে")
    let diagnostic = try #require(article.diagnostics.first)
    #expect(article.diagnostics.count == 1)
    #expect(diagnostic.code == .unterminatedQuotation)
    #expect(article.words(diagnostic.span) == "‘কাজ শেষ হবে। সবাই টাকা পাবে।")
  }

  @Test("keep what the decoder reported")
  func decoderDiagnostics() throws {
    let bytes = Array("মেয়র বলেন, ‘কাজ ".utf8) + [0xFF] + Array(" শেষ হবে কাল।".utf8)
    let text = try SourceDecoder.text(bytes)
    let article = Fixtures.analyzer.article(Fixtures.analyzer.document(id: "a", text: text))
    #expect(article.diagnostics.map(\.code) == [.invalidEncoding, .unterminatedQuotation])
  }

  @Test(
    "hold what is said and neither cue nor full stop",
    arguments: [
      ("ঝড়ে ঘাট বন্ধ থাকবে বলেও তিনি উল্লেখ করেন।", "ঝড়ে ঘাট বন্ধ থাকবে", "উল্লেখ করেন"),
      ("মেয়র খালটি আবার কেটে দেওয়ার প্রতিশ্রুতি দিয়েছেন।", "খালটি আবার কেটে দেওয়ার", "প্রতিশ্রুতি দিয়েছেন"),
      ("মেয়রের মতে, খালটি আবার কাটা দরকার।", "খালটি আবার কাটা দরকার", "মতে"),
      ("স্থানীয় একটি দৈনিকের খবর অনুসারে, খালটি ভরাট হয়ে গেছে।", "খালটি ভরাট হয়ে গেছে", "খবর অনুসারে"),
      ("মেয়রের দাবি, খালটি ভরাট হয়ে গেছে।", "খালটি ভরাট হয়ে গেছে", "দাবি"),
      ("এক প্রতিবেদনে বলা হয়েছে, খালটি ভরাট হয়ে গেছে।", "খালটি ভরাট হয়ে গেছে", "বলা হয়েছে"),
    ])
  func content(text: String, content: String, cue: String) throws {
    let (article, quotation, _) = try only(text)
    #expect(article.words(quotation.content) == content)
    #expect(quotation.cue.map(article.words) == cue)
  }

  @Test("carry on with a speaker's words in the next sentence")
  func carriesOn() throws {
    let article = Fixtures.article("মেয়র সালমা বেগম জানান, খালটি আবার কাটা হবে। দুই পাড়ে গাছও লাগানো হবে।")
    #expect(article.said.count == 2)
    let more = try #require(article.said.last)
    #expect(more.content == "দুই পাড়ে গাছও লাগানো হবে")
    #expect(more.cue == nil && more.speaker == nil)
    #expect(more.name == "সালমা বেগম")
    #expect(more.kind == .implicit)
  }

  @Test(
    "do not carry on with what the reporter says",
    arguments: [
      "গতকাল সকাল থেকে বৃষ্টি হচ্ছে।", "তিনি পরে বাড়ি ফিরে যান।", "এদিকে বাজার বন্ধ।",
      "কৃষকদের ধন্যবাদ জানান তিনি।",
    ])
  func reporters(sentence: String) {
    let article = Fixtures.article("মেয়র সালমা বেগম জানান, খালটি আবার কাটা হবে। \(sentence)")
    #expect(article.quotations.count == 1, "\(article.said)")
  }

  @Test("find two quotations in one sentence with a participle")
  func participle() {
    let said = Fixtures.article("খালের দুই পাড় দখল হয়ে গেছে জানিয়ে মেয়র বলেন, দখলদারদের সরানো হবে।").said
    #expect(said.map(\.content) == ["খালের দুই পাড় দখল হয়ে গেছে", "দখলদারদের সরানো হবে"])
    #expect(said.map(\.cue) == ["জানিয়ে", "বলেন"])
    #expect(said.map(\.speaker) == ["মেয়র", "মেয়র"])
  }
}

@Suite("Attributions")
struct AttributionTests {
  @Test(
    "tell how the article names a speaker",
    arguments: [
      ("সালমা বেগম বলেন, কাজ শেষ হবে কাল।", .named, "সালমা বেগম", "সালমা বেগম"),
      ("মেয়র সালমা বেগম বলেন, কাজ শেষ হবে কাল।", .named, "মেয়র সালমা বেগম", "সালমা বেগম"),
      ("মেয়র বলেন, কাজ শেষ হবে কাল।", .role, "মেয়র", "মেয়র"),
      ("তিনি বলেন, কাজ শেষ হবে কাল।", .pronoun, "তিনি", nil),
      ("ক্লান্ত তিনি বলেন, কাজ শেষ হবে কাল।", .pronoun, "তিনি", nil),
      ("বিশ্লেষকরা বলেন, কাজ শেষ হবে কাল।", .collective, "বিশ্লেষকরা", "বিশ্লেষকরা"),
      ("স্থানীয় কয়েকজন কৃষক বলেন, কাজ শেষ হবে কাল।", .collective, "স্থানীয় কয়েকজন কৃষক", "স্থানীয় কয়েকজন কৃষক"),
      ("প্রত্যক্ষদর্শীদের ভাষ্যমতে, কাজ শেষ হয়েছে কাল।", .collective, "প্রত্যক্ষদর্শীদের", "প্রত্যক্ষদর্শীরা"),
      ("বিবিসি জানায়, কাজ শেষ হবে কাল।", .media, "বিবিসি", "বিবিসি"),
      ("স্থানীয় কমিউনিটি রেডিও জানিয়েছে, কাজ শেষ হবে কাল।", .media, "স্থানীয় কমিউনিটি রেডিও", "স্থানীয় কমিউনিটি রেডিও"),
      ("এক বিবৃতিতে বলা হয়, কাজ শেষ হবে কাল।", .document, "এক বিবৃতিতে", "এক বিবৃতি"),
      ("পানি উন্নয়ন বোর্ডের এক প্রতিবেদনে বলা হয়, কাজ শেষ হবে কাল।", .document, "পানি উন্নয়ন বোর্ডের এক প্রতিবেদনে", "পানি উন্নয়ন বোর্ড"),
      ("নাম প্রকাশে অনিচ্ছুক এক কর্মকর্তা জানান, কাজ শেষ হবে কাল।", .anonymous, "নাম প্রকাশে অনিচ্ছুক এক কর্মকর্তা", nil),
      ("নাম প্রকাশ না করার শর্তে এক কর্মকর্তা জানান, কাজ শেষ হবে কাল।", .anonymous, "নাম প্রকাশ না করার শর্তে এক কর্মকর্তা", nil),
      ("এক কর্মকর্তা নাম প্রকাশ না করার শর্তে জানান, কাজ শেষ হবে কাল।", .anonymous, "এক কর্মকর্তা", nil),
      ("পুলিশ সূত্রে জানা গেছে, কাজ শেষ হবে কাল।", .anonymous, "পুলিশ সূত্রে", nil),
      ("আদালত বলেছেন, কাজ শেষ করতে হবে কাল।", .role, "আদালত", "আদালত"),
    ] as [(String, SpeakerKind, String, String?)])
  func kind(text: String, kind: SpeakerKind, words: String, name: String?) throws {
    let article = Fixtures.article(text)
    let said = try #require(article.said.first)
    #expect(article.said.count == 1)
    #expect(said.kind == kind)
    #expect(said.speaker == words)
    #expect(said.name == name)
  }

  @Test("give a passive without a document no speaker")
  func nobody() throws {
    let article = Fixtures.article("অভিযোগ রয়েছে, খালটি ভরাট করা হয়েছে রাতে।")
    let attribution = try #require(article.attributions.first)
    #expect(attribution.speaker?.span == nil)
    #expect(attribution.speaker?.name == nil)
  }

  @Test("follow a role to the person who holds it, and no other")
  func roles() {
    let text = """
      মেয়র সালমা বেগম মঞ্চে ছিলেন। জেলা প্রশাসক আরিফুল কবির পাশে বসেন।
      মেয়র বলেন, খালটি আবার কাটা হবে আগামী মাসে।
      জেলা প্রশাসক বলেন, খালের জন্য টাকা আছে।
      তিনি আরও বলেন, দরপত্র ডাকা হয়েছে গত মাসে।
      """
    #expect(Fixtures.article(text).said.map(\.name) == ["সালমা বেগম", "আরিফুল কবির", "আরিফুল কবির"])
  }

  @Test("let a plural pronoun mean the group before it")
  func groupPronoun() {
    let text = "কৃষকেরা বলেন, পানি নামছে না কোথাও। তাঁরা বলেন, বীজ নষ্ট হয়ে গেছে।"
    #expect(Fixtures.article(text).said.map(\.name) == ["কৃষকেরা", "কৃষকেরা"])
  }

  @Test(
    "tell whom it was said to",
    arguments: [
      ("মেয়র সাংবাদিকদের বলেন, কাজ শেষ হবে কাল।", "সাংবাদিকদের"),
      ("সাংবাদিকদের মেয়র বলেন, কাজ শেষ হবে কাল।", "সাংবাদিকদের"),
      ("মেয়র কৃষকদের বলেন, কাজ শেষ হবে কাল।", "কৃষকদের"),
      ("মেয়র বলেন, কাজ শেষ হবে কাল।", nil),
    ] as [(String, String?)])
  func addressee(text: String, addressee: String?) throws {
    let article = Fixtures.article(text)
    let attribution = try #require(article.attributions.first)
    #expect(attribution.addressee.map(article.words) == addressee)
    #expect(attribution.speaker?.span.map(article.words) == "মেয়র")
  }

  @Test(
    "tell where it was said or published",
    arguments: [
      ("মেয়র এক চিঠিতে লিখেছেন, কাজ শেষ হবে কাল।", "এক চিঠিতে", "এক চিঠি", .document),
      ("এক চিঠিতে মেয়র লিখেছেন, কাজ শেষ হবে কাল।", "এক চিঠিতে", "এক চিঠি", .document),
      ("সমিতি এক বিবৃতিতে বলেছে, কাজ শেষ হবে কাল।", "এক বিবৃতিতে", "এক বিবৃতি", .document),
      ("এক সংবাদ সম্মেলনে মেয়র বলেন, কাজ শেষ হবে কাল।", "এক সংবাদ সম্মেলনে", "এক সংবাদ সম্মেলন", nil),
      ("মেয়র বিবিসিকে বলেন, কাজ শেষ হবে কাল।", "বিবিসিকে", "বিবিসি", .media),
      ("‘ভাটির আলাপ’ পডকাস্টে মেয়র বলেন, কাজ শেষ হবে কাল।", "‘ভাটির আলাপ’ পডকাস্টে", "ভাটির আলাপ", .media),
    ] as [(String, String, String, SpeakerKind?)])
  func medium(text: String, words: String, name: String, kind: SpeakerKind?) throws {
    let article = Fixtures.article(text)
    let medium = try #require(article.attributions.first?.medium)
    #expect(article.words(medium.span) == words)
    #expect(medium.name == name)
    #expect(medium.kind == kind)
  }
}
