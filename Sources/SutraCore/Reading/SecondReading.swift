/// Reads once more, by a trained network, what the rules have read: the paragraphs in which somebody is
/// quoted with a cue.
struct SecondReading {
  /// Most tokens of a paragraph that is read as a whole; a longer one is read in pieces, so that memory
  /// stays within bounds.
  static let longestPiece = 1024
  /// By how much pieces reach into those beside them: as far as an anchor sees, and its tokens in turn.
  static let overlap = ReadingWindow.behind + 32

  let network: ReadingNetwork
  let context: QuotationContext

  /// The quotations of the rules, each with the ends that one of the readings is surer of.
  func met(_ drafts: [QuotationDraft]) -> [QuotationDraft] {
    let anchors = ReadingAnchor(context: context)
    let features = ReadingFeatures(context, drafts)
    let meeting = ReadingMeeting(context: context, margin: network.margin)
    var found: [Range<Int>: [(draft: Int, anchor: Int)]] = [:]
    for (index, draft) in drafts.enumerated() {
      guard let cue = draft.cue else { continue }
      let anchor = anchors.token(of: cue.tokens)
      let paragraph = context.text.paragraphs[context.paragraph(of: anchor)]
      found[Self.piece(of: paragraph, around: anchor), default: []].append((index, anchor))
    }
    var met = drafts
    for (piece, reported) in found {
      if context.text.stop.isUp { break }
      let first = piece.lowerBound
      let seen = network.read(piece.count) { features.addRows(of: first + $0, to: &$1) }
      let sentences = piece.map(context.sentence)
      for (draft, anchor) in reported {
        let window = ReadingWindow(
          from: anchor - first, sentences: sentences, drafts[draft], first: first)
        let choice = ReadingChoice(
          network.scores(of: seen, from: anchor - first, window),
          first: first + window.tokens.lowerBound)
        met[draft] = meeting.met(drafts[draft], choice)
      }
    }
    return met
  }

  /// The part of a paragraph that is read for an anchor: all of it, or a piece with what stands beside it.
  static func piece(of paragraph: Range<Int>, around anchor: Int) -> Range<Int> {
    guard paragraph.count > longestPiece else { return paragraph }
    let step = longestPiece - 2 * overlap
    let start = paragraph.lowerBound + (anchor - paragraph.lowerBound) / step * step
    return (start - overlap..<start + step + overlap).clamped(to: paragraph)
  }
}

extension QuotationContext {
  /// Index of the sentence of a token.
  func sentence(of token: Int) -> Int {
    max(0, sentences.partitioningIndex { $0.tokens.lowerBound > token } - 1)
  }
}
