import Testing

@testable import SutraCore

@Suite("Corrections by hand")
struct CorrectionTests {
  private static let bengali = """
    মেয়র নাজমা পারভীন বলেন, সেতুটি আগামী মাসে খুলবে। প্রকৌশলী করিম উদ্দিন বলেন, পিলারে ফাটল নেই।

    “টোল কমবে,” বলেন পারভীন।
    """
  private static let english = """
    “The ferry runs again on Monday,” said Ann Reed, the mayor. Captain Tom Hale said the boat was safe.
    """

  private func article(_ text: String, _ language: String) -> Article {
    Fixtures.article(text, language: language)
  }

  private func anchor(_ words: String, _ article: Article) throws -> TextAnchor {
    let text = String(decoding: article.document.text.bytes, as: UTF8.self)
    let range = try #require(text.range(of: words), "\(words) is not in the text")
    let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
    let length = text.utf8.distance(from: range.lowerBound, to: range.upperBound)
    return TextAnchor(Span(start: start, end: start + length), in: article.document.text)
  }

  private func said(_ article: Article) -> [String] {
    article.quotations.indices.map {
      let speaker = article.attributions[$0].speaker?.name ?? "-"
      return "\(speaker): \(article.document.text[article.quotations[$0].content])"
    }
  }

  @Test("a quote that is none goes, with the source that said nothing else")
  func noQuotation() throws {
    let found = article(Self.bengali, "bn")
    #expect(found.sources.contains { $0.name == "করিম উদ্দিন" })
    let corrected = found.corrected(by: [.noQuotation(try anchor("পিলারে ফাটল নেই", found))])
    #expect(corrected.quotations.count == found.quotations.count - 1)
    #expect(!said(corrected).contains { $0.hasSuffix("পিলারে ফাটল নেই") })
    #expect(!corrected.sources.contains { $0.name == "করিম উদ্দিন" })
    let numbers = corrected.sources.flatMap(\.quotations)
    #expect(numbers.allSatisfy(corrected.quotations.indices.contains))
  }

  @Test("ends, speaker and type are those of the hand, and say so")
  func quotation() throws {
    let found = article(Self.english, "en")
    let ferry = try anchor("“The ferry runs again on Monday,”", found)
    let hale = try anchor("Captain Tom Hale", found)
    let corrected = found.corrected(by: [
      .quotation(
        QuotationCorrection(
          at: ferry, content: try anchor("The ferry runs again", found), form: .indirect,
          speaker: .somebody(name: "Tom Hale", kind: .named, at: hale)))
    ])
    #expect(said(corrected).first == "Tom Hale: The ferry runs again")
    #expect(corrected.quotations[0].form == .indirect)
    #expect(corrected.quotations[0].rule == .byHand)
    #expect(corrected.attributions[0].rule == .byHand)
    let entity = try #require(corrected.attributions[0].speaker?.entity)
    #expect(corrected.entities[entity].name == "Tom Hale")
    let source = try #require(corrected.sources.first { $0.name == "Tom Hale" })
    #expect(source.quotations == [0, 1])
    #expect(corrected.sources.first { $0.name == "Ann Reed" } == nil)
  }

  @Test("a missed quote is there, in its place, with who says it")
  func missed() throws {
    let text = "নদীর পানি বাড়ছে। মেয়র নাজমা পারভীন বলেন, সেতু খুলবে।"
    let found = article(text, "bn")
    let corrected = found.corrected(by: [
      .quotation(
        QuotationCorrection(
          at: try anchor("নদীর পানি বাড়ছে", found),
          speaker: .somebody(name: "নাজমা পারভীন", kind: .named, at: nil)))
    ])
    #expect(said(corrected).first == "নাজমা পারভীন: নদীর পানি বাড়ছে")
    #expect(corrected.quotations[0].form == .indirect)
    #expect(corrected.quotations.count == found.quotations.count + 1)
    #expect(said(corrected).dropFirst().map { $0 } == said(found))
  }

