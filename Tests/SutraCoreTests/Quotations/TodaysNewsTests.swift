import Testing

@testable import SutraCore

@Suite("Who says it in today's news")
struct TodaysNewsTests {
  /// The speakers of the quotations of a text; `-` for nobody known.
  private static func speakers(_ example: TextCase) -> [String] {
    Fixtures.article(example.text, language: example.language).attributions
      .map { $0.speaker?.name ?? "-" }
  }

  @Test(
    "a noun with an article means the organisation whose name ends so, or that spoke last",
    arguments: [
      TextCase(
        "en",
        "The Marlow Rescue Agency found two boats. Rain fell all night. The agency said the port "
          + "was closed.",
        "Marlow Rescue Agency"),
      TextCase(
        "en",
        "Hollis Bank said profits had fallen in spring. The company said it would close two "
          + "branches.",
        "Hollis Bank", "Hollis Bank"),
    ])
  func nouns(example: TextCase) {
    #expect(Self.speakers(example) == example.expected)
  }

  @Test(
    "a counted group is none that was told of before, and a zoo with a name goes by its noun",
    arguments: [
      TextCase(
        "en",
        "Four women say they were robbed in Marlow. Rain fell. Four further women say they ran away.",
        "Four women", "women"),
      TextCase(
        "en",
        "The Marlow Zoo said a leopard had left its cage. The zoo said it would stay closed.",
        "Marlow Zoo", "Marlow Zoo"),
      TextCase(
        "en",
        "Two lenders have written a letter to Nora Bell asking for better boats.", "Two lenders"),
    ])
  func countedGroups(example: TextCase) {
    #expect(Self.speakers(example) == example.expected)
  }

  @Test(
    "a text speaks for the body that issued it or whose it is",
    arguments: [
      TextCase(
        "bn",
        "প্রার্থী করিম মিয়াকে নোটিশ দিয়েছে নির্বাচন কমিশন। নোটিশে বলা হয়, সভার আগে অনুমতি নেওয়া হয়নি।",
        "নির্বাচন কমিশন"),
      TextCase(
        "en", "A survey by Marlow University found most tenants pay too much.", "Marlow University"),
    ])
  func issuers(example: TextCase) {
    #expect(Self.speakers(example) == example.expected)
  }

  @Test(
    "a noun with its article written onto it means the body whose name ends so, or that is near",
    arguments: [
      TextCase("bn", "পরিবেশ অধিদপ্তর নোটিশ দিয়েছে। অধিদপ্তরটি বলছে, খাল ভরাট হয়েছে।", "পরিবেশ অধিদপ্তর")
    ])
  func writtenArticles(example: TextCase) {
    #expect(Self.speakers(example) == example.expected)
  }

  @Test(
    "a paper speaks for the body whose it was where it was told of before",
    arguments: [
      TextCase(
        "bn",
        "পরিবেশ অধিদপ্তরের এক সংবাদ বিজ্ঞপ্তিতে এ তথ্য জানানো হয়। বিজ্ঞপ্তিতে বলা হয়, পাহাড় কাটা বন্ধ।",
        "পরিবেশ অধিদপ্তর"),
      TextCase(
        "bn",
        "পরিবেশ অধিদপ্তরের পরিচালক রহিম শেখ স্বাক্ষরিত এক বিজ্ঞপ্তিতে এ তথ্য জানানো হয়। বিজ্ঞপ্তিতে বলা হয়, পাহাড় কাটা বন্ধ।",
        "পরিবেশ অধিদপ্তর"),
      TextCase(
        "bn",
        "কড়া নির্দেশনা দিয়েছে ভূমি মন্ত্রণালয়। সোমবার (৩ মে) মন্ত্রণালয়ের সচিব রহিম শেখ স্বাক্ষরিত এক অফিস আদেশে তা জারি করা "
          + "হয়। অফিস আদেশে বলা হয়েছে, নামজারি বন্ধ থাকবে।",
        "ভূমি মন্ত্রণালয়"),
      TextCase(
        "bn",
        "এক বিজ্ঞপ্তিতে এ তথ্য জানিয়েছে পরিবেশ অধিদপ্তর। বিজ্ঞপ্তিতে বলা হয়, পাহাড় কাটা বন্ধ।",
        "পরিবেশ অধিদপ্তর"),
    ])
  func earlierPapers(example: TextCase) {
    #expect(Self.speakers(example) == example.expected)
  }

