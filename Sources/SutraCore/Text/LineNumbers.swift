/// The numbers of the lines of a text as it came.
package struct LineNumbers: Sendable {
  private let text: SourceText
  /// Where each line begins.
  private let starts: [Int]

  /// Counts the lines of a text.
  package init(_ text: SourceText) {
    self.text = text
    var starts = [0]
    for (offset, byte) in text.bytesAsTheyCame.enumerated() where byte == 0x0A {
      starts.append(offset + 1)
    }
    self.starts = starts
  }

  /// The number, from 1, of the line in which a byte of the text stands.
  package func number(of offset: Int) -> Int {
    let offset = text.offsetAsItCame(offset)
    return starts.partitioningIndex { $0 > offset }
  }
}
