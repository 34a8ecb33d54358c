import SutraFetch
import SutraInput
import SutraReader
import Synchronization

/// Reads articles from the web.
enum FetchedArticle {
  /// What a page is asked for as.
  static let accept = "text/html, application/xhtml+xml, text/plain;q=0.9, */*;q=0.5"

  /// How long and how much, as the settings say.
  static let limits = Mutex(FetchLimits())

  /// The bytes at an address, with what the server tells of them.
  ///
  /// - Parameter address: An http or https address that the user has named.
  /// - Returns: The bytes.
  /// - Throws: `CommandError` with the sentence of what went wrong.
  static func content(_ address: String) throws(CommandError) -> ArticleContent {
    var request = FetchRequest(address, isTyped: true)
    request.accept = accept
    do throws(FetchError) {
      let response = try Fetcher.get(request, limits.withLock { $0 })
      return content(of: response, id: VisibleText.safe(address))
    } catch {
      throw .input(VisibleText.safe(error.sentence))
    }
  }

  /// The bytes of an answer, with what the server tells of them.
  static func content(of response: FetchResponse, id: String) -> ArticleContent {
    var content = ArticleContent(id: id, bytes: response.body)
    content.mediaType = response.mediaType
    content.charset = response.charset
    content.address = response.address
    return content
  }
}
