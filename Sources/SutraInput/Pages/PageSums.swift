/// What a page's blocks hold from its beginning on, so that it is told at once what any run of them holds, however
/// many elements are around it.
struct PageSums {
  /// What some blocks hold together.
  struct Sum {
    /// Scalars of all of them.
    fileprivate(set) var length: Int32 = 0
    /// Those of links.
    fileprivate(set) var linkLength: Int32 = 0
    /// Those of blocks that are no links, as far as these are no labels.
    fileprivate(set) var plainLength: Int32 = 0
    /// Blocks that are linked headlines.
    fileprivate(set) var headlines: Int32 = 0
    /// Blocks that read as paragraphs.
    fileprivate(set) var paragraphs: Int32 = 0

    fileprivate mutating func add(_ block: PageBlocks.Block, _ nodes: PageNodes) {
      length += Int32(block.length)
      linkLength += Int32(block.linkLength)
      if block.linkShare < 0.5, block.length >= 40 { plainLength += Int32(block.length) }
      // Words that stand above a headline are in one heading with it, and no link.
      let isHeading = nodes[block.node].tag.headingLevel != nil
      if block.linkShare > (isHeading ? 0.5 : 0.8), block.length >= 15 { headlines += 1 }
      if block.linkShare < 0.3, block.length >= 80 { paragraphs += 1 }
    }
  }

  /// How many blocks stand between two sums that are kept: a page may have a million blocks.
  private static let step = 16

  private let blocks: PageBlocks
  private let nodes: PageNodes
  /// What the blocks before each sixteenth hold.
  private let sums: [Sum]

  /// Takes a page's blocks.
  ///
  /// - Parameters:
  ///   - blocks: The blocks.
  ///   - nodes: What they stand in.
  init(_ blocks: PageBlocks, _ nodes: PageNodes) {
    var sums: [Sum] = []
    sums.reserveCapacity(blocks.count / Self.step + 1)
    var sum = Sum()
    for (number, block) in blocks.enumerated() {
      if number % Self.step == 0 { sums.append(sum) }
      sum.add(block, nodes)
    }
    if blocks.count % Self.step == 0 { sums.append(sum) }
    (self.blocks, self.nodes, self.sums) = (blocks, nodes, sums)
  }

  /// What the blocks before one hold.
  private func sum(before number: Int) -> Sum {
    var sum = sums[number / Self.step]
    for index in number - number % Self.step..<number { sum.add(blocks[index], nodes) }
    return sum
  }

  /// What a run of blocks holds.
  subscript(blocks: Range<Int>) -> Sum {
    let (before, all) = (sum(before: blocks.lowerBound), sum(before: blocks.upperBound))
    return Sum(
      length: all.length - before.length, linkLength: all.linkLength - before.linkLength,
      plainLength: all.plainLength - before.plainLength,
      headlines: all.headlines - before.headlines, paragraphs: all.paragraphs - before.paragraphs)
  }
}
