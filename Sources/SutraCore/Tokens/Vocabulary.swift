/// The distinct words of one document, each with what the language knows of it.
///
/// Looking a word up costs once a document, however often it stands in the text.
struct Vocabulary: Sendable {
  /// Numbers the words by their folded keys.
  private(set) var words = WordTable(capacity: 1024)
  /// For each word its number in the lexicon, or -1.
  private(set) var lexiconWords: [Int32] = []
  /// For each word the classes of the word as written.
  private(set) var classes: [UInt32] = []
  /// For each word the classes of any of its stems.
  private(set) var stemClasses: [UInt32] = []
  /// For each word: what its own endings may say, all readings together.
  private var stemRanges: [Range<Int32>] = []
  private var stemList: [Stem] = []
  private let lexicon: Lexicon
  private let endings: EndingTable

  init(_ pack: LanguagePack) {
    lexicon = pack.lexicon
    endings = pack.endings
  }

  /// The word's number for a key, which is added when it is new.
  mutating func number(of key: [UInt8], _ range: Range<Int>, hash: UInt64) -> Int32 {
    let (word, isNew) = words.insert(key, range, hash: hash)
    if isNew { describe(key, range, hash) }
    return Int32(word)
  }

  /// The folded key of a word; empty for what is no word.
  func key(of word: Int32) -> ArraySlice<UInt8> { word < 0 ? [] : words.key(Int(word)) }

  /// The word without its possible endings, the longest ending first.
  func stems(of word: Int32) -> ArraySlice<Stem> {
    guard word >= 0 else { return [] }
    let range = stemRanges[Int(word)]
    return stemList[Int(range.lowerBound)..<Int(range.upperBound)]
  }

  /// The classes of the word as written.
  @inline(__always)
  func classes(of word: Int32) -> UInt32 { word < 0 ? 0 : classes[Int(word)] }

  /// The classes of the word as written or without an ending.
  @inline(__always)
  func allClasses(of word: Int32) -> UInt32 {
    word < 0 ? 0 : classes[Int(word)] | stemClasses[Int(word)]
  }

  /// The reading of the word whose stem has a class.
  func stem(of word: Int32, in lexicalClass: LexicalClass) -> Stem? {
    stems(of: word).first { $0.word >= 0 && lexicon.classes(of: $0.word).has(lexicalClass) }
  }

  private mutating func describe(_ key: [UInt8], _ range: Range<Int>, _ hash: UInt64) {
    let own = lexicon.index(of: key, range, hash: hash)
    lexiconWords.append(Int32(own))
    classes.append(own < 0 ? 0 : lexicon.classes(of: Int32(own)))
    let first = Int32(stemList.count)
    var found: UInt32 = 0
    endings.forEachStem(of: key[range]) { length, cases in
      let stem = range.lowerBound..<range.lowerBound + length
      let word = lexicon.index(of: key, stem, hash: KeyFolding.hash(of: key[stem]))
      if word >= 0 { found |= lexicon.classes(of: Int32(word)) }
      stemList.append(Stem(word: Int32(word), keyLength: length, cases: cases))
    }
    stemClasses.append(found)
    stemRanges.append(first..<Int32(stemList.count))
  }
}
