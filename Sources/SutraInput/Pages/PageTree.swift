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
  struct Node {
    /// What element it is; `.text` for a run of text.
    let tag: PageTag
    /// The number of the element it stands in; -1 at the top.
    let parent: Int32
    /// One past its last descendant.
    let end: Int32
    fileprivate let first: UInt32
    fileprivate let count: UInt32
  }

  /// Most attributes of one tag.
  static let mostAttributes = 64

  let nodes: [Node]
  /// Attributes that one tag has beyond the most.
  let attributesLeftOut: Int
  private let attributes: [(key: PageKey, start: UInt32, length: UInt32)]
  private let characters: [UInt8]

  /// Reads a page.
  init(_ bytes: [UInt8]) throws(PageError) {
    var raw = sutra_markup()
    let answer = bytes.withUnsafeBytes { bytes in
      sutra_markup_read(
        bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, Self.mostAttributes,
        &raw)
    }
    guard answer != Int32(sutra_markup_no_library) else { throw .noLibrary }
    guard answer == Int32(sutra_markup_ok) else { throw .noMemory }
    defer { sutra_markup_free(&raw) }
    var tags: [PageTag] = []
    var keys: [PageKey?] = []
    var name = raw.names
    for _ in 0..<raw.name_count {
      guard let at = name else { break }
      let word = String(cString: at)
      tags.append(PageTag(rawValue: word) ?? .other)
      keys.append(PageKey(rawValue: word))
      name = at + word.utf8.count + 1
    }
    let rawNodes = UnsafeBufferPointer(start: raw.nodes, count: raw.node_count)
    nodes = rawNodes.map { node in
      let tag: PageTag =
        node.name == -1
        ? .text : tags.indices.contains(Int(node.name)) ? tags[Int(node.name)] : .other
      return Node(
        tag: tag, parent: node.parent, end: node.end, first: node.first, count: node.count)
    }
    sutra_markup_free_nodes(&raw)
    let rawAttributes = UnsafeBufferPointer(start: raw.attributes, count: raw.attribute_count)
    attributes = rawAttributes.map { one in
      let key = keys.indices.contains(Int(one.name)) ? keys[Int(one.name)] : nil
      return (key ?? .other, one.value, one.length)
    }
    sutra_markup_free_attributes(&raw)
    let rawCharacters = UnsafeRawBufferPointer(start: raw.characters, count: raw.character_count)
    characters = Array(rawCharacters)
    attributesLeftOut = raw.attributes_left_out
  }

  /// The bytes of a run of text, or nothing for an element.
  func text(_ node: Int) -> ArraySlice<UInt8> {
    guard nodes[node].tag == .text else { return [] }
    let start = Int(nodes[node].first)
    return characters[start..<start + Int(nodes[node].count)]
  }

  /// The value of an element's attribute.
  func bytes(_ key: PageKey, of node: Int) -> ArraySlice<UInt8>? {
    guard node >= 0, nodes[node].tag != .text else { return nil }
    let first = Int(nodes[node].first)
    for index in first..<first + Int(nodes[node].count) where attributes[index].key == key {
      let start = Int(attributes[index].start)
      return characters[start..<start + Int(attributes[index].length)]
    }
    return nil
  }

  /// The value of an element's attribute as a string.
  func value(_ key: PageKey, of node: Int) -> String? {
    bytes(key, of: node).map { String(decoding: $0, as: UTF8.self) }
  }

  /// All text in an element, blanks of every length as one.
  func wholeText(_ node: Int) -> String {
    var collected: [UInt8] = []
    for index in node..<Int(nodes[node].end) where nodes[index].tag == .text {
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

/// Helpers for the words of a page.
enum PageText {
  /// Blanks of every kind and length as one blank, none at the ends.
  static func collapsed(_ bytes: ArraySlice<UInt8>) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    append(bytes, to: &out)
    while out.last == 0x20 { out.removeLast() }
    return String(decoding: out, as: UTF8.self)
  }

  /// Appends bytes, blanks as one; none at the beginning.
  static func append(_ bytes: ArraySlice<UInt8>, to out: inout [UInt8]) {
    var position = bytes.startIndex
    let end = bytes.endIndex
    while position < end {
      let byte = bytes[position]
      if byte <= 0x20 || byte == 0x7F {
        if let last = out.last, last != 0x20, last != 0x0A { out.append(0x20) }
        position += 1
      } else if byte == 0xC2, position + 1 < end, bytes[position + 1] == 0xA0 {
        if let last = out.last, last != 0x20, last != 0x0A { out.append(0x20) }
        position += 2
      } else {
        out.append(byte)
        position += 1
      }
    }
  }

  /// Whether bytes hold a word of small letters and marks, be it written in capitals.
  static func contains(_ bytes: ArraySlice<UInt8>, _ word: [UInt8]) -> Bool {
    guard let first = word.first, bytes.count >= word.count else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      word.withUnsafeBufferPointer { word in
        for start in 0...(bytes.count - word.count) where bytes[start] | 0x20 == first {
          var at = 1
          while at < word.count, bytes[start + at] | 0x20 == word[at] { at += 1 }
          if at == word.count { return true }
        }
        return false
      }
    }
  }

  /// Last bytes of letters with a dot, and of the letters they are made of.
  private static let dotted: [UInt8: UInt8] = [0x9C: 0xA1, 0x9D: 0xA2, 0x9F: 0xAF]

  /// The letters of a text in small letters, everything else left out: what two texts are compared by.
  static func folded(_ text: String) -> [UInt8] { folded(bytes: text.utf8) }

  /// The same of UTF-8.
  static func folded(bytes: some Collection<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    for byte in bytes {
      switch byte {
      case 0x41...0x5A: out.append(byte | 0x20)
      case 0x61...0x7A, 0x30...0x39: out.append(byte)
      case 0x80...: out.append(byte)
      default: break
      }
    }
    // Quotation marks, dashes and arrows of U+2000 to U+27FF differ between a page and its metadata,
    // and Bengali letters with a dot are written as one scalar or as two.
    var kept: [UInt8] = []
    kept.reserveCapacity(out.count)
    var index = 0
    while index < out.count {
      let byte = out[index]
      if byte == 0xE2, index + 2 < out.count, (0x80...0x9F).contains(out[index + 1]) {
        index += 3
      } else if byte == 0xC2, index + 1 < out.count {
        index += 2
      } else if byte == 0xE0, index + 2 < out.count, out[index + 1] == 0xA7,
        let letter = dotted[out[index + 2]]
      {
        kept += [0xE0, 0xA6, letter, 0xE0, 0xA6, 0xBC]
        index += 3
      } else {
        kept.append(byte)
        index += 1
      }
    }
    return kept
  }
}
