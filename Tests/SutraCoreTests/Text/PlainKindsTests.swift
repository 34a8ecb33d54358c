import SutraTestSupport
import Testing

@testable import SutraCore

/// What lines of a plain text are, marked by their kinds.
@Suite("Kinds of lines in plain text")
struct PlainKindsTests {
  static let cases = [
    Stage.Case(
      "en", "The bridge is open¶«byline:By Rosa Klein»¶It rained all night, and nobody came."),
    Stage.Case(
      "en", "The bridge is open¶«byline:By Rosa Klein and Anna Wolf»¶It rained all night."),
    Stage.Case("en", "The bridge is open¶«byline:Staff Reporter, Dhaka»¶It rained all night."),
    Stage.Case("en", "It rained all night.¶«credit:Photo: Rosa Klein»¶Nobody came."),
    Stage.Case(
      "en", "It rained all night.¶«caption:The bridge at night. Photo: Rosa Klein»¶Nobody came."),
    Stage.Case("en", "It rained all night.¶Nobody came.¶«credit:Source: Reuters»"),
    Stage.Case(
      "en", "It rained.¶«listitem:• The bridge is open.»¶«listitem:• The ferry runs.»¶Nobody came."),
    Stage.Case(
      "en", "It rained.¶«listitem:1. The bridge is open.»¶«listitem:2. The ferry runs.»"),
    Stage.Case("bn", "বৃষ্টি হয়েছে।¶«listitem:১. সেতু খোলা।»¶«listitem:২. ফেরি চলে।»¶কেউ আসেনি।"),
    Stage.Case("bn", "বৃষ্টি হয়েছে।¶«listitem:১) সেতু খোলা।»¶«listitem:২) ফেরি চলে।»¶কেউ আসেনি।"),
    // One alone is no list, and what a dash opens may be a turn.
    Stage.Case("en", "It rained.¶2. That was the ferry's number."),
    Stage.Case("en", "It rained.¶– Is it open?¶– It is."),
    Stage.Case("bn", "বৃষ্টি হয়েছে।¶২০২৪ সালে সেতু খোলে।¶২০২৫ সালে ফেরি চলে।"),
    // Sentences that begin or end like one of these.
    Stage.Case("en", "The bridge is open¶By Monday it was closed again.¶It rained all night."),
    Stage.Case(
      "en", "It rained.¶By Rosa Klein's account, the mayor said it was open.¶Nobody came."),
    Stage.Case("en", "It rained.¶The source: the mayor said it was open."),
    Stage.Case("en", "It rained.¶She said of the photo: it is old."),
    Stage.Case("bn", "সেতু খোলা¶«byline:নিজস্ব প্রতিবেদক, ঢাকা»¶রাতে বৃষ্টি হয়েছে, কেউ আসেনি।"),
    Stage.Case("bn", "সেতু খোলা¶«byline:নিজস্ব প্রতিবেদক»¶রাতে বৃষ্টি হয়েছে, কেউ আসেনি।"),
    Stage.Case("bn", "রাতে বৃষ্টি হয়েছে।¶«credit:ছবি: রিনা আক্তার»¶কেউ আসেনি।"),
    Stage.Case("bn", "রাতে বৃষ্টি হয়েছে।¶«caption:রাতের সেতু। ছবি: রিনা আক্তার»¶কেউ আসেনি।"),
    Stage.Case("bn", "রাতে বৃষ্টি হয়েছে।¶কেউ আসেনি।¶«credit:সূত্র: বিবিসি»"),
    Stage.Case("bn", "রাতে বৃষ্টি হয়েছে।¶নিজস্ব প্রতিবেদককে মেয়র বলেন, সেতু খোলা।¶কেউ আসেনি।"),
    Stage.Case("bn", "রাতে বৃষ্টি হয়েছে।¶ছবি: মেয়র বলেন, সেতু খোলা।¶কেউ আসেনি।"),
    Stage.Case("bn", "রাতে বৃষ্টি হয়েছে।¶ছবি তোলা হয়েছে রাতে।¶কেউ আসেনি।"),
  ]

  @Test("are told where their words tell for sure", arguments: cases)
  func kinds(row: Stage.Case) throws {
    let stage = try Stage(row)
    let found = stage.text.paragraphs.indices.flatMap { number -> [MarkedText.Mark] in
      let kind = stage.context.kind(ofParagraph: number)
      guard kind != .paragraph, kind != .headline else { return [] }
      return [stage.mark("\(kind)".lowercased(), stage.text.document.paragraphs[number])]
    }
    #expect(stage.written(found) == row.marked)
  }

  @Test("are those of the document, where it tells them")
  func told() throws {
    let text = "It rained all night.\n\nPhoto: Rosa Klein\n\nNobody came."
    let document = Fixtures.document(text, language: "en", kinds: [.paragraph, .paragraph, .note])
    let pack = try #require(Fixtures.analyzer.languages.pack("en"))
    #expect(PlainKinds.kinds(of: TokenizedDocument(document, pack)).isEmpty)
  }

  @Test("keep a byline from whoever speaks")
  func speakers() {
    let text = "মেয়র রফিকুল ইসলাম বলেন, সেতু খোলা।\n\nরাতের সেতু। ছবি: রিনা আক্তার\n\nতিনি বলেন, সবাই আসুন।"
    let article = Fixtures.analyzer.article(
      Fixtures.analyzer.document(id: "a", text: SourceText(validBytes: Array(text.utf8))))
    #expect(article.said.last?.name == "রফিকুল ইসলাম")
  }
}
