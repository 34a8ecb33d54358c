import SutraCore

/// What a key can do.
public enum Action: Hashable, Sendable {
  case lineDown, lineUp, pageDown, pageUp, halfPageDown, halfPageUp, toBeginning, toEnd
  case nextQuotation, previousQuotation, nextOfSpeaker, previousOfSpeaker
  case switchFocus, goToSelection, togglePane, nextView
  case toggleHighlighting
  case toggleKind(EntityKind)
  case nextTheme
  case search, nextMatch, previousMatch
  case showHelp, cancel, redraw, quit
}
