import SutraCore

/// An article as a page has it.
public struct PageArticle: Sendable {
  /// The headline.
  public let title: String?
  /// Who wrote it, as said.
  public let author: String?
  /// When it came out: RFC 3339, as far as it is told.
  public let published: String?
  /// The medium.
  public let site: String?
  /// Its address, as the page says it; http or https.
  public let address: String?
  /// The code of its language, as said.
  public let language: String?
  /// Its parts in order.
  public let parts: [PagePart]
  /// Attributes that were beyond the most of a tag and not read.
  public let attributesLeftOut: Int
  /// Whether it reads or is marked up as an article, and not as a list of others.
  public let isArticle: Bool
  /// Whether it was written for an old font and has been put into Unicode.
  public let isConverted: Bool
}

/// Finds the article in a page.
public struct PageReader: Sendable {
  private let words: PageWords
  private let font: @Sendable () -> OldFont?

  /// Makes a reader.
  ///
  /// - Parameters:
  ///   - words: Words that stand around articles.
  ///   - font: Gives the old font whose pages are put into Unicode; asked for when one is read.
  public init(words: PageWords, font: @escaping @Sendable () -> OldFont? = { nil }) {
    self.words = words
    self.font = font
  }

  /// The article of a page.
  ///
  /// - Parameters:
  ///   - bytes: The page, valid UTF-8.
  ///   - address: Where it came from, which its links are told by.
  /// - Returns: The article.
  /// - Throws: `PageError` where the page cannot be read or holds no text.
  public func article(
    _ bytes: [UInt8], from address: String? = nil
  ) throws(PageError) -> PageArticle {
    try article(of: PageTree(bytes), from: address)
  }

  /// The article of a page whose elements are known.
  func article(of tree: PageTree, from address: String?) throws(PageError) -> PageArticle {
    var tree = tree
    let isConverted = tree.convert(font)
    let outline = PageOutline(tree)
    let facts = PageFacts(outline, words)
    let own = facts.address.flatMap(Self.webAddress)
    let base = Self.base(tree, address ?? own)
    let parts = try parts(outline, facts, base)
    return PageArticle(
      title: facts.title,
      author: facts.authors.isEmpty ? nil : facts.authors.joined(separator: ", "),
      published: facts.published, site: facts.site, address: own,
      language: facts.language, parts: parts, attributesLeftOut: tree.attributesLeftOut,
      isArticle: facts.saysArticle || Self.isProse(parts), isConverted: isConverted)
  }

  /// The parts of the article: of the page's text, or of its data where those hold more of it.
  private func parts(
    _ outline: consuming PageOutline, _ facts: PageFacts, _ base: String?
  ) throws(PageError) -> [PagePart] {
    let told = facts.body.map { PageText.folded($0) } ?? []
    let (tree, blocks) = (outline.tree, outline.blocks)
    // The lists of what is weighed are let go before the parts are made, of which there may be very many.
    let chosen = chosen(outline, facts, told)
    var parts: [PagePart] = []
    parts.reserveCapacity(chosen.count)
    for one in chosen {
      let block = blocks[one.block]
      let part = part(block, one.kind, tree, base)
      if one.kind == .caption { parts += block.parted(part) } else { parts.append(part) }
    }
    let enough = max(Self.fewLetters, told.count / 2)
    var found = 0
    for part in parts where !part.kind.isBeside && found <= enough {
      found += PageText.folded(bytes: part.text).count
    }
    if let body = facts.body, found * 2 < told.count {
      parts = Self.parts(of: body)
    } else if found < Self.fewLetters, let body = Self.drawn(tree),
      body.utf8.count > found * 2
    {
      parts = Self.parts(of: body)
    }
    if parts.isEmpty { parts = blocks.map { part($0, .paragraph, tree, base) } }
    guard !parts.isEmpty else { throw .noArticle }
    return parts
  }

  /// Bytes of letters below which an article may be drawn by scripts.
  private static let fewLetters = 600

  /// The blocks of the article.
  private func chosen(
    _ outline: PageOutline, _ facts: PageFacts, _ told: [UInt8]
  ) -> [PageBody.Part] {
    let scorer = PageScorer(outline)
    guard let container = scorer.container() else { return [] }
    let body = PageBody(
      outline: outline, scorer: scorer, words: words, title: PageText.folded(facts.title ?? ""),
      authors: facts.authors.map(PageText.folded), told: told)
    return body.parts(in: container)
  }

