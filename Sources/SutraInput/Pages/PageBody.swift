import CMarkup

/// Cuts the article out of its element: leaves out what is no part of it.
struct PageBody {
  /// A block of the article.
  struct Part {
    private let number: Int32
    let kind: PagePart.Kind

    init(block: Int, kind: PagePart.Kind) {
      (number, self.kind) = (Int32(block), kind)
    }

    var block: Int { Int(number) }
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
    // One list that gets shorter: a page may have a million blocks.
    var candidates = Array(scorer.blocks(in: container))
    candidates.removeAll { Self.isDropped(outline.blocks[$0].node, dropped) || isOutside($0) }
    leaveOutOthers(&candidates, in: container)
    leaveOutRepeats(&candidates)
    leaveOutAsides(&candidates, in: container)
    leaveOutUntold(&candidates)
    trim(&candidates)
    let kept = candidates.map { Part(block: $0, kind: kind(of: $0)) }
    let lead = lead(before: container, kept)
    let all = withCaptions(kept, in: container)
    return lead.isEmpty ? all : lead + all
  }

  /// Leaves out what stands above and below the article as the page's data tell it.
  ///
  /// They count where nearly all that they tell is found on the page.
  private func leaveOutUntold(_ candidates: inout [Int]) {
    guard told.count > 500 else { return }
    var found = 0
    var first: Int?
    var last = 0
    for (position, index) in candidates.enumerated() {
      let folded = PageText.folded(bytes: outline.blocks[index].text)
      guard folded.count >= 24, contains(told, Array(folded.prefix(60))) else { continue }
      found += folded.count
      first = first ?? position
      last = position
    }
    guard let first, found * 10 > told.count * 9 else { return }
    candidates = candidates[first...last].filter { index in
      let block = outline.blocks[index]
      let tag = outline.tree.nodes[block.node].tag
      // What the page's data know nothing of and is no sentence of it: links, labels of pictures.
      guard tag == .p || tag == .div || tag == .figure || tag == .span, block.length < 200,
        !PageText.endsSentence(block.text)
      else { return true }
      return contains(told, PageText.folded(bytes: block.text))
    }
  }

  /// Leaves out other articles that stand below this one in elements of the same name.
  private func leaveOutOthers(_ candidates: inout [Int], in container: Int) {
    let nodes = outline.tree.nodes
    guard !title.isEmpty else { return }
    let titles = titleBlocks(in: container)
    guard !titles.isEmpty else { return }
    var skipsTo = 0
    candidates.removeAll { index in
      let block = outline.blocks[index]
      if block.firstText < skipsTo { return true }
      let tag = nodes[block.node].tag
      guard tag == .h1 || tag == .h2, block.length >= 15,
        let other = otherArticle(from: index, in: container, titles)
      else { return false }
      skipsTo = Int(nodes[other].end)
      return true
    }
  }

  /// The element that begins with a headline and is made as an earlier one with this article's.
  private func otherArticle(from index: Int, in container: Int, _ titles: [Int]) -> Int? {
    let nodes = outline.tree.nodes
    var element = outline.blocks[index].node
    var steps = 0
    while steps < 6, element > container {
      let parent = Int(nodes[element].parent)
      guard parent >= 0 else { return nil }
      if let name = firstClass(element), scorer.sums[element] > 5,
        titles.contains(where: { title in
          guard let sibling = child(of: parent, around: title), sibling < element else {
            return false
          }
          return nodes[sibling].tag == nodes[element].tag && firstClass(sibling) == name
            && title < scorer.blocks(in: sibling).lowerBound + 12 && scorer.sums[sibling] > 5
        })
      {
        return element
      }
      guard scorer.blocks(in: parent).lowerBound == index else { return nil }
      element = parent
      steps += 1
    }
    return nil
  }

  private func firstClass(_ node: Int) -> ArraySlice<UInt8>? {
    let name = outline.tree.bytes(.class, of: node)?.drop { $0 == 0x20 }.prefix { $0 != 0x20 }
    return name?.isEmpty == false ? name : nil
  }

  /// Most levels between a headline and the element of its article.
  private static let levels = 64

  /// The child of an element in which a block stands.
  private func child(of parent: Int, around block: Int) -> Int? {
    let nodes = outline.tree.nodes
    var element = outline.blocks[block].node
    for _ in 0..<Self.levels where element > parent {
      if Int(nodes[element].parent) == parent { return element }
      element = Int(nodes[element].parent)
    }
    return nil
  }

  /// Blocks that say the headline, the first few.
  private func titleBlocks(in container: Int) -> [Int] {
    let blocks = scorer.blocks(in: container).lazy.filter { index in
      let block = outline.blocks[index]
      return block.length < 400 && PageText.folded(bytes: block.text) == title
    }
    return Array(blocks.prefix(4))
  }

  /// Leaves out what stands under a heading such as "related stories", as far as that goes.
  private func leaveOutAsides(_ candidates: inout [Int], in container: Int) {
    let nodes = outline.tree.nodes
    var skipsTo = 0
    let total = candidates.reduce(0) { $0 + outline.blocks[$1].length }
    candidates.removeAll { index in
      let block = outline.blocks[index]
      if block.firstText < skipsTo { return true }
      guard block.length < 60, words.isWhole(PageText.folded(bytes: block.text), .end) else {
        return false
      }
      // The heading belongs to the largest element that begins with it.
      var element = block.node
      while true {
        let parent = Int(nodes[element].parent)
        guard parent > container, scorer.blocks(in: parent).lowerBound == index else { break }
        element = parent
      }
      let length = scorer.blocks(in: element).reduce(0) { $0 + outline.blocks[$1].length }
      if length * 10 < total * 7 { skipsTo = Int(nodes[element].end) }
      return true
    }
  }

