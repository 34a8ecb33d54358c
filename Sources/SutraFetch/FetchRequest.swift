/// One address that is to be read.
public struct FetchRequest: Equatable, Sendable {
  /// The address, as it was typed or found.
  public var address: String
  /// The `ETag` of the version that is known already.
  public var etag: String?
  /// The `Last-Modified` of that version.
  public var lastModified: String?
  /// What is wanted, as in an `Accept` header; `nil` for anything.
  public var accept: String?
  /// Whether the user typed the address.
  ///
  /// An address that a page or a feed names never leads to this machine's own network, nor does any
  /// redirect to a host that was not typed.
  public var isTyped: Bool
  /// Whether pictures, sounds and packed files are taken as well as texts.
  public var takesAnything = false

  /// Makes a request for an address.
  ///
  /// - Parameters:
  ///   - address: The address.
  ///   - isTyped: Whether the user typed it.
  public init(_ address: String, isTyped: Bool) {
    self.address = address
    self.isTyped = isTyped
  }

  /// The request, for an answer that differs from one that came before.
  ///
  /// - Parameters:
  ///   - etag: Its `ETag`.
  ///   - lastModified: Its `Last-Modified`.
  /// - Returns: A request that is answered by 304 where nothing has changed.
  public func unless(etag: String?, lastModified: String?) -> FetchRequest {
    var request = self
    (request.etag, request.lastModified) = (etag, lastModified)
    return request
  }

  /// The header lines to send; a value with a control character is left out.
  package var headers: [String] {
    let values = [
      ("Accept", accept), ("If-None-Match", etag), ("If-Modified-Since", lastModified),
    ]
    return values.compactMap { name, value in
      guard let value, !value.isEmpty, value.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
        return nil
      }
      return "\(name): \(value)"
    }
  }
}
