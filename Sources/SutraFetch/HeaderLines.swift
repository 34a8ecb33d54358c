/// The header lines of an answer.
public struct HeaderLines: Equatable, Sendable {
  private let lines: [(name: String, value: String)]

  /// Reads header lines; the status line and what is no header are left out.
  ///
  /// - Parameter bytes: The lines; what is not UTF-8 in them is replaced.
  public init(_ bytes: some Sequence<UInt8>) {
    var lines: [(name: String, value: String)] = []
    for line in Array(bytes).split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      guard let colon = line.firstIndex(of: 0x3A), colon > line.startIndex else { continue }
      let name = line[..<colon]
      guard name.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { continue }
      let value = line[(colon + 1)...].filter { $0 >= 0x20 || $0 == 0x09 }
      lines.append(
        (
          String(decoding: name, as: UTF8.self).lowercased(),
          Self.trimmed(String(decoding: value, as: UTF8.self))
        ))
    }
    self.lines = lines
  }

  /// Whether the lines are the same, in the same order.
  public static func == (one: HeaderLines, other: HeaderLines) -> Bool {
    one.lines.elementsEqual(other.lines) { $0 == $1 }
  }

  /// The value of the last line with a name in small letters, unless it is empty.
  public subscript(name: String) -> String? {
    guard let value = lines.last(where: { $0.name == name })?.value, !value.isEmpty else {
      return nil
    }
    return value
  }

  /// The kind of the body as in `text/html`, in small letters.
  public var mediaType: String? {
    guard let value = self["content-type"] else { return nil }
    let kind = Self.trimmed(String(value.prefix { $0 != ";" })).lowercased()
    return kind.contains("/") ? kind : nil
  }

  /// The charset that the type of the body names, in small letters.
  public var charset: String? {
    guard let value = self["content-type"] else { return nil }
    for part in value.split(separator: ";").dropFirst() {
      let pair = part.split(separator: "=", maxSplits: 1)
      guard pair.count == 2, Self.trimmed(String(pair[0])).lowercased() == "charset" else {
        continue
      }
      let name = Self.trimmed(String(pair[1])).filter { $0 != "\"" && $0 != "'" }
      return name.isEmpty ? nil : name.lowercased()
    }
    return nil
  }

  /// Seconds that the server asks to wait, from a time in seconds since 1970; at most a week.
  public func retryAfter(now: Int) -> Int? {
    guard let value = self["retry-after"] else { return nil }
    let longest = 7 * 86_400
    if value.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      return min(Int(value) ?? longest, longest)
    }
    return HTTPDate.seconds(value).map { min(max(0, $0 - now), longest) }
  }

  private static func trimmed(_ text: String) -> String {
    let isBlank: (Unicode.Scalar) -> Bool = { $0 == " " || $0 == "\t" }
    let scalars = text.unicodeScalars.drop(while: isBlank)
    guard let last = scalars.lastIndex(where: { !isBlank($0) }) else { return "" }
    return String(scalars[...last])
  }
}
