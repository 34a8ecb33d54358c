import Testing

@testable import SutraCore

@Suite("Sources")
struct SourceTests {
  @Test(
    "take in the credit line",
    arguments: [
      ("সূত্র : বিবিসি", ["বিবিসি"]),
      ("সূত্র: বিবিসি।", ["বিবিসি"]),
      ("তথ্যসূত্র: বিবিসি, রয়টার্স", ["বিবিসি", "রয়টার্স"]),
      ("সূত্র : বিবিসি ও রয়টার্স", ["বিবিসি", "রয়টার্স"]),
      ("সূত্র : ভাটির কণ্ঠ", ["ভাটির কণ্ঠ"]),
      ("সূত্র নেই বলে জানায় পুলিশ।", []),
      ("সূত্র :", []),
    ])
  func credit(line: String, names: [String]) {
    let article = Fixtures.article("সকাল থেকে বৃষ্টি হচ্ছে।\n\(line)")
    let credited = article.sources.filter { $0.roles.contains(.credit) }
    #expect(credited.map(\.name) == names)
    #expect(credited.map { $0.spans.map(article.words) } == names.map { [$0] })
  }

  @Test("gather what rests on one party, whatever it is called")
  func gather() throws {
    let article = EntityTests.article
    #expect(article.sources.map(\.name) == ["ভ্লাদিমির পুতিন"])
    let source = try #require(article.sources.first)
    #expect(source.kind == .named)
    #expect(source.roles == [.speaker])
    #expect(source.quotations == [0, 1, 2])
    #expect(source.spans.map(article.words) == ["পুতিন", "রুশ প্রেসিডেন্ট", "তিনি"])
  }

  @Test("play several parts")
  func parts() throws {
    let article = Fixtures.article(
      "বিবিসি জানায়, খালটি আবার কাটা হবে।\nমেয়র বিবিসিকে বলেন, টাকা এসেছে গত মাসে।\nসূত্র : বিবিসি")
    let source = try #require(article.sources.first)
    #expect(source.name == "বিবিসি")
    #expect(source.roles == [.speaker, .medium, .credit])
    #expect(source.quotations == [0, 1])
  }

  @Test("stand under the words for them when nobody names them")
  func unnamed() {
    let article = Fixtures.article(
      "মেয়র বলেন, কাজ শেষ হবে কাল।\nনাম প্রকাশে অনিচ্ছুক এক কর্মকর্তা জানান, কাজ শেষ হবে না।")
    #expect(article.sources.map(\.name) == ["মেয়র", "নাম প্রকাশে অনিচ্ছুক এক কর্মকর্তা"])
    #expect(article.sources.map(\.kind) == [.role, .anonymous])
  }

  @Test("are no occasions of speaking")
  func occasion() {
    let article = Fixtures.article("এক সংবাদ সম্মেলনে মেয়র বলেন, কাজ শেষ হবে কাল।")
    #expect(article.sources.map(\.name) == ["মেয়র"])
  }
}

extension SourceTests {
  @Test("share what is said by the letters of it")
  func share() {
    let article = Fixtures.article("মেয়র বলেন, কখগঘ ঙচছজ পথ। সচিব বলেন, কখগঘ ঙচছজ পথ।")
    #expect(article.sources.map(\.name) == ["মেয়র", "সচিব"])
    #expect(article.sources.map(\.share) == [0.5, 0.5])
  }

  @Test(
    "keep by-lines and photo credits apart",
    arguments: [
      ("bn", "নিজস্ব প্রতিবেদক, ঢাকা", "নিজস্ব প্রতিবেদক", SourceRole.byline),
      ("bn", "রাজশাহী প্রতিনিধি", "রাজশাহী প্রতিনিধি", .byline),
      ("bn", "ছবি: রয়টার্স", "রয়টার্স", .photo),
      ("bn", "বন্যার পানিতে ডুবে আছে ঘর। ছবি: রয়টার্স", "রয়টার্স", .photo),
      ("en", "By Ann Lee", "Ann Lee", .byline),
      ("en", "Photo: Northern Wire", "Northern Wire", .photo),
    ])
  func byline(code: String, line: String, name: String, role: SourceRole) {
    let lead = code == "bn" ? "পথ বন্ধ থাকবে।" : "The bridge was closed."
    let article = Fixtures.article("\(lead)\n\(line)\n\(lead)", language: code)
    let lines = article.sources.filter { $0.roles == [role] }
    #expect(lines.map(\.name) == [name], "\(article.sources)")
    #expect(lines.allSatisfy { $0.quotations.isEmpty && $0.share == 0 })
  }

  @Test("take no words of the next paragraph into a by-line")
  func bylineOverParagraphs() {
    let article = Fixtures.article(
      "The bridge opens.\n\nPhoto\n\nBy the river stood houses.\n\nAnn Lee said it was late.",
      language: "en")
    #expect(article.sources.map(\.name) == ["Ann Lee"])
  }

  @Test("take no sentence for a by-line", arguments: ["প্রতিনিধি পাঠানো হয়েছে গতকাল।", "ছবি তোলা নিষেধ।"])
  func noByline(line: String) {
    let article = Fixtures.article("পথ বন্ধ থাকবে।\n\(line)")
    #expect(article.sources.isEmpty)
  }
}
