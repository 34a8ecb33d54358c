/// How it was decided who says a quotation; the raw value is the name that the analysis tells.
public enum AttributionRule: String, Sendable, CaseIterable {
  /// Nobody is named.
  case nobody
  /// No words beside the cue name anybody.
  case noSpeaker = "no speaker"
  /// Whom the sentence before is about.
  case subjectBefore = "subject before"
  /// The speaker of the quotation before.
  case carriesOn = "carries on"
  /// The article withholds the name.
  case notNamed = "not named"
  /// The name itself.
  case name
  /// A part of a name told in full.
  case shortName = "short name"
  /// Unknown words where a speaker belongs.
  case placeInClause = "place in clause"
  /// A noun for several people.
  case group
  /// A noun for a body that speaks.
  case body
  /// A noun with an article that means an organisation told of before.
  case bodyBefore = "the body before"
  /// A pronoun for whoever was asked.
  case asked = "who was asked"
  /// A plural pronoun.
  case groupPronoun = "pronoun for a group"
  /// A pronoun.
  case pronoun
  /// A role or description nobody is named for.
  case role
  /// A role or description that was used before, of whoever it was.
  case sameDescription = "the same description"
  /// A role whose holder is named.
  case roleHolder = "role holder"
  /// A role that fits who spoke last.
  case lastSpeakersRole = "the last speaker's role"
  /// A role named by the next quotation.
  case namedNext = "named in the next quotation"
  /// A word for the medium that spoke last.
  case lastMedium = "the last medium"
  /// A broadcaster, newspaper or agency.
  case medium
  /// A text that speaks for its owner.
  case documentsOwner = "the document's owner"
  /// A text.
  case document
  /// Somebody has set it right.
  case byHand = "by hand"
}

/// A construction that reports speech; the raw value is the name that the analysis and the tables
/// of examples tell.
public enum Construction: String, Sendable, CaseIterable {
  /// "According to".
  case accordingTo = "according to"
  case bareContent = "bare content"
  case closedContent = "closed content"
  case followingContent = "following content"
  case leadingDirectSpeech = "leading direct speech"
  case medialCue = "medial cue"
  case nominalPromise = "nominal promise"
  case passiveAgent = "passive agent"
  case passiveReport = "passive report"
  case relayedSpeech = "relayed speech"
  case reportingNoun = "reporting noun"
  case reportingParticiple = "reporting participle"
  case trailingCue = "trailing cue"
  case leadIn = "lead-in"
  case carryOn = "carry on"
  case standingSpeech = "standing speech"
  case uncuedSpeech = "uncued speech"
  case transcript
  case bareReport = "bare report"
  case headline
  case innerSpeech = "inner speech"
  case blockQuotation = "block quotation"
  /// No rule has found it: a network that has learnt from annotated news has.
  case secondReading = "second reading"
  /// Somebody has set it right.
  case byHand = "by hand"
}
