/// Cuts the article out of its element: leaves out what is no part of it.
struct PageBody {
  /// A block of the article.
  struct Part {
    let block: Int
    let kind: PagePart.Kind
  }

  let outline: PageOutline
  let scorer: PageScorer
  let words: PageWords
  /// The headline, folded.
  let title: [UInt8]
  /// The names of the writers, folded.
  let authors: [[UInt8]]
  /// The whole article as the page's data say it, folded; empty where they do not.
  let told: [UInt8]

  /// The blocks of the article in an element.
  func parts(in container: Int) -> [Part] {
    let dropped = droppedElements(in: container)
    var candidates: [Int] = []
    let end = Int(outline.tree.nodes[container].end)
    for index in outline.blocks.indices {
      let block = outline.blocks[index]
      guard block.firstText >= container, block.firstText < end else { continue }
      if isDropped(block.node, dropped, container) { continue }
      candidates.append(index)
    }
    let own = withoutOthers(candidates.filter { !isOutside($0) }, in: container)
    return trimmed(within(withoutAsides(own, in: container)))
  }

  /// Elements in the container that are left out, each with all that is in it.
  private func droppedElements(in container: Int) -> [Bool] {
    let nodes = outline.tree.nodes
    var dropped = [Bool](repeating: false, count: nodes.count)
    // Weights without regard to marks, so that a wrapper with a telling name is not taken for an aside.
    var plain = [Int32](repeating: 0, count: nodes.count)
    var linkLength = plain
    var length = plain
    for block in outline.blocks
    where block.node >= container && block.node < Int(nodes[container].end) {
      length[block.node] += Int32(block.length)
      linkLength[block.node] += Int32(block.linkLength)
      if block.linkShare < 0.5, block.length >= 40 { plain[block.node] += Int32(block.length) }
    }
    for node in stride(from: Int(nodes[container].end) - 1, to: container, by: -1) {
      let parent = Int(nodes[node].parent)
      if parent >= 0 {
        plain[parent] += plain[node]
        length[parent] += length[node]
        linkLength[parent] += linkLength[node]
      }
    }
    let all = max(plain[container], 1)
    var node = container + 1
    while node < Int(nodes[container].end) {
      let own = outline.own[node]
      let tag = nodes[node].tag
      var drops = false
      if tag == .text || length[node] == 0 && !own.contains(.hidden) {
        node += 1
        continue
      }
      let share = Double(plain[node]) / Double(all)
      if own.contains(.hidden) {
        drops = share < 0.5
      } else if own.contains(.comments) || own.contains(.gallery) {
        drops = share < 0.4 || all - plain[node] > 1500
      } else if own.contains(.caption) || own.contains(.pullQuote) {
        drops = share < 0.25
      } else if own.contains(.aside) {
        drops = share < 0.3
        // Names such as "widget" are given to everything by some; words without links are kept.
        if drops, tag == .div || tag == .section, plain[node] >= 700,
          linkLength[node] * 10 < length[node]
        {
          drops = false
        }
      } else if own.contains(.about) {
        drops = share < 0.1 && length[node] < 600
      } else if tag == .ul || tag == .ol || tag == .div || tag == .section || tag == .table
        || tag == .dl
      {
        // A list of links.
        let links = Double(linkLength[node]) / Double(length[node])
        drops = links > 0.75 && length[node] < all && countItems(node) >= 2
        if !drops, share < 0.4, tag != .table {
          drops = scorer.isListOfTeasers(node) && !hasCore(node)
        }
      }
      if drops {
        dropped[node] = true
        node = Int(nodes[node].end)
      } else {
        node += 1
      }
    }
    return dropped
  }

  /// Whether most of an element's prose is in one of its children that is no list of teasers.
  private func hasCore(_ node: Int) -> Bool {
    let nodes = outline.tree.nodes
    var child = node + 1
    while child < Int(nodes[node].end) {
      if scorer.sums[child] > 3, scorer.sums[child] * 10 >= scorer.sums[node] * 6,
        outline.own[child].isDisjoint(with: PageMarks.leftOut), !scorer.isListOfTeasers(child)
      {
        return true
      }
      child = Int(nodes[child].end)
    }
    return false
  }

  private func countItems(_ node: Int) -> Int {
    let nodes = outline.tree.nodes
    var count = 0
    for index in node..<Int(nodes[node].end) where nodes[index].tag == .a { count += 1 }
    return count
  }

