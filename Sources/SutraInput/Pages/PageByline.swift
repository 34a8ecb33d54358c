/// Finds the writers of an article in the words of its page.
extension PageFacts {
  /// What stands in elements that are named for writers: those marked up for machines before those
  /// that a class names, and those beside an article after those in it.
  ///
  /// - Parameter headline: The heading that is the headline; who is named between it and the text has
  ///   written the article, before whoever is named elsewhere.
  /// - Returns: The names; none where there is none.
  func bylinesOnPage(_ headline: Int?) -> [String] {
    let tree = outline.tree
    var named: [Int] = []
    var marked: [Int] = []
    for index in tree.nodes.indices
    where tree.nodes[index].tag != .text && Int(tree.nodes[index].end) - index <= Self.mostNodes {
      if isMarkedByline(index) {
        marked.append(index)
      } else if isNamedByline(index) {
        named.append(index)
      }
    }
    let below = headline.map { $0..<firstProse(after: $0) } ?? 0..<0
    for index in (marked + named).filter(below.contains) {
      guard outline.marks[index].isDisjoint(with: [.comments, .hidden]) else { continue }
      let names = names(in: index)
      if !names.isEmpty { return names }
    }
    for marks in [PageMarks([.comments, .hidden, .aside]), [.comments, .hidden]] {
      for list in [marked, named] {
        for index in list {
          guard outline.marks[index].isDisjoint(with: marks), tree.nodes[index].tag != .body,
            !isInMenu(index)
          else { continue }
          let names = names(in: index)
          if !names.isEmpty { return names }
        }
      }
    }
    return []
  }

  /// Most elements and texts in a line with writers.
  private static let mostNodes = 256

  /// Where the text begins below a heading.
  private func firstProse(after heading: Int) -> Int {
    outline.blocks.first {
      $0.firstText > heading && $0.length >= 120 && $0.linkShare < 0.3
        && PageText.endsSentence($0.text)
    }?.firstText ?? heading
  }

  private func isInMenu(_ index: Int) -> Bool {
    var element = index
    while element >= 0 {
      switch outline.tree.nodes[element].tag {
      case .nav, .footer, .form: return true
      default: element = Int(outline.tree.nodes[element].parent)
      }
    }
    return false
  }

  /// The writers that an element names: its links, or its words as far as no date comes.
  private func names(in index: Int) -> [String] {
    let tree = outline.tree
    var found: [(name: String, isMarked: Bool)] = []
    for node in index..<Int(tree.nodes[index].end) {
      let prop = tree.bytes(.itemprop, of: node)
      guard node > index, outline.own[node].isDisjoint(with: PageMarks.leftOut),
        tree.nodes[node].tag == .a || prop?.elementsEqual("name".utf8) == true
      else { continue }
      let text = tree.wholeText(node)
      guard isName(text), !found.contains(where: { $0.name == text }) else { continue }
      found.append((text, isMarkedByline(node) || prop != nil))
    }
    // Beside writers' names stand links to their section, and buttons that share the article.
    if found.contains(where: \.isMarked) { found.removeAll { !$0.isMarked } }
    if found.contains(where: { $0.name.contains(" ") }) {
      found.removeAll { !$0.name.contains(" ") }
    }
    let whole = tree.wholeText(index)
    // With whom somebody wrote it stands behind the name, in brackets.
    if found.count == 1, let name = found.first?.name, whole.hasPrefix(name + " ("),
      whole.hasSuffix(")"), isName(whole)
    {
      return [whole]
    }
    if !found.isEmpty { return found.prefix(5).map(\.name) }
    guard whole.count < 200 else { return [] }
    return name(in: words.before(.editor, words.beforeDate(whole))).map { [$0] } ?? []
  }

  /// The writers that a line names, without what parts them from a date.
  private func name(in line: Substring) -> String? {
    var text = line
    for mark in [" | ", " - ", " – ", " — ", " · ", " • "] {
      if let range = text.ranges(of: mark).first, range.lowerBound > text.startIndex {
        text = text[..<range.lowerBound]
      }
    }
    while let last = text.last, last.isWhitespace || last == "," || last == "-" || last == "|" {
      text = text.dropLast()
    }
    return isName(String(text)) ? String(text) : nil
  }

  /// The writers in a line that no element is named for and that begins with the words of a byline: of two
  /// words (*posted by*) anywhere but beside the article, of one only below the headline.
  ///
  /// - Parameter headline: The heading that is the headline.
  /// - Returns: The names; none where there is none.
  func bylineInWords(_ headline: Int?) -> [String] {
    let below = headline.map { $0..<firstProse(after: $0) } ?? 0..<0
    for block in outline.blocks where block.length < Self.longestLine {
      guard outline.marks[block.node].isDisjoint(with: [.comments, .hidden, .aside]),
        !isInMenu(block.node)
      else { continue }
      let text = String(decoding: block.text, as: UTF8.self)
      let (rest, count) = words.behind(.byline, text)
      guard count > (below.contains(block.firstText) ? 0 : 1), !text.contains("\n") else {
        continue
      }
      let named = String(rest.drop { $0 == " " || $0 == ":" })
      var line = words.before(.editor, words.beforeDate(named))
      // What leads to the date: *on*.
      if line.endIndex < named.endIndex, let last = line.split(separator: " ").last,
        !last.contains(where: \.isUppercase), line.contains(where: \.isUppercase)
      {
        line = line[..<last.startIndex]
      }
      while line.last == "." || line.last == " " { line = line.dropLast() }
      guard let name = name(in: line), name.split(separator: " ").count <= 6 else { continue }
      // "By noon the road was open" names nobody.
      let isCapitalised = name.split(separator: " ").allSatisfy { word in
        word.count < 4 || word.first.map { $0.isUppercase || !$0.isCased } == true
      }
      if isCapitalised || (count > 1 && name.contains(",")) { return [name] }
    }
    return []
  }

  /// Fewest letters of a line that is too long to be a byline.
  private static let longestLine = 100

  /// Whether a text may be a writer's name, or several.
  private func isName(_ text: String) -> Bool {
    (4...90).contains(text.count) && !text.contains("@") && !text.contains(where: \.isNumber)
      && text.split(separator: " ").count <= 10 && !text.contains("://")
      && !words.begins(PageText.folded(text), .updated)
      && !words.isWhole(PageText.folded(text), .line)
  }

  /// Whether the page says for machines that an element holds a writer.
  private func isMarkedByline(_ index: Int) -> Bool {
    let tree = outline.tree
    if let rel = tree.bytes(.rel, of: index), rel.elementsEqual("author".utf8) { return true }
    return tree.bytes(.itemprop, of: index)?.elementsEqual("author".utf8) == true
  }

  /// Parts of names that are given to lines with writers.
  private static let bylineNames = ["byline", "author", "dateline", "writtenby"].map {
    Array($0.utf8)
  }
  /// What begins as one of those and is none.
  private static let otherNames = Array("authors-".utf8)

  /// Whether an element has a name that is given to lines with writers.
  private func isNamedByline(_ index: Int) -> Bool {
    for key in [PageKey.class, .id] {
      guard let name = outline.tree.bytes(key, of: index), !name.isEmpty else { continue }
      for (number, word) in Self.bylineNames.enumerated() where PageText.contains(name, word) {
        if number != 1 || !PageText.contains(name, Self.otherNames) { return true }
      }
    }
    return false
  }
}
