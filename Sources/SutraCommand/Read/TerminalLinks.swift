import SutraCore
import SutraReader

/// Writes text so that a terminal knows where its links lead (OSC 8).
struct TerminalLinks {
  private let links: [(span: Span, address: [UInt8])]

  /// Takes the links of a document whose addresses are of the web and of letters that steer no terminal.
  init(_ document: Document) {
    links = document.marks.compactMap { mark in
      guard case .link(let address) = mark.kind, address.hasPrefix("http"),
        address.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
      else { return nil }
      return (mark.span, Array(address.utf8))
    }
  }

  /// Appends a row of the document's text with the links in it.
  func append(_ row: Span, of bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    var at = row.start
    for link in links[links.partitioningIndex { $0.span.end > row.start }...] {
      guard link.span.start < row.end else { break }
      let start = max(at, link.span.start)
      let end = min(row.end, link.span.end)
      guard start < end else { continue }
      VisibleText.append(Span(start: at, end: start), of: bytes, to: &output)
      open(link.address, &output)
      VisibleText.append(Span(start: start, end: end), of: bytes, to: &output)
      open([], &output)
      at = end
    }
    VisibleText.append(Span(start: at, end: row.end), of: bytes, to: &output)
  }

  /// Says where the text behind leads; nowhere without an address.
  private func open(_ address: [UInt8], _ output: inout [UInt8]) {
    output += Array("\u{1B}]8;;".utf8) + address + Array("\u{1B}\\".utf8)
  }
}
