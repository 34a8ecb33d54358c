import CFetch
import SutraSystem
import SutraWords

/// One address under way, behind as many redirects as it has led on to.
struct FetchErrand {
  /// What an answer means.
  enum Outcome {
    case ended(FetchResponse)
    case failed(FetchError.Trouble)
    /// It leads on to another address, which is to be asked for.
    case leadsOn
  }

  let index: Int
  let request: FetchRequest
  let transfer: OpaquePointer
  /// The server that was asked first, which the limit of requests counts for.
  let server: String
  private let limits: FetchLimits
  private let typedHost: String?
  private let begun = FetchErrand.now
  private var address: WebAddress
  private var visits: [String: Int] = [:]
  private var redirects = 0
  private var movedTo: String?
  private var hasMoved = true

  init(
    _ index: Int, _ request: FetchRequest, _ address: WebAddress, _ transfer: OpaquePointer,
    _ limits: FetchLimits
  ) {
    self.index = index
    self.request = request
    self.address = address
    self.transfer = transfer
    self.limits = limits
    server = address.server
    typedHost = request.isTyped ? address.host : nil
    visits = [address.text: 1]
  }

  /// Milliseconds of a steady clock.
  static var now: Int64 { Clock.milliseconds }

  /// How much has come.
  var progress: FetchProgress {
    var (received, expected): (Int64, Int64) = (0, -1)
    sutra_transfer_sizes(transfer, &received, &expected)
    return FetchProgress(received: Int(received), expected: expected < 0 ? nil : Int(expected))
  }

  /// Asks for the address.
  ///
  /// - Returns: Why it cannot be asked for; `nil` where it is on its way.
  func start(_ fetch: OpaquePointer) -> FetchError.Trouble? {
    let mayBeLocal = address.host == typedHost
    if !mayBeLocal, address.isLocal { return .localAddress(address.host) }
    let left = Int64(limits.wholeSeconds) * 1_000 - (Self.now - begun)
    guard left > 0 else { return .tooSlow(seconds: limits.wholeSeconds, received: 0) }
    let proxy = limits.proxies.proxy(for: address)
    let isStarted = withPointers(to: request.headers) { headers in
      address.text.withCString { url in
        limits.userAgent.withCString { agent in
          // An empty name is that of no file.
          (limits.certificates ?? "").withCString { certificates in
            (proxy ?? "").withCString { name in
              var asked = sutra_fetch_request(
                url: url, user_agent: agent, proxy: name, headers: headers,
                certificates: certificates.pointee == 0 ? nil : certificates,
                connect_milliseconds: min(limits.connectSeconds * 1_000, Int(left)),
                whole_milliseconds: Int(left), longest: max(0, limits.bytes),
                // A proxy may well be of this network; it looks names up by itself.
                allows_local: mayBeLocal || proxy != nil)
              return sutra_transfer_start(transfer, fetch, &asked)
            }
          }
        }
      }
    }
    return isStarted ? nil : .noAddress
  }

  /// Lends texts as C has lists of them, with nothing behind the last.
  private func withPointers<Answer>(
    to texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Answer
  ) -> Answer {
    var bytes: [CChar] = []
    var starts: [Int] = []
    for text in texts {
      starts.append(bytes.count)
      bytes += text.utf8CString
    }
    return bytes.withUnsafeBufferPointer { bytes in
      let pointers = starts.map { start in bytes.baseAddress.map { $0 + start } } + [nil]
      return pointers.withUnsafeBufferPointer { body($0.baseAddress) }
    }
  }

  /// What has become of it.
  var outcome: Outcome {
    mutating get {
      let end = sutra_transfer_end(transfer)
      let status = Int(sutra_transfer_status(transfer))
      guard end == SUTRA_FETCH_DONE else { return .failed(trouble(end)) }
      if (300..<400).contains(status), status != 304, let next = sutra_transfer_redirect(transfer) {
        return follow(String(cString: next), status)
      }
      let headers = self.headers
      // An answer without change is one only where a version was named.
      let isUnchanged = status == 304 && (request.etag ?? request.lastModified) != nil
      guard (200..<300).contains(status) || isUnchanged else {
        return .failed(.status(status, retryAfter: headers.retryAfter(now: Clock.secondsSince1970)))
      }
      if !isUnchanged, !request.takesAnything, let kind = headers.mediaType, !Self.isText(kind) {
        return .failed(.wrongType(kind))
      }
      var count = 0
      let body = sutra_transfer_body(transfer, &count)
      return .ended(
        FetchResponse(
          status: status, address: address.text, movedTo: movedTo, headers: headers,
          body: isUnchanged ? [] : Array(UnsafeBufferPointer(start: body, count: count)),
          version: Int(sutra_transfer_http_version(transfer))))
    }
  }

