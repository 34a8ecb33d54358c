import SutraResources
import Testing

@testable import SutraCore

@Suite("Lookup keys")
struct KeyFoldingTests {
  static func key(_ word: String) -> [UInt8] {
    var key: [UInt8] = []
    Array(word.utf8).withUnsafeBytes { _ = KeyFolding.append($0, 0..<$0.count, to: &key) }
    return key
  }

  @Test(
    "are one for all spellings of a word",
    arguments: [
      ("সময়", "\u{9B8}\u{9AE}\u{9DF}", "\u{9B8}\u{9AE}\u{9AF}\u{9BC}"),
      ("বড়", "\u{9AC}\u{9DC}", "\u{9AC}\u{9A1}\u{9BC}"),
      ("গাঢ়", "\u{997}\u{9BE}\u{9DD}", "\u{997}\u{9BE}\u{9A2}\u{9BC}"),
      ("লোক", "\u{9B2}\u{9CB}\u{995}", "\u{9B2}\u{9C7}\u{9BE}\u{995}"),
      ("মৌ", "\u{9AE}\u{9CC}", "\u{9AE}\u{9C7}\u{9D7}"),
      ("র‍্যাব", "\u{9B0}\u{200D}\u{9CD}\u{9AF}\u{9BE}\u{9AC}", "\u{9B0}\u{9CD}\u{9AF}\u{9BE}\u{9AC}"),
      ("উদ্‌যাপন", "উদ্\u{200C}যাপন", "উদ্যাপন"),
      ("bbc", "BBC", "Bbc"),
      ("don't", "don’t", "DON'T"),
      ("éa", "ÉA", "Éa"),
    ])
  func one(word: String, first: String, second: String) {
    #expect(Self.key(first) == Self.key(word))
    #expect(Self.key(second) == Self.key(word))
  }

  @Test(
    "differ for different words",
    arguments: [("বল", "বলা"), ("পড়", "পড"), ("লেক", "লোক"), ("×", "÷"), ("কি", "কী")])
  func differ(one: String, other: String) { #expect(Self.key(one) != Self.key(other)) }

  @Test("hash alike when they are alike")
  func hash() {
    func hash(_ word: String) -> UInt64 {
      var key: [UInt8] = []
      return Array(word.utf8).withUnsafeBytes { KeyFolding.append($0, 0..<$0.count, to: &key) }
    }
    #expect(hash("\u{9B8}\u{9AE}\u{9DF}") == hash("\u{9B8}\u{9AE}\u{9AF}\u{9BC}"))
    #expect(hash("সময়") != hash("সমর"))
  }

  @Test(
    "let every spelling of a cue report",
    arguments: ["জানিয়েছেন", "জানি\u{9DF}েছেন", "জানি\u{9AF}\u{9BC}েছেন", "জা\u{200D}নি\u{9DF}েছেন"])
  func cue(cue: String) throws {
    let said = try #require(Fixtures.article("মেয়র \(cue), কাজ শেষ হবে আগামী মাসে।").said.first)
    #expect(said.content == "কাজ শেষ হবে আগামী মাসে")
    #expect(said.cue == cue)
  }

  @Test(
    "let split vowel signs find a place",
    arguments: ["খুলনা", "চট্টগ্রাম", "মৌলভীবাজার", "ম\u{9C7}\u{9D7}লভীবাজার"])
  func place(place: String) {
    #expect(Fixtures.article("\(place) থেকে ট্রেন ছাড়ে।").named == [["PLACE", place, place]])
  }
}

@Suite("Endings")
struct EndingTableTests {
  @Test(
    "are taken off in chains",
    arguments: [
      ("নদীর", "নদী", [.genitive]),
      ("বাংলাদেশের", "বাংলাদেশ", [.genitive]),
      ("ঢাকায়", "ঢাকা", [.locative]),
      ("সিলেটে", "সিলেট", [.locative]),
      ("পিয়ংইয়ংয়ে", "পিয়ংইয়ং", [.locative]),
      ("বেইজিংয়ের", "বেইজিং", [.genitive]),
      ("সাংবাদিকদের", "সাংবাদিক", [.genitive, .plural]),
      ("সাংবাদিকদেরকেও", "সাংবাদিক", [.objective, .plural, .emphatic]),
      ("পুতিনকে", "পুতিন", [.objective]),
      ("শিক্ষকেরা", "শিক্ষক", [.plural]),
      ("পত্রিকাটি", "পত্রিকা", [.classifier]),
      ("পত্রিকাটির", "পত্রিকা", [.classifier, .genitive]),
      ("বইগুলো", "বই", [.classifier, .plural]),
      ("রহমানও", "রহমান", [.emphatic]),
    ] as [(String, String, CaseSet)])
  func chains(word: String, stem: String, cases: CaseSet) throws {
    let pack = try #require(LanguageLibrary.builtIn.pack("bn"))
    let key = KeyFoldingTests.key(word)
    let wanted = KeyFoldingTests.key(stem)
    var found: [CaseSet] = []
    pack.endings.forEachStem(of: key[...]) { length, cases in
      if Array(key.prefix(length)) == wanted { found.append(cases) }
    }
    #expect(found.contains(cases), "found \(found)")
  }

