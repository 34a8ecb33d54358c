/// What a speaker does with the words of a quotation; the raw value is what exports say.
public enum Stance: String, Sendable, CaseIterable {
  /// Says them.
  case says
  /// Is told not to have said them.
  case notSaid = "not-said"
  /// Says that they are not so.
  case denies
  /// Is told not to deny them.
  case notDenied = "not-denied"
  /// Declines or refuses to say or do so.
  case declines
  /// Asks.
  case asks
  /// Wants it done.
  case demands
  /// Says that somebody did wrong.
  case accuses

  /// Whether the speaker stands behind the words, whatever they do.
  public var isSaid: Bool {
    switch self {
    case .says, .asks, .demands, .accuses: true
    case .notSaid, .denies, .notDenied, .declines: false
    }
  }
}

/// How a language tells what somebody says, as `wording.tsv` has it: *X said that …*.
///
/// A key is a class of `cues.tsv` or a lemma, with `/not` where it is negated and `/verb` where the
/// cue is a verb right before the words, which then can be told with it.
public struct Wording: Sendable {
  private struct Row {
    let stance: Stance
    let sentence: String
  }

  /// The key of what stands for a speaker that nobody names.
  private static let nobody = "nobody"
  /// The key of the sentence about somebody whom nobody in particular accuses.
  private static let accused = "accused"

  private var rows: [String: Row] = [:]
  private var endings: Set<Unicode.Scalar> = Set(".!?…".unicodeScalars)

  /// Knows no language: what is told is `speaker: words`.
  public init() {}

  /// Reads rows of key, stance and sentence; `{speaker}`, `{cue}` and `{words}` stand for these.
  ///
  /// - Throws: `LexiconError` for the first row that does not fit.
  init(_ tables: [Table]) throws(LexiconError) {
    for table in tables {
      try table.forEachRow(columnCount: 3) { (row) throws(LexiconError) in
        let word = table.text(row.columns[1])
        guard let stance = Stance(rawValue: word) else {
          throw .unknownValue(
            file: table.file, line: row.line, value: word,
            allowed: Stance.allCases.map(\.rawValue))
        }
        rows[table.text(row.columns[0])] = Row(
          stance: stance, sentence: table.text(row.columns[2]))
      }
    }
    for row in rows.values {
      guard let last = row.sentence.unicodeScalars.last,
        last.properties.generalCategory == .otherPunctuation
      else { continue }
      endings.insert(last)
    }
  }

  /// What the speaker of a quotation does with the words.
  public func stance(of quotation: Quotation) -> Stance {
    if let row = keys(of: quotation, isThing: false).lazy.compactMap({ rows[$0] }).first {
      return row.stance
    }
    switch quotation.reading?.act {
    case .denial: return quotation.isNegated ? .denies : .notDenied
    case _ where quotation.isNegated: return .notSaid
    case .question: return .asks
    case .demand: return .demands
    case .allegation: return .accuses
    default: return .says
    }
  }

  /// A sentence that tells who says what.
  ///
  /// - Parameters:
  ///   - words: What is said.
  ///   - speaker: Who says so, or `nil` when nobody is named.
  ///   - accused: Of whom it is said, where nobody in particular accuses.
  ///   - cue: The words that report it.
  ///   - quotation: The quotation.
  ///   - isThing: Whether the speaker is a medium or a document.
  /// - Returns: The sentence; `speaker: words` where the language has none.
  public func sentence(
    _ words: String, speaker: String?, accused: String? = nil, cue: String?,
    of quotation: Quotation, isThing: Bool
  ) -> String {
    let who = speaker ?? accused ?? rows[Self.nobody]?.sentence ?? "—"
    var keys = keys(of: quotation, isThing: isThing)
    if speaker == nil, accused != nil { keys.insert(Self.accused, at: 0) }
    let row = keys.lazy.compactMap { rows[$0] }.first
    let pattern = row?.sentence ?? "{speaker}: {words}"
    var sentence = ""
    var rest = pattern[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      sentence += rest[..<open]
      switch rest[rest.index(after: open)..<close] {
      case "speaker": sentence += who
      case "cue": sentence += cue ?? ""
      default: sentence += words
      }
      rest = rest[rest.index(after: close)...]
    }
    // Words that end a sentence by themselves need no second full stop.
    let isEnded = words.unicodeScalars.reversed().prefix(2).contains { endings.contains($0) }
    return isEnded ? sentence : sentence + rest
  }

  /// The keys of a quotation, the most fitting first.
  private func keys(of quotation: Quotation, isThing: Bool) -> [String] {
    guard let reading = quotation.reading else { return ["statement"] }
    let isTurned = quotation.isNegated != (reading.act == .denial)
    let isVerbBefore =
      reading.frame == CueFrame.verb.word
      && quotation.cue.map { cue in
        let gap = quotation.content.start - cue.end
        return gap >= 0 && gap <= Self.shortestGap
      } ?? false
    var keys: [String] = []
    for key in [reading.lemma, reading.act.rawValue] {
      let own = key + (isTurned ? "/not" : "")
      if isVerbBefore { keys.append(own + "/verb") }
      if isThing { keys.append(own + "/thing") }
      keys.append(own)
    }
    return keys
  }

  /// Most bytes between a verb and words that go on from it: a blank, or a quotation mark too.
  private static let shortestGap = 4
}