  private var headers: HeaderLines {
    var count = 0
    let lines = sutra_transfer_headers(transfer, &count)
    return HeaderLines(UnsafeBufferPointer(start: lines, count: count))
  }

  /// Goes on to where an answer leads.
  private mutating func follow(_ next: String, _ status: Int) -> Outcome {
    guard let next = WebAddress(next) else {
      let scheme = WebAddress.scheme(of: next)
      guard let scheme, !["http", "https"].contains(scheme) else {
        return .failed(.redirectToNothing)
      }
      return .failed(.redirectToScheme(scheme))
    }
    // To what is secured from what is not is no loss; the way back would be one.
    if address.scheme == "https", next.scheme == "http" {
      return .failed(.redirectToScheme(next.scheme))
    }
    // A page that sets a cookie may lead back to itself once.
    visits[next.text, default: 0] += 1
    guard visits[next.text, default: 0] <= 2 else { return .failed(.redirectLoop) }
    redirects += 1
    guard redirects <= limits.redirects else {
      return .failed(.tooManyRedirects(limits.redirects))
    }
    hasMoved = hasMoved && (status == 301 || status == 308)
    if hasMoved { movedTo = next.text }
    address = next
    return .leadsOn
  }

  private func trouble(_ end: sutra_fetch_end) -> FetchError.Trouble {
    let message = String(cString: sutra_transfer_message(transfer))
    let progress = self.progress
    switch end {
    case SUTRA_FETCH_BAD_ADDRESS: return .noAddress
    // The scheme of the address is known: what came is of another one.
    case SUTRA_FETCH_BAD_SCHEME: return .notHTTP
    case SUTRA_FETCH_NO_PROXY: return .noProxy(message)
    case SUTRA_FETCH_NO_NAME: return .unknownName(address.host)
    case SUTRA_FETCH_NO_CONNECTION:
      let code = sutra_transfer_errno(transfer)
      guard code != SystemFailure.refused.number else { return .refused }
      return .unreachable(code == 0 ? message : systemReason(code))
    case SUTRA_FETCH_TIMEOUT:
      return sutra_transfer_is_connected(transfer)
        ? .tooSlow(seconds: limits.wholeSeconds, received: progress.received)
        : .noAnswer(seconds: min(limits.connectSeconds, limits.wholeSeconds))
    case SUTRA_FETCH_TLS: return .tls(message)
    case SUTRA_FETCH_CERTIFICATE: return .certificate(message)
    case SUTRA_FETCH_NO_CERTIFICATES: return .noCertificates
    case SUTRA_FETCH_CUT_OFF: return .cutOff(received: progress.received)
    case SUTRA_FETCH_WRONG_LENGTH:
      guard let expected = progress.expected else { return .cutOff(received: progress.received) }
      return .wrongLength(received: progress.received, expected: expected)
    case SUTRA_FETCH_NOTHING: return .nothing
    case SUTRA_FETCH_NOT_HTTP: return .notHTTP
    case SUTRA_FETCH_TOO_LARGE:
      // As sent it would have been small enough.
      let isPacked = headers["content-encoding"] != nil && progress.received < limits.bytes
      return isPacked ? .unpacksTooLarge(limit: limits.bytes) : .tooLarge(limit: limits.bytes)
    case SUTRA_FETCH_BAD_CODING: return .badCoding
    case SUTRA_FETCH_LOCAL: return .localAddress(address.host)
    default: return .other(message)
    }
  }

  /// Whether a body of a kind may be a text; what a server does not know it is free to call so.
  private static func isText(_ kind: String) -> Bool {
    if kind.hasSuffix("+xml") || kind.hasSuffix("+json") || kind == "application/octet-stream" {
      return !kind.hasPrefix("image/")
    }
    guard let slash = kind.firstIndex(of: "/") else { return true }
    let family = kind[..<slash]
    if ["image", "audio", "video", "font", "model"].contains(family) { return false }
    guard family == "application" else { return true }
    let name = kind[kind.index(after: slash)...]
    return ["xml", "json", "rss", "atom", "rdf", "feed", "text", "html", "javascript"].contains {
      name.contains($0)
    } && !name.contains("openxml") && !name.contains("opendocument")
  }
}
