import SutraFetch
import SutraInput
import SutraReader

/// Reads the other pages of an article that somebody has opened: those that it is parted into, or one
/// that holds the whole of it.
enum FurtherPages {
  /// Fewest bytes of a text that is not looked for elsewhere.
  private static let leastText = 300

  /// What was read beside a page; nothing for most, which are whole.
  ///
  /// Only pages of the same server are asked for, whose address somebody has typed.
  ///
  /// - Parameters:
  ///   - content: The page.
  ///   - get: Asks for an address.
  /// - Returns: The pages, in order.
  static func read(
    beside content: ArticleContent,
    _ get: (String) -> Result<ArticleContent, FetchError>
  ) -> [FurtherPage] {
    guard let named = PageSiblings(content), let address = content.address else { return [] }
    func isOwn(_ other: String?) -> String? {
      other.flatMap { WebAddress($0)?.isOfServer(of: WebAddress(address)) == true ? $0 : nil }
    }
    if let next = isOwn(named.next) {
      if let print = isOwn(named.print), case .success(let whole) = get(print) {
        return [.instead(whole)]
      }
      return rest(from: next, isOwn, get)
    }
    guard let amp = isOwn(named.amp), isEmpty(content), case .success(let whole) = get(amp) else {
      return []
    }
    return [.instead(whole)]
  }

  /// The pages from the second on.
  private static func rest(
    from second: String, _ isOwn: (String?) -> String?,
    _ get: (String) -> Result<ArticleContent, FetchError>
  ) -> [FurtherPage] {
    var pages: [FurtherPage] = []
    var known: Set<String> = []
    var next: String? = second
    while let address = next, known.insert(address).inserted,
      pages.count + 1 < PageSiblings.mostPages
    {
      switch get(address) {
      case .success(let page):
        pages.append(.next(page))
        next = isOwn(PageSiblings(page, number: pages.count + 1)?.next)
      case .failure(let error):
        pages.append(.missing(page: pages.count + 2, why: VisibleText.safe(error.sentence)))
        next = nil
      }
    }
    return pages
  }

  /// Whether there is hardly a text on a page, since scripts draw it.
  private static func isEmpty(_ content: ArticleContent) -> Bool {
    let opened = try? ArticleOpener(builtIn: .analysis).open(content)
    return (opened?.text.bytes.count ?? 0) < leastText
  }
}