  @Test("leave two letters at least", arguments: ["কে", "তার", "র", "এর"])
  func shortest(word: String) throws {
    let pack = try #require(LanguageLibrary.builtIn.pack("bn"))
    pack.endings.forEachStem(of: KeyFoldingTests.key(word)[...]) { length, _ in
      #expect(length >= EndingTable.shortestStem)
    }
  }

  @Test("come once each", arguments: [("বইটিটি", "বই"), ("রহমানইই", "রহমান"), ("শিক্ষকরারা", "শিক্ষক")])
  func once(word: String, stem: String) throws {
    let pack = try #require(LanguageLibrary.builtIn.pack("bn"))
    let length = KeyFoldingTests.key(stem).count
    pack.endings.forEachStem(of: KeyFoldingTests.key(word)[...]) { found, _ in
      #expect(found != length)
    }
  }

  @Test("follow a vowel only where they say so")
  func followVowel() throws {
    let pack = try #require(LanguageLibrary.builtIn.pack("bn"))
    var cases: [CaseSet] = []
    // After a consonant the last letter belongs to the word.
    pack.endings.forEachStem(of: KeyFoldingTests.key("খবর")[...]) { cases.append($1) }
    #expect(!cases.contains(.genitive))
  }
}

@Suite("Reading tables")
struct TableTests {
  private func pack(_ files: [String: String]) throws(LexiconError) -> LanguagePack {
    try LanguagePack(
      LanguageFolder(name: "xx") { name in
        guard let text = files[name] else { return nil }
        // A lexicon is read in place, so its bytes live as long as the tests run.
        let buffer = UnsafeMutableRawBufferPointer.allocate(
          byteCount: text.utf8.count, alignment: 1)
        buffer.copyBytes(from: text.utf8)
        return UnsafeRawBufferPointer(buffer)
      })
  }
  private let language = "code\txx\nscript\t0041-007A\n"

  @Test("skips comments and blank rows, and takes the line ends of any system")
  func skips() throws {
    let text = "# one\n\nবাজার\t-\r\nনদী\t-"
    let read = try pack(["language.tsv": language, "places.tsv": text])
    for word in ["বাজার", "নদী"] {
      let key = KeyFoldingTests.key(word)
      let number = read.lexicon.index(
        of: key, 0..<key.count, hash: KeyFolding.hash(key, from: 0))
      try #require(number >= 0)
      #expect(read.lexicon.classes(of: Int32(number)).has(.place))
    }
  }

  @Test("names file, line and count of a row that does not fit")
  func columnCount() {
    #expect(
      throws: LexiconError.wrongColumnCount(
        file: "xx/places.tsv", line: 3, expected: 2, found: 3)
    ) {
      try pack(["language.tsv": language, "places.tsv": "# one\nক\t-\nখ\t-\t-\n"])
    }
  }

  @Test("names the words that a column may hold")
  func unknownValue() {
    #expect(
      throws: LexiconError.unknownValue(
        file: "xx/media.tsv", line: 1, value: "nome", allowed: MediaType.words)
    ) {
      try pack(["language.tsv": language, "media.tsv": "বেতার\t-\tnome\n"])
    }
  }

  @Test("names the verbs that a cue may refer to")
  func unknownVerb() {
    #expect(
      throws: LexiconError.unknownValue(
        file: "xx/cues.tsv", line: 1, value: "go", allowed: ["say"])
    ) {
      try pack([
        "language.tsv": language, "verbs.tsv": "say\tsaid\tverb\n",
        "cues.tsv": "~go\tgo\tstatement\tverb\t1.00\n",
      ])
    }
  }

  @Test("names an unknown case of an ending")
  func unknownCase() {
    #expect(throws: LexiconError.self) {
      try pack(["language.tsv": language, "endings.tsv": "র\tdative\tany\n"])
    }
  }

  @Test("wants a code", arguments: [[:], ["language.tsv": "name\tX\n"]])
  func wantsCode(files: [String: String]) {
    #expect(throws: LexiconError.self) { try pack(files) }
  }

  @Test("says in one sentence what to do about each error")
  func messages() {
    let errors: [LexiconError] = [
      .wrongColumnCount(file: "f", line: 7, expected: 2, found: 3),
      .duplicateForm(file: "f", line: 7, form: "ক"),
      .unknownValue(file: "f", line: 7, value: "x", allowed: ["y"]),
    ]
    for error in errors { #expect(error.message.hasPrefix("f:7: ")) }
    #expect(LexiconError.missingLanguage(folder: "xx").message.hasPrefix("xx: "))
  }
}
