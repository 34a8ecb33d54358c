import Testing

@testable import SutraCore

/// Who is meant where English tells of some of many, of somebody by a name that only the article gives, and of
/// who goes on.
@Suite("Who says it: some of many, and who goes on")
struct SomeOfManyTests {
  private static func speakers(_ text: String) -> [String] {
    Fixtures.article(text, language: "en").attributions.map { $0.speaker?.name ?? "-" }
  }

  @Test(
    "names whom the words before tell, and nobody where they tell of others",
    arguments: [
      ("Drivers said the road was shut. Others said it was open.", ["Drivers", "-"]),
      ("Drivers said the road was shut. Many here believe it will stay so.", ["Drivers", "-"]),
      ("Drivers said the road was shut. Another says it is open.", ["Drivers", "-"]),
      ("Drivers said the road was shut. They said it would stay so.", ["Drivers", "Drivers"]),
      ("One of the drivers said the road was shut.", ["One of the drivers"]),
      ("The two drivers said the road was shut.", ["The two drivers"]),
      (
        "Their leader, whom we are calling Jonas, told us he had four men. “We hide the guns,” he said.",
        ["Jonas", "Jonas"]
      ),
    ] as [(String, [String])])
  func some(text: String, names: [String]) {
    #expect(Self.speakers(text) == names)
  }

  @Test("who is told of by a pronoun between goes on in marks of a paragraph of its own")
  func goesOn() {
    let text =
      "“I love the sea,” Rosa Klein said.\n\nThat is where she was born. The yard was out of reach, cut "
      + "off by the tide.\n\n“You had to wait there for days until a boat came by.”"
    #expect(Self.speakers(text) == ["Rosa Klein", "Rosa Klein"])
  }

  @Test("a headline's last word goes on with no word of the text")
  func headline() {
    let article = Fixtures.article(
      "The ferry sank at night, officials say\n\nAbout forty people were on board.", language: "en")
    #expect(article.said.map(\.cue) == ["say"])
  }

  @Test("a verb that opens a text has nothing before it")
  func opening() {
    #expect(Fixtures.article("Read Live Updates On The Vote.", language: "en").said.isEmpty)
  }

  @Test(
    "what an agency writes before the first sentence is nothing said",
    arguments: [
      (
        "LEEDS, May 2 (Courier) -- The ferry sank in the night, police said.",
        "The ferry sank in the night"
      ),
      ("LEEDS - The ferry sank in the night, police said.", "The ferry sank in the night"),
      ("The ferry - an old one - sank, police said.", "The ferry - an old one - sank"),
    ])
  func dateline(text: String, content: String) {
    #expect(Fixtures.article(text, language: "en").said.map(\.content) == [content])
  }

  @Test("who helped to report says nothing")
  func credit() {
    let text =
      "“It is late,” Rosa Klein said.\n\nAdditional reporting by Paul Brown, HRB Verify, Ann Lee, Nils "
      + "Berg, Mary Field, and HRB Leeds"
    #expect(Self.speakers(text) == ["Rosa Klein"])
  }

  @Test("a bracket that closes behind somebody's words is none of them")
  func bracket() {
    let said = Fixtures.article("(Mark Cole denies he was there.)", language: "en").said
    #expect(said.map(\.content) == ["he was there"])
  }
}
