/// A lexicon that is being filled; `block` makes what a `Lexicon` reads of it.
struct LexiconDraft {
  /// Numbers the words of all phrases.
  private(set) var words: WordTable
  /// For each word: the trie node of the phrase that is that word alone, or -1.
  private(set) var firstNodes: [Int32] = []
  /// For each word: the classes of the phrase that is that word alone.
  private(set) var wordClasses: [UInt32] = []
  /// Canonical forms and lemmas.
  private(set) var strings: [String] = []
  /// For each node what the tables say of the phrase.
  private(set) var nodeSenses: [[Sense]] = []
  /// For each node the words that go on from it, with the nodes they lead to.
  private(set) var nodeEdges: [[(word: Int32, node: Int32)]] = []
  private var stringIndex: [String: Int32] = [:]
  private var edges: [UInt64: Int32] = [:]
  private var scratch: [UInt8] = []

  init(capacity: Int) {
    words = WordTable(capacity: capacity)
    firstNodes.reserveCapacity(capacity)
    wordClasses.reserveCapacity(capacity)
  }

  /// The number of a string in `strings`, added when it is new.
  mutating func number(of string: String) -> Int32 {
    if let known = stringIndex[string] { return known }
    let number = Int32(strings.count)
    strings.append(string)
    stringIndex[string] = number
    return number
  }

  /// Notes that a word is common; it becomes no phrase.
  mutating func addCommonWord(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) {
    wordClasses[number(of: bytes, range)] |= LexicalClass.commonWord.bit
  }

  /// Adds a sense to the phrase whose words are parted by single blanks.
  mutating func add(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>, _ sense: Sense) {
    var node: Int32 = -1
    var start = range.lowerBound
    var wordCount = 0
    var word = 0
    for position in range.lowerBound...range.upperBound
    where position == range.upperBound || bytes[position] == 0x20 {
      if position > start {
        word = number(of: bytes, start..<position)
        node = wordCount == 0 ? firstNode(of: word) : child(of: node, word)
        wordCount += 1
      }
      start = position + 1
    }
    guard node >= 0 else { return }
    nodeSenses[Int(node)].append(sense)
    if wordCount == 1, !sense.lexicalClass.isValue {
      wordClasses[word] |= sense.lexicalClass.bit
    }
  }

  private mutating func number(of bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Int {
    scratch.removeAll(keepingCapacity: true)
    let hash = KeyFolding.append(bytes, range, to: &scratch)
    let (word, isNew) = words.insert(scratch, 0..<scratch.count, hash: hash)
    if isNew {
      firstNodes.append(-1)
      wordClasses.append(0)
    }
    return word
  }

  private mutating func firstNode(of word: Int) -> Int32 {
    if firstNodes[word] < 0 { firstNodes[word] = newNode() }
    return firstNodes[word]
  }

  private mutating func child(of node: Int32, _ word: Int) -> Int32 {
    let edge = UInt64(UInt32(bitPattern: node)) << 32 | UInt64(word)
    if let known = edges[edge] { return known }
    let child = newNode()
    edges[edge] = child
    nodeEdges[Int(node)].append((Int32(word), child))
    return child
  }

  private mutating func newNode() -> Int32 {
    nodeSenses.append([])
    nodeEdges.append([])
    return Int32(nodeSenses.count - 1)
  }
}

extension LexiconDraft {
  /// The bytes of the lexicon, as `LexiconBlock` describes them.
  ///
  /// - Parameter checksum: That of the tables it is made from.
  /// - Returns: The same bytes for the same tables.
  func block(checksum: UInt64) -> [UInt8] {
    var bytes = LexiconBlock.mark
    func put(_ number: Int) {
      withUnsafeBytes(of: UInt32(truncatingIfNeeded: number).littleEndian) { bytes += $0 }
    }
    func putStarts(_ counts: some Sequence<Int>) {
      var start = 0
      for count in counts {
        put(start)
        start += count
      }
      put(start)
    }
    let slots = slots()
    let keys = (0..<words.count).map { words.key($0) }
    let texts = strings.map { Array($0.utf8) }
    put(LexiconBlock.version)
    for count in [
      words.count, slots.count, nodeSenses.count, nodeSenses.reduce(0) { $0 + $1.count },
      nodeEdges.reduce(0) { $0 + $1.count }, strings.count, words.keys.count,
      texts.reduce(0) { $0 + $1.count },
    ] { put(count) }
    put(0)
    withUnsafeBytes(of: checksum.littleEndian) { bytes += $0 }
    bytes += [UInt8](repeating: 0, count: LexiconBlock.headerLength - bytes.count)
    slots.forEach { put(Int($0)) }
    putStarts(keys.lazy.map(\.count))
    firstNodes.forEach { put(Int($0)) }
    wordClasses.forEach { put(Int($0)) }
    putStarts(nodeSenses.lazy.map(\.count))
    putStarts(nodeEdges.lazy.map(\.count))
    putStarts(texts.lazy.map(\.count))
    for edge in nodeEdges.lazy.flatMap({ $0.sorted { $0.word < $1.word } }) {
      put(Int(edge.word))
      put(Int(edge.node))
    }
    for sense in nodeSenses.joined() {
      bytes += [sense.lexicalClass.rawValue, sense.attribute, sense.detail, sense.share]
      put(Int(sense.value))
    }
    bytes += words.keys
    bytes += texts.joined()
    return bytes
  }

  /// The hash table of the words.
  private func slots() -> [UInt32] {
    var size = 64
    while size * 5 < words.count * 8 { size *= 2 }
    var slots = [UInt32](repeating: 0, count: size)
    for word in 0..<words.count {
      let hash = KeyFolding.hash(of: words.key(word))
      var slot = Int(truncatingIfNeeded: hash) & (size - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = LexiconBlock.entry(of: word, hash: hash)
    }
    return slots
  }
}