  @Test("a name has another kind, or is another's, or none at all; speakers follow it")
  func names() throws {
    let found = article(Self.bengali, "bn")
    let kind = found.corrected(by: [
      .name(NameCorrection(at: try anchor("নাজমা পারভীন", found), kind: .organization))
    ])
    let of = try #require(kind.entities.first { $0.name == "নাজমা পারভীন" })
    #expect(of.kind == .organization)
    #expect(of.mentions.count == 2)
    #expect(of.mentions.allSatisfy { kind.mentions[$0].kind == .organization })
    #expect(of.mentions.allSatisfy { kind.mentions[$0].isByHand })

    let last = try anchor("“টোল কমবে,” বলেন পারভীন", found)
    let start = last.place + Array("“টোল কমবে,” বলেন ".utf8).count
    let short = TextAnchor(
      Span(start: start, end: start + Array("পারভীন".utf8).count), in: found.document.text)
    let other = found.corrected(by: [.name(NameCorrection(at: short, name: "শাহানা পারভীন"))])
    #expect(said(other).last?.hasPrefix("শাহানা পারভীন: ") == true)
    #expect(said(other).first?.hasPrefix("নাজমা পারভীন: ") == true)

    let none = found.corrected(by: [.noName(try anchor("করিম উদ্দিন", found))])
    #expect(none.mentions.count == found.mentions.count - 1)
    #expect(none.mentions.allSatisfy { none.entities.indices.contains($0.entity) })
  }

  @Test("are found again in an edited text by the words around, and pass what is gone over")
  func edited() throws {
    let found = article(Self.english, "en")
    let safe = try anchor("the boat was safe", found)
    let ferry = try anchor("“The ferry runs again on Monday,”", found)
    let later = article("Port Ellery, Friday.\n\n" + Self.english, "en")
    #expect(safe.span(in: later.document.text) != nil)
    #expect(
      later.corrected(by: [.noQuotation(safe)]).quotations.count == later.quotations.count - 1)
    let other = article("Nothing of it is left here.", "en")
    #expect(other.corrected(by: [.noQuotation(ferry)]).quotations.count == other.quotations.count)
    let changed = SourceText(
      validBytes: Array(
        Self.english.replacing("the boat was safe", with: "the boat was very safe").utf8))
    #expect(safe.span(in: changed) == nil)
  }

  @Test("of the same words twice those count that stand where they stood")
  func twice() {
    let text = SourceText(validBytes: Array("one said no. two said no. three said no.".utf8))
    for place in [9, 22, 37] {
      let anchor = TextAnchor(Span(start: place, end: place + 2), in: text)
      #expect(anchor.span(in: text)?.start == place)
      let longer = SourceText(validBytes: Array("Then ".utf8) + text.bytes)
      #expect(anchor.span(in: longer)?.start == place + 5)
    }
  }

  @Test(
    "the difference of two analyses makes one the other",
    arguments: [
      (
        "মেয়র নাজমা পারভীন বলেন, সেতুটি আগামী মাসে খুলবে। প্রকৌশলী করিম উদ্দিন বলেন, পিলারে ফাটল নেই।", "bn"
      ),
      ("“It stops,” said Ann Reed. Tom Hale said the boat was safe. Ann Reed denied it.", "en"),
    ])
  func difference(text: String, language: String) throws {
    let found = article(text, language)
    let wanted = found.corrected(by: [
      .noQuotation(TextAnchor(found.quotations[0].content, in: found.document.text)),
      .quotation(
        QuotationCorrection(
          at: TextAnchor(found.quotations[1].content, in: found.document.text), form: .mixed,
          speaker: .nobody)),
      .noName(TextAnchor(found.mentions[0].span, in: found.document.text)),
    ])
    let changes = Correction.changes(from: found, to: wanted)
    let again = found.corrected(by: changes)
    #expect(again.quotations.map(\.content) == wanted.quotations.map(\.content))
    #expect(again.quotations.map(\.form) == wanted.quotations.map(\.form))
    #expect(again.attributions.map(\.speaker?.name) == wanted.attributions.map(\.speaker?.name))
    #expect(again.mentions.map(\.span) == wanted.mentions.map(\.span))
    #expect(Correction.changes(from: found, to: found).isEmpty)
    #expect(Correction.changes(from: again, to: wanted).isEmpty)
  }
}