  @Test(
    "a notice that nobody is said to have issued is of whom it comes from, or the body its lead is about",
    arguments: [
      TextCase(
        "bn", "পরিবেশ অধিদপ্তর থেকে পাঠানো এক বিজ্ঞপ্তিতে বলা হয়, পাহাড় কাটা বন্ধ।", "পরিবেশ অধিদপ্তর"),
      TextCase(
        "bn", "পরিবেশ অধিদপ্তরের (পঅ) সর্বশেষ বিজ্ঞপ্তিতে বলা হয়, পাহাড় কাটা বন্ধ।", "পরিবেশ অধিদপ্তর"),
      TextCase("bn", "ভূমি জরিপ বিভাগের চিঠিতে বলা হয়েছে, মাপ চলবে।", "ভূমি জরিপ বিভাগ"),
      TextCase(
        "bn",
        "গত সোমবার এক বিজ্ঞপ্তিতে হাট বন্ধ করেছে পরিবেশ অধিদপ্তর। বিজ্ঞপ্তিতে বলা হয়, হাটে জায়গা নেই।",
        "পরিবেশ অধিদপ্তর"),
      TextCase(
        "bn",
        "নতুন কর্মসূচি ঘোষণা করেছে নদী রক্ষা কমিশন। সোমবার সভাপতি রহিম শেখ স্বাক্ষরিত এক বিবৃতিতে এ তথ্য জানানো হয়। বিবৃতিতে "
          + "বলা হয়, খালটি ভরাট হয়ে গেছে।",
        "নদী রক্ষা কমিশন"),
      // A person's own statement is no body's.
      TextCase(
        "bn",
        "মেলা বন্ধ করেছে নদী রক্ষা কমিশন। সোমবার গায়িকা মায়া চৌধুরী এক বিবৃতিতে এ কথা লেখেন। বিবৃতিতে বলা হয়, খালটি ভরাট হয়ে "
          + "গেছে।",
        "বিবৃতি"),
    ])
  func issuedPapers(example: TextCase) {
    #expect(Self.speakers(example) == example.expected)
  }

  @Test(
    "who calls for something in the notice is whose notice it is",
    arguments: [
      TextCase(
        "bn",
        "পরিবেশ অধিদপ্তরের বিজ্ঞপ্তিতে সবাইকে সতর্ক থাকার আহ্বান জানানো হয়। পাহাড় না কাটার আহ্বান জানিয়ে বিজ্ঞপ্তিতে বলা হয়, পাহাড় কাটা অপরাধ।",
        "পরিবেশ অধিদপ্তর", "পরিবেশ অধিদপ্তর", "পরিবেশ অধিদপ্তর"),
      TextCase("bn", "সেনাবাহিনী থেকে জানানো হয়েছে, পথ বন্ধ থাকবে।", "সেনাবাহিনী"),
    ])
  func callers(example: TextCase) {
    #expect(Self.speakers(example) == example.expected)
  }

  @Test(
    "marks in brackets and dashes between words end no clause behind its verb",
    arguments: [
      TextCase(
        "bn", "পথ বন্ধ থাকবে বলে জানিয়েছেন ঢাকা-১০ (রায়েরবাজার-হাজারীবাগ- কামরাঙ্গীরচর) আসনের প্রার্থী রহিম শেখ।", "রহিম শেখ"),
      TextCase("bn", "পথ বন্ধ থাকবে বলে জানিয়েছেন সবুজ দল—সদ সভাপতি রহিম শেখ (বাদল)।", "রহিম শেখ"),
    ])
  func bracketedSeats(example: TextCase) {
    #expect(Self.speakers(example) == example.expected)
  }

