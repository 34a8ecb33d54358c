import Testing

@testable import SutraCore

@Suite("Kinds of paragraphs in the analysis")
struct BlockKindTests {
  private func article(
    _ text: String, _ kinds: [BlockKind], language: String = "bn"
  ) -> Article {
    Fixtures.analyzer.article(Fixtures.document(text, language: language, kinds: kinds))
  }

  @Test("a pronoun means nobody of a caption")
  func caption() throws {
    let bengali =
      "মেয়র রফিকুল ইসলাম বলেন, সেতু খোলা।\n\nছবিতে কৃষক আক্কাস মিয়া বলছেন, পানি বেড়েছে।\n\nতিনি বলেন, সবাই আসুন।"
    let kinds: [BlockKind] = [.paragraph, .caption, .paragraph]
    #expect(article(bengali, kinds).said.last?.name == "রফিকুল ইসলাম")
    #expect(article(bengali, []).said.last?.name == "আক্কাস মিয়া")
    let english =
      "Ruth Okafor said the bridge was open.\n\nPaul Low said the water had risen.\n\nHe or she: “All may come,” she said."
    #expect(article(english, kinds, language: "en").said.last?.name == "Ruth Okafor")
  }

  @Test(
    "rows of tables, by-lines and credits quote nobody",
    arguments: [BlockKind.tableRow, .byline, .credit])
  func rows(kind: BlockKind) {
    let bengali = "রাতে বৃষ্টি হয়েছে।\n\nমেয়র বলেন, সেতু খোলা।"
    #expect(article(bengali, [.paragraph, kind]).quotations.isEmpty)
    #expect(article(bengali, [.paragraph, .paragraph]).quotations.count == 1)
    let english = "It rained.\n\nThe mayor said the bridge was open."
    #expect(article(english, [.paragraph, kind], language: "en").quotations.isEmpty)
    #expect(article(english, [.paragraph, .note], language: "en").quotations.count == 1)
  }

  @Test("what a page sets apart is somebody's words, once")
  func blockQuotation() throws {
    let english = "The mayor wrote a letter.\n\nTake the ferry until the work is done."
    let kinds: [BlockKind] = [.paragraph, .quotation]
    let found = article(english, kinds, language: "en")
    #expect(found.said.map(\.content) == ["Take the ferry until the work is done."])
    #expect(found.said.map(\.rule) == ["block quotation"])
    #expect(article(english, [], language: "en").quotations.isEmpty)
    let marked = "মেয়র বলেন:\n\n“সেতু খোলা, সবাই আসুন এখানে।”"
    let said = article(marked, kinds).said
    #expect(said.count == 1 && said.first?.speaker == "মেয়র", "\(said)")
  }

  @Test(
    "the sign of a quotation in plain text is none of the words",
    arguments: [
      ("Hello\n\n> We saw it in March, said Helen Marlowe.\n\nYes", "We saw it in March"),
      ("চিঠি\n\n> মেয়র রফিকুল ইসলাম বলেন, সেতু খোলা থাকবে।\n\nহ্যাঁ", "সেতু খোলা থাকবে"),
      ("চিঠি\n\n> সেতু খোলা থাকবে, বলেন মেয়র রফিকুল ইসলাম।\n\nহ্যাঁ", "সেতু খোলা থাকবে"),
    ])
  func sign(text: String, words: String) {
    let article = Fixtures.analyzer.article(
      Fixtures.analyzer.document(id: "a", text: SourceText(validBytes: Array(text.utf8))))
    #expect(article.said.first?.content == words)
  }

  @Test("plain text marks its quotations with a sign, as mail does")
  func plain() {
    let text = SourceText(validBytes: Array("Hello\n\n> It is open.\n\nYes".utf8))
    let document = Fixtures.analyzer.document(id: "a", text: text)
    #expect(document.paragraphs.indices.map(document.kind(of:)).contains(.quotation))
    let without = SourceText(validBytes: Array("Hello\n\n>It is open, 5 > 4.\n\nYes".utf8))
    let other = Fixtures.analyzer.document(id: "a", text: without)
    #expect(!other.paragraphs.indices.map(other.kind(of:)).contains(.quotation))
  }
}
