import SutraFetch
import SutraInput
import SutraReader

/// Reads articles from the web.
enum FetchedArticle {
  /// The bytes at an address, with what the server tells of them.
  ///
  /// - Parameter address: An http or https address that the user has named.
  /// - Returns: The bytes.
  /// - Throws: `CommandError` with the sentence of what went wrong.
  static func content(_ address: String) throws(CommandError) -> ArticleContent {
    var request = FetchRequest(address, isTyped: true)
    request.accept = "text/html, application/xhtml+xml, text/plain;q=0.9, */*;q=0.5"
    do throws(FetchError) {
      let response = try Fetcher.get(request)
      var content = ArticleContent(id: VisibleText.safe(address), bytes: response.body)
      content.mediaType = response.mediaType
      content.charset = response.charset
      content.address = response.address
      return content
    } catch {
      throw .input(VisibleText.safe(error.sentence))
    }
  }
}