  @Test(
    "a polite verb is of the person before the paper or body at whose place it is said",
    arguments: [
      TextCase("bn", "মেয়েটির বাবা নজরুল ইসলাম প্রথম আলো কার্যালয়ে এসে বলেন, মেয়েটি ফেরেনি।", "নজরুল ইসলাম"),
      TextCase("bn", "হাইকোর্ট বলেন, খালটি ভরাট করা যাবে না।", "হাইকোর্ট"),
      TextCase("bn", "রহিম শেখের দৃষ্টি আকর্ষণ করা হলে তিনি বলেন, খালটি কাটা হবে।", "রহিম শেখ"),
    ])
  func politeVerbs(example: TextCase) {
    #expect(Self.speakers(example) == example.expected)
  }

  @Test(
    "they are the group of the sentences before, through others about them",
    arguments: [
      TextCase(
        "bn",
        "রোববার সকালে মাঝিরা ঘাটে মিছিল করেন। পরে তাঁরা পথে বসেন। এরপর তাঁরা সভা করেন। দুপুরে তাঁরা ফিরে যান। তাঁরা বলেন, ভাড়া বাড়াতে হবে।",
        "মাঝিরা"),
      TextCase("bn", "সভায় দুই শতাধিক শিক্ষার্থী অংশ নেন। তাঁরা বলেন, পথ বন্ধ থাকবে।", "দুই শতাধিক শিক্ষার্থী"),
    ])
  func longerGroups(example: TextCase) {
    #expect(Self.speakers(example) == example.expected)
  }

  @Test(
    "a headline names its speaker by a part of the name",
    arguments: [
      ("পথ আজ থেকে বন্ধ থাকবে: সেলিম\n\nমেয়র সেলিম রেজা গতকাল ঘাট দেখতে যান।", "সেলিম রেজা"),
      ("পথ আজ থেকে বন্ধ থাকবে: সবুজ হাওয়া\n\nমেয়র সেলিম রেজা গতকাল ঘাট দেখতে যান।", nil),
    ])
  func shortHeadlines(text: String, name: String?) {
    let speakers = Fixtures.article(text, language: "bn").attributions.map { $0.speaker?.name }
    #expect(speakers == (name.map { [$0] } ?? []))
  }

  @Test(
    "a report is its medium's, whose name no table knows",
    arguments: [
      TextCase("bn", "সংবাদমাধ্যম ঝিলমিলপুর পোস্টের এক প্রতিবেদনে বলা হয়, হাটে পেঁয়াজ নেই।", "ঝিলমিলপুর পোস্ট")
    ])
  func unknownMedia(example: TextCase) {
    #expect(Self.speakers(example) == example.expected)
  }

  @Test(
    "a role finds who holds it through ranks, brackets, a second role and its spelling",
    arguments: [
      TextCase(
        "bn",
        "স্বরাষ্ট্র উপদেষ্টা ব্রিগেডিয়ার জেনারেল (অব.) এম সাখাওয়াত হোসেন বলেন, ছুটি হবে। স্বরাষ্ট্র উপদেষ্টা বলেন, "
          + "সমস্যা নেই।",
        "এম সাখাওয়াত হোসেন", "এম সাখাওয়াত হোসেন"),
      TextCase(
        "bn",
        "গৃহায়ন ও গণপূর্তমন্ত্রী রহিম শেখ বলেছেন, ঘর আছে। গণপূর্তমন্ত্রী বলেন, দাম কমবে।", "রহিম শেখ", "রহিম শেখ"),
      TextCase(
        "bn",
        "পরিবেশ, বন ও জলবায়ু পরিবর্তনমন্ত্রী রহিম শেখ বলেছেন, গাছ আছে। পরিবেশমন্ত্রী বলেন, বন বাড়বে।", "রহিম শেখ",
        "রহিম শেখ"),
      TextCase(
        "bn",
        "তথ্য ও সম্প্রচারমন্ত্রী এবং দলের সাধারণ সম্পাদক রাশেদ করিম বলেছেন, খাল কাটা হবে। তথ্যমন্ত্রী বলেন, গাছ লাগানো হবে।",
        "রাশেদ করিম", "রাশেদ করিম"),
      TextCase(
        "bn",
        "সমাজকল্যাণমন্ত্রী আবু জাফর মোহাম্মদ জাহিদ বলেন, কার্ড হবে। সমাজকল্যাণ মন্ত্রী জানান, টাকা আছে।",
        "আবু জাফর মোহাম্মদ জাহিদ", "আবু জাফর মোহাম্মদ জাহিদ"),
      TextCase(
        "en", "Anna Wolf, 42, the mayor of Leeds, spoke. The mayor said it was late.", "Anna Wolf"),
      TextCase("en", "Sen. Ada Cole spoke. The senator said it was late.", "Ada Cole"),
    ])
  func holders(example: TextCase) {
    #expect(Self.speakers(example) == example.expected)
  }

