import SutraCore
import SutraWords

/// Something that happened to a list of what was read.
public enum LibraryListMessage: Sendable {
  case key(Key)
  case mouse(MouseEvent)
  case resize(ScreenSize)
  /// The terminal counts columns otherwise than was thought.
  case profile(WidthProfile)
  /// Text is measured otherwise, as when it is drawn as pictures from now on.
  case measure(Measure)
  /// The user is to be told something.
  case notice(String)
  /// There are more rows, older than the others.
  case more([LibraryRow])
}

/// What the program has to do for such a list.
public enum LibraryListEffect: Equatable, Sendable {
  /// Open an article, at words of it or where it was left.
  case open(LibraryRow)
  /// Keep that an article is read, or unread.
  case mark(Int, isRead: Bool)
  /// Keep that it has a star, or has none.
  case star(Int, Bool)
  /// Take it out of the library, until the list is left.
  case takeOut(Int)
  /// Put it back.
  case putBack(Int)
  /// Paint every cell.
  case redraw
  case quit
}

extension LibraryListState {
  /// Takes one message in, and tells what is to be done: the one place where the list changes.
  ///
  /// - Parameter message: What happened.
  /// - Returns: What the program has to do.
  public mutating func update(by message: LibraryListMessage) -> [LibraryListEffect] {
    defer { keepInSight() }
    switch message {
    case .key(let key):
      self.message = nil
      return take(key)
    case .mouse(let event): return take(event)
    case .resize(let size): self.size = size
    case .profile(let profile): measure = Measure(profile, pixels: measure.pixels)
    case .measure(let measure): self.measure = measure
    case .notice(let text): self.message = text
    case .more(let rows): add(rows)
    }
    return []
  }

  private mutating func take(_ key: Key) -> [LibraryListEffect] {
    if typed.isTyping {
      type(key)
      return []
    }
    let action = LibraryListKeys.action(of: meant(key))
    if let top = helpTop {
      var move: ListMove?
      if case .move(let found) = action { move = found }
      helpTop = LibraryListKeys.help.scrolled(from: top, move, size)
      return []
    }
    guard size.isLargeEnough || action == .quit else { return [] }
    switch action {
    case .move(let how): move(by: how.rows(page: max(1, LibraryListFrame(self).listRows - 1)))
    case .open: return open()
    case .back: return back()
    case .order: useNextOrder()
    case .outlet: toggleOutlet()
    case .star: return star()
    case .starredOnly:
      isStarredOnly.toggle()
      list()
    case .toggleRead: return toggleRead()
    case .unreadOnly:
      isUnreadOnly.toggle()
      list()
    case .takeOut: return takeOut()
    case .undo: return undo()
    case .search: typed.isTyping = true
    case .help: helpTop = 0
    case .redraw: return [.redraw]
    case .quit: return [.quit]
    case nil: message = say("feeds.key-unbound", ["key": key.label])
    }
    return []
  }

  private mutating func type(_ key: Key) {
    switch typed.type(key) {
    case .longer, .other: list()
    case .none:
      if key == .down { move(by: 1) }
      if key == .up { move(by: -1) }
    }
  }

  private mutating func move(by rows: Int) {
    chosen = min(max(0, chosen + rows), max(0, listed.count - 1))
  }

  private mutating func open() -> [LibraryListEffect] {
    guard let number = chosenNumber else { return [] }
    rows[number].isRead = true
    return [.open(rows[number])]
  }

  /// Takes one condition back, or leaves the list.
  private mutating func back() -> [LibraryListEffect] {
    if !typed.text.isEmpty {
      typed.text = ""
    } else if outlet != nil {
      outlet = nil
    } else if isStarredOnly || isUnreadOnly {
      (isStarredOnly, isUnreadOnly) = (false, false)
    } else {
      return [.quit]
    }
    list()
    return []
  }

  private mutating func useNextOrder() {
    let orders = Order.allCases.filter { isArticles || $0 != .quotes }
    let next = (orders.firstIndex(of: order) ?? 0) + 1
    order = orders[next % orders.count]
    message = orderMessage
    list()
  }

  private var orderMessage: String {
    switch order {
    case .date: say("shelf.order.date")
    case .lead: isArticles ? say("shelf.order.outlet") : say("shelf.order.speaker")
    case .text: say("shelf.order.text")
    case .quotes: say("shelf.order.quotes")
    }
  }

  private mutating func toggleOutlet() {
    guard outlet == nil, let row = chosenRow, !row.outlet.isEmpty else {
      if outlet == nil { message = say("shelf.no-outlet") }
      outlet = nil
      list()
      return
    }
    outlet = row.outlet
    list()
  }

  private mutating func star() -> [LibraryListEffect] {
    guard let number = chosenNumber else { return [] }
    rows[number].isStarred.toggle()
    let (id, isStarred) = (rows[number].article, rows[number].isStarred)
    for other in rows.indices where rows[other].article == id { rows[other].isStarred = isStarred }
    return [.star(id, isStarred)]
  }

  private mutating func toggleRead() -> [LibraryListEffect] {
    guard let number = chosenNumber else { return [] }
    rows[number].isRead.toggle()
    move(by: 1)
    return [.mark(rows[number].article, isRead: rows[number].isRead)]
  }

  private mutating func takeOut() -> [LibraryListEffect] {
    guard isArticles else {
      message = say("shelf.articles-only")
      return []
    }
    guard let number = chosenNumber else { return [] }
    gone.append(Int32(number))
    let place = chosen
    list()
    chosen = place
    message = say("shelf.taken-out")
    return [.takeOut(rows[number].article)]
  }

  private mutating func undo() -> [LibraryListEffect] {
    guard let number = gone.popLast() else {
      message = say("shelf.nothing-to-undo")
      return []
    }
    list()
    chosen = listed.firstIndex(of: number) ?? chosen
    return [.putBack(rows[Int(number)].article)]
  }

  private mutating func take(_ event: MouseEvent) -> [LibraryListEffect] {
    guard size.isLargeEnough, helpTop == nil else { return [] }
    let frame = LibraryListFrame(self)
    switch event.kind {
    case .wheelUp, .wheelDown: move(by: event.kind == .wheelUp ? -3 : 3)
    case .press:
      let row = event.row - frame.headingRow - 1
      guard row >= 0, row < frame.listRows, top + row < listed.count else { return [] }
      let wasChosen = chosen == top + row
      chosen = top + row
      // A second click on it opens it.
      if wasChosen { return open() }
    case .drag, .release: break
    }
    return []
  }
}
