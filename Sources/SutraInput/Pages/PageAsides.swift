/// Finds the elements of an article that are no part of it.
extension PageBody {
  /// Elements in the container that are left out, each with all that is in it, in order.
  func droppedElements(in container: Int) -> [Range<Int>] {
    let nodes = outline.tree.nodes
    var dropped: [Range<Int>] = []
    let all = max(scorer.held(in: container).plainLength, 1)
    var node = container + 1
    while node < Int(nodes[container].end) {
      let own = outline.own[node]
      let tag = nodes[node].tag
      guard tag != .text, !own.isEmpty || Self.mayBeList(tag) else {
        node += 1
        continue
      }
      // Weights without regard to marks, so that a wrapper with a telling name is not taken for an aside.
      let held = scorer.held(in: node)
      let share = Double(held.plainLength) / Double(all)
      var drops = false
      if own.contains(.hidden) {
        drops = share < 0.5
      } else if held.length == 0 {
        drops = false
      } else if own.contains(.comments) || own.contains(.gallery) {
        drops = share < 0.4 || all - held.plainLength > 1500
      } else if own.contains(.caption) {
        drops = share < 0.25
      } else if own.contains(.aside) {
        drops = share < 0.3
        // Names such as "widget" are given to everything by some; words without links are kept.
        if drops, tag == .div || tag == .section, held.plainLength >= 700,
          held.linkLength * 10 < held.length
        {
          drops = false
        }
      } else if !own.isDisjoint(with: [.about, .media]) {
        drops = share < 0.1 && held.length < 600
      } else if Self.mayBeList(tag) {
        // A list of links.
        let links = Double(held.linkLength) / Double(held.length)
        drops = links > 0.75 && held.length < all && hasTwoLinks(node)
        if !drops, share < 0.4, tag != .table {
          drops = scorer.isListOfTeasers(node) && !hasCore(node)
        }
      }
      if drops {
        dropped.append(node..<Int(nodes[node].end))
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

  private static func mayBeList(_ tag: PageTag) -> Bool {
    switch tag {
    case .ul, .ol, .div, .section, .table, .dl: true
    default: false
    }
  }

  private func hasTwoLinks(_ node: Int) -> Bool {
    let nodes = outline.tree.nodes
    var count = 0
    for index in node..<Int(nodes[node].end) where nodes[index].tag == .a {
      count += 1
      if count == 2 { return true }
    }
    return false
  }

  /// Whether an element is one of some that are in order, or in one of them.
  static func isDropped(_ node: Int, _ dropped: [Range<Int>]) -> Bool {
    var (low, high) = (0, dropped.count)
    while low < high {
      let middle = (low + high) / 2
      if dropped[middle].upperBound <= node { low = middle + 1 } else { high = middle }
    }
    return low < dropped.count && dropped[low].contains(node)
  }
}
