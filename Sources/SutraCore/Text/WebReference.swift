/// References of a document to addresses of the web (RFC 3986).
public enum WebReference {
  /// Most bytes of an address.
  private static let longest = 8_192

  /// The whole address of a reference.
  ///
  /// - Parameters:
  ///   - text: The reference; blanks around it and line ends in it do not count.
  ///   - base: A whole address, or `nil` where none is known.
  /// - Returns: An address of http or https, or `nil` for anything else.
  public static func address(_ text: String, base: String?) -> String? {
    guard let whole = resolved(text, base: base) else { return nil }
    let start = whole.prefix(8).lowercased()
    guard start.hasPrefix("http://") || start.hasPrefix("https://") else { return nil }
    let host = whole.dropFirst(start.hasPrefix("https") ? 8 : 7).prefix { !"/?#".contains($0) }
    return host.isEmpty ? nil : whole
  }

  /// A reference resolved, of any scheme.
  ///
  /// - Parameters:
  ///   - text: The reference.
  ///   - base: A whole address, or `nil` where none is known.
  /// - Returns: The address, or `nil` where it is not whole and there is none to resolve it by.
  public static func resolved(_ text: String, base: String?) -> String? {
    let scalars = text.unicodeScalars.filter { $0.value > 0x1F && $0.value != 0x7F }
    let isBlank: (Unicode.Scalar) -> Bool = { $0.properties.isWhitespace || $0 == "\u{FEFF}" }
    let begun = scalars.drop(while: isBlank)
    guard let last = begun.lastIndex(where: { !isBlank($0) }) else { return nil }
    let reference = String(begun[...last])
    guard !reference.isEmpty, reference.utf8.count <= longest else { return nil }
    if scheme(of: reference) != nil { return reference }
    guard let base, let scheme = scheme(of: base), base.hasPrefix("\(scheme)://") else {
      return nil
    }
    if reference.hasPrefix("//") { return "\(scheme):\(reference)" }
    let rest = base.dropFirst(scheme.count + 3)
    let host = rest.prefix { !"/?#".contains($0) }
    let root = "\(scheme)://\(host)"
    let tail = rest.dropFirst(host.count)
    let path = tail.prefix { !"?#".contains($0) }
    if reference.hasPrefix("#") { return base.prefix { $0 != "#" } + reference }
    if reference.hasPrefix("?") { return root + (path.isEmpty ? "/" : String(path)) + reference }
    let own = reference.prefix { !"?#".contains($0) }
    let query = reference.dropFirst(own.count)
    let merged: Substring
    if own.hasPrefix("/") {
      merged = own
    } else {
      let folder = path.lastIndex(of: "/").map { path[...$0] } ?? "/"
      merged = Substring(folder + own)
    }
    return root + withoutDots(merged) + query
  }

  /// A path without its `.` and `..`.
  private static func withoutDots(_ path: Substring) -> String {
    var parts: [Substring] = []
    let all = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    for (index, part) in all.enumerated() {
      let isLast = index == all.count - 1
      switch part {
      case ".": if isLast { parts.append("") }
      case "..":
        if !parts.isEmpty { parts.removeLast() }
        if isLast { parts.append("") }
      default: parts.append(part)
      }
    }
    return "/" + parts.joined(separator: "/")
  }

  /// The scheme that a reference begins with, as written.
  private static func scheme(of text: String) -> String? {
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let scheme = text[..<colon]
    guard let first = scheme.unicodeScalars.first, first.properties.isAlphabetic, first.isASCII,
      scheme.unicodeScalars.allSatisfy({
        $0.isASCII && ($0.properties.isAlphabetic || "0123456789+-.".unicodeScalars.contains($0))
      })
    else { return nil }
    return String(scheme)
  }
}
