extension Article {
  /// Whether nothing around a quotation tells that somebody says it.
  ///
  /// It has no cue, no quotation marks and no speaker, and carries on what was said before, as far as
  /// can be told.
  ///
  /// - Parameter quotation: Its index.
  /// - Returns: Whether it only carries on.
  public func onlyCarriesOn(_ quotation: Int) -> Bool {
    quotations[quotation].cue == nil && quotations[quotation].form == .indirect
      && attributions[quotation].speaker?.span == nil
  }
}
