import SutraCore
import SutraWords

extension ReaderState {
  /// Notes the place that a jump leaves.
  mutating func noteJump() { places.note(text.placeOfTop) }

  /// Goes back to where the last jump came from, or forward again.
  ///
  /// - Returns: Whether there was such a place.
  mutating func jumpAlong(forward: Bool) -> Bool {
    let here = text.placeOfTop
    if forward {
      guard places.jumpIndex + 1 < places.jumps.count else {
        message = say("jump.none-later")
        return false
      }
      places.jumpIndex += 1
    } else {
      guard places.jumpIndex > 0 else {
        message = say("jump.none-earlier")
        return false
      }
      // The place that is left can be come back to.
      if places.jumpIndex == places.jumps.count { places.jumps.append(here) }
      places.jumpIndex -= 1
    }
    text.top = min(layout.position(of: places.jumps[places.jumpIndex]), lastTop)
    followArticle()
    return true
  }

  /// Sets or goes to the mark of a letter; the key `'` itself means where the last jump came from.
  mutating func useMark(_ key: Key, _ action: Action) {
    guard case .character(let letter) = key, letter != " " else {
      message = key == .escape ? nil : say("mark.letter")
      return
    }
    let here = text.placeOfTop
    if action == .setMark {
      places.marks[letter] = here
      message = say("mark.set", ["letter": key.label])
      return
    }
    if letter == "'" {
      _ = jumpAlong(forward: false)
      return
    }
    guard let place = places.marks[letter] else {
      message = say("mark.unset", ["letter": key.label])
      return
    }
    noteJump()
    text.top = min(layout.position(of: place), lastTop)
    followArticle()
  }
}
