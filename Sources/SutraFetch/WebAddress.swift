import CFetch

/// An address of the web: http or https, and a host.
public struct WebAddress: Hashable, Sendable {
  /// `http` or `https`.
  public let scheme: String
  /// The host in small letters, an IPv6 address in brackets.
  public let host: String
  /// The port, told or that of the scheme.
  public let port: Int
  /// The whole address in ASCII but for the host, without a fragment.
  public let text: String

  /// Most bytes of an address.
  public static let longest = 8_192

  /// Whether a text begins as an address does, so that it is not the name of a file.
  public static func isMeant(_ text: String) -> Bool {
    let start = text.prefix(8).lowercased()
    return start.hasPrefix("http://") || start.hasPrefix("https://")
  }

  /// The scheme that a text begins with, in small letters.
  static func scheme(of text: String) -> String? {
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let scheme = text[..<colon].lowercased()
    guard scheme.utf8.first.map({ (0x61...0x7A).contains($0) }) == true,
      scheme.utf8.allSatisfy({
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || "+-.".utf8.contains($0)
      })
    else { return nil }
    return scheme
  }

  /// Reads an address.
  ///
  /// Letters that an address may not have, Bengali ones say, are written as percent signs and
  /// digits; blanks around it and what follows a `#` are left out. Gives `nil` for what is none, is
  /// too long, or names another scheme.
  ///
  /// - Parameter text: The address.
  public init?(_ text: String) {
    let isBlank: (Unicode.Scalar) -> Bool = { $0.value <= 0x20 || $0.value == 0x7F }
    let inner = text.unicodeScalars.drop(while: isBlank)
    guard let last = inner.lastIndex(where: { !isBlank($0) }) else { return nil }
    let bytes = Array(String(inner[...last]).utf8)
    guard bytes.count <= Self.longest, let scheme = Self.scheme(of: String(inner[...last])),
      scheme == "http" || scheme == "https"
    else { return nil }
    var rest = bytes[(scheme.utf8.count + 1)...]
    guard rest.starts(with: "//".utf8) else { return nil }
    rest = rest.dropFirst(2)
    let end = rest.firstIndex { "/?#\\".utf8.contains($0) } ?? rest.endIndex
    let authority = rest[..<end]
    // A name and a password in front of the host are not sent, and hide where one is going.
    guard !authority.contains(0x40), let (host, port) = Self.parts(authority) else { return nil }
    self.scheme = scheme
    self.host = host
    self.port = port ?? (scheme == "https" ? 443 : 80)
    var path = ""
    for byte in rest[end...].prefix(while: { $0 != 0x23 }) {
      if byte > 0x20, byte < 0x7F, !"\"<>\\^`{|}".utf8.contains(byte) {
        path.unicodeScalars.append(Unicode.Scalar(byte))
      } else if byte == 0x5C {
        path += "/"
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        path += byte < 0x10 ? "%0\(digits)" : "%\(digits)"
      }
    }
    if !path.hasPrefix("/") { path = "/" + path }
    let shownPort = port.map { ":\($0)" } ?? ""
    self.text = "\(scheme)://\(host)\(shownPort)\(path)"
  }

  /// The server, for a limit of how many are asked of it at a time.
  var server: String { "\(host):\(port)" }

  /// Whether another address is one of the same server, asked in the same manner.
  public func isOfServer(of other: WebAddress?) -> Bool {
    other.map { $0.scheme == scheme && $0.server == server } ?? false
  }

  /// Whether the host is written as one of this machine's own network.
  public var isLocal: Bool {
    sutra_is_local_address(host.hasSuffix(".") ? String(host.dropLast()) : host)
  }

  private static func parts(_ authority: ArraySlice<UInt8>) -> (host: String, port: Int?)? {
    var name = authority
    var port: Int?
    if let colon = authority.lastIndex(of: 0x3A), authority[colon...].allSatisfy({ $0 != 0x5D }) {
      name = authority[..<colon]
      let digits = authority[(colon + 1)...]
      if !digits.isEmpty {
        guard digits.count <= 5, digits.allSatisfy({ (0x30...0x39).contains($0) }),
          let number = Int(String(decoding: digits, as: UTF8.self)), (1...65_535).contains(number)
        else { return nil }
        port = number
      }
    }
    let host = String(decoding: name, as: UTF8.self).lowercased()
    guard !host.isEmpty, host.utf8.count <= 253,
      host.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F && !isReserved($0) })
    else { return nil }
    // By bytes: a mark that combines with a colon makes one letter of both, which is no colon.
    let isBracketed = host.utf8.first == 0x5B && host.utf8.last == 0x5D
    guard isBracketed || !host.utf8.contains(where: { "[]:".utf8.contains($0) }) else { return nil }
    return (host, port)
  }

  private static func isReserved(_ scalar: Unicode.Scalar) -> Bool {
    "\"<>\\^`{|}%@!$&'()*+,;=".unicodeScalars.contains(scalar)
  }
}
