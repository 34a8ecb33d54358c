/// A page's blocks of text, each with what is known of the elements around it.
struct PageOutline {
  typealias Block = PageBlocks.Block

  let tree: PageTree
  /// What each element is, with what its ancestors are.
  let marks: [PageMarks]
  /// What each element is by itself.
  let own: [PageMarks]
  let blocks: PageBlocks

  init(_ tree: PageTree) {
    self.tree = tree
    (own, marks) = Self.marks(of: tree)
    blocks = Self.blocks(of: tree, marks)
  }

  private static func marks(of tree: PageTree) -> (own: [PageMarks], all: [PageMarks]) {
    let nodes = tree.nodes
    var marks = Array(repeating: PageMarks(), count: nodes.count)
    var own = marks
    for index in nodes.indices {
      let node = nodes[index]
      let inherited: PageMarks = node.parent >= 0 ? marks[Int(node.parent)] : []
      guard node.tag != .text else {
        marks[index] = inherited
        continue
      }
      var mine: PageMarks = []
      switch node.tag {
      case .nav, .footer, .form, .menu, .aside: mine.insert(.aside)
      case .figcaption, .caption: mine.insert(.caption)
      case .a:
        // A link within the page is a part of it.
        if tree.bytes(.href, of: index)?.first != UInt8(ascii: "#") { mine.insert(.link) }
      case .blockquote: mine.insert(.quotation)
      case .noscript: mine.insert(.hidden)
      case .address: mine.insert(.about)
      default: if node.tag.isHidden { mine.insert(.hidden) }
      }
      tree.forEachAttribute(of: index) { key, value in mine.formUnion(Self.marks(key, value)) }
      // What React has sent later is hidden as long as it is not in its place.
      if mine.contains(.hidden), tree.bytes(.id, of: index)?.starts(with: sentLater) == true {
        mine.remove(.hidden)
      }
      if node.tag == .body || node.tag == .html || node.tag == .main { mine = [] }
      own[index] = mine
      marks[index] = inherited.subtracting(.body).union(mine)
    }
    return (own, marks)
  }

  /// What an attribute says its element is.
  private static func marks(_ key: PageKey, _ value: ArraySlice<UInt8>) -> PageMarks {
    switch key {
    case .class: return PageMarks.of(value)
    case .id:
      // Identifiers of many words are made of headings.
      let signs = value.count { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
      return signs < 3 ? PageMarks.of(value) : []
    case .role: return asideRoles.contains { value.elementsEqual($0.utf8) } ? .aside : []
    case .itemprop:
      if value.elementsEqual("articleBody".utf8) { return .body }
      if value.elementsEqual("comment".utf8) { return .comments }
      if credits.contains(where: { value.elementsEqual($0.utf8) }) { return .credit }
      return value.elementsEqual("caption".utf8) ? .caption : []
    case .hidden: return .hidden
    case .ariaHidden: return value.elementsEqual("true".utf8) ? .hidden : []
    case .style: return hides(value) ? .hidden : []
    default: return []
    }
  }

  private static let credits = ["copyrightHolder", "creditText", "creator"]
  private static let asideRoles = [
    "navigation", "complementary", "menu", "dialog", "contentinfo", "banner",
  ]
  private static let credit: PageMarks = [.caption, .credit]
  private static let sentLater = Array("S:".utf8)
  private static let hidingStyles = ["display:none", "visibility:hidden"].map { Array($0.utf8) }

  private static func hides(_ style: ArraySlice<UInt8>) -> Bool {
    hidingStyles.contains { PageText.contains(style, $0) }
      || style.contains(0x20) && hides(style.filter { $0 > 0x20 }[...])
  }

  private static func blocks(of tree: PageTree, _ marks: [PageMarks]) -> PageBlocks {
    let nodes = tree.nodes
    var reader = PageBlocks.Reader()
    var stack: [(node: Int, end: Int)] = []
    // Those of them that are not within a line, and links: nobody looks for them from each text outwards.
    var (outer, anchors) = ([Int](), [Int]())
    var index = 0
    while index < nodes.count {
      while let last = stack.last, last.end <= index {
        stack.removeLast()
        if anchors.last == last.node { anchors.removeLast() }
        if outer.last == last.node {
          outer.removeLast()
          reader.endBlock()
        }
      }
      let node = nodes[index]
      if node.tag == .text {
        let anchor = marks[index].contains(.link) ? anchors.last ?? 0 : nil
        reader.add(
          index, in: outer.last ?? 0, anchor, isCredit: marks[index].isSuperset(of: credit),
          tree)
        index += 1
        continue
      }
      if node.tag.isHidden || (node.tag == .noscript) {
        index = max(index + 1, Int(node.end))
        continue
      }
      if node.tag == .br {
        reader.breakLine()
      } else if !node.tag.isInline {
        reader.endBlock()
      }
      if Int(node.end) > index + 1 {
        stack.append((index, Int(node.end)))
        if !node.tag.isInline { outer.append(index) }
        if node.tag == .a { anchors.append(index) }
      }
      index += 1
    }
    return reader.end()
  }
}
