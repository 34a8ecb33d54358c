import SutraCore

/// Changes a settings file that somebody has written: one row, and nothing else.
public enum SettingsEdit {
  /// The file with a setting in it.
  ///
  /// - Parameters:
  ///   - name: The setting, or `bind KEY`.
  ///   - value: Its value.
  ///   - file: The file as it is.
  /// - Returns: The file with the last row of that name changed, or with one more row.
  public static func keeping(_ name: String, _ value: String, in file: [UInt8]) -> [UInt8] {
    let row = Array("\(name) = \(value)".utf8)
    var lines = file.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    if let last = lines.lastIndex(where: { Self.name(of: $0) == name }) {
      lines[last] = row + (lines[last].last == 0x0D ? [0x0D] : [])
      return Array(lines.joined(separator: [0x0A]))
    }
    let end: [UInt8] = file.isEmpty || file.last == 0x0A ? [] : [0x0A]
    return file + end + row + [0x0A]
  }

  /// What a row sets; `nil` of a remark, a blank row, or one that sets nothing.
  private static func name(of line: [UInt8]) -> String? {
    let text = String(decoding: line.drop { [0xEF, 0xBB, 0xBF].contains($0) }, as: UTF8.self)
    var words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let first = words.first, !first.hasPrefix("#") else { return nil }
    if first == "bind", words.count > 1 {
      // The key that is bound may be the equals sign itself.
      let key = words[1]
      return "bind " + (key.count > 1 ? String(key.prefix { $0 != "=" }) : key)
    }
    words = first.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
    guard first.contains("=") || line.contains(0x3D) else { return nil }
    return words[0]
  }
}
