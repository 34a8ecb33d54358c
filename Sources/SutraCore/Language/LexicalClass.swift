/// What a table says of a word or phrase.
enum LexicalClass: UInt8, Sendable, CaseIterable {
  case place, demonym, placeHead
  case givenName, familyName, person, title
  case organization, organizationHead
  case media, workHead, role, document
  case pronoun, determiner, timeWord, connective, adverb, postposition
  case cue, lightVerb, complementiser, credit, functionWord, commonWord, abbreviation, anonymity
  case gender, byline, measure, event

  /// Whether it makes dates, amounts and events: looked for where no name is, it tells nothing of
  /// what a word is in a sentence.
  var isValue: Bool { self == .measure || self == .event }

  /// The bit that stands for this class in a set of classes.
  var bit: UInt32 { 1 << UInt32(rawValue) }
}

extension UInt32 {
  /// Whether the set holds the class.
  @inline(__always)
  func has(_ lexicalClass: LexicalClass) -> Bool { self & lexicalClass.bit != 0 }

  /// The classes of words of persons' names.
  @inline(__always)
  static var personNames: UInt32 { LexicalClass.givenName.bit | LexicalClass.familyName.bit }

  /// Whether the set holds a given name or a family name.
  @inline(__always)
  var hasPersonName: Bool { self & .personNames != 0 }
}

/// How a cue takes what is said.
enum CueFrame: UInt8, Sendable, CaseIterable {
  /// A finite verb: "said".
  case verb
  /// A participle beside another verb: "adding".
  case participle
  /// A verb without an agent: "it is said".
  case passive
  /// A phrase that follows or precedes the speaker: "according to".
  case phrase
  /// A noun owned by the speaker: "his claim".
  case noun
  /// A verb whose content is a nominal phrase: "promised to".
  case promise
  /// A verb whose object is whom it is said to: "told her".
  case address
  /// A verb with an object that stands for what was just said: "said these words".
  case summary
  /// A verb without an agent whose object speaks: "was heard to say".
  case heard
  /// A verb phrase that looks like a cue and reports nothing: "thanked".
  case none

  /// The word for it in `cues.tsv`.
  var word: String { String(describing: self) }
}

/// What a cue says about the act of speaking.
enum CueClass: UInt8, Sendable, CaseIterable {
  case statement, claim, denial, demand, question, belief, promise, allegation

  /// The word for it in `cues.tsv`.
  var word: String { String(describing: self) }
}

/// One thing that a table says of a form.
struct Sense: Sendable {
  /// What it says.
  let lexicalClass: LexicalClass
  /// First attribute; its meaning depends on the class.
  let attribute: UInt8
  /// Second attribute.
  let detail: UInt8
  /// Index of the canonical form or lemma in the lexicon's strings, or -1 for the form itself.
  let value: Int32
  /// For a cue, how many in a hundred of its uses report when no word or mark introduces a content.
  var share: UInt8 = 100
}
