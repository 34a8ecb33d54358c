/// What a server has answered.
public struct FetchResponse: Equatable, Sendable {
  /// The status: 200, or 304 where nothing has changed.
  public let status: Int
  /// Where the answer came from, behind all redirects.
  public let address: String
  /// Where the address has moved to for good; `nil` when it has not.
  public let movedTo: String?
  /// The header lines of the answer.
  public let headers: HeaderLines
  /// The body, unpacked; empty for a 304.
  public let body: [UInt8]
  /// The version of HTTP: 10, 11 or 20; 0 where that is not known.
  public let version: Int

  /// Whether nothing has changed since the version that was named.
  public var isUnchanged: Bool { status == 304 }

  /// The `ETag`, to be sent with the next request.
  public var etag: String? { headers["etag"] }

  /// The `Last-Modified`, to be sent with the next request.
  public var lastModified: String? { headers["last-modified"] }

  /// The kind of the body as in `text/html`, in small letters; `nil` where it is not told.
  public var mediaType: String? { headers.mediaType }

  /// The charset of the body as the server tells it, in small letters.
  public var charset: String? { headers.charset }
}
