import Synchronization

/// The bytes of a lexicon, read in place: those of a built-in language are made before run time, so
/// that they cost nothing at the start and only what is asked for is read.
///
/// All numbers are little-endian, of four bytes unless told otherwise. The header, of 64 bytes, holds
///
///      0  8 bytes "SUTRALEX"       28  count of edges
///      8  version of the format    32  count of strings
///     12  count of words           36  bytes of all keys
///     16  count of slots           40  bytes of all strings
///     20  count of nodes           44  zeros
///     24  count of senses          48  8 bytes checksum of the tables, then zeros
///
/// After it stand, without gaps:
///
/// - the slots of a hash table with open addressing over the words' keys (`KeyFolding`): 0 for an
///   empty one, else a word's number and one in the lower 24 bits, and 8 bits of the key's hash
/// - for each word where its key begins, and one more for the end; its node, or -1; its classes
/// - for each node where its senses begin, and one more; where its edges begin, and one more
/// - for each string where it begins, and one more
/// - the edges, 8 bytes each, those of a node by ascending word: the word, the node it leads to
/// - the senses, 8 bytes each: class, attribute, detail, share (a byte each), number of a string
/// - the keys, the strings
///
/// What stands in a block is checked where it is used, so that a damaged one may give wrong answers
/// and never anything worse.
final class LexiconBlock: @unchecked Sendable {
  /// What a block begins with.
  static let mark: [UInt8] = Array("SUTRALEX".utf8)
  /// The version of the format and of what the tables' columns mean.
  static let version = 1
  static let headerLength = 64
  /// Most words, nodes and so on of a block.
  private static let most = 1 << 24 - 1

  private let bytes: UnsafeRawBufferPointer
  private let owned: UnsafeMutableRawBufferPointer?
  let wordCount: Int
  let nodeCount: Int
  let stringCount: Int
  private let slotMask: Int
  private let senseCount: Int
  private let edgeCount: Int
  private let keyLength: Int
  private let stringLength: Int
  private let keyStarts: Int
  private let nodes: Int
  private let classes: Int
  private let senseStarts: Int
  private let edgeStarts: Int
  private let stringStarts: Int
  private let edges: Int
  private let senses: Int
  private let keys: Int
  private let texts: Int
  /// The strings that were asked for, each made once.
  private let strings = Mutex<[Int: String]>([:])

  /// Reads a block in place; fails when it is none of this version and length, or made from other
  /// tables.
  ///
  /// - Parameters:
  ///   - bytes: The block, which must never be freed or changed.
  ///   - checksum: That of the tables it must be made from.
  convenience init?(constant bytes: UnsafeRawBufferPointer, checksum: UInt64) {
    self.init(bytes, owned: nil, checksum: checksum)
  }