  /// Least bytes of the sentences of a page that nobody calls an article.
  private static let leastProse = 600

  /// Whether there are enough sentences for an article.
  private static func isProse(_ parts: [PagePart]) -> Bool {
    parts.reduce(0) { sum, part in
      let isSentence =
        part.kind == .paragraph && part.text.count >= 80 && PageText.endsSentence(part.text)
      return sum + (isSentence ? part.text.count : 0)
    } >= leastProse
  }

  /// The article that scripts draw, as their data hold it.
  private static func drawn(_ tree: PageTree) -> String? {
    var streamed = StreamedData()
    var articles: [String] = []
    for index in tree.nodes.indices where tree.nodes[index].tag == .script {
      let script = tree.rawText(index)
      if !streamed.add(script), script.count > 400, let one = PageData.article(in: script) {
        articles.append(one)
      }
    }
    if let one = streamed.article { articles.append(one) }
    return articles.max { $0.utf8.count < $1.utf8.count }
  }

  /// What the page's links are told by: its own address, or another that it names for that.
  static func base(_ tree: PageTree, _ address: String?) -> String? {
    guard let node = tree.nodes.firstIndex(where: { $0.tag == .base }),
      let named = tree.value(.href, of: node)
    else { return address }
    return WebReference.address(named, base: address) ?? address
  }

  private func part(
    _ block: PageOutline.Block, _ kind: PagePart.Kind, _ tree: PageTree, _ base: String?
  ) -> PagePart {
    func whole(_ reference: String?) -> String? {
      reference.flatMap { Self.webAddress(WebReference.address($0, base: base) ?? "") }
    }
    var links = block.links.compactMap { link -> PagePart.Link? in
      guard let address = whole(tree.value(.href, of: Int(link.node))), link.start < link.end,
        Int(link.end) <= block.text.count
      else { return nil }
      return PagePart.Link(start: Int(link.start), end: Int(link.end), address: address)
    }
    // A caption leads to its picture.
    if kind == .caption, links.isEmpty, let picture = whole(tree.picture(of: block)) {
      links = [PagePart.Link(start: 0, end: block.text.count, address: picture)]
    }
    let emphasis = block.emphasis.compactMap { range -> Range<Int>? in
      let end = min(Int(range.upperBound), block.text.count)
      return range.lowerBound < end ? Int(range.lowerBound)..<end : nil
    }
    return block.part(kind, links: links, emphasis: emphasis)
  }

  /// The paragraphs of an article that stands in a page's data, which is a page itself where there is markup in it.
  private static func parts(of body: String) -> [PagePart] {
    guard body.contains("<") else {
      return body.utf8.split(separator: 0x0A).compactMap { line in
        let text = PageFacts.plain(String(decoding: line, as: UTF8.self))
        return text.isEmpty
          ? nil
          : PagePart(
            kind: .paragraph, bytes: Array(text.utf8), in: 0..<text.utf8.count, links: [],
            emphasis: [])
      }
    }
    // Where no element is a paragraph, lines are.
    let isMarkedUp = ["<p", "<br", "<div"].contains { body.contains($0) }
    let page = isMarkedUp ? body : body.replacing("\n", with: "<br><br>")
    guard let tree = try? PageTree(Array(page.utf8)) else { return [] }
    return PageOutline(tree).blocks.map { block in
      let tag = tree.nodes[block.node].tag
      let kind: PagePart.Kind =
        tag.headingLevel != nil
        ? .subhead : tag == .li ? .listItem : tag == .blockquote ? .quotation : .paragraph
      return block.part(kind, links: [], emphasis: [])
    }
  }

  /// An address when it is one of the web, without control characters.
  static func webAddress(_ text: String) -> String? {
    let address = PageText.collapsed(Array(text.utf8)[...])
    let lower = address.prefix(8).lowercased()
    guard lower.hasPrefix("http://") || lower.hasPrefix("https://"), address.utf8.count < 4096,
      !address.unicodeScalars.contains(where: {
        $0.value <= 0x20 || (0x7F...0x9F).contains($0.value)
      })
    else { return nil }
    return address
  }
}
