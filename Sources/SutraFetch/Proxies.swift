import SutraSystem

/// Through which proxies addresses are asked for, as the environment names them.
///
/// libcurl is told for each address, so that what is asked for directly may be kept out of this
/// machine's network while a proxy may be part of it.
public struct Proxies: Equatable, Sendable {
  private var names: [String: String] = [:]
  private var direct: [String] = []

  /// The proxies of some variables, which are those of curl: `http_proxy`, `https_proxy`,
  /// `all_proxy` and `no_proxy`.
  ///
  /// - Parameter variable: The value of a variable, where it has one.
  public init(_ variable: (String) -> String?) {
    func value(_ names: [String]) -> String? {
      names.lazy.compactMap(variable).first { !$0.isEmpty }
    }
    let all = value(["all_proxy", "ALL_PROXY"])
    // A server that runs programs sets HTTP_PROXY to what a client says of itself.
    names["http"] = value(["http_proxy"]) ?? all
    names["https"] = value(["https_proxy", "HTTPS_PROXY"]) ?? all
    direct = (value(["no_proxy", "NO_PROXY"]) ?? "").split { ", \t".contains($0) }.map {
      String($0.lowercased().drop { $0 == "." })
    }
  }

  /// The proxies of this process's environment.
  public static var environment: Proxies {
    Proxies { Environment[$0] }
  }

  /// The proxy for an address; `nil` where it is asked for directly.
  ///
  /// - Parameter address: The address.
  /// - Returns: The proxy, as libcurl takes it.
  public func proxy(for address: WebAddress) -> String? {
    let host = address.host.lowercased()
    let isDirect = direct.contains { $0 == "*" || host == $0 || host.hasSuffix("." + $0) }
    return isDirect ? nil : names[address.scheme]
  }
}