  /// Reads a copy of a block.
  convenience init?(copying source: [UInt8], checksum: UInt64) {
    let copy = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(1, source.count), alignment: 16)
    copy.copyBytes(from: source)
    self.init(
      UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(copy)[..<source.count]), owned: copy,
      checksum: checksum)
  }

  private init?(
    _ bytes: UnsafeRawBufferPointer, owned: UnsafeMutableRawBufferPointer?, checksum: UInt64
  ) {
    self.bytes = bytes
    self.owned = owned
    func number(_ offset: Int) -> Int {
      offset + 4 <= bytes.count
        ? Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
        : -1
    }
    let counts = (0..<8).map { number(12 + 4 * $0) }
    wordCount = counts[0]
    slotMask = counts[1] - 1
    nodeCount = counts[2]
    senseCount = counts[3]
    edgeCount = counts[4]
    stringCount = counts[5]
    keyLength = counts[6]
    stringLength = counts[7]
    guard bytes.count >= Self.headerLength, bytes.prefix(8).elementsEqual(Self.mark),
      number(8) == Self.version, counts.allSatisfy({ (0...1 << 28).contains($0) }),
      counts[..<6].allSatisfy({ $0 <= Self.most }), slotMask >= 0, slotMask & counts[1] == 0,
      UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 48, as: UInt64.self)) == checksum
    else {
      // What is not set stays unread.
      (keyStarts, nodes, classes, senseStarts, edgeStarts) = (0, 0, 0, 0, 0)
      (stringStarts, edges, senses, keys, texts) = (0, 0, 0, 0, 0)
      return nil
    }
    keyStarts = Self.headerLength + 4 * counts[1]
    nodes = keyStarts + 4 * (wordCount + 1)
    classes = nodes + 4 * wordCount
    senseStarts = classes + 4 * wordCount
    edgeStarts = senseStarts + 4 * (nodeCount + 1)
    stringStarts = edgeStarts + 4 * (nodeCount + 1)
    edges = stringStarts + 4 * (stringCount + 1)
    senses = edges + 8 * edgeCount
    keys = senses + 8 * senseCount
    texts = keys + keyLength
    guard texts + stringLength == bytes.count else { return nil }
  }

  deinit { owned?.deallocate() }

  /// A slot's entry for a word.
  static func entry(of word: Int, hash: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: hash >> 40) << 24 | UInt32(truncatingIfNeeded: word + 1)
  }

  /// A number of a table within the block.
  @inline(__always)
  private func number(_ table: Int, _ index: Int) -> UInt32 {
    UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: table + 4 * index, as: UInt32.self))
  }

  /// The items between two neighbouring starts, of so many in all.
  @inline(__always)
  private func range(_ starts: Int, _ index: Int, of count: Int) -> Range<Int> {
    let (start, end) = (Int(number(starts, index)), Int(number(starts, index + 1)))
    return start <= end && end <= count ? start..<end : 0..<0
  }

  /// The bytes of a word's key.
  func key(of word: Int) -> UnsafeRawBufferPointer {
    guard (0..<wordCount).contains(word) else {
      return UnsafeRawBufferPointer(rebasing: bytes[..<0])
    }
    let range = range(keyStarts, word, of: keyLength)
    return UnsafeRawBufferPointer(
      rebasing: bytes[keys + range.lowerBound..<keys + range.upperBound])
  }

  /// The number of the word with a key, or -1.
  func index(of key: [UInt8], _ range: Range<Int>, hash: UInt64) -> Int {
    let tag = Self.entry(of: -1, hash: hash)
    var slot = Int(truncatingIfNeeded: hash) & slotMask
    // A damaged table may have no empty slot.
    for _ in 0...slotMask {
      let entry = number(Self.headerLength, slot)
      if entry == 0 { return -1 }
      if entry & 0xFF00_0000 == tag {
        let word = Int(entry & 0xFF_FFFF) - 1
        if self.key(of: word).elementsEqual(key[range]) { return word }
      }
      slot = (slot + 1) & slotMask
    }
    return -1
  }

  /// The classes of a word; none for -1.
  @inline(__always)
  func classes(of word: Int) -> UInt32 {
    word >= 0 && word < wordCount ? number(classes, word) : 0
  }

  /// The node of the phrase that is a word alone, or -1.
  @inline(__always)
  func node(of word: Int) -> Int32 {
    guard word >= 0, word < wordCount else { return -1 }
    let node = number(nodes, word)
    return node < nodeCount ? Int32(node) : -1
  }

  /// The numbers of a node's senses.
  @inline(__always)
  func senses(of node: Int32) -> Range<Int> {
    node >= 0 && node < nodeCount ? range(senseStarts, Int(node), of: senseCount) : 0..<0
  }

  /// A sense by its number.
  @inline(__always)
  func sense(_ index: Int) -> Sense {
    let offset = senses + 8 * index
    let value = Int32(bitPattern: number(offset + 4, 0))
    return Sense(
      lexicalClass: LexicalClass(rawValue: bytes[offset]) ?? .commonWord,
      attribute: bytes[offset + 1], detail: bytes[offset + 2],
      value: value < stringCount ? value : -1, share: bytes[offset + 3])
  }

  /// A node's first sense of a class.
  @inline(__always)
  func sense(of node: Int32, _ lexicalClass: LexicalClass) -> Sense? {
    for index in senses(of: node) where bytes[senses + 8 * index] == lexicalClass.rawValue {
      return sense(index)
    }
    return nil
  }

  /// The numbers of a node's edges.
  @inline(__always)
  func edges(of node: Int32) -> Range<Int> {
    node >= 0 && node < nodeCount ? range(edgeStarts, Int(node), of: edgeCount) : 0..<0
  }

  /// The node that an edge with a word leads to from a node, or -1.
  func next(_ node: Int32, _ word: Int32) -> Int32 {
    var range = edges(of: node)
    while let first = range.first {
      let middle = first + range.count / 2
      let found = Int32(bitPattern: number(edges, 2 * middle))
      if found == word {
        let next = number(edges, 2 * middle + 1)
        return next < nodeCount ? Int32(next) : -1
      }
      range = found < word ? middle + 1..<range.upperBound : first..<middle
    }
    return -1
  }

  /// A string by its number; empty for one that is not there.
  func string(_ index: Int) -> String {
    guard index >= 0, index < stringCount else { return "" }
    return strings.withLock { strings in
      if let known = strings[index] { return known }
      let range = range(stringStarts, index, of: stringLength)
      let text = String(
        decoding: bytes[texts + range.lowerBound..<texts + range.upperBound], as: UTF8.self)
      strings[index] = text
      return text
    }
  }
}
