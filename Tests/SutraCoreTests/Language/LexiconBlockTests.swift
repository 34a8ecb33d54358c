import SutraResources
import Testing

@testable import SutraCore

@Suite("A lexicon that was made before run time")
struct LexiconBlockTests {
  private static func table(_ code: String, _ name: String) -> [Table] {
    let file = "languages/\(code)/\(name)"
    return EmbeddedResource.bytes(at: file).map { [Table(file: file, bytes: $0)] } ?? []
  }

  private static func embedded(_ code: String) -> UnsafeRawBufferPointer? {
    EmbeddedResource.bytes(at: "languages/\(code)/\(LexiconTables.blockName)")
  }

  /// A small lexicon with a phrase of two words, of which one begins a shorter phrase.
  private static let small: [UInt8] = {
    var draft = LexiconDraft(capacity: 8)
    for (text, value) in [("উত্তর কোরিয়া", "North Korea"), ("উত্তর", ""), ("চীন", "China")] {
      let number = value.isEmpty ? -1 : draft.number(of: value)
      Array(text.utf8).withUnsafeBytes {
        draft.add(
          $0, 0..<$0.count,
          Sense(lexicalClass: .place, attribute: 1, detail: 2, value: number, share: 85))
      }
    }
    return draft.block(checksum: 42)
  }()

  private static func number(_ word: String, in lexicon: Lexicon) -> Int32 {
    let key = KeyFoldingTests.key(word)
    return Int32(lexicon.index(of: key, 0..<key.count, hash: KeyFolding.hash(key, from: 0)))
  }

  @Test(
    "is the one of the tables as they are; else run 'make lexicon'",
    arguments: LanguageLibrary.builtIn.codes)
  func isUpToDate(code: String) throws {
    let block = try #require(Self.embedded(code))
    #expect(try block.elementsEqual(LanguageLibrary.builtIn.lexicon(of: code)))
  }

  @Test("tells what the tables tell, of every word", arguments: LanguageLibrary.builtIn.codes)
  func tellsAll(code: String) throws {
    var builder = LexiconBuilder()
    for layout in TableLayout.all {
      for rows in Self.table(code, layout.file) { try builder.add(rows, layout) }
    }
    for rows in Self.table(code, "verbs.tsv") { try builder.addVerbForms(rows) }
    for rows in Self.table(code, "cues.tsv") { try builder.addCues(rows) }
    for rows in Self.table(code, "common-words.tsv") { try builder.addCommonWords(rows) }
    let draft = builder.draft
    let lexicon = try #require(LanguageLibrary.builtIn.pack(code)).lexicon
    try #require(lexicon.wordCount == draft.words.count)
    var wrong = 0
    for word in 0..<draft.words.count {
      let key = Array(draft.words.key(word))
      let number = lexicon.index(of: key, 0..<key.count, hash: KeyFolding.hash(key, from: 0))
      if number != word || lexicon.classes(of: Int32(word)) != draft.wordClasses[word]
        || lexicon.firstNode(of: Int32(word)) != draft.firstNodes[word]
      {
        wrong += 1
      }
    }
    for (node, senses) in draft.nodeSenses.enumerated() {
      let found = lexicon.senses(at: Int32(node))
      if !found.elementsEqual(senses, by: Self.agree)
        || !zip(found, senses).allSatisfy({
          lexicon.value(of: $0) == ($1.value < 0 ? nil : draft.strings[Int($1.value)])
        }) || lexicon.goesOn(from: Int32(node)) == draft.nodeEdges[node].isEmpty
        || !draft.nodeEdges[node].allSatisfy({ lexicon.next(Int32(node), $0.word) == $0.node })
      {
        wrong += 1
      }
    }
    #expect(wrong == 0)
  }

  private static func agree(_ one: Sense, _ other: Sense) -> Bool {
    one.lexicalClass == other.lexicalClass && one.attribute == other.attribute
      && one.detail == other.detail && one.value == other.value && one.share == other.share
  }

