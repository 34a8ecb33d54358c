import CNetwork

/// The tokens that an anchor looks at, and how each is seen from it.
struct ReadingWindow {
  /// Most tokens before an anchor.
  static let before = 64
  /// Most tokens from an anchor on.
  static let behind = 96
  /// How many kinds of distances are told apart.
  static let distances = 40
  /// How many places of a token's sentence are told apart: two or more before, one before, the same, ...
  static let sentences = 5

  /// What of the rules' own quotation a token is, as a bit.
  private enum Sign: Int {
    case beginsContent, endsContent, beginsSpeaker, endsSpeaker, isContent
  }

  /// The tokens, counted from the first of the paragraph.
  let tokens: Range<Int>
  /// How each of them is seen.
  let views: [network_view]

  /// Looks around an anchor.
  ///
  /// - Parameters:
  ///   - anchor: The token, counted from the first of the paragraph.
  ///   - sentences: For each token of the paragraph the number of its sentence.
  ///   - draft: What the rules have found with this anchor, in the document's tokens.
  ///   - first: The first token of the paragraph in the document.
  init(
    from anchor: Int, sentences: [Int], _ draft: QuotationDraft?, first: Int
  ) {
    let tokens = max(0, anchor - Self.before)..<min(sentences.count, anchor + Self.behind)
    var views = tokens.map { token in
      network_view(
        distance: Self.kind(ofDistance: token - anchor),
        apart: UInt8(max(-2, min(2, sentences[token] - sentences[anchor])) + 2), signs: 0)
    }
    func mark(_ token: Int, _ sign: Sign) {
      let place = token - first - tokens.lowerBound
      guard views.indices.contains(place) else { return }
      views[place].signs |= 1 << UInt8(sign.rawValue)
    }
    if let draft {
      mark(draft.content.lowerBound, .beginsContent)
      mark(draft.content.upperBound - 1, .endsContent)
      if let speaker = draft.speaker?.tokens {
        mark(speaker.lowerBound, .beginsSpeaker)
        mark(speaker.upperBound - 1, .endsSpeaker)
      }
      for token in draft.content.clamped(
        to: first + tokens.lowerBound..<first + tokens.upperBound)
      { mark(token, .isContent) }
    }
    (self.tokens, self.views) = (tokens, views)
  }

  /// The kind of a distance: those near are told apart one by one, those far in steps.
  static func kind(ofDistance distance: Int) -> UInt8 {
    let length = distance.magnitude
    let kind: UInt
    switch length {
    case ...12: kind = length
    case ...44: kind = 12 + (length - 5) / 8
    default: kind = min(19, 16 + (length - 29) / 16)
    }
    return UInt8(distance < 0 ? 20 + kind : kind)
  }
}
