/// How a language builds its sentences, as its `language.tsv` names it: where things stand, which
/// constructions it has, and which rules read it, in their order.
///
/// No step asks which language it reads; it asks here for what it needs to know.
struct Grammar: Sendable {
  /// Whether a capital letter marks names.
  let marksNames: Bool
  /// Whether the verb ends its clause.
  let verbEndsClause: Bool
  /// Whether the content may follow a cue without a comma or complementiser between.
  let contentFollowsBareCue: Bool
  /// Whether the speaker stands after a `phrase` cue ("according to X"), not before it.
  let speakerFollowsPhrase: Bool
  /// What else it does.
  private let habits: Set<GrammarHabit>
  /// The rules that propose names.
  let nameRules: [NameRule]
  /// What is done with the names that were found, in this order.
  let nameSteps: [NameStep]
  /// The rules that are tried on a cue, in this order; the first that answers counts.
  let quotationRules: [any QuotationRule]
  /// Those that are tried on the cues inside of what somebody else tells.
  let chainRules: [any QuotationRule]
  /// What is done with the quotations that cues report, in this order.
  let quotationSteps: [QuotationStep]

  /// Reads the rows.
  ///
  /// - Throws: `LexiconError` for a value that is none of those a key takes.
  init(_ rows: inout SettingRows) throws(LexiconError) {
    marksNames = try rows.isFirst("capitals", of: "yes", "no")
    verbEndsClause = try rows.isFirst("word-order", of: "verb-final", "verb-medial")
    contentFollowsBareCue = try rows.isFirst("content-after-cue", of: "bare", "comma")
    speakerFollowsPhrase = try rows.isFirst("speaker-of-phrase", of: "after", "before")
    habits = Set(try rows.words("habit"))
    nameRules = try rows.words("name-rule")
    nameSteps = try rows.words("name-step")
    quotationRules = try rows.words("quotation-rule", of: CueRule.self).map(\.rule)
    chainRules = try rows.words("chain-rule", of: CueRule.self).map(\.rule)
    quotationSteps = try rows.words("quotation-step")
  }

  /// Whether it does something.
  func has(_ habit: GrammarHabit) -> Bool { habits.contains(habit) }
}

/// What some languages do and others do not; the raw value is the word in `language.tsv`.
enum GrammarHabit: String, Sendable, CaseIterable {
  /// A cue that closes its sentence governs those before it: "she had told the court she would
  /// leave, the paper reported".
  case closingCue = "closing-cue"
  /// A sentence may open with where it was said: "In a letter, she wrote".
  case leadingMedium = "leading-medium"
  /// A cue may sum up what was said by several: "..., such say the captain and the coach".
  case summingCue = "summing-cue"
  /// A participle right before a verb of speech is one cue with it: "warned, saying".
  case chainedParticiple = "chained-participle"
  /// A form of a verb may be a noun's too, so that what stands before it decides: "the report".
  case sharedForms = "shared-forms"
  /// A negation stands behind its cue, not before it.
  case negationBehindCue = "negation-behind-cue"
  /// Why a name is withheld stands behind the speaker, as far as to the end of the clause, and not
  /// between speaker and cue.
  case reasonBehindSpeaker = "reason-behind-speaker"
  /// Who has no name is known again by the same description.
  case knownByDescription = "known-by-description"
  /// Whoever stands right behind a verb or a preposition is not the subject.
  case objectBehindVerb = "object-behind-verb"
  /// A report without an agent is that of the body or text that spoke right before.
  case standingReport = "standing-report"
  /// "I", far from what anybody says, is whoever writes.
  case narrator
  /// "I" outside of quotation marks is whoever writes, however near somebody's words are.
  case narratorOutsideMarks = "narrator-outside-marks"
  /// The last word of a person's name may tell the gender as well as the first.
  case genderInLastName = "gender-in-last-name"
  /// An ending tells that a word which no table knows means several persons.
  case groupEnding = "group-ending"
  /// A role may be one word with what it is for: "roads-minister".
  case compoundRole = "compound-role"
  /// A role may stand behind its name and a comma: "Anna Wolf, the mayor of Leeds".
  case roleBehindName = "role-behind-name"
  /// Nouns need no article, so that a bare one may be whoever speaks, or nobody.
  case bareNoun = "bare-noun"
  /// Whose a text is an ending of the owner's word tells.
  case ownerEnding = "owner-ending"
  /// "They" may be the group that was named last, whoever spoke.
  case pronounOfGroup = "pronoun-of-group"
  /// Behind "he", a word tells that the same person says more: "he further said".
  case additionBehindPronoun = "addition-behind-pronoun"
  /// A pronoun may be who spoke last by a name that no table knows.
  case unknownSpeakerGoesOn = "unknown-speaker-goes-on"
  /// Verbs speak politely of persons, and plainly of bodies.
  case politeOfPersons = "polite-of-persons"
  /// Cue and speaker may stand between two stretches of somebody's words.
  case speechOnBothSides = "speech-on-both-sides"
  /// A sentence may open with its report, the cue right before the comma: "The mayor said, ...".
  case openingReport = "opening-report"
  /// A report behind somebody's words begins small or with its speaker.
  case reportBeginsSmall = "report-begins-small"
  /// A byline needs no colon: "By so-and-so".
  case bareByline = "bare-byline"
}

extension TokenizedDocument {
  /// Whether the verb ends its clause in its language.
  @inline(__always)
  var verbEndsClause: Bool { pack.settings.grammar.verbEndsClause }

  /// Whether its language does something.
  func has(_ habit: GrammarHabit) -> Bool { pack.settings.grammar.has(habit) }
}
