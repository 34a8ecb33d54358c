/// Finds the element of a page that holds its article.
struct PageScorer {
  let outline: PageOutline
  /// How much of an article each block looks like.
  private(set) var weights: [Float] = []
  /// The sum of the weights in each element.
  private(set) var sums: [Float] = []
  /// What the blocks hold.
  private let held: PageSums
  /// Elements below which a page is over, in order.
  private let footers: [Int]
  /// How many headings of the first level the page has.
  private let headlines: Int

  init(_ outline: PageOutline) {
    self.outline = outline
    headlines = outline.tree.nodes.count { $0.tag == .h1 }
    held = PageSums(outline.blocks, outline.tree.nodes)
    footers = Self.footers(outline.tree.nodes)
    weights = outline.blocks.map { Self.weight($0, outline) }
    leaveOutBelowFooter()
    sums = Array(repeating: 0, count: outline.tree.nodes.count)
    for (index, block) in outline.blocks.enumerated() { sums[block.node] += weights[index] }
    for node in sums.indices.reversed() {
      let parent = Int(outline.tree.nodes[node].parent)
      if parent >= 0 { sums[parent] += sums[node] }
    }
  }

  /// Fewest links of the footer of a page; one of an article has less.
  private static let footerLinks = 5

  private static func footers(_ nodes: PageNodes) -> [Int] {
    var found: [Int] = []
    var open: [(node: Int, end: Int, linksBefore: Int)] = []
    var links = 0
    for index in nodes.indices {
      while let last = open.last, last.end <= index {
        if links - last.linksBefore >= footerLinks { found.append(last.node) }
        open.removeLast()
      }
      let node = nodes[index]
      if node.tag == .a { links += 1 }
      if node.tag == .footer { open.append((index, Int(node.end), links)) }
    }
    return found.sorted()
  }

  /// Gives no weight to what stands below the last footer, unless most does.
  private mutating func leaveOutBelowFooter() {
    guard let footer = footers.last else { return }
    let below = first(from: Int(outline.tree.nodes[footer].end))
    let sum = weights[below...].reduce(0, +)
    guard sum > 0, sum < weights[..<below].reduce(0, +) else { return }
    for index in below..<weights.count { weights[index] = 0 }
  }

  /// Whether the page's footer stands between two places.
  private func hasFooter(from start: Int, to end: Int) -> Bool {
    let next = footers.partitioningIndex { $0 >= start }
    return next < footers.count && footers[next] < end
  }

  private static func weight(_ block: PageOutline.Block, _ outline: PageOutline) -> Float {
    guard block.length >= 25, block.linkShare < 0.5 else { return 0 }
    let node = outline.tree.nodes[block.node]
    guard node.tag.headingLevel == nil else { return 0 }
    let marks = outline.marks[block.node]
    guard marks.isDisjoint(with: [.hidden, .comments, .caption, .pullQuote]) else { return 0 }
    let stops = block.text.withUnsafeBufferPointer(stops)
    var weight = 1 + min(Float(stops), 12) + min(Float(block.length) / 100, 5)
    if stops == 0 { weight = 0.3 }
    weight *= Float(1 - block.linkShare)
    if node.tag == .li || node.tag == .td { weight *= 0.6 }
    if marks.contains(.aside) { weight *= 0.15 }
    return weight
  }

