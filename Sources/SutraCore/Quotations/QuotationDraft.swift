/// A quotation before it is known who its speaker is.
struct QuotationDraft: Sendable {
  /// What is said, as tokens; final full stop excluded.
  @SmallTokens var content: Range<Int>
  /// What reports it, or `nil` when it carries on.
  var cue: Cue?
  /// The words that name the speaker.
  var speaker: NounPhrase?
  /// The words that name whom it was said to.
  @SmallOptionalTokens var addressee: Range<Int>? = nil
  /// The words that name where it was said.
  @SmallOptionalTokens var medium: Range<Int>? = nil
  /// The words that name whom the speaker cites.
  @SmallOptionalTokens var origin: Range<Int>? = nil
  /// The words for whom a pronoun that names the speaker means, where its clause tells.
  var asked: NounPhrase? = nil
  /// Index of the sentence it stands in.
  @SmallNumber var sentence: Int
  /// Whether the speaker is the one of the quotation before.
  var carriesOn = false
  /// Whether it is rather whom the sentence before was about.
  var followsSubject = false
  /// Whether it stands inside of what another speaker tells without quotation marks.
  var isChained = false
  /// Whether it is the headline, whose speaker the text names only later.
  var isHeadline = false
  /// How it is told inside of the quotation marks of another one.
  var innerForm: QuotationForm?
  /// Whether its pronoun may mean anybody: in the quotation marks of another one, or behind a name in what
  /// another one tells.
  var isInner = false
  /// The share of quotations of this rule that are right, measured on annotated news.
  let confidence: Double
  /// The construction it was found by.
  var rule: Construction
  /// Whether a second reading has set its ends.
  var isMended = false
  /// Whether a second reading has set its speaker.
  var isSpeakerMended = false

  /// The same, told by whom the sentence before is about.
  ///
  /// That is so where its cue has no subject and speaks politely, as of a person: "has said" for "she
  /// has said".
  func droppingSubject(_ context: QuotationContext) -> QuotationDraft {
    guard speaker == nil, let cue, context.text.isPolite(cue.tokens.upperBound - 1) else {
      return self
    }
    var draft = self
    draft.carriesOn = true
    draft.followsSubject = true
    return draft
  }

  /// Most tokens of what is demanded without a word for who demands it.
  private static let longestDemand = 8

  /// The same without a subject where its cue is a finite verb that closes its sentence, and nothing but
  /// the few words of what is demanded stands before it.
  func closing(_ clause: CueClause) -> QuotationDraft {
    let context = clause.context
    guard context.text.verbEndsClause, let cue, cue.frame == .verb || cue.frame == .promise,
      content.count <= Self.longestDemand,
      clause.tokens.lowerBound == context.sentences[sentence].tokens.lowerBound,
      context.trimmed(clause.tokens).upperBound == cue.tokens.upperBound,
      (clause.tokens.lowerBound..<content.lowerBound).allSatisfy({
        context.text.classes($0).has(.connective)
      })
    else { return self }
    return droppingSubject(context)
  }
}
