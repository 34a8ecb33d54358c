/// What each rule looks for, in words for readers; the keys are the names of the rules.
enum RuleAccount {
  /// The rules that find what is said: each account completes "It is quoted because ...".
  static let contents = [
    AccordingTo().name: "a phrase such as “according to” credits the sentence to its owner",
    BareContent().name: "a reporting verb stands right before it, with no mark between",
    ClosedContent().name: "a word behind it closes what is said, and a reporting verb follows",
    FollowingContent().name:
      "it follows a reporting verb, behind a comma, a colon, a quotation mark or a word like “that”",
    LeadingDirectSpeech().name: "it stands in quotation marks, and who says it behind them",
    MedialCue().name: "a reporting verb with its speaker is set inside of it",
    NominalPromise().name: "what is promised stands right before the verb of promising",
    PassiveReport().name: "a report without a speaker, such as “it is said”, introduces it",
    ReportingNoun().name: "a noun for speech, such as a claim or a demand, has it as its content",
    ReportingParticiple().name: "a reporting participle closes it, before the main verb",
    TrailingCue().name: "a reporting verb with its speaker follows it behind a comma",
    CarryOn.ruleName: "it carries on with what the speaker before it says",
    StandingSpeech.ruleName: "the sentence is nothing but words in quotation marks",
    UncuedSpeech.ruleName: "words in quotation marks stand beside a verb, a colon or alone",
    TranscriptTurns.ruleName: "a name in capitals and a colon open it, as in a transcript",
  ]

  /// The rules that say who the speaker is: each account completes "That is X, because ...".
  static let speakers = [
    "nobody": "nobody is named for it",
    "no speaker": "no words beside the reporting verb name anybody",
    "subject before": "the sentence before is about that person",
    "carries on": "it carries on, so the speaker is the one before",
    "not named": "the article says that it does not tell the name",
    "name": "the name itself stands there",
    "short name": "the word is part of a name that the article tells in full",
    "place in clause": "the words stand where the speaker belongs, though no table knows them",
    "group": "the noun means several people",
    "body": "the noun means a body that can speak",
    "pronoun for a group": "a plural pronoun means the group that spoke before",
    "pronoun": "a pronoun means who spoke last, or whom a sentence since is about",
    "role": "the words tell a role, and nobody is named for it",
    "role holder": "the article names who holds that role",
    "the last speaker's role": "the role fits who spoke last",
    "named in the next quotation": "the next quote goes on with the name",
    "the last medium": "the word means the medium that spoke before",
    "medium": "the words mean a broadcaster, newspaper or agency",
    "the document's owner": "the text speaks for whom it belongs to",
    "document": "the words mean a text",
  ]
}
