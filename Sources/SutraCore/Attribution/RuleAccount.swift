extension Construction {
  /// What it looks for, in words for readers; completes "It is quoted because ...".
  var account: String {
    switch self {
    case .accordingTo: "a phrase such as “according to” credits the sentence to its owner"
    case .bareContent: "a reporting verb stands right before it, with no mark between"
    case .closedContent: "a word behind it closes what is said, and a reporting verb follows"
    case .followingContent:
      "it follows a reporting verb, behind a comma, a colon, a quotation mark or a word like “that”"
    case .leadingDirectSpeech: "it stands in quotation marks, and who says it behind them"
    case .medialCue: "a reporting verb with its speaker is set inside of it"
    case .nominalPromise: "what is promised stands right before the verb of promising"
    case .passiveAgent: "a reporting verb stands in the passive, and who says it behind “by”"
    case .passiveReport: "a report without a speaker, such as “it is said”, introduces it"
    case .relayedSpeech: "somebody is quoted by another as saying it"
    case .reportingNoun: "a noun for speech, such as a claim or a demand, has it as its content"
    case .reportingParticiple: "a reporting participle closes it, before the main verb"
    case .trailingCue: "a reporting verb with its speaker follows it behind a comma"
    case .leadIn: "the line before it ends with a colon and says whose words follow"
    case .carryOn: "it carries on with what the speaker before it says"
    case .standingSpeech: "the sentence is nothing but words in quotation marks"
    case .uncuedSpeech: "words in quotation marks stand beside a verb, a colon or alone"
    case .bareReport: "a reporting verb stands beside it with no mark or word between"
    case .headline: "the headline tells behind a colon who says it"
    case .innerSpeech: "it stands in quotation marks inside of what somebody else says"
    case .blockQuotation: "the page or text sets it apart as a quotation"
    case .transcript: "the name of who speaks and a colon open it, as in an interview"
    }
  }
}

extension AttributionRule {
  /// Why that is the speaker, in words for readers; completes "That is X, because ...".
  var account: String {
    switch self {
    case .nobody: "nobody is named for it"
    case .noSpeaker: "no words beside the reporting verb name anybody"
    case .subjectBefore: "the sentence before is about that person"
    case .carriesOn: "it carries on, so the speaker is the one before"
    case .notNamed: "the article says that it does not tell the name"
    case .name: "the name itself stands there"
    case .shortName: "the word is part of a name that the article tells in full"
    case .placeInClause: "the words stand where the speaker belongs, though no table knows them"
    case .group: "the noun means several people"
    case .body: "the noun means a body that can speak"
    case .bodyBefore:
      "the noun means the organisation that the article names so, or that spoke last"
    case .asked: "the clause before the pronoun tells who was asked"
    case .groupPronoun: "a plural pronoun means the group that spoke before"
    case .pronoun: "a pronoun means who spoke last, or whom a sentence since is about"
    case .role: "the words tell a role, and nobody is named for it"
    case .sameDescription: "the article has described somebody so before"
    case .roleHolder: "the article names who holds that role"
    case .lastSpeakersRole: "the role fits who spoke last"
    case .namedNext: "the next quote goes on with the name"
    case .lastMedium: "the word means the medium that spoke before"
    case .medium: "the words mean a broadcaster, newspaper or agency"
    case .documentsOwner: "the text speaks for whom it belongs to"
    case .document: "the words mean a text"
    }
  }
}
