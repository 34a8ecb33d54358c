import SutraCore
import SutraWords

/// What somebody has made of an article by hand.
struct HandState: Sendable {
  /// What was found in the text, before anything was set right; `nil` before it was analysed.
  var found: Article?
  /// What was set right, in the order in which that was done.
  var corrections: [Correction] = []
  /// What was noted.
  var notes: [ReaderNote] = []
}

/// Something that is noted on words of an article.
public struct ReaderNote: Hashable, Sendable {
  /// What is noted.
  public let text: String
  /// The words that it is on.
  public let anchor: TextAnchor

  /// Makes a note.
  public init(_ text: String, on anchor: TextAnchor) {
    self.text = text
    self.anchor = anchor
  }
}

/// What can be set right by `:correct`, in the words that are typed for it.
enum CorrectionWord: String, CaseIterable {
  case right, notQuote = "not-quote", direct, indirect, mixed, speaker, nobody, ends, missed
  case kind, name, noName = "no-name", undo
}

extension ReaderState {
  /// Takes in what was made of the article by hand before.
  mutating func take(corrections: [Correction], notes: [ReaderNote]) {
    hand.corrections = corrections
    hand.notes = notes
  }

  /// Sets something right, as it was typed behind `:correct`.
  mutating func correct(_ typed: String) -> [ReaderEffect] {
    let parts = typed.split(maxSplits: 1, whereSeparator: \.isWhitespace)
    guard let word = parts.first.flatMap({ CorrectionWord(rawValue: String($0)) }) else {
      message = say(
        "correct.usage",
        ["words": CorrectionWord.allCases.map(\.rawValue).joined(separator: ", ")])
      return []
    }
    guard isAnalyzed else {
      message = say("reading.now")
      return []
    }
    if word == .undo { return undoCorrection() }
    let rest = parts.count > 1 ? String(parts[1]) : ""
    let correction: Correction? =
      switch word {
      case .kind, .name, .noName: nameCorrection(word, rest)
      case .missed: missedQuotation(rest)
      default: quotationCorrection(word, rest)
      }
    guard let correction else { return [] }
    hand.corrections.append(correction)
    layCorrections()
    message = say("correct.done")
    return [.keepCorrection(correction)]
  }

  private mutating func undoCorrection() -> [ReaderEffect] {
    guard hand.corrections.popLast() != nil else {
      message = say("correct.nothing-to-undo")
      return []
    }
    layCorrections()
    message = say("correct.undone")
    return [.undoCorrection]
  }

  /// Shows what was found with everything that was set right.
  private mutating func layCorrections() {
    guard let found = hand.found else { return }
    take(found, isComplete: true)
  }

  private func anchor(_ span: Span) -> TextAnchor { TextAnchor(span, in: article.document.text) }

  // MARK: Quotations

  private mutating func quotationCorrection(_ word: CorrectionWord, _ rest: String) -> Correction? {
    guard let number = quotationAtHand else {
      message = noQuotation
      return nil
    }
    let content = article.quotations[number].content
    var correction = QuotationCorrection(at: anchor(content))
    switch word {
    case .notQuote: return .noQuotation(correction.at)
    case .direct, .indirect, .mixed: correction.form = QuotationForm(rawValue: word.rawValue)
    case .nobody: correction.speaker = .nobody
    case .speaker:
      guard !rest.isEmpty else {
        message = say("correct.speaker-usage")
        return nil
      }
      correction.speaker = .somebody(name: rest, kind: .named, at: place(of: rest, near: content))
    case .ends:
      guard let span = span(rest, near: content) else { return nil }
      correction.content = anchor(span)
    default: break
    }
    return .quotation(correction)
  }

  /// The words of a name in the sentence around a quotation.
  private func place(of name: String, near content: Span) -> TextAnchor? {
    let paragraph = article.document.paragraphs.first { $0.overlaps(content) } ?? content
    let entity = article.entities.first { $0.name == name || $0.aliases.contains(name) }
    let spans = entity?.mentions.map { article.mentions[$0].span } ?? []
    let near = spans.filter { paragraph.contains($0) && !content.contains($0) }
    func distance(_ span: Span) -> Int {
      min(abs(span.start - content.end), abs(span.end - content.start))
    }
    return near.min { distance($0) < distance($1) }.map(anchor)
  }

  private mutating func missedQuotation(_ typed: String) -> Correction? {
    guard let span = span(typed, near: visibleSpan) else { return nil }
    return .quotation(QuotationCorrection(at: anchor(span)))
  }

