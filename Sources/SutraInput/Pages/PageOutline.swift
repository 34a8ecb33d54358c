/// A page's blocks of text, each with what is known of the elements around it.
struct PageOutline {
  /// What stands between two breaks of a page.
  ///
  /// A page may have a million of them, so their numbers are kept small.
  struct Block {
    /// A link in it: offsets in the text, and the element.
    struct Link {
      fileprivate(set) var start: Int32
      fileprivate(set) var end: Int32
      fileprivate(set) var node: Int32
    }

    /// Its words, blanks as one, lines parted by a line feed.
    fileprivate(set) var text: [UInt8] = []
    /// Links in it, in order.
    fileprivate(set) var links: [Link] = []
    /// Words in it that are set off, in order.
    fileprivate(set) var emphasis: [Range<Int32>] = []
    /// Where a caption says who made the picture; nothing where it does not.
    fileprivate(set) var credit: Range<Int32> = 0..<0
    private let nodeNumber: Int32
    private let firstNumber: Int32
    fileprivate var scalars: Int32 = 0
    fileprivate var linkScalars: Int32 = 0
    fileprivate var boldScalars: Int32 = 0

    fileprivate init(node: Int, firstText: Int) {
      (nodeNumber, firstNumber) = (Int32(node), Int32(firstText))
    }

    /// The element it stands in, the nearest that is not within a line.
    var node: Int { Int(nodeNumber) }
    /// Its first run of text.
    var firstText: Int { Int(firstNumber) }
    /// How many scalars it has.
    var length: Int { Int(scalars) }
    /// How many of them are links'.
    var linkLength: Int { Int(linkScalars) }
    /// How many of them are set in bold.
    var boldLength: Int { Int(boldScalars) }

    /// The share of links.
    var linkShare: Double { length == 0 ? 0 : Double(linkLength) / Double(length) }
  }

  let tree: PageTree
  /// What each element is, with what its ancestors are.
  private(set) var marks: [PageMarks] = []
  /// What each element is by itself.
  private(set) var own: [PageMarks] = []
  private(set) var blocks: [Block] = []

  init(_ tree: PageTree) {
    self.tree = tree
    readMarks()
    readBlocks()
  }

  private mutating func readMarks() {
    let nodes = tree.nodes
    marks = Array(repeating: [], count: nodes.count)
    own = marks
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
      if mine.contains(.hidden), tree.bytes(.id, of: index)?.starts(with: Self.sentLater) == true {
        mine.remove(.hidden)
      }
      if node.tag == .body || node.tag == .html || node.tag == .main { mine = [] }
      own[index] = mine
      marks[index] = inherited.subtracting(.body).union(mine)
    }
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

  private mutating func readBlocks() {
    let nodes = tree.nodes
    var reader = BlockReader()
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
          index, in: outer.last ?? 0, anchor, isCredit: marks[index].isSuperset(of: Self.credit),
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
    reader.endBlock()
    blocks = reader.blocks
  }
}

/// Puts the runs of text of a page together to blocks.
private struct BlockReader {
  private(set) var blocks: [PageOutline.Block] = []
  /// Whether the last block goes on.
  private var isOpen = false
  /// Line breaks since the last word.
  private var breaks = 0

  /// Ends the block at hand; one without words is none.
  mutating func endBlock() {
    breaks = 0
    guard isOpen else { return }
    isOpen = false
    let last = blocks.count - 1
    while let byte = blocks[last].text.last, byte <= 0x20 { blocks[last].text.removeLast() }
    if blocks[last].text.isEmpty { blocks.removeLast() }
  }

  /// Takes a break of a line; two of them end a block.
  mutating func breakLine() {
    breaks += 1
    if breaks >= 2 { endBlock() }
  }

  /// Adds a run of text that stands in an element, and perhaps in a link.
  mutating func add(
    _ index: Int, in element: Int, _ link: Int?, isCredit: Bool, _ tree: PageTree
  ) {
    let bytes = tree.text(index)
    let hasWords = bytes.contains { $0 > 0x20 }
    if !isOpen {
      guard hasWords else { return }
      blocks.append(PageOutline.Block(node: element, firstText: index))
      isOpen = true
    }
    let last = blocks.count - 1
    let before = blocks[last].text.count
    if breaks == 1, before > 0, hasWords {
      while blocks[last].text.last == 0x20 { blocks[last].text.removeLast() }
      blocks[last].text.append(0x0A)
    }
    if hasWords { breaks = 0 }
    PageText.append(bytes, to: &blocks[last].text)
    let count = Int32(
      blocks[last].text.withUnsafeBufferPointer { text in
        text[min(before, text.count)...].count { $0 & 0xC0 != 0x80 }
      })
    blocks[last].scalars += count
    if let link {
      blocks[last].linkScalars += count
      blocks[last].goOn(with: Int32(link), from: before, hasText: count > 0)
    }
    let looks = tree.nodes[index].looks
    if looks.contains(.bold) { blocks[last].boldScalars += count }
    if !looks.isEmpty { blocks[last].setOff(from: before) }
    if isCredit, hasWords {
      let start = blocks[last].credit.isEmpty ? Int32(before) : blocks[last].credit.lowerBound
      blocks[last].credit = start..<Int32(blocks[last].text.count)
    }
  }
}

extension PageOutline.Block {
  /// Notes that its words from an offset to their end are a link's.
  fileprivate mutating func goOn(with link: Int32, from start: Int, hasText: Bool) {
    let end = Int32(text.count)
    if links.last?.node == link {
      links[links.count - 1].end = end
    } else if hasText {
      links.append(Link(start: Int32(start), end: end, node: link))
    }
  }

  /// Notes that its words are set off from an offset to their end.
  fileprivate mutating func setOff(from start: Int) {
    let end = Int32(text.count)
    let first = Int32(text[start...].firstIndex { $0 > 0x20 } ?? text.count)
    guard first < end else { return }
    if let last = emphasis.last, text[Int(last.upperBound)..<Int(first)].allSatisfy({ $0 <= 0x20 })
    {
      emphasis[emphasis.count - 1] = last.lowerBound..<end
    } else {
      emphasis.append(first..<end)
    }
  }
}
