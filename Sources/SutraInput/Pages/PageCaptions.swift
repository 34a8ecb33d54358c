/// Finds the words below an article's pictures, which are no part of its text.
extension PageBody {
  /// Most letters of a caption.
  private static let longestCaption = 1_000

  /// The parts with the captions that stand between them, and right behind the last of them.
  func withCaptions(_ parts: [Part], in container: Int) -> [Part] {
    guard let first = parts.first?.block, var last = parts.last?.block, first <= last else {
      return parts
    }
    let end = scorer.blocks(in: container).upperBound
    while last + 1 < end, isCaption(last + 1) { last += 1 }
    var all: [Part] = []
    var next = 0
    for index in first...last {
      if next < parts.count, parts[next].block == index {
        all.append(parts[next])
        next += 1
      } else if isCaption(index) {
        all.append(Part(block: index, kind: .caption))
      }
    }
    return all
  }

  private func isCaption(_ index: Int) -> Bool {
    let block = outline.blocks[index]
    let marks = outline.marks[block.node]
    return marks.contains(.caption) && block.length <= Self.longestCaption
      && marks.isDisjoint(with: [.hidden, .comments, .aside])
  }
}

extension PageOutline {
  /// How many elements around a caption are looked at for its picture.
  private static let levels = 4
  /// Most elements of a figure that are looked at.
  private static let widest = 64

  /// Where the picture of a caption is found, as the page says it.
  func picture(of block: Block) -> String? {
    var element = block.node
    for _ in 0..<Self.levels where element >= 0 {
      let end = min(Int(tree.nodes[element].end), element + Self.widest)
      let pictures = (element..<end).filter {
        tree.nodes[$0].tag == .img || tree.nodes[$0].tag == .ampImg
      }
      if let source = pictures.lazy.compactMap({ tree.value(.src, of: $0) }).first { return source }
      element = Int(tree.nodes[element].parent)
    }
    return nil
  }
}