  /// Whether a block is no part of the article by its words.
  private func isOutside(_ index: Int) -> Bool {
    let block = outline.blocks[index]
    let tag = outline.tree.nodes[block.node].tag
    let folded = PageText.folded(bytes: block.text.prefix(300))
    if folded.isEmpty { return true }
    if !title.isEmpty, folded == title { return true }
    // In tables and lists of terms a word is what it says.
    if words.isWhole(folded, .line), ![.td, .th, .dt, .dd, .pre].contains(tag) { return true }
    if block.length < 400, words.end(of: .notice, in: block.text, folded) != nil { return true }
    if block.length < 250, let end = words.end(of: .aside, in: block.text, folded) {
      return isLabel(block, end)
    }
    if isLinkAlone(block), tag == .p || tag == .div || tag == .td,
      neighboursAreProse(index)
    {
      return !told.isEmpty || block.boldLength > 0 || block.links.count == 1
    }
    return false
  }

  /// Whether words at the beginning of a block are set before a link to another page: a sign follows
  /// them, or a link, or what is no sentence.
  private func isLabel(_ block: PageOutline.Block, _ end: Int) -> Bool {
    guard let next = block.text.dropFirst(end).first(where: { $0 > 0x20 }) else { return true }
    // A colon, a bar, an angle bracket, a dash; and those beyond ASCII, of which U+FF1A is one.
    if ":|>-/]".utf8.contains(next) || next == 0xC2 || next == 0xE2 || next == 0xEF { return true }
    if block.linkShare >= 0.4 { return true }
    return outline.tree.nodes[block.node].tag.headingLevel == nil && block.length < 120
      && !PageText.endsSentence(block.text)
  }

  /// Whether a block is one with links and nothing else, and no sentence.
  private func isLinkAlone(_ block: PageOutline.Block) -> Bool {
    block.linkShare > 0.9 && block.length > 12
      && (block.length < 60 || !PageText.endsSentence(block.text))
  }

  /// Whether there is prose before or behind a block, or behind more links beside it.
  private func neighboursAreProse(_ index: Int) -> Bool {
    let blocks = outline.blocks
    func isProse(_ step: Int) -> Bool {
      var other = index + step
      while abs(other - index) < 6, blocks.indices.contains(other), blocks[other].linkShare > 0.9 {
        other += step
      }
      return blocks.indices.contains(other) && blocks[other].length > 80
        && blocks[other].linkShare < 0.5
    }
    return isProse(-1) || isProse(1)
  }

  func isProse(_ block: PageOutline.Block) -> Bool {
    guard block.length >= 40, block.linkShare < 0.5,
      outline.tree.nodes[block.node].tag.headingLevel == nil
    else { return false }
    return block.length >= 100 || PageText.endsSentence(block.text)
  }

  /// What lines on rights begin with.
  private static let rights = Array("©".utf8)

  /// Leaves out what stands before the first paragraph and behind the last.
  private func trim(_ kept: inout [Int]) {
    let blocks = outline.blocks
    // Small things above the first paragraph: section, writer, date, counts of shares.
    if let first = kept.firstIndex(where: { isProse(blocks[$0]) }) {
      var head: [Int] = []
      // A time there is when the article came out, unless more of them stand between the paragraphs.
      let isLive = kept[first...].contains { PageText.isTime(blocks[$0].text) }
      for index in kept[..<first] {
        let block = blocks[index]
        let tag = outline.tree.nodes[block.node].tag
        let folded = PageText.folded(bytes: block.text)
        if authors.contains(where: {
          !$0.isEmpty && (folded == $0 || (block.length < 80 && contains(folded, $0)))
        }) {
          continue
        }
        if tag == .h1 { continue }
        if isLive, PageText.isTime(block.text) {
          head.append(index)
        } else if tag.headingLevel != nil
          || [.blockquote, .li, .dd, .dt, .td, .pre].contains(tag)
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
      let isLabel = block.length < 40 && !PageText.endsSentence(block.text)
      let isHeading = tag.headingLevel != nil
      guard kept.count > 1,
        isHeading || block.linkShare > 0.6 || block.text.starts(with: Self.rights)
          || (isLabel && (tag == .div || tag == .span || tag == .section))
      else { break }
      kept.removeLast()
    }
  }

  func contains(_ text: [UInt8], _ word: [UInt8]) -> Bool {
    !word.isEmpty && sutra_holds(text, text.count, word, word.count) != 0
  }

  func kind(of index: Int) -> PagePart.Kind {
    let block = outline.blocks[index]
    let tag = outline.tree.nodes[block.node].tag
    if PageText.isTime(block.text) { return .time }
    if tag.headingLevel != nil { return .subhead }
    if !outline.marks[block.node].isDisjoint(with: [.quotation, .pullQuote]) { return .quotation }
    switch tag {
    case .li, .dd, .dt: return .listItem
    case .td, .th, .tr: return .tableRow
    default: return .paragraph
    }
  }
}
