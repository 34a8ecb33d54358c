/// The words and phrases of a language with what its tables say of them.
///
/// A phrase is a path of word numbers through a trie; the last word of a phrase may carry a case
/// ending, which the caller strips before it asks.
struct Lexicon: Sendable {
  private let block: LexiconBlock

  init(_ block: LexiconBlock) { self.block = block }

  /// How many words it has; they are numbered from 0.
  var wordCount: Int { block.wordCount }

  /// The number of the word with a folded key, or -1.
  func index(of key: [UInt8], _ range: Range<Int>, hash: UInt64) -> Int {
    block.index(of: key, range, hash: hash)
  }

  /// The classes of the phrase that is a word alone.
  @inline(__always)
  func classes(of word: Int32) -> UInt32 { block.classes(of: Int(word)) }

  /// The node of the phrase that is a word alone, or -1.
  @inline(__always)
  func firstNode(of word: Int32) -> Int32 { block.node(of: Int(word)) }

  /// What the tables say of the phrase at a node.
  @inline(__always)
  func senses(at node: Int32) -> Senses { Senses(block: block, range: block.senses(of: node)) }

  /// The classes of all that the tables say of the phrase at a node.
  func allClasses(at node: Int32) -> UInt32 {
    senses(at: node).reduce(0) { $0 | $1.lexicalClass.bit }
  }

  /// The first sense of a class of the phrase at a node.
  func sense(_ lexicalClass: LexicalClass, at node: Int32) -> Sense? {
    block.sense(of: node, lexicalClass)
  }

  /// Whether longer phrases go on from a node.
  @inline(__always)
  func goesOn(from node: Int32) -> Bool { !block.edges(of: node).isEmpty }

  /// The node of the phrase that goes on from a node with a word, or -1.
  @inline(__always)
  func next(_ node: Int32, _ word: Int32) -> Int32 { word < 0 ? -1 : block.next(node, word) }

  /// The lemma or canonical form of a sense, or `nil` when it is the form itself.
  func value(of sense: Sense) -> String? { sense.value < 0 ? nil : string(sense.value) }

  /// A canonical form or lemma by its number.
  func string(_ number: Int32) -> String { block.string(Int(number)) }
}

extension Lexicon {
  /// Senses of one phrase, in the order of the tables.
  struct Senses: RandomAccessCollection, Sendable {
    let block: LexiconBlock
    let range: Range<Int>

    var startIndex: Int { range.lowerBound }
    var endIndex: Int { range.upperBound }
    @inline(__always)
    subscript(index: Int) -> Sense { block.sense(index) }
  }
}
