/// The rules that propose names; the raw value is the word in `language.tsv`.
enum NameRule: String, Sendable, CaseIterable {
  /// Names that the tables know.
  case gazetteer
  /// Works, by the word that opens or closes their names.
  case works
  /// Works that are set in quotation marks or behind a word for them.
  case titles
  /// Organisations and places, by the noun that closes their names.
  case heads
  /// Persons, by given and family names.
  case persons
  /// Persons, by the role before and the cue behind them.
  case speakers
  /// Runs of words with capital letters.
  case capitals

  /// The rule itself.
  var proposer: any MentionProposer {
    switch self {
    case .gazetteer: GazetteerRules()
    case .works: WorkRules()
    case .titles: TitleRules()
    case .heads: HeadRules()
    case .persons: PersonRules()
    case .speakers: SpeakerNames()
    case .capitals: CapitalRules()
    }
  }
}

/// What is done with the names that were found; the raw value is the word in `language.tsv`.
enum NameStep: String, Sendable, CaseIterable {
  /// Names by the frame of words that they stand in.
  case frames
  /// What is no part of a person's name is taken from it.
  case trimming
  /// Two names that stand side by side are two.
  case parting
  /// Short forms that a text explains in brackets.
  case acronyms
  /// Names with capital letters are put together and cut as they are written.
  case mending
  /// Dates, amounts and events beside the names.
  case values

  /// The names with what the step changes, in text order; none overlap.
  func completed(
    _ names: [MentionProposal], in text: TokenizedDocument
  ) -> [MentionProposal] {
    switch self {
    case .frames: return NameFrames.completed(names, in: text)
    case .trimming: return NameTrimming(names, text).trimmed(names)
    case .parting:
      let names = names.compactMap(text.withoutCompoundRole)
      return NameParting(names, text).parted(names)
    case .acronyms:
      let found = AcronymEcho(names, text).proposals(in: text)
      return found.isEmpty ? names : names.resolved(with: found, tokenCount: text.tokens.count)
    case .mending: return NameMending(text).mended(names)
    case .values: return ValueRules(text).added(to: names)
    }
  }
}
