import Testing

@testable import SutraCore

@Suite("Who is meant")
struct CoreferenceTests {
  /// The speakers of the quotations of a text; `-` for nobody known.
  private static func speakers(_ example: TextCase) -> [String] {
    Fixtures.article(example.text, language: example.language).attributions
      .map { $0.speaker?.name ?? "-" }
  }

  @Test(
    "a pronoun tells number, politeness and gender",
    arguments: [
      ("bn", "তিনি", false, nil, .polite), ("bn", "সে", false, nil, .plain),
      ("bn", "তাঁরা", true, nil, .polite), ("bn", "তারা", true, nil, nil),
      ("bn", "তার", false, nil, nil), ("bn", "আপনারা", true, nil, .polite),
      ("en", "he", false, .masculine, nil), ("en", "her", false, .feminine, nil),
      ("en", "they", true, nil, nil), ("en", "it", false, nil, nil),
    ] as [(String, String, Bool, Gender?, Politeness?)])
  func traits(
    language: String, word: String, isPlural: Bool, gender: Gender?, politeness: Politeness?
  ) throws {
    let traits = try #require(Fixtures.tokens(word, language: language).pronounTraits(at: 0))
    #expect(traits.isPlural == isPlural)
    #expect(traits.gender == gender)
    #expect(traits.politeness == politeness)
  }

