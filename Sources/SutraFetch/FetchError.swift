/// Why an address could not be read.
public struct FetchError: Error, Equatable, Sendable {
  /// What went wrong.
  public enum Trouble: Equatable, Sendable {
    /// libcurl cannot be loaded: what the loader says.
    case noLibrary(String)
    /// It is no address.
    case noAddress
    /// It is of another scheme than http and https.
    case otherScheme(String)
    /// The name of the host leads nowhere.
    case unknownName(String)
    /// The proxy that the environment names cannot be used.
    case noProxy(String)
    /// The server takes no connection.
    case refused
    /// There is no way to the server: what the system says.
    case unreachable(String)
    /// No connection within some seconds.
    case noAnswer(seconds: Int)
    /// Not all of it within some seconds.
    case tooSlow(seconds: Int, received: Int)
    /// The secured connection failed: why.
    case tls(String)
    /// The server's certificate cannot be trusted: why.
    case certificate(String)
    /// There are no certificates to check the server's by.
    case noCertificates
    /// The connection ended too soon.
    case cutOff(received: Int)
    /// There came fewer bytes than were told.
    case wrongLength(received: Int, expected: Int)
    /// The connection ended without an answer.
    case nothing
    /// What came is no answer of HTTP.
    case notHTTP
    /// There is more than that many bytes.
    case tooLarge(limit: Int)
    /// A small answer unpacks to more than that many bytes.
    case unpacksTooLarge(limit: Int)
    /// It cannot be unpacked.
    case badCoding
    /// More than that many redirects.
    case tooManyRedirects(Int)
    /// A redirect that leads back to where it was.
    case redirectLoop
    /// A redirect to an address of another scheme.
    case redirectToScheme(String)
    /// A redirect to what is no address.
    case redirectToNothing
    /// A redirect, or an address that nobody typed, that leads into this machine's network.
    case localAddress(String)
    /// A status that tells of a failure, with the seconds that the server asks to wait.
    case status(Int, retryAfter: Int?)
    /// It is no text: its kind.
    case wrongType(String)
    /// It was given up.
    case stopped
    /// There is no memory for it.
    case noMemory
    /// Anything else: what libcurl says.
    case other(String)
  }

  /// The address that was asked for.
  public let address: String
  /// What went wrong.
  public let trouble: Trouble

  /// Makes an error.
  public init(_ address: String, _ trouble: Trouble) {
    self.address = address
    self.trouble = trouble
  }

  /// Whether another try later may well end otherwise.
  public var mayPass: Bool {
    switch trouble {
    case .unknownName, .noProxy, .refused, .unreachable, .noAnswer, .tooSlow, .cutOff, .wrongLength,
      .nothing, .stopped:
      true
    case .status(let code, _): code == 408 || code == 429 || code >= 500
    default: false
    }
  }

  /// Seconds that the server asks to wait.
  public var retryAfter: Int? {
    if case .status(_, let seconds) = trouble { seconds } else { nil }
  }
}