  private func isDropped(_ node: Int, _ dropped: [Bool], _ container: Int) -> Bool {
    var element = node
    while element > container {
      if dropped[element] { return true }
      element = Int(outline.tree.nodes[element].parent)
    }
    return false
  }

  /// Leaves out what stands above and below the article as the page's data tell it.
  ///
  /// They count where nearly all that they tell is found on the page.
  private func within(_ candidates: [Int]) -> [Int] {
    guard told.count > 500 else { return candidates }
    var found = 0
    var first: Int?
    var last = 0
    for (position, index) in candidates.enumerated() {
      let folded = PageText.folded(String(decoding: outline.blocks[index].text, as: UTF8.self))
      guard folded.count >= 24, contains(told, Array(folded.prefix(60))) else { continue }
      found += folded.count
      first = first ?? position
      last = position
    }
    guard let first, found * 10 > told.count * 9 else { return candidates }
    return Array(candidates[first...last])
  }

  /// Leaves out other articles that stand below this one in elements of the same name.
  private func withoutOthers(_ candidates: [Int], in container: Int) -> [Int] {
    let nodes = outline.tree.nodes
    guard !title.isEmpty else { return candidates }
    var skipsTo = 0
    var kept: [Int] = []
    for index in candidates {
      let block = outline.blocks[index]
      if block.firstText < skipsTo { continue }
      let tag = nodes[block.node].tag
      if tag == .h1 || tag == .h2, block.length >= 15,
        let other = otherArticle(from: index, in: container)
      {
        skipsTo = Int(nodes[other].end)
        continue
      }
      kept.append(index)
    }
    return kept
  }

  /// The element that begins with a headline and is made as an earlier one with this article's.
  private func otherArticle(from index: Int, in container: Int) -> Int? {
    let nodes = outline.tree.nodes
    var element = outline.blocks[index].node
    var steps = 0
    while steps < 6, element > container {
      let parent = Int(nodes[element].parent)
      guard parent >= 0 else { return nil }
      if let name = firstClass(element) {
        var sibling = parent + 1
        while sibling < element {
          if nodes[sibling].tag == nodes[element].tag, firstClass(sibling) == name,
            holdsTitle(sibling), scorer.sums[sibling] > 5, scorer.sums[element] > 5
          {
            return element
          }
          sibling = Int(nodes[sibling].end)
        }
      }
      guard scorer.blocks(in: parent).lowerBound == index else { return nil }
      element = parent
      steps += 1
    }
    return nil
  }

  private func firstClass(_ node: Int) -> [UInt8]? {
    guard let all = outline.tree.bytes(.class, of: node) else { return nil }
    let name = all.split(separator: 0x20).first
    return name.map(Array.init)
  }

  private func holdsTitle(_ node: Int) -> Bool {
    scorer.blocks(in: node).prefix(12).contains { index in
      let block = outline.blocks[index]
      return block.length < 400
        && PageText.folded(String(decoding: block.text, as: UTF8.self)) == title
    }
  }

  /// Leaves out what stands under a heading such as "related stories", as far as that goes.
  private func withoutAsides(_ candidates: [Int], in container: Int) -> [Int] {
    let nodes = outline.tree.nodes
    var kept: [Int] = []
    var skipsTo = 0
    let total = candidates.reduce(0) { $0 + outline.blocks[$1].length }
    for index in candidates {
      let block = outline.blocks[index]
      if block.firstText < skipsTo { continue }
      if block.length < 60,
        words.isWhole(PageText.folded(String(decoding: block.text, as: UTF8.self)), .end)
      {
        // The heading belongs to the largest element that begins with it.
        var element = block.node
        while true {
          let parent = Int(nodes[element].parent)
          guard parent > container, scorer.blocks(in: parent).lowerBound == index else { break }
          element = parent
        }
        let length = scorer.blocks(in: element).reduce(0) { $0 + outline.blocks[$1].length }
        if length * 10 < total * 7 { skipsTo = Int(nodes[element].end) }
        continue
      }
      kept.append(index)
    }
    return kept
  }

  /// Whether a block is no part of the article by its words.
  private func isOutside(_ index: Int) -> Bool {
    let block = outline.blocks[index]
    let tag = outline.tree.nodes[block.node].tag
    let folded = PageText.folded(String(decoding: block.text.prefix(300), as: UTF8.self))
    if folded.isEmpty { return true }
    if !title.isEmpty, folded == title { return true }
    if words.isWhole(folded, .line) { return true }
    if words.begins(folded, .aside), block.length < 250 { return true }
    if block.linkShare > 0.9, block.length > 12, tag == .p || tag == .div,
      neighboursAreProse(index)
    {
      return !told.isEmpty || block.boldLength > 0 || block.links.count == 1
    }
    return false
  }

