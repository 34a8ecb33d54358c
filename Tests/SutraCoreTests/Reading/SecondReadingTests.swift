import SutraResources
import Testing

@testable import SutraCore

@Suite("The second reading")
struct SecondReadingTests {
  @Test("a paragraph is read as a whole, a very long one in pieces that hold all an anchor sees")
  func pieces() {
    let short = 40..<900
    #expect(SecondReading.pieces(of: short) == [SecondReading.Piece(core: short, tokens: short)])
    #expect(SecondReading.pieces(of: 7..<7).isEmpty)
    let long = 100..<9_000
    let pieces = SecondReading.pieces(of: long)
    #expect(pieces.flatMap(\.core) == Array(long))
    for piece in pieces {
      #expect(piece.tokens.count <= SecondReading.longestPiece)
      for anchor in [piece.core.lowerBound, piece.core.upperBound - 1] {
        let seen = (anchor - ReadingWindow.before..<anchor + ReadingWindow.behind)
          .clamped(to: long)
        #expect(seen == seen.clamped(to: piece.tokens))
      }
    }
  }

  @Test("the anchor of a cue is its word that the tables know, else its last that means something")
  func anchors() throws {
    for marked in [
      "She «c:has often «a:said»» so.", "They «c:made the «a:point»» that it rains.",
      "«c:«a:According» to» the mayor, it rains.",
    ] {
      let stage = try Stage(Stage.Case("en", marked))
      let cue = try #require(stage.tokens("c"))
      #expect(
        ReadingAnchor(context: stage.context).token(of: cue) == stage.tokens("a")?.lowerBound)
    }
  }

  @Test("an article keeps what the rules found, with ends inside of the text, the same every time")
  func articles() throws {
    for code in ["en", "bn"] {
      let text = String(decoding: Samples.bytes(code), as: UTF8.self)
      let source = SourceText(validBytes: Array(text.utf8))
      let (fast, full) = (ArticleAnalyzer(), ArticleAnalyzer(readings: .builtIn))
      let rules = fast.article(fast.document(id: "", text: source))
      let both = full.article(full.document(id: "", text: source))
      let kept = both.quotations.filter { $0.rule != .secondReading }
      #expect(kept.map(\.cue) == rules.quotations.map(\.cue))
      #expect(both.quotations.allSatisfy { $0.content.end <= source.bytes.count })
      #expect(full.article(full.document(id: "", text: source)).quotations == both.quotations)
      let wide = ArticleAnalyzer(readings: .builtIn.wide)
      let all = wide.article(wide.document(id: "", text: source)).quotations
      #expect(all.count >= both.quotations.count)
      if code == "bn" { #expect(both.quotations == rules.quotations) }
      for (one, other) in zip(rules.quotations, kept) where !other.isMended {
        #expect(one.content == other.content)
      }
    }
  }

  @Test("an explanation tells where a network has set the ends or the speaker")
  func explained() throws {
    let text = "Rina Das said the ferry would sail."
    let analyzer = ArticleAnalyzer()
    let source = SourceText(validBytes: Array(text.utf8))
    let article = analyzer.article(analyzer.document(id: "", text: source))
    let own = try #require(article.quotations.first)
    let mended = Quotation(
      form: own.form, content: own.content, cue: own.cue, isUnterminated: false, confidence: 0.5,
      rule: own.rule, reading: own.reading, isMended: true, isSpeakerMended: true)
    // All that the rules say of it, and the network behind it.
    for subject in [Explanation.Step.Subject.content, .speaker] {
      let rules = sentence(on: subject, of: own, in: article)
      let both = sentence(on: subject, of: mended, in: article)
      #expect(both.hasPrefix(rules.dropLast()) && both.count > rules.count + 20)
    }
  }

  private func sentence(
    on subject: Explanation.Step.Subject, of quotation: Quotation, in article: Article
  ) -> String {
    let other = Article(
      document: article.document, mentions: article.mentions, entities: article.entities,
      quotations: [quotation], attributions: [article.attributions[0]], sources: article.sources)
    return Explanation(of: other, quotation: 0)?.steps.first { $0.subject == subject }?.sentence
      ?? ""
  }
}
