import SutraCore
import SutraWords

extension ReaderState {
  /// The numbers of the quotations that are listed.
  var listedQuotations: [Int] { listed ?? Array(article.quotations.indices) }

  /// Whether a quotation is listed.
  func isListed(_ number: Int) -> Bool {
    guard article.quotations.indices.contains(number) else { return false }
    return listed == nil || listedIndex(of: number) != nil
  }

  /// The place of a quotation in the list.
  func listedIndex(of number: Int) -> Int? {
    guard let listed else { return number }
    let index = listed.partitioningIndex { $0 >= number }
    return index < listed.count && listed[index] == number ? index : nil
  }

  /// How many quotations are listed.
  var listedCount: Int { listed?.count ?? article.quotations.count }

  /// The quotation at a place of the list.
  func listedQuotation(at index: Int) -> Int { listed.map { $0[index] } ?? index }

  /// The place in the list of the first quotation that begins at a byte or after it.
  func listedIndex(atOrAfter byteOffset: Int) -> Int {
    (0..<listedCount).partitioningIndex { place in
      article.quotations[listedQuotation(at: place)].content.start >= byteOffset
    }
  }

  /// The first listed quotation that begins in a stretch of text.
  func firstListed(startingIn span: Span) -> Int? {
    let index = listedIndex(atOrAfter: span.start)
    guard index < listedCount else { return nil }
    let number = listedQuotation(at: index)
    return article.quotations[number].content.start < span.end ? number : nil
  }

  /// Lists what the filter lets through.
  mutating func applyFilter() {
    listing.listed =
      filter.isEmpty ? nil : article.quotations.indices.filter { filter.lets($0, of: article) }
    pane.top = 0
    if let chosen = selection.quotation, !isListed(chosen) {
      let next = listedIndex(
        atOrAfter: article.quotations.indices.contains(chosen)
          ? article.quotations[chosen].content.start : 0)
      pane.selection.quotation =
        listedCount == 0 ? nil : listedQuotation(at: min(next, listedCount - 1))
    }
  }

  /// Changes the filter and says what is left.
  mutating func setFilter(_ filter: QuotationFilter) {
    listing.filter = filter
    applyFilter()
    if !filter.isEmpty { pane.view = .quotations }
    chooseOnScreen()
    message =
      filter.isEmpty
      ? say("filter.all")
      : say(
        "filter.left",
        ["quotes": ReaderText.quotes(listedCount), "total": article.quotations.count])
  }

  mutating func clearFilters() { setFilter(QuotationFilter()) }

  /// Lists only what the chosen quotation's speaker says, or everybody's words again.
  mutating func filterThisSpeaker() {
    var filter = filter
    if filter.speaker != nil {
      filter.speaker = nil
    } else {
      guard let chosen = quotationAtHand, article.attributions.indices.contains(chosen) else {
        message = noQuotation
        return
      }
      filter.speaker = ReaderText.speaker(of: article.attributions[chosen], in: article)
    }
    setFilter(filter)
  }
}
