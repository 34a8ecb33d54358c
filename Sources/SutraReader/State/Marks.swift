import SutraCore

extension ReaderState {
  /// Most places that can be gone back to.
  static let mostJumps = Limits.jumps

  /// The byte that marks and jumps keep of the place on the screen: the first that is shown, below
  /// a blank row at the top.
  var placeOfTop: Int {
    let offset = layout.byteOffset(of: top)
    return layout.row(at: top) == nil ? offset + 1 : offset
  }

  /// Notes the place that a jump leaves.
  mutating func noteJump() {
    let place = placeOfTop
    if jumpIndex < jumps.count { jumps.removeSubrange(jumpIndex...) }
    if jumps.last != place { jumps.append(place) }
    if jumps.count > Self.mostJumps { jumps.removeFirst() }
    jumpIndex = jumps.count
  }

  /// Goes back to where the last jump came from, or forward again.
  ///
  /// - Returns: Whether there was such a place.
  mutating func jumpAlong(forward: Bool) -> Bool {
    let here = placeOfTop
    if forward {
      guard jumpIndex + 1 < jumps.count else {
        message = "no later place"
        return false
      }
      jumpIndex += 1
    } else {
      guard jumpIndex > 0 else {
        message = "no earlier place"
        return false
      }
      // The place that is left can be come back to.
      if jumpIndex == jumps.count { jumps.append(here) }
      jumpIndex -= 1
    }
    top = min(layout.position(of: jumps[jumpIndex]), lastTop)
    followArticle()
    return true
  }

  /// Sets or goes to the mark of a letter; the key `'` itself means where the last jump came from.
  mutating func useMark(_ key: Key, _ action: Action) {
    guard case .character(let letter) = key, letter != " " else {
      message = key == .escape ? nil : "a mark is named by a letter"
      return
    }
    let here = placeOfTop
    if action == .setMark {
      marks[letter] = here
      message = "mark \(key.label) set"
      return
    }
    if letter == "'" {
      _ = jumpAlong(forward: false)
      return
    }
    guard let place = marks[letter] else {
      message = "mark \(key.label) is not set"
      return
    }
    noteJump()
    top = min(layout.position(of: place), lastTop)
    followArticle()
  }
}