  @Test("is left aside when a table says something else")
  func followsTables() throws {
    let places = "নদী\t-\n"
    let changed = "নদি\t-\n"
    #expect(places.utf8.count == changed.utf8.count)
    func tables(_ text: [UInt8]) -> LexiconTables {
      let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: text.count, alignment: 1)
      copy.copyBytes(from: text)
      return LexiconTables { name in
        name == "places.tsv" ? [Table(file: name, bytes: UnsafeRawBufferPointer(copy))] : []
      }
    }
    let before = tables(Array(places.utf8))
    let block = try before.bytes()
    try block.withUnsafeBytes { block in
      let old = try before.lexicon(from: block)
      #expect(Self.number("নদী", in: old) == 0)
      let new = try tables(Array(changed.utf8)).lexicon(from: block)
      #expect(Self.number("নদি", in: new) == 0)
      #expect(Self.number("নদী", in: new) == -1)
    }
  }

  @Test("knows phrases, their beginnings and what goes on from them")
  func phrases() throws {
    let lexicon = Lexicon(try #require(LexiconBlock(copying: Self.small, checksum: 42)))
    let (north, korea) = (Self.number("উত্তর", in: lexicon), Self.number("কোরিয়া", in: lexicon))
    let first = lexicon.firstNode(of: north)
    #expect(lexicon.goesOn(from: first))
    let both = lexicon.next(first, korea)
    let sense = try #require(lexicon.sense(.place, at: both))
    #expect(lexicon.value(of: sense) == "North Korea")
    #expect((sense.attribute, sense.detail, sense.share) == (1, 2, 85))
    #expect(lexicon.firstNode(of: korea) == -1)
    #expect(lexicon.next(first, north) == -1 && !lexicon.goesOn(from: both))
    #expect(lexicon.sense(.cue, at: both) == nil)
    #expect(Self.number("জাপান", in: lexicon) == -1)
    #expect(lexicon.senses(at: -1).isEmpty && lexicon.senses(at: 1 << 20).isEmpty)
  }

  @Test("is not used when it is cut off, longer, of another kind, version or checksum")
  func refused() {
    #expect(LexiconBlock(copying: Self.small, checksum: 42) != nil)
    #expect(LexiconBlock(copying: Self.small, checksum: 43) == nil)
    for length in 0..<Self.small.count {
      #expect(LexiconBlock(copying: Array(Self.small[..<length]), checksum: 42) == nil)
    }
    #expect(LexiconBlock(copying: Self.small + [0], checksum: 42) == nil)
    for offset in 0..<44 {
      // Whatever the header counts, the parts must fill the block.
      var bytes = Self.small
      bytes[offset] ^= 0x80
      #expect(LexiconBlock(copying: bytes, checksum: 42) == nil)
    }
  }

  @Test("that is damaged gives answers within bounds")
  func damaged() {
    var generator = SeededGenerator(seed: 11)
    for offset in LexiconBlock.headerLength..<Self.small.count {
      for value: UInt8 in [0, 0x7F, 0xFF, .random(in: 0...255, using: &generator)] {
        var bytes = Self.small
        bytes[offset] = value
        guard let block = LexiconBlock(copying: bytes, checksum: 42) else { continue }
        Self.ask(block, of: ["উত্তর", "কোরিয়া", "চীন", "জাপান"], words: -1...block.wordCount)
      }
    }
  }

  @Test("of a language that is damaged does so too", arguments: LanguageLibrary.builtIn.codes)
  func damagedLanguage(code: String) throws {
    let whole = try Array(#require(Self.embedded(code)))
    let checksum = (0..<8).reduce(0 as UInt64) { $0 | UInt64(whole[48 + $1]) << UInt64(8 * $1) }
    var generator = SeededGenerator(seed: 11)
    for round in 0..<12 {
      var bytes = whole
      for _ in 0..<20_000 {
        let offset = Int.random(in: LexiconBlock.headerLength..<bytes.count, using: &generator)
        bytes[offset] = round % 3 == 0 ? 0xFF : UInt8.random(in: 0...255, using: &generator)
      }
      let block = try #require(LexiconBlock(copying: bytes, checksum: checksum))
      let first = Int.random(in: 0..<block.wordCount, using: &generator)
      Self.ask(
        block, of: ["প্রধানমন্ত্রী", "ঢাকা", "বলেন", "according", "said", "minister"],
        words: first...min(first + 40, block.wordCount))
    }
  }

  /// Asks a block everything of some words, each with each.
  private static func ask(_ block: LexiconBlock, of texts: [String], words: ClosedRange<Int>) {
    let lexicon = Lexicon(block)
    for text in texts {
      #expect((-1..<lexicon.wordCount).contains(Int(number(text, in: lexicon))))
    }
    for word in words {
      let node = lexicon.firstNode(of: Int32(word))
      #expect(node >= -1 && node < block.nodeCount)
      _ = lexicon.classes(of: Int32(word))
      for sense in lexicon.senses(at: node) { _ = lexicon.value(of: sense) }
      for other in words {
        #expect(lexicon.next(node, Int32(other)) < block.nodeCount)
      }
    }
  }
}
