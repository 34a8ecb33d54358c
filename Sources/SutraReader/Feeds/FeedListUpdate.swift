extension FeedListState {
  /// Takes one message in, and tells what is to be done: the one place where the list changes.
  ///
  /// - Parameter message: What happened.
  /// - Returns: What the program has to do.
  public mutating func update(by message: FeedListMessage) -> [FeedListEffect] {
    switch message {
    case .key(let key):
      self.message = nil
      return take(key)
    case .mouse(let event): return take(event)
    case .resize(let size): self.size = size
    case .profile(let profile): measure = Measure(profile, pixels: measure.pixels)
    case .measure(let measure): self.measure = measure
    case .notice(let text): self.message = text
    case .refreshing(let refreshing): self.refreshing = refreshing
    case .loaded(let feeds, let table):
      take(feeds, table)
      return [.foldTitles]
    case .folded(let titles): table.take(titles)
    case .found(let id, let quotes, let sources):
      if let row = table.row(of: id) { table.setFound(row, quotes: quotes, sources: sources) }
    }
    keepInSight()
    return []
  }

  private mutating func take(_ key: Key) -> [FeedListEffect] {
    if isTyping { return type(key) }
    let action = FeedListKeys.action(of: meant(key))
    if let top = helpTop {
      var move: ListMove?
      if case .move(let found) = action { move = found }
      helpTop = FeedListKeys.help.scrolled(from: top, move, size)
      return []
    }
    guard size.isLargeEnough || action == .quit else { return [] }
    defer { keepInSight() }
    switch action {
    case .move(let how): move(by: how.rows(page: page))
    case .open: return open()
    case .back: back()
    case .otherPart: focus = focus == .feeds ? .articles : .feeds
    case .nextUnread: goToUnread(forward: true)
    case .previousUnread: goToUnread(forward: false)
    case .refresh: return refresh(chosenFeed)
    case .refreshAll: return refresh(nil)
    case .markAll: return markAll()
    case .toggleRead: return toggleRead()
    case .unreadOnly:
      isUnreadOnly.toggle()
      list(keeping: chosenArticle)
    case .search:
      focus = .articles
      typed.isTyping = true
    case .address: return chosenArticle.map { [.tellAddress($0)] } ?? []
    case .help: helpTop = 0
    case .redraw: return [.redraw]
    case .quit: return quit()
    case nil: message = FeedWords.unknownKey(key)
    }
    return []
  }

  private var page: Int {
    let frame = FeedListFrame(self)
    return max(1, (focus == .feeds ? frame.feedRows : frame.articleRows) - 1)
  }

  private mutating func move(by rows: Int) {
    if focus == .articles {
      article = min(max(0, article + rows), max(0, listed.count - 1))
    } else {
      let next = min(max(0, feed + rows), feeds.count)
      guard next != feed else { return }
      feed = next
      list()
    }
  }

  private mutating func open() -> [FeedListEffect] {
    if focus == .feeds {
      focus = .articles
      return []
    }
    guard let row = chosenRow else { return [] }
    let id = table.ids[row]
    return (setRead(row, true) ? [.mark([id], isRead: true)] : []) + [.open(id)]
  }

  /// Takes one thing back: a refresh, what was looked for, the part.
  private mutating func back() {
    if !query.isEmpty {
      let id = chosenArticle
      typed.text = ""
      list(keeping: id)
    } else {
      focus = .feeds
    }
  }

  private mutating func quit() -> [FeedListEffect] {
    // As in newsboat q goes up one step, and out of the program at the top.
    guard size.isLargeEnough, !query.isEmpty else { return [.quit] }
    back()
    return []
  }

  private mutating func goToUnread(forward: Bool) {
    focus = .articles
    let count = listed.count
    guard count > 0 else { return }
    for step in 1...count {
      let place = (article + (forward ? step : -step) + 2 * count) % count
      guard !table.isRead(Int(listed[place])) else { continue }
      if forward ? place <= article : place >= article { message = FeedWords.wrapped }
      article = place
      return
    }
    message = FeedWords.noneUnread
  }

  private mutating func refresh(_ feed: FeedRow?) -> [FeedListEffect] {
    guard refreshing == nil else { return [.stopRefresh] }
    guard !feeds.isEmpty else {
      message = FeedWords.noFeeds
      return []
    }
    return [.refresh(feed?.id)]
  }

  private mutating func markAll() -> [FeedListEffect] {
    var ids: [Int] = []
    for row in listed where setRead(Int(row), true) { ids.append(table.ids[Int(row)]) }
    message = FeedWords.marked(ids.count)
    return ids.isEmpty ? [] : [.mark(ids, isRead: true)]
  }

  private mutating func toggleRead() -> [FeedListEffect] {
    guard let row = chosenRow else { return [] }
    let isRead = !table.isRead(row)
    _ = setRead(row, isRead)
    if article + 1 < listed.count { article += 1 }
    return [.mark([table.ids[row]], isRead: isRead)]
  }

  // MARK: Typing, help and the mouse

  private mutating func type(_ key: Key) -> [FeedListEffect] {
    switch typed.type(key) {
    // The last letter may have become another one, which is elsewhere.
    case .longer(let isNarrower):
      if isNarrower { narrow() } else { list(keeping: chosenArticle) }
    case .other: list(keeping: chosenArticle)
    case .none:
      if key == .down { move(by: 1) }
      if key == .up { move(by: -1) }
    }
    keepInSight()
    return []
  }

  private mutating func take(_ event: MouseEvent) -> [FeedListEffect] {
    guard size.isLargeEnough, helpTop == nil else { return [] }
    let frame = FeedListFrame(self)
    defer { keepInSight() }
    let isFeeds = frame.feeds?.contains(event.column, event.row) == true
    let isArticles = frame.articles?.contains(event.column, event.row) == true
    guard isFeeds || isArticles else { return [] }
    let part: Focus = isFeeds ? .feeds : .articles
    switch event.kind {
    case .wheelUp, .wheelDown:
      focus = part
      move(by: event.kind == .wheelUp ? -3 : 3)
    case .press:
      let area = isFeeds ? frame.feeds : frame.articles
      let row = event.row - (area?.row ?? 0) - 1
      guard row >= 0 else { return [] }
      let place = row + (isFeeds ? feedTop : articleTop)
      let wasChosen = focus == part && place == (isFeeds ? feed : article)
      focus = part
      if isFeeds {
        guard place <= feeds.count, place != feed else { return [] }
        feed = place
        list()
      } else if place < listed.count {
        article = place
        // A second click on it opens it.
        if wasChosen { return open() }
      }
    case .drag, .release: break
    }
    return []
  }
}
