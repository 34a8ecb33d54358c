import SutraResources
import Testing

@testable import SutraCore

@Suite("Names typed in another script")
struct OtherScriptSearchTests {
  /// Rows of two columns of a file below the package's root or beside it.
  private static func pairs(_ path: String) -> [(typed: String, name: String)] {
    String(decoding: Fixtures.bytes(path) ?? [], as: UTF8.self).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }.map { $0.split(separator: "\t").map(String.init) }
      .filter { $0.count >= 2 }.map { ($0[0], $0[1]) }
  }

  /// What a search finds in a text, in words.
  private static func found(_ typed: String, _ text: String) -> [String] {
    guard let search = OtherScriptSearch(typed, in: .builtIn) else { return [] }
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer { search.matches(in: $0, most: 100) }
      .map { String(decoding: bytes[$0.start..<$0.end], as: UTF8.self) }
  }

  @Test("are found as people type them")
  func typed() {
    let pairs = Self.pairs("Tests/SutraCoreTests/Fixtures/typed-names.tsv")
    #expect(pairs.count == 104)
    let missed = pairs.filter { pair in
      Self.found(pair.typed, "আজ সকালে \(pair.name) নিয়ে কথা হয়েছে।") != [pair.name]
    }
    #expect(missed.isEmpty, "\(missed)")
  }

  @Test("are found with case endings, which are left out")
  func inflected() {
    #expect(Self.found("putin", "পুতিনের কথা, পুতিনকেও বলা হয়েছে") == ["পুতিন", "পুতিন"])
    #expect(Self.found("jatisangha", "জাতিসংঘের মহাসচিব জাতিসংঘে") == ["জাতিসংঘ", "জাতিসংঘ"])
    #expect(Self.found("Sheikh Hasina", "শেখ হাসিনার বক্তব্য") == ["শেখ হাসিনা"])
    #expect(Self.found("dhaka", "ঢাকায় বৃষ্টি, ঢাকার পথে") == ["ঢাকা", "ঢাকা"])
    #expect(Self.found("bnp", "বিএনপির মহাসচিব") == ["বিএনপি"])
  }

  @Test("are not found in look-alikes")
  func lookAlikes() {
    let pairs = Self.pairs("Tests/SutraCoreTests/Fixtures/untyped-names.tsv")
    #expect(pairs.count >= 40)
    let wrong = pairs.filter { pair in
      !Self.found(pair.typed, "আজ সকালে \(pair.name) নিয়ে কথা হয়েছে।").isEmpty
    }
    #expect(wrong.isEmpty, "\(wrong)")
  }

  @Test("are found among many as in each alone, whatever is remembered of the others")
  func many() {
    let pairs =
      Self.pairs("Tests/SutraCoreTests/Fixtures/typed-names.tsv")
      + Self.pairs("Tests/SutraCoreTests/Fixtures/untyped-names.tsv")
    let texts =
      pairs.map(\.name) + pairs.map(\.typed)
      + ["৭২০৫টি নৌকা", "৭২০৬টি নৌকা", "Élan Nouka", "নৌ\u{200D}কা ও ঘাট", "", "ক", "\u{9A8}x", "नाव"]
    for typed in pairs.prefix(24).flatMap({ [$0.typed, $0.name] }) + ["nouka", "ঘাট"] {
      guard let search = OtherScriptSearch(typed, in: .builtIn) else { continue }
      let latin = LatinNameSearch(typed, in: "bn", of: .builtIn)
      let native = NativeNameSearch(typed, in: "bn", of: .builtIn)
      var many = ManyNamesSearch([search])
      for text in texts {
        let bytes = Array(text.utf8)
        bytes.withUnsafeBufferPointer { bytes in
          let isThere =
            latin?.isFound(in: bytes) ?? false
            || native?.matches(in: bytes, most: 1, .never).isEmpty == false
          #expect(search.isFound(in: bytes) == isThere, "\(typed) in \(text)")
          #expect(many.isFound(in: bytes) == isThere, "\(typed) among many in \(text)")
        }
      }
    }
  }

  @Test("of places are found in nine of ten spellings of a gazetteer")
  func places() {
    let path = "../shared/data/gazetteers/places-bangladesh.tsv"
    let rows = Self.pairs(path).filter { !$0.name.contains("(") }
    guard !rows.isEmpty else {
      print("skipped: \(path) is absent")
      return
    }
    let spelling = LanguageLibrary.builtIn.latinSpelling(of: "bn")
    let found = rows.count { spelling?.isSame($0.name, $0.typed) == true }
    #expect(Double(found) / Double(rows.count) > 0.88, "\(found) of \(rows.count)")
  }

  @Test("are found the other way round, too")
  func fromBengali() {
    #expect(
      Self.found("পুতিন", "Mr Putin's answer: Putin said no, Pudding did not.") == ["Putin", "Putin"])
    #expect(Self.found("শেখ হাসিনা", "then Sheikh Hasina left") == ["Sheikh Hasina"])
    #expect(Self.found("পুতিন", "পুতিন") == [])
  }

  @Test(
    "are no names with digits, signs or two scripts in them",
    arguments: ["", " ", "p", "putin?", "putin পুতিন", "2024", "a1", "।", "日本", "\u{1B}[31m"])
  func noNames(typed: String) {
    #expect(OtherScriptSearch(typed, in: .builtIn) == nil)
  }

  @Test("are compared as whole names, marks and case aside")
  func same() throws {
    let spelling = try #require(LanguageLibrary.builtIn.latinSpelling(of: "bn"))
    #expect(spelling.isSame("Muhammad Yunus", "মুহাম্মদ ইউনূস"))
    #expect(spelling.isSame("Erdoğan", "এরদোয়ান"))
    #expect(!spelling.isSame("Muhammad Yunus", "ইউনূস"))
    #expect(!spelling.isSame("Yunus", "মুহাম্মদ ইউনূস"))
    #expect(LanguageLibrary.builtIn.latinSpelling(of: "en") == nil)
  }

  @Test("that begin as was typed are found while more is typed, from three letters on")
  func begun() throws {
    func isFound(_ typed: String) -> Bool {
      OtherScriptSearch(typed, in: .builtIn)?.isFound(in: "রুশ প্রেসিডেন্ট ভ্লাদিমির পুতিন") == true
    }
    #expect(isFound("put") && isFound("puti") && isFound("vladimir pu"))
    #expect(!isFound("pu") && !isFound("tin") && !isFound("putina"))
  }

  @Test("take no longer and find nothing in hostile texts")
  func hostile() {
    let marks = "প" + String(repeating: "\u{9C1}", count: 50_000)
    let joiners = "প" + String(repeating: "\u{200D}", count: 50_000)
    let word = String(repeating: "প", count: 300_000)
    for text in [marks, joiners, word] { #expect(Self.found("putin", text) == []) }
    #expect(Self.found("putin", String(repeating: "পু ", count: 5_000)) == [])
    #expect(Self.found("পুতিন", String(repeating: "p", count: 300_000)) == [])
    var cut = Array("পুতিন".utf8)
    cut.removeLast()
    let search = OtherScriptSearch("putin", in: .builtIn)
    #expect(cut.withUnsafeBufferPointer { search?.matches(in: $0, most: 9) } == [])
  }
}
