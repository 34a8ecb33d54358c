import SutraFetch
import SutraInput
import SutraReader
import SutraSystem
import SutraWords
import Synchronization

/// Reads articles from the web.
enum FetchedArticle {
  /// What a page is asked for as.
  static let accept = "text/html, application/xhtml+xml, text/plain;q=0.9, */*;q=0.5"

  /// How long and how much, as the settings say.
  static let limits = Mutex(FetchLimits())

  /// The file in which the first page that comes is kept; then there is none any more.
  static let savedTo = Mutex<String?>(nil)

  /// The bytes at an address, with what the server tells of them.
  ///
  /// Pages into which a server has parted an article are read as well, by `FurtherPages`.
  ///
  /// - Parameters:
  ///   - address: An http or https address that the user has named.
  ///   - stop: Gives it up, from another thread.
  ///   - progress: Is told how much has come.
  /// - Returns: The bytes.
  /// - Throws: `CommandError` with the sentence of what went wrong.
  static func content(
    _ address: String, stop: FetchStop? = nil, progress: (FetchProgress) -> Void = { _ in }
  ) throws(CommandError) -> ArticleContent {
    let response: FetchResponse
    do throws(FetchError) {
      response = try get(address, stop, progress)
    } catch {
      throw .input(VisibleText.safe(error.sentence))
    }
    let path = savedTo.withLock { path in
      defer { path = nil }
      return path
    }
    if let path { try save(response.body, to: path) }
    var content = content(of: response, id: VisibleText.safe(address))
    content.further = FurtherPages.read(beside: content) { other in
      Result { () throws(FetchError) in
        Self.content(of: try get(other, stop, progress), id: VisibleText.safe(other))
      }
    }
    return content
  }

  private static func get(
    _ address: String, _ stop: FetchStop?, _ progress: (FetchProgress) -> Void
  ) throws(FetchError) -> FetchResponse {
    var request = FetchRequest(address, isTyped: true)
    request.accept = accept
    return try Fetcher.get(request, limits.withLock { $0 }, stop: stop, progress: progress)
  }

  private static func save(_ bytes: [UInt8], to path: String) throws(CommandError) {
    let shown = "'\(VisibleText.safe(RawPath.shown(path)))'"
    switch ExportFile.write(bytes, to: path, overwrites: false) {
    case .written: return
    case .exists: throw .inputOutput(say("error.exists", ["file": shown]))
    case .failed(let why):
      throw .inputOutput(say("error.not-written", ["file": shown, "reason": why]))
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
