/// What `language.tsv` says: how to recognise a language and how it builds its sentences.
struct LanguageSettings: Sendable {
  /// Which language it is.
  let head: LanguageHead
  /// Its name in itself.
  let name: String
  /// Word endings that are tokens of their own, such as the possessive of English.
  let clitics: [[UInt8]]
  /// Words that close a clause which tells who was asked.
  let askingTails: Set<String>
  /// Words behind whoever is asked or met: "of", "with".
  let askedBeside: Set<String>
  /// Two words each that tell of a talk with somebody: "talk was".
  let talkPhrases: Set<String>
  /// What is held to be so by nobody, behind what it is: "is thought".
  let heldClosings: Set<String>
  /// What a sentence begins a word with that tells of a call to somebody: "phone".
  let contactBeginnings: [String]
  /// How a sentence ends that tells that somebody was not reached: "was not found".
  let unreachedEndings: [String]
  /// Endings of verbs that close a clause, in UTF-8.
  let finiteEndings: [[UInt8]]
  /// Endings of infinitives, in UTF-8.
  let infinitiveEndings: [[UInt8]]
  /// What may be written onto a closing quotation mark besides endings, in UTF-8.
  let markTails: [[UInt8]]
  /// How it builds its sentences, and which rules read them.
  let grammar: Grammar
  /// Lemmas of pronouns that stand for things, not persons.
  let things: Set<String>
  /// Lemmas of pronouns for those who speak and hear.
  let participants: Set<String>
  /// Of those, the words for whoever speaks.
  let ownPronouns: Set<String>
  /// Words before a verb of saying that make what is said no more than thinkable: "would".
  let unrealWords: Set<String>
  /// Lemmas of verbs that tell what somebody knows or finds out, and says to nobody: "learn".
  let knowingVerbs: Set<String>
  /// Words that open a clause which tells when: "once".
  let momentWords: Set<String>
  /// Words before a verb of saying that make what it has no clause for no more than thinkable: "could".
  let thinkableWords: Set<String>
  /// Words that open what is told of: "about".
  let topicWords: Set<String>
  /// Words of verbs for what comes to somebody, whose object may speak itself: "received".
  let receivingWords: Set<String>
  /// Lemmas of verbs that tell how somebody sees a thing, with "as" behind it: "see".
  let viewingVerbs: Set<String>
  /// Nouns for what shows people and things, and no words: "video".
  let pictureNouns: Set<String>
  /// Participles behind a clause that tell what follows from it, and who says so is nobody new: "indicating".
  let outcomeWords: Set<String>
  /// Lemmas of pronouns for somebody whom nothing before them tells: "someone".
  let indefinites: Set<String>
  /// Two words that announce a word of contrast: "not only" before "but".
  let correlates: Set<String>
  /// Ends of words that tell an age, as "-year-old" does.
  let ageEndings: Set<String>
  /// Lemmas of pronouns that open a relative clause.
  let relatives: Set<String>
  /// Words that negate a cue beside them.
  let negations: Set<String>
  /// Endings of adverbs that may stand between a subject and its verb.
  let adverbEndings: [String]
  /// Endings that negate a cue's verb.
  let negativeEndings: [String]
  /// Words before a role that make it mean whoever was spoken of last.
  let demonstratives: Set<String>
  /// Those of them that show who or what is near: "this".
  let nearDemonstratives: Set<String>
  /// Endings of verbs that speak politely of their subject, and of those that do not.
  let politeVerbEndings: [[UInt8]]
  let plainVerbEndings: [[UInt8]]
  /// Endings of verbs whose subject is whoever speaks.
  let firstPersonEndings: [[UInt8]]
  /// Verbs in the first person whose endings other words have too.
  let firstPersonWords: Set<String>
  /// Endings of verbs for what goes on, and longer ones of verbs for what is done.
  let progressiveEndings: [[UInt8]]
  let perfectEndings: [[UInt8]]
  /// Endings of verbs for what is to come, may or should be.
  let prospectiveEndings: [[UInt8]]
  /// Endings of verbs by which a reporter tells what somebody did just then: "saw", "left".
  let narrativeEndings: [[UInt8]]
  /// Endings of verbs that say when or if something is so: "when told".
  let conditionalEndings: [[UInt8]]
  /// Endings of what is done, told as a noun: "of doing".
  let verbalNounEndings: [[UInt8]]
  /// Endings of words that say where a body has its seat.
  let seatEndings: [[UInt8]]
  /// Words that open a condition: "if".
  let conditionWords: Set<String>
  /// Words that open a question told by somebody: "if", "how".
  let questionWords: Set<String>
  /// Those of them that as often tell when or where: "when".
  let timeQuestions: Set<String>
  /// Lemmas of verbs whose participles have whom something is told right behind them: "telling".
  let addresseeVerbs: Set<String>
  /// Verbs without an agent, whose endings tell nothing of anybody.
  let impersonalVerbs: Set<[UInt8]>
  /// Words that open whom a passive is done by.
  let agentWords: Set<String>
  /// Words that open what somebody is accused of or described as.
  let aboutWords: Set<String>
  /// Words of a cue that says whose words a speaker passes on, as "citing" does.
  let citingWords: Set<String>
  /// Words before "saying" where somebody is quoted as saying it.
  let relayWords: Set<String>
  /// Lemmas of verbs by which one speaker passes on another's words: "quoted the mayor as saying".
  let relayVerbs: Set<String>
  /// Words that name whose words follow in a label: "Statement from ...".
  let labelWords: Set<String>
  /// Verbs that make an adjective of a participle behind them: "looked worried".
  let linkingVerbs: Set<String>
  /// Participles that are as often nouns: "a warning".
  let nounParticiples: Set<String>
  /// Lemmas of verbs whose object may be a bare noun phrase that tells what was said.
  let topicVerbs: Set<String>
  /// Words for who does elsewhere what somebody does here.
  let counterpartWords: Set<String>
  /// Words behind whom an accusation is made against.
  let againstWords: Set<String>
  /// Nouns right before a name that make it an organisation's: "the charity so-and-so".
  let organizationNouns: Set<String>
  /// Those of them for what no public body is: "the company".
  let privateNouns: Set<String>
  /// Words in the names of public bodies, and such names: "Ministry".
  let publicBodyWords: Set<String>
  /// Nouns by which a text calls somebody whom it is about: "the businessman".
  let epithets: Set<String>
  /// Words before whatever a sentence is about: "As for the mayor, he".
  let topicOpeners: Set<String>
  /// Nouns for texts in which somebody says something: "statement".
  let issuedTexts: Set<String>
  /// Words before a participle that tells what a reporter saw next: "before leaving".
  let sequelWords: Set<String>
  /// What makes a name of a noun for many persons whose case has an ending of its own: "the workers"
  /// behind "of the workers".
  let pluralEnding: String?
  /// Nouns behind the name of a place that are no part of it: "subdistrict".
  let placeNouns: Set<String>
  /// Words behind a name that bring somebody by it: "a man named".
  let namedWords: Set<String>
  /// Titles before a name that tell an office, and the noun for it: "Sen." and "senator".
  let titleRoles: [String: String]
  /// Endings of participles that tell what somebody does, in UTF-8.
  let participleEndings: [[UInt8]]
  /// Names of letters in which acronyms are spelt out as one word.
  let letterNames: [[UInt8]]
  /// Words that tell a nickname: "who goes by".
  let nicknameWords: Set<String>
  /// Words behind what somebody is only told to be: "as".
  let capacityWords: Set<String>
  /// Verbs that without an agent tell what a text holds: "it has been told".
  let textVerbs: Set<String>
  /// Words right before "it is seen" with which reporters tell where they went.
  let sceneWords: Set<String>
  /// Words that bring somebody new anywhere in a description: "one", "another".
  let newWords: Set<String>
  /// Words before a description that bring somebody new: "a driver", "another".
  let newArticles: Set<String>
  /// Verbs with the word that opens what they tell of their object: "describe as".
  let aboutVerbs: Set<String>
  /// Lemmas of verbs that give something a name, where capitals in marks follow them.
  let namingVerbs: Set<String>
  /// Where a headline names behind or before a colon whose words it gives: `before`, `after`.
  let headlineSpeakers: Set<String>
  /// Texts that a headline may name so.
  let headlineTexts: Set<String>
  /// Lemmas of verbs of saying that tell somebody what to do, right behind an infinitive.
  let orderingVerbs: Set<String>
  /// Lemmas of cues that report only behind a verbal noun: "spoke of closing".
  let nominalCues: Set<String>
  /// Participles right behind a text that say how it came about, its maker behind them: "published".
  let makingWords: Set<String>
  /// Nouns by which reporters sum up behind a dash what was said: "a claim".
  let summingNouns: Set<String>
  /// Verbs right behind a text that say it was issued.
  let issuingWords: Set<String>
  /// Verbs that do not tell by their ending that what stands before them is no subject of theirs: "is".
  let subjectlessVerbs: Set<String>
  /// Texts that a body issues: "notice".
  let noticeTexts: Set<String>
  /// Words behind whom a text comes from: "from".
  let sourceWords: Set<String>
  /// Nouns of bodies and their parts that are no roles: "department".
  let bodyParts: Set<String>
  /// Words between whoever signed a text and the text: "signed".
  let signingWords: Set<String>
  /// Words that open a purpose, which belongs to what is demanded.
  let purposeWords: Set<String>
  /// Lemmas of verbs that hardly do anything but open what is said: "say".
  let clauseVerbs: Set<String>
  /// Lemmas of cues whose last word makes an infinitive of what is said: "vow to".
  let infinitiveCues: Set<String>
  /// Lemmas of verbs whose object is no words, but a thing that is made public: "post".
  let actVerbs: Set<String>
  /// Words that open a clause which is a part of the sentence: "what".
  let freeRelatives: Set<String>
  /// Words before when and in which text somebody says so: "in", "during".
  let occasionWords: Set<String>
  /// What ends a request that tells nothing else: "for comment".
  let unsaidTails: Set<String>
  /// Ends of pronouns that are a form of "be": "'re".
  let copulaEndings: Set<String>
  /// Words behind a verb of saying that only tell when or why: "as", "after".
  let circumstanceWords: Set<String>
  /// Words that open a clause without a finite verb: "with the storm coming".
  let absoluteWords: Set<String>
  /// Participles that tell what came of somebody's words: "prompting".
  let reactionWords: Set<String>
  /// What the verb of one person or thing ends in, which its noun may share: "s".
  let presentEnding: String?
  /// Nouns that name what is demanded by themselves: "resignation".
  let demandedNouns: Set<String>
  /// Articles that name nobody new, no part of the name behind them: "the".
  let articles: Set<String>
  /// What a person's name may begin with before a second capital letter, in UTF-8: "Mc".
  let namePrefixes: [[UInt8]]
  /// Labels of who asks and of who answers in an interview.
  let askerLabels: Set<String>
  let answererLabels: Set<String>

