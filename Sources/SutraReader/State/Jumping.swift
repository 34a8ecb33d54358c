import SutraCore
import SutraWords

extension ReaderState {
  /// Makes one jump.
  ///
  /// - Returns: Whether there was somewhere to go.
  mutating func jump(_ action: Action) -> Bool {
    switch action {
    case .nextQuotation: jumpToQuotation(forward: true)
    case .previousQuotation: jumpToQuotation(forward: false)
    case .nextOfSpeaker: jumpToSpeaker(forward: true)
    case .previousOfSpeaker: jumpToSpeaker(forward: false)
    case .nextMatch: jumpToMatch(forward: true)
    case .previousMatch: jumpToMatch(forward: false)
    case .nextMention: jumpToMention(forward: true)
    case .previousMention: jumpToMention(forward: false)
    case .nextDoubtful: jumpToDoubtful(forward: true)
    case .previousDoubtful: jumpToDoubtful(forward: false)
    case .nextClaim: jumpToClaim()
    case .jumpBack: jumpAlong(forward: false)
    case .jumpForward: jumpAlong(forward: true)
    default: false
    }
  }

  /// Goes to the next or previous listed quotation: from the chosen one while it is on the screen,
  /// else from what is on the screen.
  private mutating func jumpToQuotation(forward: Bool) -> Bool {
    guard listedCount > 0 else {
      message =
        !isAnalyzed
        ? say("reading.still")
        : filter.isEmpty
          ? say("quote.none") : say("filter.leaves-none")
      return false
    }
    let visible = visibleSpan
    let target: Int
    if let chosen = selection.quotation, let place = listedIndex(of: chosen),
      index.shows(chosen, in: visible, article)
    {
      target = forward ? place + 1 : place - 1
    } else {
      let following = listedIndex(atOrAfter: visible.start)
      target = forward ? following : following - 1
    }
    guard (0..<listedCount).contains(target) else {
      message = forward ? say("quote.none-after") : say("quote.none-before")
      return false
    }
    select(listedQuotation(at: target), in: .quotations)
    return true
  }

  /// Goes to the quotation of a number, as it stands in the pane.
  mutating func goToQuotation(_ typed: String) {
    let total = article.quotations.count
    guard let number = wholeNumber(typed), (1...max(1, total)).contains(number), total > 0 else {
      message =
        total == 0 ? say("quote.none") : say("quote.number-range", ["total": total])
      return
    }
    guard isListed(number - 1) else {
      message = say("filter.leaves-out", ["number": number])
      return
    }
    noteJump()
    if view != .quotations { show(.quotations) }
    select(number - 1, in: .quotations)
  }

  /// Goes to the next or previous quotation of the chosen one's speaker.
  private mutating func jumpToSpeaker(forward: Bool) -> Bool {
    guard let chosen = quotationAtHand, article.quotations.indices.contains(chosen) else {
      return jumpToQuotation(forward: forward)
    }
    guard let speaker = article.attributions[chosen].speaker, let name = speaker.name else {
      message = say("quote.nobody-named")
      return false
    }
    var number = chosen + (forward ? 1 : -1)
    while article.attributions.indices.contains(number) {
      if isListed(number), let other = article.attributions[number].speaker,
        speaker.entity != nil ? other.entity == speaker.entity : other.name == name
      {
        select(number, in: .quotations)
        return true
      }
      number += forward ? 1 : -1
    }
    message =
      forward
      ? say("quote.none-later-of", ["name": name]) : say("quote.none-earlier-of", ["name": name])
    return false
  }

  /// Goes from the pane to the chosen item; pressed again, to its next place in the article.
  mutating func goToSelection() {
    guard let item = selection[view] else {
      message = say("pane.nothing-selected")
      return
    }
    let places = spans(of: item, in: view)
    guard !places.isEmpty else { return }
    noteJump()
    if focus == .pane {
      if frame.arrangement == .paneOnly { hideLonePane() }
      pane.focus = .article
      relayout()
      pane.occurrence = 0
    } else {
      pane.occurrence = (occurrence + 1) % places.count
    }
    let place = places[min(occurrence, places.count - 1)]
    reveal(place)
    if let around = index.quotations(in: place, article).last(where: {
      article.quotations[$0].content == place
    }) {
      pane.selection.quotation = around
    }
    if places.count > 1 {
      message = say("jump.place", ["number": occurrence + 1, "total": places.count])
    }
  }

  /// The entity that keys are about: the chosen one, or the first name of the chosen quotation's
  /// speaker or content, or the first on the screen.
  var entityAtHand: Int? {
    if view == .entities, let chosen = selection.entity { return chosen }
    if let chosen = quotationAtHand, article.attributions.indices.contains(chosen) {
      if let speaker = article.attributions[chosen].speaker?.entity { return speaker }
      let inside = index.mentions(in: article.quotations[chosen].content, article)
      if let first = inside.first { return article.mentions[first].entity }
    }
    return index.mentions(in: visibleSpan, article).first.map { article.mentions[$0].entity }
  }

  /// Goes to the next or previous mention of the entity at hand.
  private mutating func jumpToMention(forward: Bool) -> Bool {
    guard let entity = entityAtHand else {
      message = say("entity.none-selected")
      return false
    }
    let mentions = article.entities[entity].mentions
    guard !mentions.isEmpty else { return false }
    let isNew = selection.entity != entity
    pane.selection.entity = entity
    let visible = visibleSpan
    let current = isNew ? nil : (occurrence < mentions.count ? occurrence : nil)
    let isOnScreen = current.map { article.mentions[mentions[$0]].span.overlaps(visible) } == true
    let target: Int
    if let current, isOnScreen {
      target = current + (forward ? 1 : -1)
    } else {
      let following =
        mentions.firstIndex { article.mentions[$0].span.start >= visible.start } ?? mentions.count
      target = forward ? following : following - 1
    }
    guard mentions.indices.contains(target) else {
      message = say(
        forward ? "entity.none-later" : "entity.none-earlier",
        ["name": article.entities[entity].name])
      return false
    }
    pane.occurrence = target
    pane.view = .entities
    reveal(article.mentions[mentions[target]].span)
    message = say(
      "entity.mention",
      ["name": article.entities[entity].name, "number": target + 1, "total": mentions.count])
    return true
  }
}
