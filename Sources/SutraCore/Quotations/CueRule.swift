/// The rules that read a cue; the raw value is the word in `language.tsv`.
///
/// Several may read one construction: what a language puts before the cue another puts behind it.
enum CueRule: String, Sendable, CaseIterable {
  case accordingTo = "according-to"
  case bareContent = "bare-content"
  case bareReport = "bare-report"
  case closedContent = "closed-content"
  case followingContent = "following-content"
  case impersonalReport = "impersonal-report"
  case insertedCue = "inserted-cue"
  case leadingDirectSpeech = "leading-direct-speech"
  case markedContent = "marked-content"
  case medialCue = "medial-cue"
  case nominalPromise = "nominal-promise"
  case ownedNoun = "owned-noun"
  case ownersPhrase = "owners-phrase"
  case passiveAgent = "passive-agent"
  case passiveReport = "passive-report"
  case precedingSpeech = "preceding-speech"
  case relayedSpeech = "relayed-speech"
  case reportingNoun = "reporting-noun"
  case reportingParticiple = "reporting-participle"
  case trailingCue = "trailing-cue"

  /// The rule itself.
  var rule: any QuotationRule {
    switch self {
    case .accordingTo: AccordingTo()
    case .bareContent: BareContent()
    case .bareReport: BareReport()
    case .closedContent: ClosedContent()
    case .followingContent: FollowingContent()
    case .impersonalReport: ImpersonalReport()
    case .insertedCue: InsertedCue()
    case .leadingDirectSpeech: LeadingDirectSpeech()
    case .markedContent: MarkedContent()
    case .medialCue: MedialCue()
    case .nominalPromise: NominalPromise()
    case .ownedNoun: OwnedNoun()
    case .ownersPhrase: OwnersPhrase()
    case .passiveAgent: PassiveAgent()
    case .passiveReport: PassiveReport()
    case .precedingSpeech: PrecedingSpeech()
    case .relayedSpeech: RelayedSpeech()
    case .reportingNoun: ReportingNoun()
    case .reportingParticiple: ReportingParticiple()
    case .trailingCue: TrailingCue()
    }
  }
}
