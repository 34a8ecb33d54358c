import CMarkup

/// Why a page cannot be read.
public enum PageError: Error, Equatable, Sendable {
  /// The library that reads markup is not installed.
  case noLibrary
  /// There is no memory for it.
  case noMemory
  /// There is no article in it.
  case noArticle
}

/// A page's elements and texts in one list, each before its descendants.
struct PageTree {
  /// An element or a run of text.
  typealias Node = PageNodes.Element

  /// Most attributes of one tag.
  static let mostAttributes = Int(sutra_markup_most_attributes)

  let nodes: PageNodes
  /// Attributes that one tag has beyond the most.
  let attributesLeftOut: Int
  private let characters: [UInt8]
  /// What runs of text are in Unicode that were written for an old font.
  private var converted: [Int: [UInt8]] = [:]

  /// Reads a page.
  init(_ bytes: [UInt8]) throws(PageError) {
    var raw = sutra_markup()
    let answer = bytes.withUnsafeBytes { bytes in
      sutra_markup_read(
        bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, &raw)
    }
    guard answer != Int32(sutra_markup_no_library) else { throw .noLibrary }
    guard answer == Int32(sutra_markup_ok) else { throw .noMemory }
    characters = Array(UnsafeRawBufferPointer(start: raw.characters, count: raw.character_count))
    sutra_markup_free_characters(&raw)
    attributesLeftOut = raw.attributes_left_out
    nodes = PageNodes(taking: raw)
  }

  /// The bytes of a run of text, or nothing for an element.
  func text(_ node: Int) -> ArraySlice<UInt8> {
    guard nodes[node].tag == .text else { return [] }
    if !converted.isEmpty, let text = converted[node] { return text[...] }
    let start = Int(nodes[node].first)
    return characters[start..<start + Int(nodes[node].count)]
  }

  /// Puts texts that are written for an old font into Unicode.
  ///
  /// - Parameter font: Gives the font; asked for where there are any.
  /// - Returns: Whether there are any.
  mutating func convert(_ font: () -> OldFont?) -> Bool {
    guard MisreadText.looksLikeOldFont(characters[...]), let font = font() else { return false }
    for index in nodes.indices where nodes[index].tag == .text {
      let parent = Int(nodes[index].parent)
      guard parent >= 0, !nodes[parent].tag.isHidden || nodes[parent].tag == .title else {
        continue
      }
      let text = String(decoding: text(index), as: UTF8.self)
      if OldFont.isLikely(text), let unicode = font.unicode(text) {
        converted[index] = Array(unicode.utf8)
      }
    }
    return !converted.isEmpty
  }

  /// The value of an element's attribute.
  func bytes(_ key: PageKey, of node: Int) -> ArraySlice<UInt8>? {
    guard node >= 0, let place = nodes.value(of: key, at: node) else { return nil }
    return characters[place]
  }

  /// Calls for each attribute of an element with its value.
  func forEachAttribute(of node: Int, _ body: (PageKey, ArraySlice<UInt8>) -> Void) {
    nodes.forEachAttribute(of: node) { body($0, characters[$1]) }
  }

  /// The value of an element's attribute as a string.
  func value(_ key: PageKey, of node: Int) -> String? {
    bytes(key, of: node).map { String(decoding: $0, as: UTF8.self) }
  }

  /// All text in an element, blanks of every length as one.
  func wholeText(_ node: Int) -> String {
    var collected: [UInt8] = []
    for index in node..<Int(nodes[node].end) {
      // What a line break parts is not one word.
      if nodes[index].tag == .br { collected.append(0x20) }
      guard nodes[index].tag == .text else { continue }
      let parent = Int(nodes[index].parent)
      if parent >= 0, nodes[parent].tag.isHidden { continue }
      collected.append(contentsOf: text(index))
    }
    return PageText.collapsed(collected[...])
  }

  /// The text that stands in an element as it is written.
  func rawText(_ node: Int) -> [UInt8] {
    var collected: [UInt8] = []
    for index in node..<Int(nodes[node].end) where nodes[index].tag == .text {
      collected.append(contentsOf: text(index))
    }
    return collected
  }
}
