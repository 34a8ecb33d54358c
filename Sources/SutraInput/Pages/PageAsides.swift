/// Finds the elements of an article that are no part of it.
extension PageBody {
  /// Elements in the container that are left out, each with all that is in it.
  func droppedElements(in container: Int) -> [Bool] {
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
      } else if own.contains(.caption) {
        drops = share < 0.25
      } else if own.contains(.aside) {
        drops = share < 0.3
        // Names such as "widget" are given to everything by some; words without links are kept.
        if drops, tag == .div || tag == .section, plain[node] >= 700,
          linkLength[node] * 10 < length[node]
        {
          drops = false
        }
      } else if !own.isDisjoint(with: [.about, .media]) {
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

  func isDropped(_ node: Int, _ dropped: [Bool], _ container: Int) -> Bool {
    var element = node
    while element > container {
      if dropped[element] { return true }
      element = Int(outline.tree.nodes[element].parent)
    }
    return false
  }
}
