import SutraResources
import Testing

@testable import SutraCore

@Suite("Dates, amounts and events")
struct ValueTests {
  /// Sentences and what the rules find in them, kind and words.
  private static let cases: [TextCase] = [
    TextCase("bn", "সভা হবে ২২ ডিসেম্বর।", "DATE ২২ ডিসেম্বর"),
    TextCase("bn", "গত মঙ্গলবার মেলা বসে।", "DATE গত মঙ্গলবার"),
    TextCase("bn", "আগামী সোমবার সকালে খেলা।", "DATE আগামী সোমবার সকালে"),
    TextCase("bn", "১৯৭১ সালের ১৬ ডিসেম্বর দেশ মুক্ত হয়।", "DATE ১৯৭১ সালের ১৬ ডিসেম্বর"),
    TextCase("bn", "গত বছর বন্যা হয়েছিল।", "DATE গত বছর"),
    TextCase("bn", "৭ মার্চের ভাষণ শোনা হয়।", "DATE ৭ মার্চের"),
    TextCase("bn", "খরচ হবে ১০ লাখ টাকা।", "QUANTITY ১০ লাখ টাকা"),
    TextCase("bn", "পথটি ৫ কিলোমিটার দীর্ঘ।", "QUANTITY ৫ কিলোমিটার"),
    TextCase("bn", "ফলন ২০ শতাংশ কমেছে।", "QUANTITY ২০ শতাংশ"),
    TextCase("bn", "দাম ৩.৫% বেড়েছে।", "QUANTITY ৩.৫%"),
    TextCase("bn", "দুই কোটি ডলারের ঋণ মিলেছে।", "QUANTITY দুই কোটি ডলারের"),
    TextCase("bn", "১০-১৫ শতাংশ জমি ডুবেছে।", "QUANTITY ১০-১৫ শতাংশ"),
    TextCase("bn", "ঈদুল ফিতর উপলক্ষে ছুটি।", "EVENT ঈদুল ফিতর"),
    TextCase("bn", "বিশ্বকাপে খেলা হবে।", "EVENT বিশ্বকাপে"),
    TextCase("bn", "মার্চ করে সবাই এগিয়ে যায়।"), TextCase("bn", "তিন মাস ধরে পথ বন্ধ।"),
    TextCase("bn", "১৮ জন আহত হয়েছেন।"),
    TextCase("en", "The fund holds $3 million.", "QUANTITY $3 million"),
    TextCase("en", "Prices rose by 20 percent.", "QUANTITY 20 percent"),
    TextCase("en", "Prices rose by 3.5%.", "QUANTITY 3.5%"),
    TextCase("en", "The road is five miles long.", "QUANTITY five miles"),
    TextCase("en", "The hall opened on January 5, 2016.", "DATE January 5, 2016"),
    TextCase("en", "The hall opened on 5 January 2016.", "DATE 5 January 2016"),
    TextCase("en", "The hall shut last week.", "DATE last week"),
    TextCase("en", "It rained on Monday night.", "DATE Monday night"),
    TextCase("en", "The bill passed on May 3.", "DATE May 3"),
    TextCase("en", "The World Cup begins soon.", "EVENT World Cup"),
    TextCase("en", "They may march again."), TextCase("en", "The cup of the world is half full."),
    TextCase("en", "It lasted for weeks."),
  ]

  @Test("are found by rules alone", arguments: cases)
  func rules(example: TextCase) {
    let analyzer = ArticleAnalyzer(models: .none)
    let article = analyzer.article(
      Fixtures.document(example.text, language: example.language))
    let found = article.mentions.filter { !$0.kind.isParty }
    #expect(
      found.map { "\($0.kind.rawValue) \(article.words($0.span))" } == example.expected)
  }

  @Test("amounts and events are found beside a model as well", arguments: cases)
  func model(example: TextCase) {
    let article = Fixtures.article(example.text, language: example.language)
    let found = article.mentions.map { "\($0.kind.rawValue) \(article.words($0.span))" }
    for value in example.expected where !value.hasPrefix("DATE") {
      #expect(found.contains(value), "found \(found)")
    }
  }

  @Test("have names without case endings, and one name for two forms")
  func names() {
    let article = Fixtures.article("বিশ্বকাপে খেলা হবে। বিশ্বকাপের সূচি এসেছে। পয়লা বৈশাখে মেলা। পহেলা বৈশাখের গান।")
    let events = article.entities.filter { $0.kind == .event }
    #expect(events.map(\.name) == ["বিশ্বকাপ", "পয়লা বৈশাখ"])
    #expect(events.map(\.mentions.count) == [2, 2])
  }

  @Test("of two days of one month are two, also where a model marks the month alone")
  func days() {
    let article = Fixtures.article("সভা হয় ১৬ ডিসেম্বর। মেলা বসে ২২ ডিসেম্বর। আবার সভা হয় ১৬ ডিসেম্বর।")
    let dates = article.entities.filter { $0.kind == .date }
    #expect(dates.map(\.name) == ["১৬ ডিসেম্বর", "২২ ডিসেম্বর"])
    #expect(dates.map(\.mentions.count) == [2, 1])
  }

  @Test("that model and rules both find are sure, and named without their ending")
  func confirmed() throws {
    let article = Fixtures.article("সভা হয় গতকাল বুধবার সন্ধ্যায়। মেলা বসে গত সপ্তাহে।")
    let dates = article.mentions.filter { $0.kind == .date }
    #expect(dates.allSatisfy { $0.confidence >= 0.7 })
    #expect(
      dates.map { article.entities[$0.entity].name } == ["গতকাল বুধবার সন্ধ্যা", "গত সপ্তাহ"])
  }

  @Test("a number with multipliers without end is none, and a long one is", arguments: [8, 4_000])
  func multipliers(count: Int) {
    let article = Fixtures.article("খরচ \(String(repeating: "১ লাখ ", count: count))টাকা।")
    let amounts = article.mentions.filter { $0.kind == .quantity }
      .map { article.document.text[$0.span].split(separator: " ").count }
    #expect((amounts.first == 2 * count + 1) == (count == 8))
  }

  @Test("stand in nobody's way: speakers and quotes are the same")
  func quotes() {
    let article = Fixtures.article("জেলা প্রশাসক নাজমা রহমান গত মঙ্গলবার বলেন, ‘১০ লাখ টাকা মিলেছে।’")
    #expect(article.said.map(\.name) == ["নাজমা রহমান"])
    #expect(article.said.first?.content == "‘১০ লাখ টাকা মিলেছে।’")
    #expect(article.mentions.contains { $0.kind == .quantity })
  }
}