  /// How many marks of a text end a sentence or a part of one.
  private static func stops(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    var stops = 0
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte == 0x2C || byte == 0x2E || byte == 0x3B || byte == 0x3F || byte == 0x21 {
        stops += 1
      } else if byte == 0xE0, index + 2 < text.count, text[index + 1] == 0xA5,
        text[index + 2] == 0xA4
      {
        stops += 1
      } else if byte == 0xE3, index + 2 < text.count, text[index + 1] == 0x80 {
        stops += 1
      }
      index += 1
    }
    return stops
  }

  /// The elements that hold the article, in order; none where there is none.
  func container() -> Int? {
    let nodes = outline.tree.nodes
    var score = [Float](repeating: 0, count: nodes.count)
    var touched: [Int] = []
    for (index, block) in outline.blocks.enumerated() where weights[index] > 0 {
      // A paragraph gives to what it stands in; text of no paragraph gives to its own element too.
      var element = block.node
      if nodes[element].tag == .p || nodes[element].tag == .li || nodes[element].tag == .blockquote
      {
        element = Int(nodes[element].parent)
      }
      var share: Float = 1
      var level = 0
      while element >= 0, level < 6 {
        if nodes[element].tag == .html { break }
        if score[element] == 0 { touched.append(element) }
        score[element] += weights[index] * share
        level += 1
        share = level == 1 ? 0.6 : share * 0.66
        element = Int(nodes[element].parent)
      }
    }
    guard !touched.isEmpty else { return nil }
    for element in touched {
      let own = outline.own[element]
      if own.contains(.body) { score[element] *= 1.25 }
      if let prop = outline.tree.bytes(.itemprop, of: element),
        prop.elementsEqual("articleBody".utf8)
      {
        score[element] *= 1.5
      }
      if nodes[element].tag == .article { score[element] *= 1.15 }
      if !outline.marks[element].isDisjoint(with: PageMarks.leftOut) { score[element] *= 0.3 }
    }
    guard let best = touched.max(by: { score[$0] < score[$1] }) else { return nil }
    return widened(best)
  }

  /// The nearest element around one that holds much more of the article than it.
  private func widened(_ start: Int) -> Int {
    let nodes = outline.tree.nodes
    var kept = start
    var base = sums[start]
    var candidate = start
    var gained: Float = 0
    var steps = 0
    while steps < 8 {
      let parent = Int(nodes[candidate].parent)
      guard parent >= 0, nodes[parent].tag != .html else { break }
      if nodes[candidate].tag == .article || nodes[candidate].tag == .main,
        gained == 0, base > 8, hasHeadline(candidate)
      {
        break
      }
      var child = parent + 1
      while child < Int(nodes[parent].end) {
        if hasFooter(from: Int(nodes[candidate].end), to: child) { break }
        if child != candidate, sums[child] > 0, sums[child] <= max(base, 20) || isAlike(child, kept)
        {
          gained += gain(child, besides: kept, depth: 0)
        }
        child = Int(nodes[child].end)
      }
      candidate = parent
      if gained > 0.1 * base {
        kept = candidate
        base += gained
        gained = 0
      }
      steps += 1
    }
    return kept
  }

  /// Whether two elements have the same class.
  private func isAlike(_ one: Int, _ other: Int) -> Bool {
    guard let own = outline.tree.bytes(.class, of: one) else { return false }
    return outline.tree.bytes(.class, of: other)?.elementsEqual(own) ?? false
  }

  /// How much of an element beside the article may belong to it.
  private func gain(_ node: Int, besides kept: Int, depth: Int) -> Float {
    if isPartOfArticle(node, besides: kept) { return sums[node] }
    let nodes = outline.tree.nodes
    guard depth < 2, outline.own[node].isDisjoint(with: PageMarks.leftOut),
      nodes[node].tag != .article
    else { return 0 }
    var sum: Float = 0
    var child = node + 1
    while child < Int(nodes[node].end) {
      if sums[child] > 0, outline.own[child].contains(.body) {
        sum += gain(child, besides: kept, depth: depth + 1)
      }
      child = Int(nodes[child].end)
    }
    return sum
  }

  /// The blocks in an element.
  func blocks(in node: Int) -> Range<Int> {
    let end = Int(outline.tree.nodes[node].end)
    return first(from: node)..<first(from: end)
  }

  /// The number of the first block whose text stands at a node or behind it.
  private func first(from node: Int) -> Int {
    var (low, high) = (0, outline.blocks.count)
    while low < high {
      let middle = (low + high) / 2
      if outline.blocks[middle].firstText < node { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether an element is a list of other articles: linked headlines, with or without some words.
  func isListOfTeasers(_ node: Int) -> Bool {
    let range = blocks(in: node)
    guard range.count >= 3 else { return false }
    let held = held[range]
    return held.headlines >= 3 && Int(held.headlines) * 10 >= range.count * 3
      && held.headlines * 4 >= held.paragraphs * 3
  }

  /// What an element holds.
  func held(in node: Int) -> PageSums.Sum { held[blocks(in: node)] }

  private func hasHeadline(_ node: Int) -> Bool {
    (node..<Int(outline.tree.nodes[node].end)).contains { outline.tree.nodes[$0].tag == .h1 }
  }

  /// Whether an element beside the article may be more of it, and is not another one.
  func isPartOfArticle(_ node: Int, besides kept: Int) -> Bool {
    let nodes = outline.tree.nodes
    guard outline.own[node].isDisjoint(with: PageMarks.leftOut.union(.about)) else { return false }
    if nodes[node].tag == .article || isListOfTeasers(node) { return false }
    var linked = 0
    var all = 0
    for index in node..<Int(nodes[node].end) {
      if nodes[index].tag == .article || nodes[index].tag == .h1 && headlines < 3 { return false }
      if nodes[index].tag == .text, outline.marks[index].isDisjoint(with: PageMarks.leftOut) {
        let length = outline.tree.text(index).count
        all += length
        if outline.marks[index].contains(.link) { linked += length }
      }
    }
    return all > 0 && Double(linked) < 0.35 * Double(all)
  }
}
