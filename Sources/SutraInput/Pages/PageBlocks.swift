/// A page's blocks of text: what stands between two breaks.
///
/// A page may have a million of them, so all share a few lists.
struct PageBlocks: RandomAccessCollection {
  /// A link in a block.
  struct Link {
    /// Where it begins and ends in the block's text.
    fileprivate(set) var start: Int32
    fileprivate(set) var end: Int32
    /// Its element.
    let node: Int32
  }

  /// Where a block's part of each list begins, and what is counted of it.
  fileprivate struct Entry {
    var node: Int32 = 0
    var firstText: Int32 = 0
    var text: Int32 = 0
    var links: Int32 = 0
    var emphasis: Int32 = 0
    var scalars: Int32 = 0
    var linkScalars: Int32 = 0
    var boldScalars: Int32 = 0
  }

  fileprivate final class Lists {
    let texts: [UInt8]
    let links: [Link]
    let emphasis: [Range<Int32>]
    let credits: [Int: Range<Int32>]
    /// One for each block, and one behind the last.
    let entries: [Entry]

    init(
      _ texts: [UInt8], _ links: [Link], _ emphasis: [Range<Int32>],
      _ credits: [Int: Range<Int32>], _ entries: [Entry]
    ) {
      (self.texts, self.links, self.emphasis) = (texts, links, emphasis)
      (self.credits, self.entries) = (credits, entries)
    }
  }

  /// A block of text.
  struct Block {
    fileprivate let lists: Lists
    fileprivate let number: Int
    private let entry: Entry
    private let next: Entry

    fileprivate init(_ lists: Lists, _ number: Int) {
      (self.lists, self.number) = (lists, number)
      (entry, next) = (lists.entries[number], lists.entries[number + 1])
    }

    /// Its words, blanks as one, lines parted by a line feed.
    var text: ArraySlice<UInt8> { lists.texts[Int(entry.text)..<Int(next.text)] }
    /// Links in it, in order.
    var links: ArraySlice<Link> { lists.links[Int(entry.links)..<Int(next.links)] }
    /// Words in it that are set off, in order.
    var emphasis: ArraySlice<Range<Int32>> {
      lists.emphasis[Int(entry.emphasis)..<Int(next.emphasis)]
    }
    /// Where a caption says who made the picture; nothing where it does not.
    var credit: Range<Int32> { lists.credits[number] ?? 0..<0 }
    /// The element it stands in, the nearest that is not within a line.
    var node: Int { Int(entry.node) }
    /// Its first run of text.
    var firstText: Int { Int(entry.firstText) }
    /// How many scalars it has.
    var length: Int { Int(entry.scalars) }
    /// How many of them are links'.
    var linkLength: Int { Int(entry.linkScalars) }
    /// How many of them are set in bold.
    var boldLength: Int { Int(entry.boldScalars) }
    /// It as a part of an article.
    func part(
      _ kind: PagePart.Kind, links: [PagePart.Link], emphasis: [Range<Int>]
    ) -> PagePart {
      PagePart(
        kind: kind, bytes: lists.texts, in: Int(entry.text)..<Int(next.text), links: links,
        emphasis: emphasis)
    }
    /// The share of links.
    var linkShare: Double { length == 0 ? 0 : Double(linkLength) / Double(length) }
  }

  private let lists: Lists

  var startIndex: Int { 0 }
  var endIndex: Int { lists.entries.count - 1 }
  subscript(number: Int) -> Block { Block(lists, number) }
}

extension PageBlocks {
  /// Puts the runs of text of a page together to blocks.
  struct Reader {
    private var texts: [UInt8] = []
    private var links: [Link] = []
    private var emphasis: [Range<Int32>] = []
    private var credits: [Int: Range<Int32>] = [:]
    private var entries: [Entry] = []
    /// The block at hand.
    private var entry = Entry()
    private var isOpen = false
    /// Line breaks since the last word.
    private var breaks = 0

    /// The blocks that have been read.
    mutating func end() -> PageBlocks {
      endBlock()
      begin(node: 0, firstText: 0)
      entries.append(entry)
      return PageBlocks(lists: Lists(texts, links, emphasis, credits, entries))
    }

    private mutating func begin(node: Int, firstText: Int) {
      entry = Entry(
        node: Int32(node), firstText: Int32(firstText), text: Int32(texts.count),
        links: Int32(links.count), emphasis: Int32(emphasis.count))
    }

    /// Bytes of the block's text.
    private var length: Int { texts.count - Int(entry.text) }

    /// Ends the block at hand; one without words is none.
    mutating func endBlock() {
      breaks = 0
      guard isOpen else { return }
      isOpen = false
      while length > 0, let byte = texts.last, byte <= 0x20 { texts.removeLast() }
      if length > 0 {
        entries.append(entry)
      } else {
        links.removeLast(links.count - Int(entry.links))
        emphasis.removeLast(emphasis.count - Int(entry.emphasis))
        credits[entries.count] = nil
      }
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
        begin(node: element, firstText: index)
        isOpen = true
      }
      let before = length
      if breaks == 1, before > 0, hasWords {
        while length > 0, texts.last == 0x20 { texts.removeLast() }
        texts.append(0x0A)
      }
      if hasWords { breaks = 0 }
      PageText.append(bytes, to: &texts, from: Int(entry.text))
      let start = Int(entry.text)
      let count = Int32(
        texts[Swift.min(start + before, texts.count)...].count { $0 & 0xC0 != 0x80 })
      entry.scalars += count
      let end = Int32(length)
      if let link {
        entry.linkScalars += count
        if links.count > Int(entry.links), links[links.count - 1].node == Int32(link) {
          links[links.count - 1].end = end
        } else if count > 0 {
          links.append(Link(start: Int32(before), end: end, node: Int32(link)))
        }
      }
      let looks = tree.nodes[index].looks
      if looks.contains(.bold) { entry.boldScalars += count }
      if !looks.isEmpty { setOff(from: before) }
      if isCredit, hasWords {
        let first = credits[entries.count]?.lowerBound ?? Int32(before)
        credits[entries.count] = first..<end
      }
    }

    /// Notes that the block's words are set off from an offset to their end.
    private mutating func setOff(from start: Int) {
      let (base, end) = (Int(entry.text), Int32(length))
      let text = texts[base...]
      guard let place = text.dropFirst(start).firstIndex(where: { $0 > 0x20 }) else { return }
      let first = Int32(place - base)
      if emphasis.count > Int(entry.emphasis), let last = emphasis.last,
        text[(base + Int(last.upperBound))..<place].allSatisfy({ $0 <= 0x20 })
      {
        emphasis[emphasis.count - 1] = last.lowerBound..<end
      } else {
        emphasis.append(first..<end)
      }
    }
  }
}
