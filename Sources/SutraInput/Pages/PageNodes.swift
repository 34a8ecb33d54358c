import CMarkup

/// The elements and texts of a page, where the reader of markup has put them: a page may have millions, so
/// that they are not copied.
struct PageNodes: RandomAccessCollection {
  /// An element or a run of text.
  struct Element {
    /// What element it is; `.text` for a run of text.
    let tag: PageTag
    /// The number of the element it stands in; -1 at the top.
    let parent: Int32
    /// One past its last descendant.
    let end: Int32
    /// Of a text the offset of its first byte, of an element the number of its first attribute.
    let first: UInt32
    /// How many bytes, or attributes.
    let count: UInt32
    /// What a text is set in; nothing for an element.
    let looks: Looks
  }

  /// What a text is set in.
  struct Looks: OptionSet {
    let rawValue: Int
    static let bold = Looks(rawValue: Int(sutra_markup_bold))
    static let slanted = Looks(rawValue: Int(sutra_markup_slanted))
  }

  /// Owns the lists.
  private final class Storage: Sendable {
    nonisolated(unsafe) var raw: sutra_markup
    init(_ raw: sutra_markup) { self.raw = raw }
    deinit { sutra_markup_free(&raw) }
  }

  private let storage: Storage
  private let nodes: UnsafeBufferPointer<sutra_markup_node>
  private let attributes: UnsafeBufferPointer<sutra_markup_attribute>
  /// What the numbers of names mean.
  private let tags: [PageTag]
  private let keys: [PageKey]

  /// Takes the lists over.
  init(taking raw: sutra_markup) {
    storage = Storage(raw)
    nodes = UnsafeBufferPointer(start: raw.nodes, count: raw.node_count)
    attributes = UnsafeBufferPointer(start: raw.attributes, count: raw.attribute_count)
    var (tags, keys) = ([PageTag](), [PageKey]())
    var name = raw.names
    for _ in 0..<raw.name_count {
      guard let at = name else { break }
      let word = String(cString: at)
      tags.append(PageTag.named[word] ?? .other)
      keys.append(PageKey.named[word] ?? .other)
      name = at + word.utf8.count + 1
    }
    (self.tags, self.keys) = (tags, keys)
  }

  var startIndex: Int { 0 }
  var endIndex: Int { nodes.count }

  subscript(index: Int) -> Element {
    let node = nodes[index]
    guard node.name != -1 else {
      return Element(
        tag: .text, parent: node.parent, end: Int32(index) + 1, first: node.first,
        count: UInt32(node.end), looks: Looks(rawValue: Int(node.count)))
    }
    let tag = tags.indices.contains(Int(node.name)) ? tags[Int(node.name)] : .other
    return Element(
      tag: tag, parent: node.parent, end: node.end, first: node.first, count: UInt32(node.count),
      looks: [])
  }

  /// Where the value of an element's attribute stands in the characters.
  func value(of key: PageKey, at index: Int) -> Range<Int>? {
    for number in attributeNumbers(of: nodes[index]) where self.key(number) == key {
      return place(number)
    }
    return nil
  }

  /// Calls for each attribute of an element with the place of its value.
  func forEachAttribute(of index: Int, _ body: (PageKey, Range<Int>) -> Void) {
    for number in attributeNumbers(of: nodes[index]) { body(key(number), place(number)) }
  }

  private func attributeNumbers(of node: sutra_markup_node) -> Range<Int> {
    let first = Int(node.first)
    return node.name == -1 ? 0..<0 : first..<first + Int(node.count)
  }

  private func key(_ number: Int) -> PageKey {
    let name = Int(attributes[number].name)
    return keys.indices.contains(name) ? keys[name] : .other
  }

  private func place(_ number: Int) -> Range<Int> {
    let start = Int(attributes[number].value)
    return start..<start + Int(attributes[number].length)
  }
}