  private func neighboursAreProse(_ index: Int) -> Bool {
    let blocks = outline.blocks
    func isProse(_ other: Int) -> Bool {
      blocks.indices.contains(other) && blocks[other].length > 80 && blocks[other].linkShare < 0.5
    }
    return isProse(index - 1) || isProse(index + 1)
  }

  private func isProse(_ block: PageOutline.Block) -> Bool {
    guard block.length >= 40, block.linkShare < 0.5,
      outline.tree.nodes[block.node].tag.headingLevel == nil
    else { return false }
    return block.length >= 100 || Self.endsSentence(block.text)
  }

  /// Whether a text ends as a sentence does.
  static func endsSentence(_ text: [UInt8]) -> Bool {
    var end = text.count
    // Closing marks stand behind the stop.
    while end > 0 {
      if text[end - 1] == 0x22 || text[end - 1] == 0x27 || text[end - 1] == 0x29 {
        end -= 1
      } else if end >= 3, text[end - 3] == 0xE2, text[end - 2] == 0x80,
        (0x98...0x9F).contains(text[end - 1])
      {
        end -= 3
      } else {
        break
      }
    }
    guard end > 0 else { return false }
    switch text[end - 1] {
    case 0x2E, 0x21, 0x3F, 0x3A: return true
    case 0xA4, 0xA5: return end >= 3 && text[end - 3] == 0xE0 && text[end - 2] == 0xA5
    case 0x82: return end >= 3 && text[end - 3] == 0xE3 && text[end - 2] == 0x80
    case 0xA6: return end >= 3 && text[end - 3] == 0xE2 && text[end - 2] == 0x80
    case 0x81, 0x9F: return end >= 3 && text[end - 3] == 0xEF && text[end - 2] == 0xBC
    default: return false
    }
  }

  /// Leaves out what stands before the first paragraph and behind the last.
  private func trimmed(_ candidates: [Int]) -> [Part] {
    let blocks = outline.blocks
    var kept = candidates
    // Small things above the first paragraph: section, writer, date, counts of shares.
    if let first = kept.firstIndex(where: { isProse(blocks[$0]) }) {
      var head: [Int] = []
      for index in kept[..<first] {
        let block = blocks[index]
        let tag = outline.tree.nodes[block.node].tag
        let folded = PageText.folded(String(decoding: block.text, as: UTF8.self))
        if authors.contains(where: {
          !$0.isEmpty && (folded == $0 || (block.length < 80 && contains(folded, $0)))
        }) {
          continue
        }
        if tag == .h1 { continue }
        if tag.headingLevel != nil || tag == .blockquote || tag == .li || tag == .dd || tag == .dt
          || tag == .td || tag == .pre
        {
          if block.linkShare < 0.5 { head.append(index) }
        } else if block.length >= 40, block.linkShare < 0.5 {
          head.append(index)
        }
      }
      kept.replaceSubrange(..<first, with: head)
    }
    while let last = kept.last {
      let block = blocks[last]
      let tag = outline.tree.nodes[block.node].tag
      let isLabel = block.length < 40 && !Self.endsSentence(block.text)
      let isHeading = tag.headingLevel != nil
      guard kept.count > 1,
        isHeading || block.linkShare > 0.6
          || (isLabel && (tag == .div || tag == .span || tag == .section))
      else { break }
      kept.removeLast()
    }
    return kept.map { Part(block: $0, kind: kind(of: $0)) }
  }

  private func contains(_ text: [UInt8], _ word: [UInt8]) -> Bool {
    guard let first = word.first, word.count <= text.count else { return false }
    return text.withUnsafeBufferPointer { text in
      word.withUnsafeBufferPointer { word in
        for start in 0...(text.count - word.count) where text[start] == first {
          var at = 1
          while at < word.count, text[start + at] == word[at] { at += 1 }
          if at == word.count { return true }
        }
        return false
      }
    }
  }

  private func kind(of index: Int) -> PagePart.Kind {
    let block = outline.blocks[index]
    let tag = outline.tree.nodes[block.node].tag
    if tag.headingLevel != nil { return .subhead }
    if outline.marks[block.node].contains(.quotation) { return .quotation }
    switch tag {
    case .li, .dd, .dt: return .listItem
    case .td, .th, .tr: return .tableRow
    default: return .paragraph
    }
  }
}
