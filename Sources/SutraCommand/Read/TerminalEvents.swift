import SutraReader
import SutraSystem
import SutraTerminal

/// What the reader and the list of feeds do alike when something happens in their terminal.
extension TerminalSession {
  /// Follows what the terminal has answered on how it counts columns; the next screen is to be
  /// painted anew.
  ///
  /// - Returns: How it does, where that is new and the settings leave it to the terminal.
  mutating func follow(_ columns: [Int], _ settings: Settings) -> WidthProfile? {
    guard settings["widths"] == "auto",
      let answer = WidthChoice.asked(columns, clusterMode: clusterMode),
      answer.profile != profile
    else { return nil }
    TerminalMemory.widths.remember(answer.profile.rawValue)
    use(answer.profile)
    return answer.profile
  }

  /// Waits for the answer on how the terminal counts columns, and uses and remembers it; where that
  /// is known already, an answer counts that is there.
  mutating func awaitProfile(atHand: WidthProfile?) {
    guard
      let columns = awaitWidths(deadline: atHand == nil ? ReadCommand.answerDeadline : 0),
      let answer = WidthChoice.asked(columns, clusterMode: clusterMode)
    else { return }
    use(answer.profile)
    if atHand != answer.profile { TerminalMemory.widths.remember(answer.profile.rawValue) }
  }

  /// Gives the terminal back and ends the program by a signal.
  mutating func end(by signal: Int32) {
    finish()
    Signals.end(by: signal)
  }

  /// Gives the terminal back and ends the program as Ctrl-C does.
  mutating func endByInterrupt() {
    Signals.endSoon(by: Signals.interrupt)
    end(by: Signals.interrupt)
  }
}
