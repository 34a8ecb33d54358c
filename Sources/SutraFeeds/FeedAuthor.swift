/// Names of authors, as feeds write them.
enum FeedAuthor {
  /// The name in `name (mail)`, `mail (name)` or `name <mail>`; the mail address where it is alone.
  static func name(_ text: String) -> String? {
    let line = MarkupText.trimmed(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !line.isEmpty else { return nil }
    guard let mail = line.split(whereSeparator: { " ()<>,".contains($0) }).first(where: isMail)
    else {
      let plain = MarkupText.line(line)
      return plain.isEmpty ? nil : plain
    }
    var rest = line
    for form in ["(\(mail))", "<\(mail)>", "mailto:\(mail)", String(mail)] {
      if let range = rest.firstRange(of: form) {
        rest.removeSubrange(range)
        break
      }
    }
    rest = MarkupText.trimmed(rest)
    if rest.hasPrefix("("), rest.hasSuffix(")") { rest = String(rest.dropFirst().dropLast()) }
    rest = MarkupText.line(rest)
    return rest.isEmpty ? String(mail) : rest
  }

  private static func isMail(_ word: Substring) -> Bool {
    let parts = word.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".")
  }
}
