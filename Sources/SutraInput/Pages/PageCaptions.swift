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
    guard (first...last).contains(where: isCaption) else { return parts }
    var all: [Part] = []
    all.reserveCapacity(last - first + 1)
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

extension PageTree {
  /// How many elements around a caption are looked at for its picture.
  private static let levels = 4
  /// Most elements of a figure that are looked at.
  private static let widest = 64

  /// Where the picture of a caption is found, as the page says it.
  func picture(of block: PageOutline.Block) -> String? {
    var element = block.node
    for _ in 0..<Self.levels where element >= 0 {
      let end = min(Int(nodes[element].end), element + Self.widest)
      let pictures = (element..<end).filter {
        nodes[$0].tag == .img || nodes[$0].tag == .ampImg
      }
      if let source = pictures.lazy.compactMap({ value(.src, of: $0) }).first { return source }
      element = Int(nodes[element].parent)
    }
    return nil
  }
}

extension PageBlocks.Block {
  /// A caption and who made its picture, each for itself.
  func parted(_ caption: PagePart) -> [PagePart] {
    let end = min(Int(credit.upperBound), text.count)
    let start = min(Int(credit.lowerBound), end)
    guard start < end else { return [caption] }
    return [
      caption.cut(to: 0..<start, as: .caption), caption.cut(to: start..<end, as: .credit),
      caption.cut(to: end..<text.count, as: .caption),
    ].compactMap { $0 }
  }
}

extension PagePart {
  /// What stands between a caption and who made its picture, but for brackets.
  private static let signs = Array(" \n|/-".utf8)
  private static let (openings, closings) = (Array("([".utf8), Array(")]".utf8))

  /// Some of its words, without what parts them from the others; `nil` where there are none.
  fileprivate func cut(to range: Range<Int>, as kind: Kind) -> PagePart? {
    // Brackets around a name belong to neither.
    let (before, after) =
      kind == .credit ? (Self.openings, Self.closings) : (Self.closings, Self.openings)
    var (start, end) = (range.lowerBound, range.upperBound)
    func isOne(of signs: [UInt8], _ at: Int) -> Bool {
      let byte = text[text.startIndex + at]
      return Self.signs.contains(byte) || signs.contains(byte)
    }
    while start < end, isOne(of: before, start) { start += 1 }
    while start < end, isOne(of: after, end - 1) { end -= 1 }
    guard start < end else { return nil }
    let own = start..<end
    func moved(_ range: Range<Int>) -> Range<Int>? {
      let shared = range.clamped(to: own)
      return shared.isEmpty ? nil : shared.lowerBound - start..<shared.upperBound - start
    }
    return part(
      own, as: kind,
      links: links.compactMap { link in
        moved(link.start..<link.end).map {
          Link(start: $0.lowerBound, end: $0.upperBound, address: link.address)
        }
      }, emphasis: emphasis.compactMap(moved))
  }
}
