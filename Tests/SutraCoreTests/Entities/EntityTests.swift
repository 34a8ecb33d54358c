import Testing

@testable import SutraCore

@Suite("Entities")
struct EntityTests {
  /// An invented article in which one person goes by four names.
  static let article = Fixtures.article(
    """
    রাশিয়ার প্রেসিডেন্ট ভ্লাদিমির পুতিন মেলা ঘুরে দেখেছেন।
    পুতিন জানিয়েছেন, মেলাটি আরও তিন দিন চলবে।
    রুশ প্রেসিডেন্ট বলেন, মেলায় কোনো প্রবেশমূল্য থাকবে না।
    তিনি বলেন, পুতিনের দেশে এমন মেলা আগে হয়নি।
    """)

  @Test("join a full name, its part, a role and a pronoun to one person")
  func oneperson() throws {
    let article = Self.article
    let persons = article.entities.filter { $0.kind == .person }
    let person = try #require(persons.first)
    #expect(persons.count == 1)
    #expect(person.name == "ভ্লাদিমির পুতিন")
    #expect(
      person.mentions.map { article.words(article.mentions[$0].span) } == [
        "ভ্লাদিমির পুতিন", "পুতিন", "পুতিনের",
      ])
    #expect(person.references.map(article.words) == ["রুশ প্রেসিডেন্ট", "তিনি"])
    #expect(person.aliases == ["পুতিন", "রুশ প্রেসিডেন্ট", "তিনি"])
    #expect(Set(article.attributions.map { $0.speaker?.name }) == ["ভ্লাদিমির পুতিন"])
    #expect(Set(article.attributions.map { $0.speaker?.entity }).count == 1)
    #expect(article.attributions.map { $0.speaker?.kind } == [.named, .role, .pronoun])
  }

  @Test(
    "join names that mean one thing",
    arguments: [
      ("PLACE", ["ঢাকা থেকে এলেন।", "ঢাকায় গেলেন।", "ঢাকার পথ বন্ধ।"], "ঢাকা"),
      ("PLACE", ["সুনামগঞ্জের জেলা প্রশাসন জানে।", "সুনামগঞ্জে বৃষ্টি হয়।"], "সুনামগঞ্জ"),
      ("PERSON", ["রফিকুল ইসলাম এলেন।", "রফিকুলের ঘর নেই।"], "রফিকুল ইসলাম"),
      ("PERSON", ["রফিকুল বসে আছেন।", "রফিকুল ইসলামকে চেনে সবাই।"], "রফিকুল ইসলাম"),
      ("ORGANIZATION", ["পানি উন্নয়ন বোর্ড এসেছে।", "পানি উন্নয়ন বোর্ডের বাঁধ।"], "পানি উন্নয়ন বোর্ড"),
      ("ORGANIZATION", ["বিবিসি এসেছে।", "বিবিসির লোক নেই।"], "বিবিসি"),
    ])
  func joined(kind: String, sentences: [String], name: String) {
    let article = Fixtures.article(sentences.joined(separator: "\n"))
    let found = article.entities.filter { $0.kind.rawValue == kind }
    #expect(found.map(\.name) == [name])
    #expect(found.first?.mentions.count == sentences.count)
  }

  @Test("keep two persons apart who share no name")
  func apart() {
    let article = Fixtures.article("রফিকুল ইসলাম এলেন।\nনাজমা রহমান গেলেন।\nরফিকুল ও নাজমা বসে আছেন।")
    #expect(article.entities.map(\.name) == ["রফিকুল ইসলাম", "নাজমা রহমান"])
    #expect(article.entities.map { $0.mentions.count } == [2, 2])
  }

  @Test("take an acronym in brackets for the organisation before it")
  func acronym() throws {
    let article = Fixtures.article("পানি উন্নয়ন বোর্ড (পাউবো) বাঁধ দিচ্ছে।\nবিশ্ব স্বাস্থ্য সংস্থা এসেছে।")
    let board = try #require(article.entities.first)
    #expect(board.name == "পানি উন্নয়ন বোর্ড")
    #expect(article.entities.allSatisfy { !$0.mentions.isEmpty })
  }

  @Test("count every mention once, in text order")
  func consistent() {
    let article = Self.article
    let all = article.entities.flatMap(\.mentions).sorted()
    #expect(all == Array(article.mentions.indices))
    for (index, entity) in article.entities.enumerated() {
      #expect(entity.mentions.allSatisfy { article.mentions[$0].entity == index })
      #expect(entity.mentions == entity.mentions.sorted())
    }
  }

  @Test(
    "take nothing common for a name",
    arguments: [
      "খোলা আকাশের নিচে সবাই বসে আছে।", "জেলার ২১৪টি প্রাথমিক বিদ্যালয়ে ক্লাস হয়নি।",
      "কয়েকটি সরকারি হাসপাতালে ওষুধ নেই।", "বাজারে মাছের দাম কমেছে।", "সে গতকাল বাড়ি ফিরেছে।",
    ])
  func common(sentence: String) { #expect(Fixtures.article(sentence).named.isEmpty) }

  @Test(
    "take the words in a name and no more",
    arguments: [
      ("স্থপতি আরিফুল কবিরের নকশা ভালো।", ["PERSON", "আরিফুল কবিরের", "আরিফুল কবির"]),
      ("এম এ মান্নান এলেন।", ["PERSON", "এম এ মান্নান", "এম এ মান্নান"]),
      ("‘ভাটির আলাপ’ পডকাস্ট শোনে সবাই।", ["WORK", "ভাটির আলাপ", "ভাটির আলাপ"]),
      (
        "তাহিরপুর মৎস্যজীবী সমিতি এক বিবৃতিতে জানায়, পথ বন্ধ।",
        [
          "ORGANIZATION", "তাহিরপুর মৎস্যজীবী সমিতি", "তাহিরপুর মৎস্যজীবী সমিতি",
        ]
      ),
      ("নিহত করিম মিয়া (৫৫) কৃষক ছিলেন।", ["PERSON", "করিম মিয়া", "করিম মিয়া"]),
    ])
  func words(sentence: String, name: [String]) {
    #expect(Fixtures.article(sentence).named == [name])
  }
}
