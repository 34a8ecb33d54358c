import SutraResources
import Testing

@testable import SutraCore

@Suite("Paragraphs, headline and language")
struct DocumentParserTests {
  private func document(_ text: String) -> Document {
    Fixtures.analyzer.document(id: "test", text: SourceText(validBytes: Array(text.utf8)))
  }

  @Test(
    "makes each line with more than blanks a paragraph",
    arguments: [
      (text: "", paragraphs: []),
      (text: "\n \t\r\n", paragraphs: []),
      (text: "এক", paragraphs: ["এক"]),
      (text: "এক\nদুই", paragraphs: ["এক", "দুই"]),
      (text: "  এক  \r\n\r\n\tদুই\r", paragraphs: ["এক", "দুই"]),
      (text: "এক\n\n\n", paragraphs: ["এক"]),
    ])
  func paragraphs(text: String, paragraphs: [String]) {
    let found = document(text)
    #expect(found.paragraphs.map { found.text[$0] } == paragraphs)
  }

  @Test(
    "takes a short first line that ends like no sentence for the headline",
    arguments: [
      (text: "নদীর পানি বাড়ছে\nসকাল থেকে নদীর পানি বাড়ছে বলে জানা গেছে।", title: "নদীর পানি বাড়ছে"),
      (text: "কী হবে এখন?\nসকাল থেকে নদীর পানি বাড়ছে বলে জানা গেছে।", title: "কী হবে এখন?"),
      (text: "নদীর পানি বাড়ছে।\nসকাল থেকে নদীর পানি বাড়ছে বলে জানা গেছে।", title: nil),
      (text: "নদীর পানি বাড়ছে॥\nসকাল থেকে নদীর পানি বাড়ছে বলে জানা গেছে।", title: nil),
      (text: "সকাল থেকে নদীর পানি বাড়ছে", title: nil),
      (text: "সকাল থেকে নদীর পানি বাড়ছে বলে জানা গেছে\nদুই", title: nil),
      (
        text: "The harbour bridge at Port Ellery will stay closed for a year, says the council"
          + "\nBy Anna Lind\nPort Ellery, Monday\n"
          + String(repeating: "The old bridge is closed, people say. ", count: 4),
        title: "The harbour bridge at Port Ellery will stay closed for a year, says the council"
      ),
      (
        text: "ভৈরব নদের তীরে নতুন সেতুর কাজ শেষ হতে আরও এক বছর লাগবে বলে জানিয়েছে জেলা প্রশাসন\n"
          + "নিজস্ব প্রতিবেদক\n"
          + String(repeating: "সেতুটি বন্ধ রয়েছে বলে লোকে বলে। ", count: 6),
        title: "ভৈরব নদের তীরে নতুন সেতুর কাজ শেষ হতে আরও এক বছর লাগবে বলে জানিয়েছে জেলা প্রশাসন"
      ),
      (
        text: "A long line that ends like no sentence and is a list\nOne\nTwo\nThree\nFour",
        title: nil
      ),
      (text: "The river rises.\nIt has risen since the morning, people say.", title: nil),
    ] as [(text: String, title: String?)])
  func title(text: String, title: String?) {
    let found = document(text)
    #expect(found.title.map { found.text[$0] } == title)
  }

  private static let english =
    "The council voted nine to four on Tuesday night to keep the harbour bridge closed until the piers "
    + "have been rebuilt, which engineers say will take a year."
  private static let bengali =
    "সেতুর কাজ শেষ হতে আরও এক বছর লাগবে বলে জানিয়েছে জেলা প্রশাসন, যাদের দায়িত্ব এটি দেখা। মেয়র বলেন, সেতুর "
    + "পিলারে ফাটল ধরেছে, তাই কাজ বন্ধ আছে।"

  @Test(
    "joins the rows of a headline above paragraphs that are not broken",
    arguments: [
      (
        "The harbour bridge at Port Ellery will stay closed for another\nyear, the council decided",
        english, 2
      ),
      (
        "The harbour bridge at Port Ellery will stay closed for another year,\nthe council has decided",
        "By Ann Lee\n\n" + english, 2
      ),
      (
        "The harbour bridge at Port Ellery will stay shut for\nanother year, the council has now decided\n"
          + "after a night of talks", english, 3
      ),
      (
        "ভৈরব নদের তীরে নতুন সেতুর কাজ শেষ হতে আরও এক বছর\nলাগবে বলে জানিয়েছে জেলা প্রশাসন ও মেয়র",
        bengali, 2
      ),
      // A byline, a subhead, a first paragraph and a sentence are no rows of a headline.
      ("The harbour bridge at Port Ellery will stay closed again\nBy Ann Lee", english, 1),
      ("The harbour bridge at Port Ellery will stay closed again\n" + english, english, 1),
      ("ভৈরব নদের তীরে নতুন সেতুর কাজ শেষ হতে আরও এক বছর\nনিজস্ব প্রতিবেদক", bengali, 1),
      ("Bridge stays shut\nfor another year", english, 1),
      ("The harbour bridge at Port Ellery will stay closed again.\nso it was said", english, 1),
    ])
  func headlineRows(title: String, body: String, rows: Int) {
    let text = title + "\n\n" + body + "\n\n" + body
    let found = document(text)
    let lines = title.split(separator: "\n").prefix(rows).joined(separator: " ")
    #expect(found.text[found.paragraphs[0]] == lines)
    #expect(found.text.bytesAsTheyCame == Array(text.utf8))
  }

  @Test("takes no long line for the headline")
  func longLine() {
    let long = String(repeating: "পানি ", count: 40)
    #expect(document(long + "\n" + long + long).title == nil)
  }

  @Test(
    "tells the language by its script",
    arguments: [
      (text: "সকাল থেকে বৃষ্টি। Rain.", code: "bn"),
      (text: "১২৩ — «»", code: "bn"),
      (text: "It rained all day in ঢাকা.", code: "en"),
    ].filter { LanguageLibrary.builtIn.codes.contains($0.code) })
  func language(text: String, code: String) { #expect(document(text).language == code) }

  @Test("counts letters over all of the sample, not from its beginning alone")
  func mixedLanguage() {
    #expect(document("BBC News\n" + String(repeating: "নদীর পানি বাড়ছে। ", count: 9)).language == "bn")
  }
}

@Suite("Spans")
struct SpanTests {
  @Test("never end before they start")
  func clamps() {
    #expect(Span(start: 4, end: 2) == Span(start: 4, end: 4))
    #expect(Span(start: 4, end: 2).isEmpty)
  }

  @Test("order by start, then by end")
  func orders() {
    let spans = [Span(start: 2, end: 9), Span(start: 0, end: 5), Span(start: 0, end: 3)]
    #expect(spans.sorted().map(\.end) == [3, 5, 9])
  }

  @Test("overlap when they share a byte, and touch without overlapping")
  func overlaps() {
    let span = Span(start: 2, end: 5)
    #expect(span.overlaps(Span(start: 4, end: 8)))
    #expect(!span.overlaps(Span(start: 5, end: 8)))
    #expect(span.contains(Span(start: 2, end: 5)))
    #expect(!span.contains(Span(start: 2, end: 6)))
    #expect(span.contains(2) && !span.contains(5))
  }

  @Test("are clamped to the text they cut")
  func cuts() {
    let text = SourceText(validBytes: Array("abc".utf8))
    #expect(text[Span(start: 1, end: 99)] == "bc")
    #expect(text[Span(start: -3, end: 1)] == "a")
    #expect(text[Span(start: 7, end: 9)] == "")
  }
}
