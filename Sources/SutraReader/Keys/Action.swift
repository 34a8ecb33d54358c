import SutraCore

/// What a key or command can do.
public enum Action: Hashable, Sendable {
  case lineDown, lineUp, pageDown, pageUp, halfPageDown, halfPageUp, toBeginning, toEnd, toPercent
  case nextQuotation, previousQuotation, nextOfSpeaker, previousOfSpeaker
  case who, outline, links, notes
  case switchFocus, goToSelection, togglePane, nextView, nextEntityOrder, toggleAllEntities
  case filterSpeaker, filterThisSpeaker, filterMenu, clearFilters
  case toggleHighlighting
  case toggleKind(EntityKind), chooseKind
  case nextTheme, togglePictures
  case search, nextMatch, previousMatch, searchEntity
  case nextMention, previousMention, nextDoubtful, previousDoubtful, nextClaim
  case setMark, goToMark, jumpBack, jumpForward
  case copyQuotation, copyText, pipe, export
  case nextArticle, previousArticle, articleList, reload, follow, toggleLines
  case askWho, library, correct
  case command, showHelp, cancel, redraw, quit

  /// Whether a number typed before its key says how often or how far.
  var takesCount: Bool {
    switch self {
    case .lineDown, .lineUp, .pageDown, .pageUp, .halfPageDown, .halfPageUp, .toBeginning, .toEnd,
      .toPercent, .nextQuotation, .previousQuotation, .nextOfSpeaker, .previousOfSpeaker,
      .nextMatch, .previousMatch, .nextMention, .previousMention, .nextDoubtful,
      .previousDoubtful, .nextClaim, .jumpBack, .jumpForward,
      .nextArticle, .previousArticle:
      true
    default: false
    }
  }
}
