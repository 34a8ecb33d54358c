/// A phrase in the text that reports speech.
struct Cue: Sendable {
  /// Its tokens.
  let tokens: Range<Int>
  /// How it takes what is said.
  let frame: CueFrame
  /// What it says about the act of speaking.
  let cueClass: CueClass
  /// How many in a hundred of its uses report when no word or mark introduces a content.
  var share: UInt8 = 100
}

/// Finds cues in a sentence, outside of quotation marks.
struct CueFinder {
  let text: TokenizedDocument

  /// The cues of a sentence in text order; the longest phrase at each place counts.
  func cues(in sentence: Range<Int>) -> [Cue] {
    var found: [Cue] = []
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      if let pair = text.pair(at: index), pair.open == index {
        index = pair.close + 1
        continue
      }
      guard let (match, sense) = text.phrases.longest(.cue, at: index),
        match.stemLength == 0 || match.cases == .emphatic,
        let frame = CueFrame(rawValue: sense.attribute),
        let cueClass = CueClass(rawValue: sense.detail)
      else {
        index += 1
        continue
      }
      let reports = text.pack.lexicon.senses(at: match.node).allSatisfy {
        $0.lexicalClass != .cue || $0.attribute != CueFrame.none.rawValue
      }
      if reports {
        found.append(
          Cue(
            tokens: index..<match.end, frame: frame, cueClass: cueClass, share: sense.share))
      }
      index = match.end
    }
    return found
  }
}

extension TokenizedDocument {
  /// The outermost pair of quotation marks a token stands in, marks included.
  func pair(at token: Int) -> MarkPair? {
    guard token < pairOfToken.count, pairOfToken[token] >= 0 else { return nil }
    return pairs[Int(pairOfToken[token])]
  }
}
