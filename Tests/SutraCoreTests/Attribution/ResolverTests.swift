import Testing

@testable import SutraCore

/// Each resolver by itself: whom it says a phrase means, and that it leaves other phrases alone.
@Suite("Whom a phrase means, one resolver at a time")
struct ResolverTests {
  /// A resolver by the kind of phrase that is its own.
  enum Kind: String, CaseIterable, Sendable {
    case pronoun, role, shortName, group, medium, document, body

    func resolver(_ parties: ArticleParties) -> any SpeakerResolver {
      switch self {
      case .pronoun: PronounResolver(parties: parties)
      case .role: RoleResolver(parties: parties)
      case .shortName: ShortNameResolver(parties: parties)
      case .group: GroupResolver(parties: parties)
      case .medium: MediumResolver(parties: parties)
      case .document: DocumentResolver(parties: parties)
      case .body: BodyNounResolver(parties: parties)
      }
    }
  }

  /// A text, in whose last quotation the speaker is the phrase in question, and the answer.
  struct Case: Sendable, CustomTestStringConvertible {
    let kind: Kind
    let language: String
    let text: String
    let name: String?
    let rule: AttributionRule
    /// Who spoke last, by name.
    let last: String?
    var testDescription: String { "\(kind): \(text)" }

    init(
      _ kind: Kind, _ language: String, _ text: String, _ name: String?, _ rule: AttributionRule,
      last: String? = nil
    ) {
      (self.kind, self.language, self.text) = (kind, language, text)
      (self.name, self.rule, self.last) = (name, rule, last)
    }
  }

  static let cases = [
    Case(
      .pronoun, "en", "Rosa Klein came on Monday. She said the bridge was open.", "Rosa Klein",
      .pronoun),
    Case(.pronoun, "bn", "রিনা আক্তার সোমবার আসেন। তিনি বলেন, সেতু খোলা আছে।", "রিনা আক্তার", .pronoun),
    Case(
      .pronoun, "en", "The drivers met Rosa Klein. They said the bridge was open.",
      "The drivers",
      .groupPronoun),
    Case(
      .role, "en",
      "Mayor Rosa Klein came on Monday. The mayor said the bridge was open.",
      "Rosa Klein", .roleHolder),
    Case(.role, "bn", "মেয়র করিম উদ্দিন সোমবার আসেন। মেয়র বলেন, সেতু খোলা আছে।", "করিম উদ্দিন", .roleHolder),
    Case(
      .shortName, "en", "Rosa Klein came on Monday. Klein said the bridge was open.", "Rosa Klein",
      .name),
    Case(
      .shortName, "bn", "রিনা আক্তার সোমবার আসেন। রিনা আক্তার বলেন, সেতু খোলা আছে।", "রিনা আক্তার", .name),
    Case(.group, "en", "Local residents said the bridge was open.", "Local residents", .group),
    Case(.group, "bn", "এলাকাবাসী বলেন, সেতু খোলা আছে।", "এলাকাবাসী", .group),
    Case(.medium, "bn", "সংবাদমাধ্যমটি জানায়, সেতু খোলা আছে।", "সংবাদমাধ্যম", .medium),
    Case(
      .medium, "bn", "বিবিসি জানায়, কাজ শেষ। সংবাদমাধ্যমটি জানায়, সেতু খোলা আছে।", "বিবিসি", .lastMedium,
      last: "বিবিসি"),
    Case(.document, "en", "The report said the bridge was open.", "The report", .document),
    Case(.document, "bn", "প্রতিবেদনে বলা হয়েছে, সেতু খোলা আছে।", "প্রতিবেদন", .document),
    Case(
      .body, "en",
      "The Harbour Safety Commission met on Monday. The commission said the bridge was open.",
      "Harbour Safety Commission", .bodyBefore),
  ]

  /// The parties of a text, and its last quotation that names a speaker.
  private static func asked(
    _ row: Case
  ) throws -> (parties: ArticleParties, draft: QuotationDraft, phrase: NounPhrase) {
    let stage = try Stage(Stage.Case(row.language, row.text))
    let drafts = QuotationFinder(context: stage.context).drafts()
    let draft = try #require(drafts.last { $0.speaker != nil }, "no quotation with a speaker")
    return (
      ArticleParties(stage.context, stage.entityOfName, stage.entities), draft,
      try #require(draft.speaker)
    )
  }

  private static func discourse(
    _ last: String?, _ parties: ArticleParties, before draft: QuotationDraft
  ) throws -> Discourse {
    var discourse = Discourse()
    guard let last else { return discourse }
    let entity = try #require(parties.entities.firstIndex { $0.name == last }, "no entity \(last)")
    let kind: SpeakerKind = parties.entities[entity].isMedia ? .media : .named
    discourse.goOn(behind: draft, saidBy: parties.speaker(entity, nil, kind))
    return discourse
  }

  @Test("is answered with the speaker and the rule", arguments: cases)
  func answers(row: Case) throws {
    let (parties, draft, phrase) = try Self.asked(row)
    let question = SpeakerQuestion(
      phrase: phrase, span: parties.context.text.span(phrase.tokens), next: nil)
    let discourse = try Self.discourse(row.last, parties, before: draft)
    let found = try #require(
      row.kind.resolver(parties).resolution(of: question, in: discourse),
      "the phrase \(parties.context.text.text(phrase.tokens)) is for another resolver")
    #expect(found.speaker?.name == row.name)
    #expect(found.rule == row.rule)
    // Candidates are weighed, and whoever is meant is one of them.
    if !found.candidates.isEmpty {
      #expect(found.candidates.contains { $0.entity == found.speaker?.entity })
      #expect(found.candidates.allSatisfy { (0...1).contains($0.weight) })
    }
  }

  @Test("is left alone by every resolver that it is not for", arguments: cases)
  func leaves(row: Case) throws {
    let (parties, _, phrase) = try Self.asked(row)
    let question = SpeakerQuestion(
      phrase: phrase, span: parties.context.text.span(phrase.tokens), next: nil)
    for kind in Kind.allCases where kind != row.kind && kind != .body {
      // A noun for a body that was not named before is a group's.
      if row.kind == .body, kind == .group { continue }
      let other = kind.resolver(parties).resolution(of: question, in: Discourse())
      #expect(other == nil, "\(kind)")
    }
  }

  @Test("nobody speaks on for whom the article tells beside the running text")
  func beside() throws {
    let (parties, draft, _) = try Self.asked(Self.cases[0])
    var discourse = Discourse()
    discourse.goOn(behind: draft, saidBy: parties.speaker(0, nil, .named))
    #expect(discourse.entity == 0)
    var caption = Discourse()
    caption.goOn(behind: draft, saidBy: parties.speaker(0, nil, .named), isBeside: true)
    #expect(caption.entity == nil && caption.end == 0)
  }
}
