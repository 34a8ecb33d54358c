import SutraWords

/// What the user is told of a fetch.
extension FetchError {
  /// One sentence: the address, what is wrong with it, and what to do.
  public var sentence: String { "\(address): \(reason)" }

  /// The sentence without the address.
  public var reason: String {
    switch trouble {
    case .noLibrary(let why):
      say("fetch.no-library", ["reason": why])
    case .noMemory: say("fetch.no-memory")
    case .noAddress: say("fetch.no-address")
    case .otherScheme(let scheme):
      say("fetch.other-scheme", ["scheme": scheme])
    case .unknownName(let host):
      say("fetch.unknown-name", ["host": host])
    case .noProxy(let why):
      say("fetch.no-proxy", ["reason": why])
    case .refused: say("fetch.refused")
    case .unreachable(let why): say("fetch.unreachable", ["reason": why])
    case .noAnswer(let seconds):
      say("fetch.no-answer", ["time": Self.seconds(seconds)])
    case .tooSlow(let seconds, let received):
      say("fetch.too-slow", ["time": Self.seconds(seconds), "size": Self.bytes(received)])
    case .tls(let why):
      say("fetch.tls", ["reason": why])
    case .certificate(let why):
      say("fetch.certificate", ["reason": why])
    case .noCertificates:
      say("fetch.no-certificates")
    case .cutOff(let received):
      say("fetch.cut-off", ["size": Self.bytes(received)])
    case .wrongLength(let received, let expected):
      say("fetch.wrong-length", ["told": Self.bytes(expected), "size": Self.bytes(received)])
    case .nothing: say("fetch.nothing")
    case .notHTTP: say("fetch.not-http")
    case .tooLarge(let limit):
      say("fetch.too-large", ["size": Self.bytes(limit)])
    case .unpacksTooLarge(let limit):
      say("fetch.unpacks-too-large", ["size": Self.bytes(limit)])
    case .badCoding: say("fetch.bad-coding")
    case .tooManyRedirects(let count):
      say("fetch.too-many-redirects", ["count": count])
    case .redirectLoop: say("fetch.redirect-loop")
    case .redirectToScheme(let scheme):
      say("fetch.redirect-to-scheme", ["scheme": scheme])
    case .redirectToNothing: say("fetch.redirect-to-nothing")
    case .localAddress(let host):
      say("fetch.local-address", ["host": host])
    case .status(let code, let wait): Self.reason(code, wait)
    case .wrongType(let kind): say("fetch.wrong-type", ["kind": kind])
    case .stopped: say("fetch.stopped")
    case .other(let why): say("fetch.other", ["reason": why])
    }
  }

  private static func reason(_ code: Int, _ wait: Int?) -> String {
    let later = wait.map { say("fetch.later-in", ["time": seconds($0)]) } ?? say("fetch.later")
    switch code {
    case 401, 402, 403, 407, 451:
      return say("fetch.status-forbidden", ["status": code])
    case 404: return say("fetch.status-missing")
    case 410: return say("fetch.status-gone")
    case 408: return say("fetch.status-timeout", ["later": later])
    case 429: return say("fetch.status-often", ["later": later])
    case 400...499: return say("fetch.status-refused", ["status": code])
    case 503: return say("fetch.status-service", ["later": later])
    case 500...599: return say("fetch.status-fault", ["status": code, "later": later])
    default: return say("fetch.status-other", ["status": code])
    }
  }

  private static func seconds(_ count: Int) -> String {
    if count >= 7_200 { return say("count.hours", ["count": (count + 1_800) / 3_600]) }
    if count >= 180 { return say("count.minutes", ["count": (count + 30) / 60]) }
    return say("count.seconds", ["count": count])
  }

  fileprivate static func bytes(_ count: Int) -> String {
    if count >= 10 << 20 || (count >= 1 << 20 && count % (1 << 20) == 0) {
      return say("count.mebibytes", ["count": count >> 20])
    }
    return count >= 10 << 10
      ? say("count.kibibytes", ["count": count >> 10]) : say("count.bytes", ["count": count])
  }
}

extension FetchProgress {
  /// How much has come, in words.
  public var sentence: String {
    let have = FetchError.bytes(received)
    guard let expected, expected >= received else { return say("fetch.progress", ["size": have]) }
    return say("fetch.progress-of", ["size": have, "whole": FetchError.bytes(expected)])
  }
}
