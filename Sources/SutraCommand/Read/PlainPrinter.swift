import SutraCore
import SutraReader

/// Writes an article laid out at a width as plain text.
enum PlainPrinter {
  /// Bytes gathered before they are written.
  private static let chunk = 65_536

  /// Writes all rows of a document.
  ///
  /// - Parameters:
  ///   - document: The document.
  ///   - width: Columns of a row.
  ///   - profile: How its terminal counts columns.
  ///   - isLinked: Whether links are written so that a terminal follows them (OSC 8).
  /// - Throws: `CommandError` when it cannot be written.
  static func print(
    _ document: Document, width: Int, profile: WidthProfile, isLinked: Bool = false
  ) throws(CommandError) {
    let links = isLinked ? TerminalLinks(document) : nil
    let layout = ArticleLayout(document: document, width: width, profile: profile)
    var output: [UInt8] = []
    for (number, block) in layout.blocks.enumerated() {
      document.text.bytes.withUnsafeBufferPointer { bytes in
        for row in layout.rows(of: number) {
          if let links {
            links.append(row.span, of: bytes, to: &output)
          } else {
            VisibleText.append(row.span, of: bytes, to: &output)
          }
          output.append(0x0A)
        }
      }
      if block.hasGapAfter { output.append(0x0A) }
      if output.count >= chunk {
        try Output.write(output)
        output.removeAll(keepingCapacity: true)
      }
    }
    try Output.write(output)
  }
}
