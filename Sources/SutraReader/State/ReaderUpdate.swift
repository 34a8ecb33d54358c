import SutraCore
import SutraWords

extension ReaderState {
  /// The state after one message, and what has to be done beside drawing it; the same inputs
  /// always give the same answer.
  public func updated(by message: ReaderMessage) -> (state: ReaderState, effects: [ReaderEffect]) {
    var next = self
    let effects = next.update(by: message)
    return (next, effects)
  }

  /// Takes one message in: the one place where the state changes.
  public mutating func update(by message: ReaderMessage) -> [ReaderEffect] {
    settings.interface.speaking { take(message) }
  }

  private mutating func take(_ message: ReaderMessage) -> [ReaderEffect] {
    var effects: [ReaderEffect] = []
    switch message {
    case .key(let key): effects = press(key)
    case .paste(let text): paste(text)
    case .mouse(let event): effects = take(event)
    case .resize(let size): rearrange { $0.size = size }
    case .document(let article): take(document: article)
    case .reread(let article): take(reread: article)
    case .disk(let disk): take(disk)
    case .follow: effects = beginFollowing()
    case .unfollow(let why):
      stopFollowing()
      self.message = why ?? self.message
    case .hand(let corrections, let notes): take(corrections: corrections, notes: notes)
    case .analysis(let article, let isComplete): take(article, isComplete: isComplete)
    case .profile(let profile):
      relayout(measure: Measure(profile, pixels: layout.measure.pixels))
    case .measure(let measure): relayout(measure: measure)
    case .found(let search, let typed): take(found: search, for: typed)
    case .compared(let articles): show(articles)
    case .ground(let isLight):
      shared.isGroundLight = isLight
      shared.followGround()
    case .goTo(let anchor): go(to: anchor)
    case .firstStart: self.message = ReaderText.firstStart(settings.keymap)
    case .notice(let text): self.message = text
    case .noticeEnded(let text): if self.message == text { self.message = nil }
    case .confirm(let question, let effect): prompt = Prompt(.confirm(question, effect))
    case .themes(let names, let used):
      shared.themes = names
      shared.theme = used
    }
    keepInBounds()
    return effects
  }

  /// Puts positions back into the article and the pane.
  mutating func keepInBounds() {
    text.noteLastTop(rows: frame.article.rows)
    let lastTop = lastTop
    if top > lastTop || isFollowing { text.top = lastTop }
    if top < layout.first { text.top = layout.first }
    if frame.pane == nil {
      pane.focus = .article
    } else if frame.arrangement == .paneOnly {
      pane.focus = .pane
    }
    prepareVisibleRows()
    if var shown = comparing {
      shown.fit(size, layout.measure)
      comparing = shown
    }
    if view == .audit { text.weigh() }
    unfoldForChoice()
    // In the language that is set now, which the message may have changed.
    if pane.drawn?.cause != paneCause { settings.interface.speaking { drawPane() } }
  }

  /// Goes on with the whole text; its beginning is what was shown, so the place stays.
  private mutating func take(document article: Article) {
    show(article) { $0 }
    resumeAwaited()
  }

  mutating func take(_ article: Article, isComplete: Bool) {
    hand.found = article
    let before = self.article
    text.take(article.corrected(by: hand.corrections))
    pane.selection = selection.carried(from: before, to: self.article)
    places.doubtfulMention = nil
    text.isAnalyzed = isComplete
    if view == .audit { text.weigh() }
    applyFilter()
    chooseAgain()
    for view in PaneView.allCases {
      if let chosen = selection[view], chosen >= itemTotal(of: view) { pane.selection[view] = nil }
    }
    chooseOnScreen()
  }

  private mutating func press(_ key: Key) -> [ReaderEffect] {
    message = nil
    let wasFollowing = isFollowing
    stopFollowing()
    if isSearching, key == .escape || key == .control("g") { return stopSearch() }
    if prompt != nil { return type(key) }
    if let pending {
      self.pending = nil
      if pending == .chooseKind { toggleKind(key) } else { useMark(key, pending) }
      return []
    }
    if window != nil { return pressInWindow(key) }
    let keymap = settings.keymap
    let meant = keymap.action(of: key) == nil ? keyboard.key(for: key) : key
    if meant != key { shared.hasPressedOwnLetters = true }
    if help?.isTyping == true || help != nil && key == .escape {
      typeInHelp(key)
      return []
    }
    if helpTop == nil, takeDigit(meant) { return [] }
    guard let action = keymap.action(of: meant) else {
      count = nil
      message = say("key.unbound", ["key": key.label])
      return []
    }
    if helpTop != nil { return browseHelp(action) }
    if comparing != nil { return browseComparison(action) }
    if wasFollowing, action == .follow || action == .cancel { return [] }
    return perform(action)
  }