  /// Reads the settings of a folder.
  ///
  /// - Throws: `LexiconError` when a row does not fit or there is no code.
  init(_ tables: [Table]) throws(LexiconError) {
    var rows = SettingRows()
    for table in tables { try rows.read(table) }
    head = try LanguageHead(&rows, of: tables)
    name = rows.last("name") ?? head.code
    clitics = rows.all("clitic").map { Array($0.utf8) }
    askingTails = Set(rows.all("asking-tail"))
    askedBeside = Set(rows.all("asked-beside"))
    talkPhrases = Set(rows.all("talk-phrase"))
    heldClosings = Set(rows.all("held-closing"))
    contactBeginnings = rows.all("contact-beginning")
    unreachedEndings = rows.all("unreached-ending")
    finiteEndings = rows.all("finite-ending").map(KeyFolding.key)
    infinitiveEndings = rows.all("infinitive-ending").map { Array($0.utf8) }
    markTails = rows.all("mark-tail").map { Array($0.utf8) }
    grammar = try Grammar(&rows)
    things = Set(rows.all("thing-pronoun"))
    participants = Set(rows.all("participant-pronoun"))
    ownPronouns = Set(rows.all("own-pronoun"))
    unrealWords = Set(rows.all("unreal-word"))
    knowingVerbs = Set(rows.all("knowing-verb"))
    momentWords = Set(rows.all("moment-word"))
    thinkableWords = Set(rows.all("thinkable-word"))
    topicWords = Set(rows.all("topic-word"))
    receivingWords = Set(rows.all("receiving-word"))
    viewingVerbs = Set(rows.all("viewing-verb"))
    pictureNouns = Set(rows.all("picture-noun"))
    outcomeWords = Set(rows.all("outcome-word"))
    correlates = Set(rows.all("correlate"))
    ageEndings = Set(rows.all("age-ending"))
    indefinites = Set(rows.all("indefinite-pronoun"))
    relatives = Set(rows.all("relative-pronoun"))
    negations = Set(rows.all("negation"))
    adverbEndings = rows.all("adverb-ending")
    negativeEndings = rows.all("negative-ending")
    demonstratives = Set(rows.all("demonstrative"))
    nearDemonstratives = Set(rows.all("near-demonstrative"))
    politeVerbEndings = rows.all("polite-verb-ending").map(KeyFolding.key)
    plainVerbEndings = rows.all("plain-verb-ending").map(KeyFolding.key)
    firstPersonEndings = rows.all("first-person-ending").map(KeyFolding.key)
    firstPersonWords = Set(rows.all("first-person-word"))
    progressiveEndings = rows.all("progressive-ending").map(KeyFolding.key)
    perfectEndings = rows.all("perfect-ending").map(KeyFolding.key)
    prospectiveEndings = rows.all("prospective-ending").map(KeyFolding.key)
    narrativeEndings = rows.all("narrative-ending").map(KeyFolding.key)
    conditionalEndings = rows.all("conditional-ending").map(KeyFolding.key)
    verbalNounEndings = rows.all("verbal-noun-ending").map(KeyFolding.key)
    seatEndings = rows.all("seat-ending").map(KeyFolding.key)
    conditionWords = Set(rows.all("condition-word"))
    questionWords = Set(rows.all("question-word"))
    timeQuestions = Set(rows.all("time-question"))
    addresseeVerbs = Set(rows.all("addressee-verb"))
    impersonalVerbs = Set(rows.all("impersonal-verb").map(KeyFolding.key))
    agentWords = Set(rows.all("agent-word"))
    aboutWords = Set(rows.all("about-word"))
    citingWords = Set(rows.all("citing-word"))
    relayWords = Set(rows.all("relay-word"))
    relayVerbs = Set(rows.all("relay-verb"))
    labelWords = Set(rows.all("label-word"))
    linkingVerbs = Set(rows.all("linking-verb"))
    nounParticiples = Set(rows.all("noun-participle"))
    counterpartWords = Set(rows.all("counterpart-word"))
    againstWords = Set(rows.all("against-word"))
    topicVerbs = Set(rows.all("topic-verb"))
    organizationNouns = Set(rows.all("organisation-noun"))
    privateNouns = Set(rows.all("private-noun"))
    publicBodyWords = Set(rows.all("public-body-word"))
    epithets = Set(rows.all("epithet"))
    topicOpeners = Set(rows.all("topic-opener"))
    issuedTexts = Set(rows.all("issued-text"))
    sequelWords = Set(rows.all("sequel-word"))
    pluralEnding = rows.last("plural-ending")
    placeNouns = Set(rows.all("place-noun"))
    namedWords = Set(rows.all("named-word"))
    titleRoles = rows.pairs("title-role")
    participleEndings = rows.all("participle-ending").map { Array($0.utf8) }
    letterNames = rows.all("letter-name").map(KeyFolding.key)
    nicknameWords = Set(rows.all("nickname-word"))
    newArticles = Set(rows.all("new-article"))
    textVerbs = Set(rows.all("text-verb"))
    sceneWords = Set(rows.all("scene-word"))
    newWords = Set(rows.all("new-word"))
    capacityWords = Set(rows.all("capacity-word"))
    aboutVerbs = Set(rows.all("about-verb"))
    namingVerbs = Set(rows.all("naming-verb"))
    headlineSpeakers = Set(rows.all("headline-speaker"))
    headlineTexts = Set(rows.all("headline-text"))
    orderingVerbs = Set(rows.all("ordering-verb"))
    nominalCues = Set(rows.all("nominal-cue"))
    makingWords = Set(rows.all("making-word"))
    summingNouns = Set(rows.all("summing-noun"))
    issuingWords = Set(rows.all("issuing-word"))
    subjectlessVerbs = Set(rows.all("subjectless-verb"))
    noticeTexts = Set(rows.all("notice-text"))
    sourceWords = Set(rows.all("source-word"))
    bodyParts = Set(rows.all("body-part"))
    signingWords = Set(rows.all("signing-word"))
    purposeWords = Set(rows.all("purpose-word"))
    clauseVerbs = Set(rows.all("clause-verb"))
    infinitiveCues = Set(rows.all("infinitive-cue"))
    actVerbs = Set(rows.all("act-verb"))
    freeRelatives = Set(rows.all("free-relative"))
    occasionWords = Set(rows.all("occasion-word"))
    unsaidTails = Set(rows.all("unsaid-tail"))
    copulaEndings = Set(rows.all("copula-ending"))
    circumstanceWords = Set(rows.all("circumstance-word"))
    absoluteWords = Set(rows.all("absolute-word"))
    reactionWords = Set(rows.all("reaction-word"))
    presentEnding = rows.last("present-ending")
    demandedNouns = Set(rows.all("demanded-noun"))
    articles = Set(rows.all("article"))
    namePrefixes = rows.all("name-prefix").map { Array($0.utf8) }
    askerLabels = Set(rows.all("asker-label"))
    answererLabels = Set(rows.all("answerer-label"))
    try rows.checkAllAreKnown()
  }
}
