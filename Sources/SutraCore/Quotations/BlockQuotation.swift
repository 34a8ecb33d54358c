/// Takes paragraphs that a document sets apart as quotations for somebody's words, where no cue has
/// found them: of whoever the line before introduces, or who spoke in it last.
struct BlockQuotation {
  /// Fewest words of a quotation.
  static let shortest = 3
  /// Most tokens of a last line that tells whose words it were.
  static let longestSignature = 14

  private let context: QuotationContext
  private var text: TokenizedDocument { context.text }

  init(_ context: QuotationContext) { self.context = context }

  /// The quotations with those set apart added, in text order.
  func completed(_ found: [QuotationDraft]) -> [QuotationDraft] {
    guard text.document.hasKinds else { return found }
    let found = found.map(withoutSign)
    var all = found
    let known = Known(found, text)
    var paragraph = 0
    while paragraph < text.paragraphs.count {
      let first = paragraph
      while paragraph < text.paragraphs.count, context.kind(ofParagraph: paragraph) == .quotation {
        paragraph += 1
      }
      if paragraph == first {
        paragraph += 1
      } else if let draft = draft(first..<paragraph, known) {
        all.append(draft)
      }
    }
    guard all.count > found.count else { return found }
    return all.sorted { $0.content.lowerBound < $1.content.lowerBound }
  }

  /// What other rules have read, noted once: a page may have as many quotations set apart as paragraphs.
  private struct Known {
    private var isRead: [Bool]
    private var isBegun: [Bool]

    init(_ found: [QuotationDraft], _ text: TokenizedDocument) {
      isRead = Array(repeating: false, count: text.tokens.count)
      isBegun = Array(repeating: false, count: text.paragraphs.count)
      for draft in found {
        for tokens in [draft.content, draft.cue?.tokens ?? 0..<0] {
          for token in tokens where token < isRead.count { isRead[token] = true }
        }
        let first = draft.content.lowerBound
        let paragraph = text.paragraphs.partitioningIndex { $0.upperBound > first }
        if paragraph < isBegun.count, text.paragraphs[paragraph].contains(first) {
          isBegun[paragraph] = true
        }
      }
    }

    /// Whether a rule has read some of the tokens.
    func overlaps(_ tokens: Range<Int>) -> Bool { isRead[tokens].contains(true) }

    /// Whether a quotation begins in a paragraph.
    func begins(in paragraph: Int) -> Bool { isBegun[paragraph] }
  }

  private func draft(_ block: Range<Int>, _ known: Known) -> QuotationDraft? {
    let signature = block.count > 1 ? signature(block.upperBound - 1) : nil
    let last = text.paragraphs[block.upperBound - (signature == nil ? 1 : 2)]
    let tokens = withoutSign(text.paragraphs[block.lowerBound].lowerBound..<last.upperBound)
    let sentence = context.sentences.partitioningIndex { $0.tokens.upperBound > tokens.lowerBound }
    // What rules have read there is read already.
    guard
      !known.overlaps(tokens), sentence < context.sentences.count,
      tokens.count(where: { context.kind($0) == .word }) >= Self.shortest
    else { return nil }
    let before = context.runningParagraph(before: block.lowerBound)
    let lead = before.flatMap(lead)
    let speaker = signature ?? lead?.speaker
    let carriesOn = speaker == nil && before.map(known.begins) == true
    return QuotationDraft(
      content: tokens, cue: lead?.cue, speaker: speaker, sentence: sentence, carriesOn: carriesOn,
      confidence: speaker != nil ? 0.8 : carriesOn ? 0.7 : 0.5, rule: .blockQuotation)
  }

  /// A quotation that another rule has found, without the signs before it.
  private func withoutSign(_ draft: QuotationDraft) -> QuotationDraft {
    let content = withoutSign(draft.content)
    guard !content.isEmpty, content != draft.content else { return draft }
    var draft = draft
    draft.content = content
    return draft
  }

  /// Tokens without the signs that plain text sets before a quotation.
  private func withoutSign(_ tokens: Range<Int>) -> Range<Int> {
    let first = tokens.first {
      text.document.text.bytes[Int(text.tokens[$0].start)] != DocumentParser.quotationSign
    }
    return (first ?? tokens.upperBound)..<tokens.upperBound
  }

  /// Who says the words, and by which cue, where the last sentence of a paragraph ends with a colon.
  private func lead(_ paragraph: Int) -> (speaker: NounPhrase, cue: Cue)? {
    let end = context.sentences.partitioningIndex { $0.paragraph > paragraph }
    guard end > 0, context.sentences[end - 1].paragraph == paragraph else { return nil }
    let tokens = context.sentences[end - 1].tokens
    guard let last = tokens.last, context.kind(last) == .colon else { return nil }
    let cues = CueFinder(text: text).cues(in: tokens)
    guard let cue = cues.last(where: { $0.frame == .verb || $0.frame == .address }) else {
      return nil
    }
    let clause = CueClause(
      context: context, sentenceIndex: end - 1, tokens: tokens, cues: cues, previous: nil)
    let speaker =
      text.verbEndsClause
      ? SpeakerFinder(context).parties(before: cue.tokens.lowerBound, from: tokens.lowerBound)
        .speaker : clause.subject(of: cue, ClauseReader(context))
    return speaker.map { ($0, cue) }
  }

  /// Whom a last line names behind a dash: "— So-and-so, mayor".
  private func signature(_ paragraph: Int) -> NounPhrase? {
    let tokens = withoutSign(text.paragraphs[paragraph])
    guard tokens.count > 1, tokens.count <= Self.longestSignature, let first = tokens.first,
      context.kind(first) == .dash
    else { return nil }
    for index in tokens.dropFirst() {
      guard let (number, name) = context.name(at: index) else { continue }
      return NounPhrase(name.tokens, .mention(number), stemLength: name.stemLength)
    }
    return nil
  }
}
