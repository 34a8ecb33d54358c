/// How the rows of one language table become senses.
struct TableLayout: Sendable {
  /// What a column after the form holds.
  enum Column: Sendable {
    /// The canonical form or lemma; `-` for the form itself.
    case value
    /// One of these words; the index becomes the sense's attribute.
    case attribute([String])
    /// One of these words; the index becomes the sense's detail.
    case detail([String])
    /// One of these words, or `-`: two bits of the sense's detail, of which the first is told; 0
    /// for what is not told, else one more than the index.
    case trait([String], shift: UInt8)
    /// Nothing the engine reads.
    case remark
  }

  /// The file's name.
  let file: String
  /// What the table says of its forms.
  let lexicalClass: LexicalClass
  /// The columns after the form.
  let columns: [Column]

  private init(_ file: String, _ lexicalClass: LexicalClass, _ columns: Column...) {
    self.file = file
    self.lexicalClass = lexicalClass
    self.columns = columns
  }

  /// Every table with one sense a row, in the order they are read.
  static let all: [TableLayout] = [
    TableLayout("places.tsv", .place, .value),
    TableLayout("demonyms.tsv", .demonym, .value),
    TableLayout("place-heads.tsv", .placeHead),
    TableLayout("given-names.tsv", .givenName),
    TableLayout("family-names.tsv", .familyName),
    TableLayout("persons.tsv", .person, .value),
    TableLayout("organisations.tsv", .organization, .value),
    TableLayout("organisation-heads.tsv", .organizationHead),
    TableLayout("media.tsv", .media, .value, .attribute(MediaType.words)),
    TableLayout("works.tsv", .workHead),
    TableLayout("titles.tsv", .title, .attribute(TitleType.words)),
    TableLayout("roles.tsv", .role, .attribute(GrammaticalNumber.words)),
    TableLayout("documents.tsv", .document, .attribute(DocumentType.words)),
    TableLayout("abbreviations.tsv", .abbreviation),
    TableLayout(
      "pronouns.tsv", .pronoun, .value, .attribute(PronounCase.words),
      .trait(GrammaticalNumber.words, shift: 0), .trait(Gender.words, shift: 2),
      .trait(Politeness.words, shift: 4), .remark),
    TableLayout("complementisers.tsv", .complementiser, .attribute(ComplementiserPlace.words)),
    TableLayout("time-words.tsv", .timeWord, .attribute(TimeType.words)),
    TableLayout("connectives.tsv", .connective, .attribute(ConnectiveType.words)),
    TableLayout("function-words.tsv", .functionWord, .attribute(FunctionType.words)),
    TableLayout("credits.tsv", .credit),
    TableLayout("anonymity.tsv", .anonymity),
    TableLayout("genders.tsv", .gender, .attribute(Gender.words)),
    TableLayout("measures.tsv", .measure, .attribute(MeasurePart.words)),
    TableLayout("events.tsv", .event, .value),
    TableLayout("bylines.tsv", .byline, .attribute(BylineType.words)),
  ]
}

/// Whether a row of `media.tsv` names a medium, is a noun for one, or ends the names of media.
enum MediaType: UInt8 {
  case name, noun, head
  static let words = ["name", "noun", "head"]
}

/// Whether a title stands before a name, is part of it, or is the name of a letter before it.
enum TitleType: UInt8 {
  case honorific, namePart, initial, rank
  static let words = ["honorific", "name-part", "initial", "rank"]
}

/// What a title, given name or pronoun tells of a person.
enum Gender: UInt8 {
  case masculine, feminine
  static let words = ["masculine", "feminine"]
}

/// Whether a phrase is a by-line by itself, stands before the name of a writer, or before that of
/// a photographer or picture agency.
enum BylineType: UInt8 {
  case whole, writer, photo
  static let words = ["whole", "writer", "photo"]
}

/// Singular, plural, or a body of people that is named by what it is.
enum GrammaticalNumber: UInt8 {
  case singular, plural, body
  static let words = ["singular", "plural", "body"]
}

/// Whether something is a text, an occasion of speaking, or the side that something comes from.
enum DocumentType: UInt8 {
  case document, venue, side, sign
  /// What binds, as a law or contract does.
  case rule
  static let words = ["document", "venue", "side", "sign", "rule"]
}

/// The case of a pronoun.
enum PronounCase: UInt8 {
  case subject, object, possessive, locative
  static let words = ["subject", "object", "possessive", "locative"]
}

/// Where a complementiser stands.
enum ComplementiserPlace: UInt8 {
  case before, after
  static let words = ["before", "after"]
}

/// How a connective joins its sentence to the one before.
enum ConnectiveType: UInt8 {
  case contrast, addition, cause, continuation, time
  static let words = ["contrast", "addition", "cause", "continuation", "time"]
}

/// Whether a word of time is told from the day of writing.
enum TimeType: UInt8 {
  case plain, deictic
  static let words = ["plain", "deictic"]
}

/// What a function word does for the search of speakers and names.
enum FunctionType: UInt8 {
  /// Joins two phrases: "and".
  case conjunction
  /// Stands before a noun: "the", "many".
  case determiner
  /// Follows a noun phrase, or in English precedes it: "with".
  case adposition
  /// Stands before a noun and makes it many: "several".
  case quantifier
  /// Stands between speaker and cue: "also".
  case adverb
  /// Ends or begins a clause and is no name: auxiliaries, participles.
  case verb
  /// Anything else that is never part of a name.
  case other
  /// Links a subject to what it is, and makes a verb passive: "is".
  case copula
  /// Stands before an infinitive: "to".
  case infinitive
  static let words = [
    "conjunction", "determiner", "adposition", "quantifier", "adverb", "verb", "other", "copula",
    "infinitive",
  ]

  /// Whether it is an auxiliary or a copula.
  var isVerbal: Bool { self == .verb || self == .copula }
}
