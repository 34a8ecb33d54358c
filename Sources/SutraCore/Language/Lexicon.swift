/// The words and phrases of a language with what its tables say of them.
///
/// A phrase is a path of word numbers through a trie; the last word of a phrase may carry a case
/// ending, which the caller strips before it asks.
struct Lexicon: Sendable {
  /// Numbers the words of all phrases.
  private(set) var words: WordTable
  /// For each word: the trie node of the phrase that is that word alone, or -1.
  private(set) var firstNodes: [Int32] = []
  /// For each word: the classes of the phrase that is that word alone.
  private(set) var wordClasses: [UInt32] = []
  /// Canonical forms and lemmas.
  private(set) var strings: [String] = []
  private var stringIndex: [String: Int32] = [:]
  private var edges: [UInt64: Int32] = [:]
  /// For each node: whether longer phrases go on from it.
  private var hasEdges: [Bool] = []
  private var nodeSenses: [[Sense]] = []
  private var scratch: [UInt8] = []

  init(capacity: Int) {
    words = WordTable(capacity: capacity)
    firstNodes.reserveCapacity(capacity)
    wordClasses.reserveCapacity(capacity)
  }

  /// What the tables say of the phrase at a node.
  func senses(at node: Int32) -> [Sense] { nodeSenses[Int(node)] }

  /// The node of the phrase that goes on from a node with a word, or -1.
  @inline(__always)
  func next(_ node: Int32, _ word: Int32) -> Int32 {
    guard word >= 0, hasEdges[Int(node)] else { return -1 }
    return edges[UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))] ?? -1
  }

  /// The lemma or canonical form of a sense, or `nil` when it is the form itself.
  func value(of sense: Sense) -> String? { sense.value < 0 ? nil : strings[Int(sense.value)] }

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
    hasEdges[Int(node)] = true
    return child
  }

  private mutating func newNode() -> Int32 {
    nodeSenses.append([])
    hasEdges.append(false)
    return Int32(nodeSenses.count - 1)
  }
}
