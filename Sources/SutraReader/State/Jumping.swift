import SutraCore

extension ReaderState {
  /// Goes to the next or previous quotation: from the chosen one while it is on the screen, else
  /// from what is on the screen.
  mutating func jumpToQuotation(forward: Bool) {
    guard !article.quotations.isEmpty else {
      message = isAnalyzed ? "this article quotes nobody" : "the article is still being read"
      return
    }
    let visible = visibleSpan
    var target: Int?
    if let chosen = selection.quotation, index.shows(chosen, in: visible, article) {
      target = forward ? chosen + 1 : chosen - 1
    } else {
      let following = article.quotations.firstIndex(atOrAfter: visible.start)
      target = forward ? following : (following ?? article.quotations.count) - 1
    }
    guard let target, article.quotations.indices.contains(target) else {
      message = forward ? "no quote after this one" : "no quote before this one"
      return
    }
    select(target, in: .quotations)
  }

  /// Goes to the next or previous quotation of the chosen one's speaker.
  mutating func jumpToSpeaker(forward: Bool) {
    guard let chosen = selection.quotation, article.quotations.indices.contains(chosen) else {
      jumpToQuotation(forward: forward)
      return
    }
    guard let speaker = article.attributions[chosen].speaker, let name = speaker.name else {
      message = "nobody is named for this quote"
      return
    }
    let others =
      forward
      ? Array(chosen + 1..<article.quotations.count) : Array((0..<chosen).reversed())
    let target = others.first { number in
      guard let other = article.attributions[number].speaker else { return false }
      return speaker.entity != nil ? other.entity == speaker.entity : other.name == name
    }
    guard let target else {
      message = forward ? "no later quote of \(name)" : "no earlier quote of \(name)"
      return
    }
    select(target, in: .quotations)
  }

  /// Chooses an item of a view and shows its place in the article.
  mutating func select(_ item: Int, in view: PaneView) {
    selection[view] = item
    occurrence = 0
    if view == .quotations, let source = index.sourceOfQuotation[item] {
      selection.source = source
    }
    if let place = places(of: item, in: view).first { reveal(place) }
  }

  /// How many items a view has.
  func itemCount(of view: PaneView) -> Int {
    switch view {
    case .quotations: article.quotations.count
    case .sources: article.sources.count
    case .entities: article.entities.count
    }
  }

  /// Where an item of a view stands in the article, in text order.
  func places(of item: Int, in view: PaneView) -> [Span] {
    guard item >= 0, item < itemCount(of: view) else { return [] }
    switch view {
    case .quotations: return [article.quotations[item].content]
    case .sources:
      let source = article.sources[item]
      return (source.spans + source.quotations.map { article.quotations[$0].content }).sorted()
    case .entities: return article.entities[item].mentions.map { article.mentions[$0].span }
    }
  }

  /// Goes from the pane to the chosen item; pressed again, to its next place in the article.
  mutating func goToSelection() {
    guard let item = selection[view] else {
      message = "nothing is selected"
      return
    }
    let places = places(of: item, in: view)
    guard !places.isEmpty else { return }
    if focus == .pane {
      if frame.arrangement == .paneOnly { wantsPane = nil }
      focus = .article
      relayout()
      occurrence = 0
    } else {
      occurrence = (occurrence + 1) % places.count
    }
    reveal(places[min(occurrence, places.count - 1)])
    if places.count > 1 { message = "place \(occurrence + 1) of \(places.count)" }
  }

  /// Goes to the next or previous match of the search, from one end of the article to the other.
  mutating func jumpToMatch(forward: Bool) {
    guard var search else {
      message = "nothing was searched for; / searches"
      return
    }
    guard !search.matches.isEmpty else {
      message = "'\(VisibleText.safe(search.query))' was not found"
      return
    }
    let count = search.matches.count
    let target: Int
    if let current = search.current {
      target = (current + (forward ? 1 : count - 1)) % count
    } else {
      let following = search.index(atOrAfter: layout.byteOffset(of: top))
      target = forward ? following ?? 0 : ((following ?? 0) + count - 1) % count
    }
    let hasWrapped = search.current.map { forward ? target <= $0 : target >= $0 } ?? false
    search.current = target
    self.search = search
    reveal(search.matches[target])
    followArticle()
    message = "match \(target + 1) of \(count)" + (hasWrapped ? ", from the other end" : "")
  }

  /// Takes a key into the line that is being typed.
  mutating func type(_ key: Key) {
    guard var prompt else { return }
    switch key {
    case .enter:
      self.prompt = nil
      guard !prompt.text.isEmpty else { return }
      search = TextSearch(prompt.text, in: article.document.text)
      jumpToMatch(forward: true)
      return
    case .escape:
      self.prompt = nil
      return
    case .backspace, .control("h"):
      // Scalar by scalar: a vowel sign typed wrongly goes without its consonant.
      if prompt.text.isEmpty {
        self.prompt = nil
        return
      }
      prompt.text.unicodeScalars.removeLast()
    case .control("u"): prompt.text = ""
    case .character(let scalar) where prompt.text.unicodeScalars.count < Self.longestPrompt:
      prompt.text.unicodeScalars.append(scalar)
    default: break
    }
    self.prompt = prompt
  }

  /// Most scalars of a line that is typed.
  static let longestPrompt = 1_000
}
