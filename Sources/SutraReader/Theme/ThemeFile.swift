import SutraCore
import SutraWords

/// A mistake in a theme file; lines are counted from 1.
public struct ThemeMistake: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong.
  public enum Reason: Hashable, Sendable {
    case unknownRole(String)
    case repeatedRole(String)
    case unknownColor(String)
    case unknownAttribute(String)
    case wrongColumnCount(Int)
    case tooLong
  }

  /// The file's name.
  public let file: String
  /// The line.
  public let line: Int
  /// What is wrong.
  public let reason: Reason

  /// One sentence that says what to do.
  public var description: String {
    let place = "\(file):\(line): "
    switch reason {
    case .unknownRole(let name):
      return place
        + say(
          "theme.unknown-role",
          ["name": name, "names": Role.allCases.map(\.name).joined(separator: " ")])
    case .repeatedRole(let name):
      return place + say("theme.repeated-role", ["name": name])
    case .unknownColor(let name):
      return place + say("theme.unknown-color", ["name": name])
    case .unknownAttribute(let name):
      return place
        + say(
          "theme.unknown-attribute",
          ["name": name, "names": TextAttributes.names.map(\.name).joined(separator: " ")])
    case .wrongColumnCount(let count):
      return place
        + say("theme.columns", ["count": count])
    case .tooLong: return place + FileRows.flaw + say("sentence.end")
    }
  }
}

/// Reads theme files: rows of role, foreground, background, attributes.
public enum ThemeFile {
  /// Most mistakes that are reported.
  static let mostMistakes = Limits.mistakes

  /// Reads a theme.
  ///
  /// A row with a mistake is left out, so any text gives a theme.
  ///
  /// - Parameters:
  ///   - text: The whole file.
  ///   - name: The theme's name.
  ///   - file: The file's name, for mistakes.
  ///   - base: The theme that fills what is missing.
  /// - Returns: The theme, and at most `mostMistakes` mistakes in the order of their lines.
  public static func theme(
    _ text: some Collection<UInt8>, name: String, file: String, base: Theme?
  ) -> (theme: Theme, mistakes: [ThemeMistake]) {
    var styles: [Role: Style] = [:]
    var mistakes: [ThemeMistake] = []
    let read = FileRows(text)
    let mostOfRows = Self.mostMistakes - (read.firstLeftOut == nil ? 0 : 1)
    for (index, row) in read.rows.enumerated() {
      let columns = row.split(whereSeparator: \.isWhitespace).map(String.init)
      guard let first = columns.first, !isComment(first) else { continue }
      do throws(Flaw) {
        let (role, style) = try parsed(columns)
        if styles[role] != nil { throw Flaw(reason: .repeatedRole(role.name)) }
        styles[role] = style
      } catch {
        if mistakes.count < mostOfRows {
          mistakes.append(ThemeMistake(file: file, line: index + 1, reason: error.reason))
        }
      }
    }
    if let line = read.firstLeftOut {
      mistakes.append(ThemeMistake(file: file, line: line, reason: .tooLong))
    }
    return (Theme(name: name, styles: styles, base: base), mistakes)
  }

  private struct Flaw: Error { let reason: ThemeMistake.Reason }

  /// A row whose first word begins with `#` is a comment.
  private static func isComment(_ word: String) -> Bool { word.utf8.first == 0x23 }

  private static func parsed(_ columns: [String]) throws(Flaw) -> (Role, Style) {
    guard columns.count >= 3 else { throw Flaw(reason: .wrongColumnCount(columns.count)) }
    guard let role = Role(name: columns[0]) else {
      throw Flaw(reason: .unknownRole(shown(columns[0])))
    }
    var attributes: TextAttributes = []
    for word in columns[3...] where word != "-" {
      guard let known = TextAttributes.names.first(where: { $0.name == word }) else {
        throw Flaw(reason: .unknownAttribute(shown(word)))
      }
      attributes.insert(known.attribute)
    }
    return (
      role,
      Style(
        foreground: try color(columns[1]), background: try color(columns[2]),
        attributes: attributes)
    )
  }

  private static func color(_ word: String) throws(Flaw) -> Color {
    if word == "-" { return .standard }
    if word.utf8.first == 0x23, word.utf8.count == 7,
      let value = UInt32(word.dropFirst(), radix: 16)
    {
      return .rgb(
        UInt8(value >> 16 & 0xFF), UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF))
    }
    guard word.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), let number = UInt8(word) else {
      throw Flaw(reason: .unknownColor(shown(word)))
    }
    return .palette(number)
  }

  /// A word from a file as a message may show it.
  private static func shown(_ word: String) -> String { VisibleText.safe(String(word.prefix(40))) }
}
