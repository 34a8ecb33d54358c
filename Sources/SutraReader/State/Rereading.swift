import SutraCore

/// What has become of an article's file since it was read.
public enum FileOnDisk: Hashable, Sendable {
  /// It is as it was read.
  case asRead
  /// It was changed, or another one stands in its place.
  case changed
  /// It is there no more.
  case gone
}

extension ReaderState {
  /// Goes on with the text as it is in the file now: at the same place, with the same filter,
  /// search and choice, and with those marks whose place is still there.
  mutating func take(reread article: Article) {
    let map = PlaceMap(from: self.article.document, to: article.document)
    disk = .asRead
    guard !map.isSame else {
      if !isFollowing { message = "the text is the same as before" }
      return
    }
    let place = map.nearest(placeOfTop)
    marks = marks.compactMapValues(map.kept)
    jumps = jumps.compactMap(map.kept)
    jumpIndex = min(jumpIndex, jumps.count)
    let origin = searchOrigin.map { map.nearest(layout.byteOffset(of: $0)) }
    if map.onlyGrows {
      // What was found in the text before still stands where it stood.
      self.article = self.article.carried(to: article)
    } else {
      rechosen = selection.quotation.flatMap { number in
        self.article.quotations.indices.contains(number)
          ? map.kept(self.article.quotations[number].content.start) : nil
      }
      self.article = article
      selection = Selection()
      occurrence = 0
      window = nil
    }
    isAnalyzed = false
    wasReread = true
    use(self.article)
    applyFilter()
    layout = ArticleLayout(
      document: article.document, width: layout.width, profile: layout.profile)
    forgetLastTop()
    top = layout.position(of: place)
    searchOrigin = origin.map(layout.position(of:))
    searchAgain()
    if !isFollowing { message = "read anew" }
  }

  /// Takes note of what has become of the file, and says so the first time.
  mutating func take(_ disk: FileOnDisk) {
    guard disk != self.disk else { return }
    self.disk = disk
    if isFollowing {
      message =
        disk == .gone ? "following; the file is gone until it comes back" : Self.followMessage
      return
    }
    let key = settings.keymap.keys(of: .reload).first?.label ?? ":reload"
    switch disk {
    case .asRead: break
    case .changed: message = "the file has changed on disk; \(key) reads it anew"
    case .gone: message = "the file is gone from the disk; what was read stays"
    }
  }

  /// Searches for the same in another text, or in the same when more has been found in it.
  private mutating func searchAgain() {
    guard let query = search?.query else { return }
    search = try? TextSearch(query, in: article)
  }

  /// Chooses the quotation again that was chosen before the text was read anew.
  mutating func chooseAgain() {
    if wasReread { searchAgain() }
    wasReread = false
    guard let place = rechosen else { return }
    let number = article.quotations.partitioningIndex { $0.content.start >= place }
    if number < article.quotations.count, article.quotations[number].content.start == place,
      isListed(number)
    {
      selection.quotation = number
    }
    rechosen = nil
  }

  private static let followMessage = "following; any key stops"

  /// Keeps the end of a growing file on the screen from now on.
  mutating func beginFollowing() -> [ReaderEffect] {
    noteJump()
    isFollowing = true
    message = Self.followMessage
    return [.follow]
  }

  /// Lets the screen stay where it is.
  mutating func stopFollowing() {
    guard isFollowing else { return }
    isFollowing = false
    message = "no longer following"
  }
}

extension Article {
  /// What was found in a text, for one that goes on behind it.
  public func carried(to longer: Article) -> Article {
    Article(
      document: longer.document, mentions: mentions, entities: entities, quotations: quotations,
      attributions: attributions, sources: sources, diagnostics: longer.diagnostics)
  }
}
