/// Reads once more, by a trained network, what the rules have read: the paragraphs in which somebody is quoted
/// with a cue or a word stands that may report.
struct SecondReading {
  /// Most tokens of a paragraph that is read as a whole; a longer one is read in pieces, so that memory
  /// stays within bounds.
  static let longestPiece = 1024
  /// By how much pieces reach into those beside them: as far as an anchor sees, and its tokens in turn.
  static let overlap = ReadingWindow.behind + 32

  let network: ReadingNetwork
  let bounds: ReadingBounds
  let context: QuotationContext

  /// A part of a paragraph.
  struct Piece: Equatable {
    /// The tokens whose anchors are looked from in it.
    let core: Range<Int>
    /// All of it, with what stands beside its core.
    let tokens: Range<Int>
  }

  /// A quotation of the rules and the token by which its cue is known.
  fileprivate struct Reported {
    let draft: Int
    let anchor: Int
  }

  /// What both readings together take for said: the quotations of the rules, each with the ends that one of the
  /// readings is surer of, and those that only the network has found.
  func met(_ drafts: [QuotationDraft]) -> [QuotationDraft] {
    let anchors = ReadingAnchor(context: context)
    let features = ReadingFeatures(context, drafts)
    let meeting = ReadingMeeting(context, drafts, margin: bounds.margin)
    let finder = ReadingFinder(context, bounds)
    let reported = drafts.indices.compactMap { index in
      drafts[index].cue.map { Reported(draft: index, anchor: anchors.token(of: $0.tokens)) }
    }.sorted { ($0.anchor, $0.draft) < ($1.anchor, $1.draft) }
    var met = drafts
    var finds: [ReadingFind] = []
    let read = context.text.paragraphs.enumerated()
      .filter { context.kind(ofParagraph: $0.offset).holdsSentences }
    for piece in read.flatMap({ Self.pieces(of: $0.element) }) {
      if context.text.stop.isUp { break }
      let own = reported[reported.first(from: piece.core.lowerBound)...]
        .prefix { $0.anchor < piece.core.upperBound }
      guard !own.isEmpty || piece.core.contains(where: { anchors.fitness(of: $0) == .cue })
      else { continue }
      let seen = Seen(network, context, features, piece.tokens)
      for one in own {
        met[one.draft] = meeting.met(
          drafts[one.draft], seen.report(of: one.anchor),
          seen.choice(from: one.anchor, drafts[one.draft]))
      }
      let taken = Set(own.map(\.anchor))
      for anchor in piece.core
      where !taken.contains(anchor) && anchors.fitness(of: anchor) != .none {
        let report = seen.report(of: anchor)
        guard bounds.surplus(of: report) != nil else { continue }
        if let find = finder.find(at: anchor, report, seen.choice(from: anchor, nil)) {
          finds.append(find)
        }
      }
    }
    return meeting.joined(met, finds)
  }

  /// The parts in which a paragraph is read.
  static func pieces(of paragraph: Range<Int>) -> [Piece] {
    guard paragraph.count > longestPiece else {
      return paragraph.isEmpty ? [] : [Piece(core: paragraph, tokens: paragraph)]
    }
    let step = longestPiece - 2 * overlap
    return stride(from: paragraph.lowerBound, to: paragraph.upperBound, by: step).map { start in
      Piece(
        core: start..<min(start + step, paragraph.upperBound),
        tokens: (start - overlap..<start + step + overlap).clamped(to: paragraph))
    }
  }

  /// A piece as the network sees it.
  private struct Seen {
    private let network: ReadingNetwork
    private let seen: ReadingNetwork.Tokens
    private let sentences: [Int]
    private let first: Int

    init(
      _ network: ReadingNetwork, _ context: QuotationContext, _ features: ReadingFeatures,
      _ tokens: Range<Int>
    ) {
      self.network = network
      first = tokens.lowerBound
      seen = network.read(tokens.count) { features.addRows(of: tokens.lowerBound + $0, to: &$1) }
      sentences = tokens.map(context.sentence)
    }

    func report(of anchor: Int) -> ReadingReport { seen.report(of: anchor - first) }

    /// What the network chooses as seen from an anchor, with what the rules have found there.
    func choice(from anchor: Int, _ draft: QuotationDraft?) -> ReadingChoice {
      let window = ReadingWindow(from: anchor - first, sentences: sentences, draft, first: first)
      return ReadingChoice(
        network.scores(of: seen, from: anchor - first, window),
        first: first + window.tokens.lowerBound)
    }
  }
}

extension Array where Element == SecondReading.Reported {
  /// Index of the first that stands at a token or after it; they are in text order.
  fileprivate func first(from token: Int) -> Int {
    partitioningIndex { $0.anchor >= token }
  }
}

extension QuotationContext {
  /// Index of the sentence of a token.
  func sentence(of token: Int) -> Int {
    max(0, sentences.partitioningIndex { $0.tokens.lowerBound > token } - 1)
  }
}
