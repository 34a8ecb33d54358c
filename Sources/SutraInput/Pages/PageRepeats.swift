/// Leaves out of an article what it says twice.
extension PageBody {
  /// Most quotations set apart that are looked for in the text.
  private static let mostQuotations = 64
  /// Letters of a quotation that is looked for, in bytes.
  private static let lengths = 20...2_000

  /// Leaves out quotations set apart that repeat words of the text, drawn large as they are.
  func leaveOutRepeats(_ candidates: inout [Int]) {
    let apart: PageMarks = [.pullQuote, .quotation]
    let quotations = candidates.filter {
      !outline.marks[outline.blocks[$0].node].isDisjoint(with: apart)
    }
    guard !quotations.isEmpty, quotations.count <= Self.mostQuotations else { return }
    let own = Set(quotations)
    var text: [UInt8] = []
    for index in candidates where !own.contains(index) {
      text += PageText.folded(bytes: outline.blocks[index].text)
      // No quotation goes from one block to the next.
      text.append(0x0A)
    }
    let repeats = quotations.filter { index in
      let folded = PageText.folded(bytes: outline.blocks[index].text)
      return Self.lengths.contains(folded.count) && contains(text, folded)
    }
    let left = Set(repeats)
    if !left.isEmpty { candidates.removeAll(where: left.contains) }
  }
}