  @Test(
    "by a pronoun: somebody of the same number, politeness and gender",
    arguments: [
      // Somebody spoken of with respect is not meant by the plain pronoun, nor the other way.
      TextCase(
        "bn", "রাসেল মিয়া পুলিশকে দেখে দৌড় দিয়েছে। জেলা প্রশাসক নাজমা রহমান ঘটনাস্থলে যান। সে বলে, আমি কিছু জানি না।",
        "রাসেল মিয়া"),
      TextCase(
        "bn", "জেলা প্রশাসক নাজমা রহমান ঘটনাস্থলে যান। রাসেল মিয়া পুলিশকে দেখে দৌড় দিয়েছে। তিনি বলেন, তদন্ত হবে।",
        "নাজমা রহমান"),
      TextCase("bn", "ড. সালমা খাতুন এলেন। তিনি বলেন, স্কুল খোলা।", "সালমা খাতুন"),
      // Brackets behind it tell who it is.
      TextCase(
        "bn", "আইনজীবী মিনা রায় বলেন, মামলা চলবে। তিনি (রফিক আহমেদ) বলেছেন, আদালতে যাবেন।", "মিনা রায়",
        "রফিক আহমেদ"),
      // Who "further" says something is who spoke last.
      TextCase(
        "bn", "মেয়র সালমা হক বলেন, কাজ বন্ধ। সভায় রফিক আহমেদ ছিলেন। তিনি আরও বলেন, টাকা ফেরত দিতে হবে।", "সালমা হক",
        "সালমা হক"),
      // Who is described behind the verb of the sentence before.
      TextCase(
        "bn", "সচিব রফিক আহমেদ আদেশ দেন। পরে সচিবের সঙ্গে দেখা করেন জাপানের রাষ্ট্রদূত। বৈঠকে তিনি বলেন, কাজ চলবে।",
        "জাপানের রাষ্ট্রদূত"),
      // Who spoke by a name that no table knows.
      TextCase(
        "bn", "তারেক কামাল শপথ নেন। গ্রেস মেং উল্লেখ করেছেন, ভোট ভালো হয়েছে। তিনি বলেন, কাজ চলবে।", "গ্রেস মেং",
        "গ্রেস মেং"),
      // Whom the reporter talked with in the sentence before.
      TextCase(
        "bn", "মেয়র সালমা হক বলেন, কাজ বন্ধ।\n\nঘাটে জেলে রহমত শেখের সঙ্গে কথা হয়। তিনি বলেন, ভাড়া কম।",
        "সালমা হক", "রহমত শেখ"),
      TextCase(
        "bn", "মেয়র সালমা হক বলেন, কাজ বন্ধ।\n\nঘাটে কথা হয় জেলে রহমত শেখের সঙ্গে। তিনি বলেন, ভাড়া কম।",
        "সালমা হক", "রহমত শেখ"),
      // Several are never one.
      TextCase("bn", "রফিকুল ইসলাম এলেন। তাঁরা বলেন, সেতু চাই।", "-"),
      TextCase("bn", "রফিকুল ইসলাম ও নাজমা রহমান সভায় যান। তাঁরা বলেন, সেতু চাই।", "রফিকুল ইসলাম ও নাজমা রহমান"),
      TextCase("bn", "স্থানীয় বাসিন্দারা বলেন, পথ চাই। তারা বলেন, সেতুও চাই।", "স্থানীয় বাসিন্দারা", "স্থানীয় বাসিন্দারা"),
      TextCase(
        "en", "Maria Lopez said the hall was full. They said the hall was empty.", "Maria Lopez",
        "-"
      ),
      TextCase(
        "en", "Jane Brown and Peter Hill met reporters. They said the bridge was safe.",
        "Jane Brown and Peter Hill"),
      // He and she, by title or given name.
      TextCase(
        "en",
        "John Carter met Anna Lopez on Monday. She said the bridge was safe. "
          + "He said it was not.",
        "Anna Lopez", "John Carter"),
      TextCase(
        "en", "Mrs. Quornwood met Mr. Bexley on Monday. She said the bridge was safe.", "Quornwood"),
      // A thing is no person.
      TextCase(
        "en",
        "The company Northfield Ltd said on Monday that John Carter had left. "
          + "It said the plant would stay open.",
        "Northfield Ltd", "Northfield Ltd"),
    ])
  func pronouns(example: TextCase) { #expect(Self.speakers(example) == example.expected) }

  @Test(
    "by a pronoun: whom the sentences before are about, not whoever is named last",
    arguments: [
      // Named only as the object of a verb or preposition, while the subject goes on.
      TextCase(
        "en",
        "Peter Hale said the hall was full. He had toured with the singer Marco Lindt. In those "
          + "shows, he joked that the rain was on his side.",
        "Peter Hale", "Peter Hale"),
      TextCase(
        "en",
        "Captain Otto Brand leads the patrol. At 37, Jonas Korda is younger than Captain Brand. He "
          + "said the night was long.",
        "Jonas Korda"),
      // Brought in by a sentence about a thing.
      TextCase(
        "en",
        "Alma Reyes said the house was cold. Her story was echoed by Sarah Kells, another tenant. "
          + "She told the council that the heating was off.",
        "Alma Reyes", "Sarah Kells"),
      // Whom the words in marks speak of.
      TextCase(
        "en", "Trainer Peter Hale was pleased. “Ivan Korda did not blink once,” he said.",
        "Peter Hale"),
      // Somebody whom the article does not name.
      TextCase(
        "en",
        "John Carter said the road was shut. A witness stood at the gate. “It was very loud,” he "
          + "said. “Then it was over,” he added.",
        "John Carter", "A witness", "A witness"),
      // What pronouns told of somebody before.
      TextCase(
        "en",
        "Viktor Dahl owned the flat. Anya said the rent was late. “I was cold,” she said. “It was "
          + "dark,” she added. He would often say: “I will pay.”",
        "Anya", "Anya", "Anya", "Viktor Dahl"),
    ])
  func topics(example: TextCase) { #expect(Self.speakers(example) == example.expected) }

  @Test(
    "by a pronoun or an age: nobody told of before, whoever writes, the one before",
    arguments: [
      TextCase(
        "en", "Rosa Klein said the concert was off. “Good riddance to her,” someone wrote.",
        "Rosa Klein", "-"),
      TextCase(
        "en",
        "Jonas Berg said the gang was small. “How many are you?” I asked. “We are eight,” he replied.",
        "Jonas Berg", "-", "Jonas Berg"),
      TextCase(
        "en",
        "David Moor had enjoyed his week by the sea. “Our phones were all flashing,” the 53-year-old "
          + "said. He said the fire was near.",
        "David Moor", "David Moor"),
      TextCase(
        "en", "The meeting ended late. The 53-year-old said the fire was near.", "The 53-year-old"),
    ])
  func nobodyTold(example: TextCase) { #expect(Self.speakers(example) == example.expected) }

  @Test(
    "a place, or a word that only describes, is nobody who speaks",
    arguments: [
      TextCase(
        "en",
        "Trader Karim Noor moved from his home country Sri Lanka in 1987. He said the town was kind.",
        "Karim Noor"),
      TextCase(
        "en",
        "Mark Dorey, from Leeds, drove to the Dordogne with his wife. “We saw smoke,” he said.",
        "Mark Dorey"),
      TextCase("en", "Ex-nurse Alma said the ward was full.", "Alma"),
    ])
  func places(example: TextCase) { #expect(Self.speakers(example) == example.expected) }

  @Test(
    "by a surname: two persons who share it stay two",
    arguments: [
      TextCase(
        "en",
        "John Smith said the bridge was safe. Anna Smith said it was not. "
          + "Mr. Smith said the tests were done. Mrs. Smith said the tests were wrong.",
        "John Smith", "Anna Smith", "John Smith", "Anna Smith"),
      TextCase(
        "bn", "নাজমা রহমান এলেন। হাবিবুর রহমান এলেন। মিসেস রহমান বলেন, স্কুল বন্ধ। জনাব রহমান বলেন, স্কুল খোলা।",
        "নাজমা রহমান", "হাবিবুর রহমান"),
      TextCase(
        "bn", "রহিম উদ্দিন বলেন, পথ খোলা। করিম উদ্দিন বলেন, পথ বন্ধ। রহিম বলেন, সভা হবে।",
        "রহিম উদ্দিন", "করিম উদ্দিন", "রহিম উদ্দিন"),
    ])
  func surnames(example: TextCase) { #expect(Self.speakers(example) == example.expected) }

  @Test("titles of two genders before one surname are two persons, though neither has a full name")
  func titles() {
    for (language, text) in [
      ("bn", "মিসেস রহমান বলেন, স্কুল বন্ধ। জনাব রহমান বলেন, স্কুল খোলা।"),
      ("en", "Mrs. Smith said the school was shut. Mr. Smith said the school was open."),
    ] {
      let article = Fixtures.article(text, language: language)
      #expect(article.entities.count { $0.kind == .person } == 2)
      #expect(Set(article.attributions.map { $0.speaker?.entity }).count == 2)
    }
  }

  @Test(
    "by a role: whoever the article said holds it",
    arguments: [
      TextCase("bn", "জাপানের প্রধানমন্ত্রী ফুমিও কিশিদা টোকিওতে সভা করেন। প্রধানমন্ত্রী বলেন, কাজ চলছে।", "ফুমিও কিশিদা"),
      TextCase(
        "bn", "জেলা প্রশাসক নাজমা রহমান ও পুলিশ সুপার হাবিবুর রহমান সভায় ছিলেন। পুলিশ সুপার বলেন, পথ বন্ধ।", "হাবিবুর রহমান"),
      // "This leader" spoke last, whoever leads the party.
      TextCase(
        "bn", "দলের নেতা তারেক কামাল সভা ডাকেন। প্রার্থী ইলিয়াস হক বলেন, ভোট হবে। দলের এ নেতা বলেন, কাজ চলছে।",
        "ইলিয়াস হক", "ইলিয়াস হক"),
      TextCase(
        "bn", "দলের নেতা তারেক কামাল সভা ডাকেন। প্রার্থী ইলিয়াস হক বলেন, ভোট হবে। এ দলের নেতা বলেন, কাজ চলছে।",
        "ইলিয়াস হক", "তারেক কামাল"),
      TextCase(
        "en",
        "Prime Minister Laura Bennett visited the town. The prime minister said help was coming.",
        "Laura Bennett"),
      // Who spoke last, of two who hold it.
      TextCase(
        "en",
        "President Leo Trent came late. Club President Nora Field opened the dinner. Trent said the "
          + "show must go on. The president joked that the news would end.",
        "Leo Trent", "Leo Trent"),
      // Nobody whose country the article has not told of.
      TextCase(
        "en",
        "Prime Minister Pedro Sandoz flew to Algiers. Italy's prime minister said the border was shut.",
        "Italy's prime minister"),
    ])
  func roles(example: TextCase) { #expect(Self.speakers(example) == example.expected) }

  /// A text, and the one entity of it with its name and another name.
  struct Alias: CustomTestStringConvertible, Sendable {
    let language: String
    let text: String
    let name: String
    let alias: String
    var testDescription: String { text }

    init(_ language: String, _ text: String, _ name: String, _ alias: String) {
      self.language = language
      self.text = text
      self.name = name
      self.alias = alias
    }
  }

  @Test(
    "by an acronym: the organisation it stands behind",
    arguments: [
      Alias("bn", "জাতিসংঘ (ইউএন) জানিয়েছে, খাদ্য পৌঁছেছে। ইউএন আরও জানিয়েছে, পথ খোলা।", "জাতিসংঘ", "ইউএন"),
      Alias(
        "bn", "বাংলাদেশ জাতীয়তাবাদী দল (বিএনপি) সভা ডেকেছে। বিএনপি জানিয়েছে, সভা হবে।", "বাংলাদেশ জাতীয়তাবাদী দল",
        "বিএনপি"),
      Alias(
        "bn", "পানি উন্নয়ন বোর্ড (পাউবো) বাঁধ দিচ্ছে। পাউবোর লোক এসেছে।", "পানি উন্নয়ন বোর্ড", "পাউবো"),
      Alias(
        "en",
        "The WDB said the dam was safe. The Water Development Board (WDB) was founded in 1959.",
        "Water Development Board", "WDB"),
      Alias(
        "en",
        "The World Health Organization (WHO) said the virus was spreading. "
          + "WHO said more tests were needed.",
        "World Health Organization", "WHO"),
    ])
  func acronyms(example: Alias) throws {
    let article = Fixtures.article(example.text, language: example.language)
    let found = article.entities.filter { $0.kind == .organization }
    #expect(found.map(\.name) == [example.name])
    #expect(found.first?.aliases == [example.alias])
  }

  @Test("a word in brackets that says where, when or who is no acronym")
  func brackets() {
    for text in ["পানি উন্নয়ন বোর্ড (ঢাকা) বাঁধ দিচ্ছে।", "পানি উন্নয়ন বোর্ড (সোমবার) বাঁধ দিচ্ছে।"] {
      let article = Fixtures.article(text)
      #expect(article.entities.count { $0.kind == .organization } == 1)
    }
  }

  @Test(
    "by another spelling: the same name",
    arguments: [
      ("ভ্লাদিমির পুতিন এলেন।", "ভ্লাদিমীর পুতিন গেলেন।"), ("পিয়ংইয়ংয়ে মেলা বসেছে।", "পিয়ং ইয়ংয়ে বৃষ্টি হয়েছে।"),
    ])
  func spellings(one: String, other: String) {
    let article = Fixtures.article("\(one)\n\(other)")
    let named = article.entities.filter { $0.kind == .person || $0.kind == .place }
    #expect(named.count == 1)
    #expect(named.first?.mentions.count == 2)
  }
}
