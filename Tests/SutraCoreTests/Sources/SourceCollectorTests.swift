import Testing

@testable import SutraCore

@Suite("What an article rests on")
struct SourceCollectorTests {
  @Test(
    "is each party once, with the parts it plays",
    arguments: [
      TextCase("bn", "মেয়র রফিকুল ইসলাম বলেন, সেতু খোলা। তিনি বলেন, সবাই আসুন।", "রফিকুল ইসলাম: speaker"),
      TextCase(
        "bn", "মেয়র রফিকুল ইসলাম বিবিসিকে বলেন, সেতু খোলা।", "বিবিসি: medium", "রফিকুল ইসলাম: speaker"),
      TextCase("bn", "রাতে বৃষ্টি হয়েছে।\n\nসূত্র: বিবিসি", "বিবিসি: credit"),
      TextCase("bn", "রাতে বৃষ্টি হয়েছে।"),
      TextCase(
        "en", "Ruth Okafor said the road is open. She said all may come.", "Ruth Okafor: speaker"),
      TextCase(
        "en", "The mayor said the road is open. Paul Low said it was not.", "The mayor: speaker",
        "Paul Low: speaker"),
      TextCase("en", "It rained all night."),
    ])
  func sources(row: TextCase) {
    let article = Fixtures.article(row.text, language: row.language)
    let found = article.sources.map { source in
      "\(source.name): \(source.roles.map(\.rawValue).joined(separator: ", "))"
    }
    #expect(found == row.expected)
    let shares = article.sources.map(\.share).reduce(0, +)
    #expect(shares < 1.01 && article.sources.allSatisfy { $0.share >= 0 })
  }
}
