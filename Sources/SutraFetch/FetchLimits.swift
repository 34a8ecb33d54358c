/// How long, how much and how many at a time may be fetched.
public struct FetchLimits: Equatable, Sendable {
  /// Seconds until a connection must stand, its TLS included.
  public var connectSeconds = 10
  /// Seconds for the whole of an address, redirects included.
  public var wholeSeconds = 30
  /// Most bytes of an answer, unpacked.
  public var bytes = 20 << 20
  /// Most redirects of one address.
  public var redirects = 10
  /// Most addresses that are fetched at a time.
  public var atATime = 8
  /// Most of them from one server.
  public var fromOneServer = 4
  /// A file of certificates that are trusted in place of the system's.
  public var certificates: String?
  /// Through which proxies it is asked.
  public var proxies = Proxies.environment
  /// How the program calls itself to servers.
  public var userAgent = "sutra (terminal news reader)"

  /// Limits as they are without settings.
  public init() {}
}
