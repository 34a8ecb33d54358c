import SutraWords
import Testing

@testable import SutraReader

/// Sentences, what is put into them, and numbers.
struct SentenceTests {
  private static func table(_ text: String) -> SentenceTable {
    let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: text.utf8.count, alignment: 1)
    bytes.copyBytes(from: text.utf8)
    return SentenceTable(code: "xx", UnsafeRawBufferPointer(bytes))
  }

  @Test("plural forms are those of the language's own rules")
  func plurals() {
    let table = Self.table(
      """
      # Polish, as CLDR has it
      @plural\tone\ti = 1 and v = 0
      @plural\tfew\tv = 0 and i % 10 = 2..4 and i % 100 != 12..14
      @plural\tmany\tv = 0 and i != 1 and i % 10 = 0..1 or v = 0 and i % 10 = 5..9
      a\tfirst
      files#few\t{count} pliki
      files#many\t{count} plików
      files#one\tplik
      files#other\t{count} pliku
      z\tlast

      """)
    #expect(table.sentence("files", for: 1) == "plik")
    for number in [2, 3, 4, 22, 104] { #expect(table.form(for: number) == "few", "\(number)") }
    for number in [0, 5, 11, 21, 100] { #expect(table.form(for: number) == "many", "\(number)") }
    #expect(table.form(for: 12) == "other")
    #expect(table.sentence("a") == "first" && table.sentence("z") == "last")
    #expect(table.sentence("files", for: 5) == "{count} plików")
    #expect(table.sentence("file") == nil && table.sentence("zz") == nil)
    #expect(table.sentence("") == nil && table.sentence("files#o") == nil)
  }

  @Test(
    "a rule that cannot be read fits nothing", arguments: ["", "n", "n % 0 = 1", "= 1", "n = a"])
  func brokenRules(rule: String) {
    let table = Self.table("@plural\tone\t\(rule)\na\tb\n")
    #expect((0...20).allSatisfy { table.form(for: $0) == "other" })
  }

  @Test("any bytes are a table")
  func anyBytes() {
    for text in ["", "\n", "@", "@digits\t123", "\t\t\n", "a", "a\tb", "b\t1\na\t2"] {
      let table = Self.table(text)
      _ = table.sentence("a", for: 3)
      #expect(table.digits.isEmpty)
    }
  }

  @Test("what is put in stands in its place, and what is missing stays to be seen")
  func placeholders() {
    #expect(
      say("entity.mention", ["name": "{number}", "number": 2, "total": 3]).hasPrefix("{number}:"))
    #expect(say("no such sentence") == "no such sentence")
    #expect(say("theme.now") == "theme {name}")
    let inner = Message("count.quotes", ["count": 1])
    #expect(Message("filter.left", ["quotes": inner, "total": 4]).text == "1 quote of 4")
  }

  @Test("a sentence names the keys that are bound now")
  func boundKeys() throws {
    var settings = Settings()
    #expect(settings.keymap.say("status.hint") == "? help  q quit")
    try settings.bind("z", to: "help", .reader)
    #expect(settings.keymap.say("status.hint") == "z help  q quit")
    try settings.bind("c", to: "line-down", .reader)
    #expect(settings.keymap.say("filter.leaves-none").contains(":clear-filters clears it"))
  }
}
