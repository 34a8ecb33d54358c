import SutraCore
import SutraWords

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
    file.disk = .asRead
    guard !map.isSame else {
      if !isFollowing { message = say("reload.same") }
      return
    }
    places.move(by: map)
    if map.onlyGrows {
      // What was found in the text before still stands where it stood.
      show(self.article.carried(to: article), by: map.nearest)
    } else {
      file.rechosen = selection.quotation.flatMap { number in
        self.article.quotations.indices.contains(number)
          ? map.kept(self.article.quotations[number].content.start) : nil
      }
      pane.selection = Selection()
      pane.occurrence = 0
      window = nil
      show(article, by: map.nearest)
    }
    file.wasReread = true
    if !isFollowing { message = say("reload.done") }
  }

  /// Takes note of what has become of the file, and says so the first time.
  mutating func take(_ disk: FileOnDisk) {
    guard disk != self.disk else { return }
    file.disk = disk
    if isFollowing {
      message =
        disk == .gone ? say("follow.gone") : followMessage
      return
    }
    switch disk {
    case .asRead: break
    case .changed: message = say("disk.changed")
    case .gone: message = say("disk.gone")
    }
  }

  /// Chooses the quotation again that was chosen before the text was read anew.
  mutating func chooseAgain() {
    if file.wasReread { searchAgain() }
    file.wasReread = false
    guard let place = file.rechosen else { return }
    let number = article.quotations.partitioningIndex { $0.content.start >= place }
    if number < article.quotations.count, article.quotations[number].content.start == place,
      isListed(number)
    {
      pane.selection.quotation = number
    }
    file.rechosen = nil
  }

  private var followMessage: String { say("follow.begun") }

  /// Keeps the end of a growing file on the screen from now on.
  mutating func beginFollowing() -> [ReaderEffect] {
    noteJump()
    file.isFollowing = true
    message = followMessage
    return [.follow]
  }

  /// Lets the screen stay where it is.
  mutating func stopFollowing() {
    guard isFollowing else { return }
    file.isFollowing = false
    message = say("follow.ended")
  }
}

extension Article {
  /// What was found in a text, for one that goes on behind it.
  public func carried(to longer: Article) -> Article {
    Article(
      document: longer.document, mentions: mentions, entities: entities, quotations: quotations,
      attributions: attributions, sources: sources, diagnostics: longer.diagnostics,
      wording: wording, sentences: sentences)
  }
}
