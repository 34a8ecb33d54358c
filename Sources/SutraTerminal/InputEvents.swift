import SutraPictures
import SutraReader

extension TerminalSession {
  /// What has come from the terminal, as events: keys in a row are one, and answers are taken.
  mutating func events(of input: [TerminalInput]) -> [Event] {
    var events: [Event] = []
    var keys: [Key] = []
    for item in input {
      switch item {
      case .key(let key): keys.append(key)
      case .paste(let text):
        if !keys.isEmpty { events.append(.keys(keys)) }
        keys = []
        events.append(.paste(text))
      case .mouse(let event):
        if !keys.isEmpty { events.append(.keys(keys)) }
        keys = []
        events.append(.mouse(event))
      case .cursor(_, let column):
        guard answers.count < WidthProbe.strings.count, askedAt != 0 else { continue }
        answers.append(column - 1)
        expectAnswers()
        if answers.count == WidthProbe.strings.count { events.append(.widths(answers)) }
      case .mode(Self.clusterModeNumber, let isOn): clusterMode = isOn
      case .mode: break
      case .color(11, let color) where awaitsGround:
        events.append(.ground(isLight: Self.isLight(color)))
      case .well:
        awaitsGround = false
        expectAnswers()
      case .ground(let isLight): events.append(.ground(isLight: isLight))
      case .attributes, .cell, .color, .graphics:
        guard var found = pictureAnswers else { continue }
        let isLast = found.take(item)
        pictureAnswers = isLast ? nil : found
        expectAnswers()
        if isLast { events.append(.pictures(found)) }
      }
    }
    if !keys.isEmpty { events.append(.keys(keys)) }
    return events
  }
}
