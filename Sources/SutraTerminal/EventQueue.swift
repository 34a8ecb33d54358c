/// What has happened waits in the terminal until somebody takes it, one thing at a time: whoever opens
/// a screen over another, or leaves it, finds there what was typed ahead.
extension TerminalSession {
  /// Waits until something has happened, or until a while has passed.
  ///
  /// - Parameter pause: Milliseconds after which nothing having happened ends the waiting as well;
  ///   `nil` to wait as long as it takes.
  public mutating func wait(pause: Int? = nil) {
    if untaken.isEmpty { untaken = events(pause: pause) }
  }

  /// Takes the first thing that has happened, of several keys the first; `nil` when there is nothing.
  public mutating func nextEvent() -> Event? {
    guard let first = untaken.first else { return nil }
    if case .keys(let keys) = first, keys.count > 1 {
      untaken[0] = .keys(Array(keys.dropFirst()))
      return .keys([keys[0]])
    }
    return untaken.removeFirst()
  }
}
