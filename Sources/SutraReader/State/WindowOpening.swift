import SutraCore
import SutraExport
import SutraWords

extension ReaderState {
  /// Opens the small window that an action asks for.
  mutating func openWindow(_ action: Action) {
    let folding = folding
    defer { window?.folding = folding }
    switch action {
    case .correct:
      guard isAnalyzed else {
        message = say("reading.now")
        return
      }
      window = correctionWindow()
    case .who: window = whoWindow()
    case .outline: window = outline()
    case .links: openLinks()
    case .notes:
      let items =
        noteItems
        + article.diagnostics.map { ListWindow.Item(text: $0.message, target: .place($0.span)) }
      guard !items.isEmpty else {
        message = isAnalyzed ? say("notes.none") : say("reading.now")
        return
      }
      window = ListWindow(.notes, title: say("notes.title"), items: items)
    case .filterSpeaker: window = speakerWindow()
    case .filterMenu: window = filterWindow(chosen: 0)
    case .articleList:
      let items = articles.indices.map(row(ofArticle:))
      guard items.count > 1 else {
        message = say("article.only-one")
        return
      }
      window = ListWindow(
        .articles, title: say("article.list-title"), items: items, isNarrowed: true,
        chosen: articleNumber)
    default: break
    }
    if let note = window?.limitNote { message = note }
  }

  /// The chain from the words of the quotation at hand to their origin; without one, from the words
  /// of what is chosen, or from the first on the screen.
  private func whoWindow() -> ListWindow {
    if let number = quotationAtHand {
      return ListWindow(.who, title: whoTitle, items: chain(of: number))
    }
    let chosen = selection[view].flatMap { spans(of: $0, in: view).first }
    return whoWindow(at: chosen?.start ?? visibleSpan.start)
  }

  private var whoTitle: String { say("who.title") }

  /// The chain from the words at a byte to their origin.
  func whoWindow(at byteOffset: Int) -> ListWindow {
    let here = Span(start: byteOffset, end: byteOffset + 1)
    let found = index.quotations(in: here, article)
    let number =
      found.last { article.quotations[$0].content.contains(byteOffset) } ?? found.last
    guard let number else {
      // What nobody has found yet may be found in a moment.
      guard isAnalyzed else {
        return ListWindow(
          .who, title: whoTitle, items: [ListWindow.Item(text: say("reading.still"))])
      }
      let items =
        [
          ListWindow.Item(label: say("who.nobody"), text: say("who.article-itself"))
        ] + credits
      return ListWindow(.who, title: whoTitle, items: items)
    }
    return ListWindow(.who, title: whoTitle, items: chain(of: number))
  }

  /// The decisions whose reasons the facts themselves do not tell.
  private static let explained: Set<Explanation.Step.Subject> = [.content, .cue, .identity]

  /// The facts of a quotation, from its words to the credit line, and the reasons for them.
  private func chain(of number: Int) -> [ListWindow.Item] {
    let words = ListWindow.Item(
      label: say("fact.words"), text: article.words(of: article.quotations[number], longest: 600),
      target: .quotation(number))
    let facts = QuotationFacts.all(of: number, in: article).map { fact in
      ListWindow.Item(
        label: ExportWords.label(of: fact.subject), text: fact.text,
        target: fact.quotation.map { .quotation($0) } ?? fact.place.map { .place($0) } ?? .none)
    }
    let reasons = QuotationFacts.reasons(of: number, in: article, on: Self.explained)
      .map { ListWindow.Item(label: say("fact.why"), text: $0) }
    return [words] + facts + credits + reasons
  }

  /// The credit line: where the whole article is from.
  private var credits: [ListWindow.Item] {
    let credited = article.sources.filter { $0.roles.contains(.credit) }
    guard !credited.isEmpty else {
      return [ListWindow.Item(label: say("fact.credit"), text: say("who.no-credit"))]
    }
    return credited.map { source in
      ListWindow.Item(
        label: say("fact.credit"), text: source.name,
        target: source.spans.last.map { .place($0) } ?? .none)
    }
  }

  private func outline() -> ListWindow {
    var items: [ListWindow.Item] = []
    var chosen = 0
    let here = layout.byteOffset(of: top)
    let paragraphs = article.document.paragraphs
    for (number, paragraph) in paragraphs.prefix(Limits.listRows).enumerated() {
      if paragraph.start <= here { chosen = number }
      var names: [String] = []
      for quotation in index.quotations(in: paragraph, article)
      where article.quotations[quotation].content.overlaps(paragraph) {
        let name = ReaderText.speaker(of: article.attributions[quotation], in: article)
        if !names.contains(name) { names.append(name) }
      }
      let words = article.line(paragraph, longest: 240)
      items.append(
        ListWindow.Item(
          label: digits(number + 1),
          text: names.isEmpty ? words : names.joined(separator: ", ") + ": " + words,
          target: .place(Span(start: paragraph.start, end: paragraph.start + 1))))
    }
    return ListWindow(
      .outline, title: say("outline.title"), items: items,
      total: paragraphs.count, isNarrowed: true, chosen: chosen)
  }

  private func speakerWindow() -> ListWindow {
    var counts: [String: Int] = [:]
    for attribution in article.attributions {
      counts[ReaderText.speaker(of: attribution, in: article), default: 0] += 1
    }
    let all = ListWindow.Item(
      label: digits(article.quotations.count), text: say("speakers.everybody"), target: .anySpeaker)
    let items = speakers.map { name in
      ListWindow.Item(label: digits(counts[name] ?? 0), text: name, target: .speaker(name))
    }
    let chosen = filter.speaker.flatMap { wanted in items.firstIndex { $0.text == wanted } }
    return ListWindow(
      .speakers, title: say("speakers.title"), items: [all] + items, isNarrowed: true,
      chosen: chosen.map { $0 + 1 } ?? 0)
  }

  /// The conditions of the filter, each with whether it is set and how many quotations fit it.
  func filterWindow(chosen: Int) -> ListWindow {
    var items: [ListWindow.Item] = []
    func add(_ isSet: Bool, _ text: String, _ target: ListWindow.Target, _ fits: (Int) -> Bool) {
      let count = article.quotations.indices.count(where: fits)
      items.append(
        ListWindow.Item(
          label: isSet ? "[x]" : "[ ]", text: "\(text)  \(digits(count))", target: target))
    }
    for kind in SpeakerKind.allCases {
      add(
        filter.kinds.contains(kind), say("filter.of-kind", ["kind": ExportWords.label(of: kind)]),
        .kind(kind)
      ) {
        article.attributions[$0].speaker?.kind == kind
      }
    }
    for form in QuotationForm.allCases {
      add(
        filter.forms.contains(form), say("filter.of-form", ["form": ExportWords.name(of: form)]),
        .form(form)
      ) {
        article.quotations[$0].form == form
      }
    }
    add(filter.isDoubtful, say("filter.doubtful"), .doubtful) {
      article.quotations[$0].confidence < QuotationFilter.doubt
    }
    return ListWindow(
      .filters, title: say("filter.title"), items: items,
      chosen: chosen)
  }
}
