/// What the user is told of a fetch.
extension FetchError {
  /// One sentence: the address, what is wrong with it, and what to do.
  public var sentence: String { "\(address): \(reason)" }

  /// The sentence without the address.
  public var reason: String {
    switch trouble {
    case .noLibrary(let why):
      "addresses are fetched by libcurl, which cannot be loaded (\(why)); "
        + "install Debian's package libcurl4."
    case .noAddress: "this is no address; one looks like https://example.org/page."
    case .otherScheme(let scheme):
      "\(scheme) addresses are not read; give one that begins with https:// or http://."
    case .unknownName(let host):
      "there is no server named \(host); check the spelling, or the connection."
    case .noProxy(let why):
      "the proxy that the environment names cannot be used (\(why)); check http_proxy, https_proxy."
    case .refused: "the server refuses the connection; check the address, or try later."
    case .unreachable(let why): "the server cannot be reached (\(why)); check the connection."
    case .noAnswer(let seconds):
      "no connection within \(Self.seconds(seconds)); try later, or raise fetch-connect-timeout."
    case .tooSlow(let seconds, let received):
      "not all had come within \(Self.seconds(seconds)), \(Self.bytes(received)) had; "
        + "try later, or raise fetch-timeout."
    case .tls(let why):
      "no secure connection can be made (\(why)); try later, or tell the site's owner."
    case .certificate(let why):
      "the server's certificate is not to be trusted (\(why)), so that nothing was read; "
        + "check the address and this machine's clock."
    case .noCertificates:
      "there are no certificates to check the server's by; install Debian's package ca-certificates."
    case .cutOff(let received):
      "the connection was cut off after \(Self.bytes(received)); try again."
    case .wrongLength(let received, let expected):
      "the server told of \(Self.bytes(expected)) and sent \(Self.bytes(received)); try again."
    case .nothing: "the server ended the connection without an answer; try again."
    case .notHTTP: "what answers there is no web server; check the address and its port."
    case .tooLarge(let limit):
      "there is more than \(Self.bytes(limit)); raise fetch-size to read it."
    case .unpacksTooLarge(let limit):
      "what was sent packed unpacks to more than \(Self.bytes(limit)) and was not read on; "
        + "raise fetch-size if you trust it."
    case .badCoding: "what was sent packed cannot be unpacked; try again."
    case .tooManyRedirects(let count):
      "it leads on more than \(count) times; open the address it should lead to."
    case .redirectLoop: "it leads on in a circle; open the address it should lead to."
    case .redirectToScheme(let scheme):
      "it leads on to an address of \(scheme), where nothing is read from."
    case .redirectToNothing: "it leads on to what is no address; open the one it should lead to."
    case .localAddress(let host):
      "\(host) belongs to this machine's own network, where only addresses that you typed are read."
    case .status(let code, let wait): Self.reason(code, wait)
    case .wrongType(let kind): "this is no text to read but \(kind); save it with another program."
    case .stopped: "given up."
    case .other(let why): "it cannot be fetched (\(why)); try again."
    }
  }

  private static func reason(_ code: Int, _ wait: Int?) -> String {
    let later = wait.map { "try again in \(seconds($0))" } ?? "try again later"
    switch code {
    case 401, 402, 403, 407, 451:
      return "the server does not let this be read by everybody (status \(code)); "
        + "it may want a subscription."
    case 404: return "the server has no such page (status 404); check the address."
    case 410: return "the page has been taken away for good (status 410)."
    case 408: return "the server has not waited for the request (status 408); \(later)."
    case 429: return "the server was asked too often (status 429); \(later)."
    case 400...499: return "the server refuses the request (status \(code)); check the address."
    case 503: return "the server is out of service (status 503); \(later)."
    case 500...599: return "the server has a fault of its own (status \(code)); \(later)."
    default: return "the server gives an answer that means no page (status \(code))."
    }
  }

  private static func seconds(_ count: Int) -> String {
    if count >= 7_200 { return "\((count + 1_800) / 3_600) hours" }
    if count >= 180 { return "\((count + 30) / 60) minutes" }
    return count == 1 ? "1 second" : "\(count) seconds"
  }

  private static func bytes(_ count: Int) -> String {
    if count >= 10 << 20 || (count >= 1 << 20 && count % (1 << 20) == 0) {
      return "\(count >> 20) MiB"
    }
    return count >= 10 << 10 ? "\(count >> 10) KiB" : count == 1 ? "1 byte" : "\(count) bytes"
  }
}