  @Test(
    "somebody is brought in by name before a description, or before a pronoun though as no subject",
    arguments: [
      TextCase("bn", "সাদিকুর রহমান নামের একজন প্রত্যক্ষদর্শী বলেন, বাসটি উল্টে যায়।", "সাদিকুর রহমান"),
      TextCase("bn", "রাকিব মিয়া নামে এক যাত্রী বলেন, ট্রেন দেরি করেছে।", "রাকিব মিয়া"),
      TextCase("bn", "চাষি মাজেদুর রহমানের বাগানে ২৫টি গাছ আছে। তিনি বলেন, মুকুল এসেছে।", "মাজেদুর রহমান"),
    ])
  func broughtIn(example: TextCase) {
    #expect(Self.speakers(example) == example.expected)
  }

  @Test("a group goes by its name as a subject, whatever its ending")
  func groups() {
    let example = TextCase("bn", "আন্দোলনকারীদের দাবি, মামলা তুলে নিতে হবে।", "আন্দোলনকারীরা")
    #expect(Self.speakers(example) == example.expected)
  }

  @Test("a group goes by the name that the text has for it, not the one of the headline")
  func headlineGroups() {
    let document = Fixtures.document(
      "Alban police say a driver is missing\n\nPolice said the bridge was closed.",
      language: "en", kinds: [.headline, .paragraph])
    let speakers = Fixtures.analyzer.article(document).attributions.map { $0.speaker?.name }
    #expect(speakers == ["Alban police", "Police"])
  }

  @Test("a role with an article for somebody new, or somebody's, is nobody who was told of before")
  func newRoles() {
    for example in [
      TextCase(
        "en", "Detective Cora Bell said it was late. A detective said the pier was shut.",
        "Cora Bell",
        "A detective"),
      TextCase(
        "en", "Ann Cole said it was late. Omar Reed's lawyer said the pier was shut.", "Ann Cole",
        "Omar Reed's lawyer"),
    ] {
      #expect(Self.speakers(example) == example.expected)
    }
  }

  @Test("a short paragraph in marks answers whoever spoke before it")
  func replies() {
    let article = Fixtures.article(
      "“We will sue,” said Dora Fell, a tenant.\n\nHer landlord, Max Crane, shrugged.\n\n“Let them try.”",
      language: "en")
    #expect(article.quotations.count == 2)
  }

  @Test(
    "a name stands without the article before it, and with the one that is part of it",
    arguments: [
      TextCase(
        "en", "The Norland embassy in Marlow said the gate was open.", "Norland embassy in Marlow"),
      TextCase(
        "en",
        "Ann Lee told The Guardian the road was closed. The road will stay closed, The Guardian "
          + "reported.",
        "Ann Lee", "The Guardian"),
    ])
  func articles(example: TextCase) {
    #expect(Self.speakers(example) == example.expected)
  }

