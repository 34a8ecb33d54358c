import Foundation

/// The string literals of Swift files, for tests of what the program says.
struct SourceStrings {
  /// A literal: its text with `@` for what is put in, where it stands, and the code behind it.
  struct Literal {
    let text: String
    let file: String
    let line: Int
    let before: Substring
    let after: Substring
  }

  /// The folder of the package.
  static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The literals of all Swift files of `Sources`, those inside what others put in too.
  static let all: [Literal] = {
    let folder = package.appendingPathComponent("Sources")
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    return (names ?? []).filter { $0.hasSuffix(".swift") }.sorted().flatMap { name in
      let text = try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      return literals(of: text ?? "", name)
    }
  }()

  /// The literals of one text.
  static func literals(of text: String, _ file: String) -> [Literal] {
    var found: [Literal] = []
    var line = 1
    var scalars = text[...]
    while let first = scalars.first {
      if scalars.hasPrefix("//") {
        scalars = scalars.drop { !$0.isNewline }
      } else if scalars.hasPrefix("\"\"\"") {
        let close = scalars.dropFirst(3).range(of: "\"\"\"")?.upperBound ?? scalars.endIndex
        line += scalars[..<close].count(where: \.isNewline)
        scalars = scalars[close...]
      } else if first == "\"" {
        let before = text[..<scalars.startIndex].suffix(40)
        let (literal, inner) = take(&scalars)
        found.append(
          Literal(text: literal, file: file, line: line, before: before, after: scalars.prefix(900))
        )
        for expression in inner {
          found += literals(of: expression, file).map {
            Literal(text: $0.text, file: file, line: line, before: $0.before, after: $0.after)
          }
        }
      } else {
        if first.isNewline { line += 1 }
        scalars = scalars.dropFirst()
      }
    }
    return found
  }

  /// Takes a literal off the beginning: its text, and the expressions that are put in.
  private static func take(_ rest: inout Substring) -> (String, [String]) {
    rest = rest.dropFirst()
    var text = ""
    var inner: [String] = []
    while let first = rest.first, first != "\"" {
      if rest.hasPrefix("\\(") {
        rest = rest.dropFirst(2)
        var depth = 1
        let start = rest.startIndex
        while depth > 0, let next = rest.first {
          if next == "\"" {
            _ = take(&rest)
            continue
          }
          depth += next == "(" ? 1 : next == ")" ? -1 : 0
          rest = rest.dropFirst()
        }
        inner.append(String(rest.base[start..<rest.startIndex].dropLast()))
        text += "@"
      } else if first == "\\" {
        text += rest.prefix(2)
        rest = rest.dropFirst(2)
      } else {
        text.append(first)
        rest = rest.dropFirst()
      }
    }
    rest = rest.dropFirst()
    return (text, inner)
  }
}
