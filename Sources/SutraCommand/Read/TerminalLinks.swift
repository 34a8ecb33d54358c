import SutraCore
import SutraReader

/// Writes text so that a terminal knows where its links lead (OSC 8).
struct TerminalLinks {
  private let links: [(span: Span, address: String)]

  /// Takes the links of a document whose addresses are of the web and of letters that steer no terminal.
  init(_ document: Document) {
    links = document.marks.compactMap { mark in
      guard case .link(let address) = mark.kind else { return nil }
      return LinkAddress.safe(address).map { (mark.span, $0) }
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
      output += LinkAddress.sequence(link.address)
      VisibleText.append(Span(start: start, end: end), of: bytes, to: &output)
      output += LinkAddress.sequence(nil)
      at = end
    }
    VisibleText.append(Span(start: at, end: row.end), of: bytes, to: &output)
  }
}