  @Test("what a thing is hard to believe for is nothing that it says")
  func hardToBelieve() {
    let text = "While Marlowe claimed she was \"fit as ever\" and \"able,\" it was hard to believe."
    #expect(Self.speakers(TextCase("en", text)) == ["Marlowe"])
  }

  @Test(
    "a minister of two things is the minister of each",
    arguments: [
      TextCase(
        "bn", "তথ্য ও সম্প্রচারমন্ত্রী হাসান মাহমুদ বলেন, সেতু খুলবে। তথ্যমন্ত্রী বলেন, পথও খুলবে।",
        "হাসান মাহমুদ", "হাসান মাহমুদ"),
      TextCase(
        "bn",
        "সড়ক পরিবহন ও সেতুমন্ত্রী এবং আওয়ামী লীগের সাধারণ সম্পাদক ওবায়দুল কাদের বলেন, সেতু খুলবে। সেতুমন্ত্রী বলেন, পথও খুলবে।",
        "ওবায়দুল কাদের", "ওবায়দুল কাদের"),
    ])
  func ministers(example: TextCase) {
    #expect(Self.speakers(example) == example.expected)
  }

  @Test("whom the speaker tells of by a noun is not the speaker when that one says something")
  func toldOf() {
    let text = "করিম মিয়া বলেন, আমি একজন চিকিৎসকের সঙ্গে দেখা করেছিলাম। ওই চিকিৎসক বলেন, রোগ সারবে।"
    #expect(Self.speakers(TextCase("bn", text)).last != "করিম মিয়া")
  }

  @Test("whoever is the subject of a sentence goes before who is only its object")
  func objects() {
    let article = Fixtures.article(
      "The minister Peter Hill spoke about John Carter on Monday. He said the bridge was safe.",
      language: "en")
    #expect(article.attributions.first?.speaker?.name == "Peter Hill")
  }

  @Test("an uncertain speaker tells whom else the pronoun may mean")
  func rivals() throws {
    let article = Fixtures.article(
      "Peter Hill met John Carter on Monday. He said the bridge was safe.", language: "en")
    let attribution = try #require(article.attributions.first)
    let names = Set(
      [attribution.speaker?.name].compactMap { $0 } + (attribution.alternatives ?? []).map(\.name))
    #expect(names == ["Peter Hill", "John Carter"])
    #expect(attribution.isUncertain)
    let reason = Explanation(of: article, quotation: 0)?.steps.first { $0.subject == .identity }
    #expect(reason?.sentence.contains("It may also be ") == true)
  }

  @Test("a name that stands beside the cue leaves no doubt")
  func noRivals() throws {
    let article = Fixtures.article(
      "Peter Hill met John Carter on Monday. “The bridge is safe,” John Carter said.",
      language: "en")
    let attribution = try #require(article.attributions.first)
    #expect(attribution.alternatives == nil)
    #expect(attribution.confidence > 0.85)
  }

  @Test("somebody with a rank is the one of that name")
  func ranks() {
    let text = "In the report, SI Masud Karim said the road was closed. SI Karim said it was wet."
    #expect(Self.speakers(TextCase("en", text)) == ["Masud Karim", "Masud Karim"])
  }

  @Test("who goes on in marks of its own, without a cue, is nobody's words anew")
  func goingOn() {
    let article = Fixtures.article(
      "“There are still people waiting for help,” Rosa Klein said.\n\n“We will send every boat we "
        + "have to bring them home.”", language: "en")
    #expect(article.attributions.map { $0.speaker?.name } == ["Rosa Klein", "Rosa Klein"])
    #expect(article.attributions.last?.speaker?.span == nil)
  }

  @Test("words in marks of the next paragraph are no part of a clause that ended before")
  func paragraphs() {
    let article = Fixtures.article(
      "Rosa Klein said the search was “at full speed.”\n\n“We know nothing about the cause of the "
        + "fire or the man who saw it.”", language: "en")
    #expect(article.quotations.count == 2)
  }
}