  /// Does what a key or command asks for.
  mutating func perform(_ action: Action) -> [ReaderEffect] {
    let count = takeCount(for: action)
    switch action {
    case .quit: return [.quit]
    case .redraw: return [.redraw]
    case .lineDown, .lineUp, .pageDown, .pageUp, .halfPageDown, .halfPageUp, .toBeginning, .toEnd,
      .toPercent:
      if focus == .pane { moveInPane(action, count) } else { scroll(action, count) }
    case .nextQuotation, .previousQuotation, .nextOfSpeaker, .previousOfSpeaker, .nextMatch,
      .previousMatch, .nextMention, .previousMention, .nextDoubtful, .previousDoubtful, .nextClaim,
      .jumpBack, .jumpForward:
      for _ in 0..<min(count ?? 1, 10_000) where jump(action) == false { break }
    case .switchFocus: switchFocus()
    case .goToSelection: goToSelection()
    case .togglePane: togglePane()
    case .nextView: showNextView()
    case .nextEntityOrder: useNextEntityOrder()
    case .toggleAllEntities: toggleAllEntities()
    case .correct, .who, .outline, .links, .notes, .filterSpeaker, .filterMenu, .articleList:
      openWindow(action)
    case .filterThisSpeaker: filterThisSpeaker()
    case .clearFilters: clearFilters()
    case .toggleHighlighting:
      shared.highlighting.isOn.toggle()
      message = highlighting.isOn ? say("highlighting.on") : say("highlighting.off")
    case .toggleKind(let kind): toggle(kind)
    case .chooseKind:
      pending = action
      message = Self.kindsMessage
    case .nextTheme: useNextTheme()
    case .togglePictures: return togglePictures()
    case .search: beginSearch()
    case .searchEntity: searchEntity()
    case .setMark, .goToMark:
      pending = action
      message = action == .setMark ? say("mark.ask-set") : say("mark.ask-go")
    case .copyQuotation, .copyText: return copy(action)
    case .pipe: prompt = Prompt(.pipe)
    case .export: beginExport()
    case .command: prompt = Prompt(.command)
    case .nextArticle, .previousArticle:
      let forward = action == .nextArticle
      return open(
        articleNumber + (forward ? 1 : -1) * (count ?? 1), step: forward ? 1 : -1,
        or: forward ? say("article.last") : say("article.first"))
    case .reload: return [.reload]
    case .askWho: return askWho()
    case .library: return [.ask(.articles)]
    case .toggleLines: toggleLines()
    case .follow: return beginFollowing()
    case .showHelp: helpTop = 0
    case .cancel: cancel()
    }
    return []
  }

  mutating func toggle(_ kind: EntityKind) {
    shared.highlighting.isOn = true
    let isShown = shared.highlighting.hiddenKinds.remove(kind) != nil
    if !isShown { shared.highlighting.hiddenKinds.insert(kind) }
    message = say(isShown ? "kinds.on" : "kinds.off", ["kind": ReaderText.plural(of: kind)])
  }

  private mutating func useNextTheme() {
    guard themes.count > 1 else { return }
    shared.hasChosenTheme = true
    shared.theme = (theme + 1) % themes.count
    message = say("theme.now", ["name": themes[theme]])
  }

  private mutating func cancel() {
    if focus == .pane, frame.arrangement != .paneOnly {
      pane.focus = .article
    } else if frame.arrangement == .paneOnly {
      shared.wantsPane = nil
      if frame.arrangement == .paneOnly { shared.wantsPane = false }
    } else {
      searching.found = nil
    }
  }

  /// Shows another of the open articles, or says why there is none.
  mutating func open(_ number: Int, step: Int, or complaint: String) -> [ReaderEffect] {
    let effects = open(number, step: step)
    if effects.isEmpty { message = articles.count < 2 ? say("article.only-one") : complaint }
    return effects
  }

  /// Shows another of the open articles.
  func open(_ number: Int, step: Int = 0) -> [ReaderEffect] {
    guard articles.indices.contains(number), number != articleNumber else { return [] }
    return [.open(article: number, step: step)]
  }
}
