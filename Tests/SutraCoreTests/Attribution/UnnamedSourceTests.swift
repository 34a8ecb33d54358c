import Testing

@testable import SutraCore

/// Sources that have no name of their own: whose a text is, groups, times that are nobody.
@Suite("Sources without a name of their own")
struct UnnamedSourceTests {
  private static func speakers(_ example: TextCase) -> [String] {
    Fixtures.article(example.text, language: example.language).attributions
      .map { $0.speaker?.name ?? "-" }
  }

  @Test(
    "a text is the words of whoever is told right behind it to have made it",
    arguments: [
      TextCase(
        "en", "A commentary by state media outlet Harbour Daily said the port was safe.",
        "Harbour Daily"),
      TextCase(
        "en",
        "According to an article published last month by a department of the port council, the pipes were old. The article said the crane was older.",
        "department of the port council", "department of the port council"),
      TextCase(
        "en", "According to a press release from Harbour Watch, the pumps had failed.",
        "Harbour Watch"),
      TextCase(
        "en", "Early inquiries by the water department suggest the pipes were old.",
        "water department"),
      TextCase(
        "en",
        "A survey conducted by economists Jo Marsh and Ann Lee found the rents were too high.",
        "economists Jo Marsh and Ann Lee"),
      // What it is made of says nothing.
      TextCase(
        "en", "The results from the ten wards showed the rents were too high.",
        "The results from the ten wards"),
    ])
  func texts(example: TextCase) { #expect(Self.speakers(example) == example.expected) }

  @Test(
    "a time of day is nobody, and dashes part a subject from its verb",
    arguments: [
      TextCase(
        "en",
        "He woke up to two text alerts at 05:00 and 07:30 local time ordering him to “leave now”.",
        "two text alerts"),
      TextCase(
        "en",
        "Cafés and large shops in the town – including Marlow and Lane – say they are closed.",
        "Cafés and large shops in the town"),
    ])
  func subjects(example: TextCase) { #expect(Self.speakers(example) == example.expected) }

  @Test(
    "whoever a text tells of does not tell what the text is",
    arguments: [
      "The book, published on Friday, said two people lost homes.",
      "The report, published on Friday, says the two men lost homes.",
    ])
  func told(text: String) {
    #expect(
      Self.speakers(TextCase("en", text)).allSatisfy {
        !$0.hasPrefix("two") && !$0.hasPrefix("the two")
      })
  }

  @Test("whose somebody is belongs to no name of theirs")
  func owners() {
    #expect(
      Self.speakers(TextCase("en", "Her concert organiser said the show was over."))
        == ["concert organiser"])
  }

  @Test(
    "they are whoever the sentence before is about, a body too, and \"we\" outside of marks is the writer",
    arguments: [
      TextCase(
        "en", "The skaters told the paper the rink was closed. They say it was loud.",
        "The skaters", "The skaters"),
      TextCase(
        "en", "The Harbour Commission has met the crews. They said the bridge was open.",
        "Harbour Commission"),
    ])
  func groups(example: TextCase) { #expect(Self.speakers(example) == example.expected) }

  @Test(
    "a noun without a capital that no table has is no name",
    arguments: [
      ("The skaters said the fire was loud.", SpeakerKind.collective),
      ("Most liked it; 80% said the fire was loud.", SpeakerKind.collective),
    ])
  func kinds(text: String, kind: SpeakerKind) {
    #expect(Fixtures.article(text, language: "en").attributions.first?.speaker?.kind == kind)
  }
}