  /// The words that somebody names by the first and the last of them, with `…` or three stops
  /// between.
  private mutating func span(_ typed: String, near place: Span) -> Span? {
    let parts = typed.replacing("...", with: "…").split(separator: "…").map {
      $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }.filter { !$0.isEmpty }
    guard let first = parts.first, let last = parts.last, parts.count <= 2 else {
      message = say("correct.ends-usage")
      return nil
    }
    let beginnings = search(for: first)?.matches ?? []
    func distance(_ span: Span) -> Int {
      span.overlaps(place) ? 0 : min(abs(span.start - place.end), abs(span.end - place.start))
    }
    guard let beginning = beginnings.min(by: { distance($0) < distance($1) }) else {
      message = say("correct.no-words", ["words": first])
      return nil
    }
    guard parts.count > 1 else { return beginning }
    guard let end = search(for: last)?.matches.first(where: { $0.end >= beginning.end }) else {
      message = say("correct.no-words", ["words": last])
      return nil
    }
    return Span(start: beginning.start, end: end.end)
  }

  // MARK: Names

  private mutating func nameCorrection(_ word: CorrectionWord, _ rest: String) -> Correction? {
    guard let span = mentionAtHand else {
      message = say("correct.no-name-chosen")
      return nil
    }
    var correction = NameCorrection(at: anchor(span))
    switch word {
    case .noName: return .noName(correction.at)
    case .kind:
      guard let kind = EntityKind(rawValue: rest.uppercased()) else {
        message = say(
          "correct.kinds",
          ["names": EntityKind.allCases.map { $0.rawValue.lowercased() }.joined(separator: ", ")])
        return nil
      }
      correction.kind = kind
    default:
      guard !rest.isEmpty else {
        message = say("correct.name-usage")
        return nil
      }
      correction.name = rest
    }
    return .name(correction)
  }

  /// The place of the name that is chosen in the list of entities; else the first on the screen.
  private var mentionAtHand: Span? {
    if view == .entities, let item = selection.entity, article.entities.indices.contains(item) {
      let mentions = article.entities[item].mentions
      return (mentions.indices.contains(occurrence) ? mentions[occurrence] : mentions.first)
        .map { article.mentions[$0].span }
    }
    let mentions = index.mentions(in: visibleSpan, article)
    return mentions.first.map { article.mentions[$0].span }
  }

  // MARK: The window

  /// What can be set right of what is chosen, each as the command that does it.
  func correctionWindow() -> ListWindow {
    func item(_ word: CorrectionWord, _ rest: String? = nil, isTyped: Bool = false)
      -> ListWindow.Item
    {
      let command = "correct \(word.rawValue)" + (rest.map { " \($0)" } ?? "")
      return ListWindow.Item(
        label: word.rawValue, text: say("correct.\(word.rawValue)"),
        target: .command(command, isTyped: isTyped))
    }
    var items: [ListWindow.Item] = []
    if view == .entities {
      for kind in [EntityKind.person, .organization, .place, .work, .event] {
        items.append(
          ListWindow.Item(
            label: CorrectionWord.kind.rawValue,
            text: say("correct.is-kind", ["kind": ReaderText.word(of: kind)]),
            target: .command("correct kind \(kind.rawValue.lowercased())", isTyped: false)))
      }
      items.append(item(.name, nameAtHand, isTyped: true))
      items.append(item(.noName))
    } else if let number = quotationAtHand {
      items = [item(.notQuote), item(.right)]
      for word in [CorrectionWord.direct, .indirect, .mixed]
      where word.rawValue != article.quotations[number].form.rawValue {
        items.append(item(word))
      }
      items += [
        item(.speaker, article.attributions[number].speaker?.name ?? "", isTyped: true),
        item(.nobody),
        item(.ends, ends(of: article.quotations[number].content), isTyped: true),
      ]
    }
    items.append(item(.missed, "", isTyped: true))
    if !hand.corrections.isEmpty { items.append(item(.undo)) }
    return ListWindow(.corrections, title: say("correct.title"), items: items)
  }

  /// The first and the last words of some, as they are typed.
  private func ends(of span: Span) -> String {
    let words = article.line(span, longest: 4_000).split(separator: " ")
    guard words.count > 6 else { return words.joined(separator: " ") }
    return words.prefix(3).joined(separator: " ") + " … "
      + words.suffix(3).joined(separator: " ")
  }

  // MARK: Notes

  /// Notes something on the chosen quotation or name, or on what is at the top of the screen.
  mutating func note(_ text: String) -> [ReaderEffect] {
    guard !text.isEmpty else {
      message = say("note.usage")
      return []
    }
    let row = layout.row(at: top)?.span ?? visibleSpan
    let place =
      view == .entities
      ? mentionAtHand ?? row
      : quotationAtHand.map { article.quotations[$0].content } ?? row
    let note = ReaderNote(text, on: anchor(place))
    hand.notes.insert(note, at: 0)
    message = say("note.done")
    return [.keepNote(note)]
  }

  /// Notes as rows of a window, each with the words that it is on.
  var noteItems: [ListWindow.Item] {
    hand.notes.map { note in
      let span = note.anchor.span(in: article.document.text)
      return ListWindow.Item(
        label: say("note.label"), text: "\(note.text) — \(note.anchor.exact)",
        target: span.map { .place($0) } ?? .none)
    }
  }
}
