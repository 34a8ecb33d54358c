import SutraCore

extension ReaderState {
  /// Up to this size of the text a search shows what it finds while it is typed.
  static let largestForTyping = Limits.bytesSearchedWhileTyping

  /// The folding that the settings ask for.
  private var folding: SearchFolding {
    SearchFolding(isLoose: settings["search-folding"] == "loose")
  }

  mutating func beginSearch() {
    searching.origin = top
    prompt = Prompt(.search)
  }

  /// Shows the first match of what has been typed so far.
  mutating func searchWhileTyping(_ typed: String) {
    guard let origin = searching.origin,
      article.document.text.bytes.count <= Self.largestForTyping
    else { return }
    text.top = origin
    guard !typed.isEmpty, let found = try? TextSearch(typed, in: article, folding: folding) else {
      searching.found = nil
      return
    }
    searching.found = found
    let start = layout.byteOffset(of: top)
    if let first = found.index(atOrAfter: start) ?? (found.matches.isEmpty ? nil : 0) {
      searching.found?.current = first
      reveal(found.matches[first])
    }
  }

  /// Searches for what was typed and goes to the first match.
  mutating func finishSearch(_ typed: String) {
    if let origin = searching.origin { text.top = origin }
    searching.origin = nil
    guard !typed.isEmpty else {
      searching.found = nil
      return
    }
    do throws(SearchQuery.Mistake) {
      searching.found = try TextSearch(typed, in: article, folding: folding)
    } catch {
      searching.found = nil
      message = error.message
      return
    }
    _ = jumpToMatch(forward: true)
  }

  /// Gives the search up: the article stands as before.
  mutating func abandonSearch() {
    if let origin = searching.origin { text.top = origin }
    searching.origin = nil
    searching.found = nil
  }

  /// Searches all mentions of the entity at hand.
  mutating func searchEntity() {
    guard let entity = entityAtHand else {
      message = "no entity is selected or on the screen"
      return
    }
    pane.selection.entity = entity
    searching.found = TextSearch(entity: entity, in: article)
    _ = jumpToMatch(forward: true)
  }

  /// Goes to the next or previous match of the search, from one end of the article to the other.
  mutating func jumpToMatch(forward: Bool) -> Bool {
    guard var search else {
      message = "nothing was searched for; / searches"
      return false
    }
    guard !search.matches.isEmpty else {
      message = "'\(search.query)' was not found"
      return false
    }
    noteJump()
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
    searching.found = search
    reveal(search.matches[target])
    chooseWhat(standsAt: search.matches[target])
    followArticle()
    message =
      "match \(target + 1) of " + (search.isCut ? "the first \(count)" : "\(count)")
      + (search.isAsTyped ? ", as typed" : "") + (hasWrapped ? ", from the other end" : "")
    return true
  }
}
