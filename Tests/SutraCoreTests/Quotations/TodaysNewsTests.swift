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
