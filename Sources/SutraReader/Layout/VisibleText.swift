import SutraCore

/// The one gate for every string that leaves for a terminal.
public enum VisibleText {
  /// The string with a visible mark for every scalar that could disturb a terminal.
  ///
  /// - Parameters:
  ///   - text: Any text.
  ///   - keepingNewlines: Whether newlines stay; one with a carriage return loses it.
  /// - Returns: What may be drawn, cell for cell what `CellReader` says.
  public static func safe(_ text: String, keepingNewlines: Bool = false) -> String {
    var text = text
    return text.withUTF8 { bytes in
      var output: [UInt8] = []
      output.reserveCapacity(bytes.count)
      append(
        Span(start: 0, end: bytes.count), of: bytes, keepingNewlines: keepingNewlines, to: &output)
      return String(decoding: output, as: UTF8.self)
    }
  }

  /// Whether nothing in a string needs a visible mark.
  public static func isSafe(_ text: String) -> Bool {
    WidthProfile.spacing.cut(ofSafe: text, to: 0) != nil
  }

  /// Appends the safe bytes of a span.
  ///
  /// - Parameters:
  ///   - span: What to append.
  ///   - bytes: The whole text.
  ///   - output: Gets what may be drawn, cell for cell what `CellReader` says.
  public static func append(
    _ span: Span, of bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]
  ) {
    append(span, of: bytes, keepingNewlines: false, to: &output)
  }

  /// How many scalars of a text would be made visible; newlines and tabs aside.
  public static func markCount(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    let whole = Span(start: 0, end: bytes.count)
    CellReader(profile: .spacing).forEachCell(in: whole, of: bytes) { cell in
      if let mark = cell.mark, mark.isNotable { count += 1 }
    }
    return count
  }

  private static func append(
    _ span: Span, of bytes: UnsafeBufferPointer<UInt8>, keepingNewlines: Bool,
    to output: inout [UInt8]
  ) {
    var plainStart = max(0, span.start)
    CellReader(profile: .spacing).forEachCell(in: span, of: bytes) { cell in
      guard let mark = cell.mark else { return }
      if plainStart < cell.span.start {
        output.append(contentsOf: bytes[plainStart..<cell.span.start])
      }
      plainStart = cell.span.end
      if mark == .newline, keepingNewlines {
        output.append(0x0A)
      } else {
        mark.append(to: &output)
      }
    }
    let end = min(span.end, bytes.count)
    if plainStart < end { output.append(contentsOf: bytes[plainStart..<end]) }
  }
}
