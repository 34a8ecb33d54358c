import SutraCore
import SutraWords

extension ReaderState {
  /// Up to this size of the text a search shows what it finds while it is typed.
  static let largestForTyping = Limits.bytesSearchedWhileTyping

  /// The folding that the settings ask for.
  var folding: SearchFolding { settings.searchFolding }

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

  /// Searches for what was typed and goes to the first match; a large text is searched beside the
  /// reader.
  mutating func finishSearch(_ typed: String) -> [ReaderEffect] {
    if let origin = searching.origin { text.top = origin }
    searching.origin = nil
    guard !typed.isEmpty else {
      searching.found = nil
      return []
    }
    do throws(SearchQuery.Mistake) {
      if article.document.text.bytes.count > Self.largestForTyping {
        _ = try SearchQuery(typed)
        searching.found = nil
        searching.awaited = typed
        message = say("search.running", ["words": typed])
        return [.search(typed)]
      }
      searching.found = try TextSearch(typed, in: article, folding: folding)
    } catch {
      searching.found = nil
      message = error.message
      return []
    }
    _ = jumpToMatch(forward: true)
    return []
  }

  /// The search for some words, as the settings have it, unless nobody waits for it any more.
  ///
  /// - Parameters:
  ///   - typed: The words.
  ///   - isCancelled: Asked again and again on this thread; the search ends soon after it says yes.
  /// - Returns: What was found; `nil` where the words make no sense or the search was given up.
  public func search(
    for typed: String, unless isCancelled: @escaping @Sendable () -> Bool = { false }
  ) -> TextSearch? {
    let found = try? TextSearch(
      typed, in: article, folding: folding, stop: StopSign(isCancelled))
    return isCancelled() ? nil : found
  }

  /// Takes in what was searched for beside the reader, unless nobody waits for it any more.
  mutating func take(found: TextSearch?, for typed: String) {
    guard searching.awaited == typed else { return }
    searching.awaited = nil
    searching.found = found
    if found != nil { _ = jumpToMatch(forward: true) }
  }

  /// Whether something is being searched for beside the reader.
  public var isSearching: Bool { searching.awaited != nil }

  /// Gives up what is being searched for beside the reader.
  mutating func stopSearch() -> [ReaderEffect] {
    searching.awaited = nil
    message = say("search.given-up")
    return [.stopSearch]
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
      message = say("search.no-entity")
      return
    }
    pane.selection.entity = entity
    searching.found = TextSearch(entity: entity, in: article)
    _ = jumpToMatch(forward: true)
  }

  /// Goes to the next or previous match of the search, from one end of the article to the other.
  mutating func jumpToMatch(forward: Bool) -> Bool {
    guard var search else {
      message = say("search.none")
      return false
    }
    guard !search.matches.isEmpty else {
      message = say("search.not-found", ["words": search.query])
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
      ([
        say(
          search.isCut ? "search.match-cut" : "search.match",
          ["number": target + 1, "total": count])
      ] + (search.isAsTyped ? [say("search.as-typed")] : [])
      + (hasWrapped ? [say("search.wrapped")] : [])).joined(separator: ", ")
    return true
  }
}
