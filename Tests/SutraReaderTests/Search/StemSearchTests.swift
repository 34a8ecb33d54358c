import SutraCore
import Testing

@testable import SutraReader

@Suite("Search for words with case endings")
struct StemSearchTests {
  private static func found(_ query: String, _ text: String, isLoose: Bool = false) throws
    -> [String]
  {
    let article = Articles.article(text)
    let search = try TextSearch(query, in: article, folding: SearchFolding(isLoose: isLoose))
    return search.matches.map { article.document.text[$0] }
  }

  @Test(
    "finds the stem and its other forms, when the article knows the stem as a word",
    arguments: [
      ("ঢাকায়", "ঢাকা বড় শহর। ঢাকার পথে ভিড়। ঢাকায় বৃষ্টি।", ["ঢাকা", "ঢাকা", "ঢাকায়"]),
      ("নদীর", "নদী বাড়ছে। নদীতে স্রোত। নদীর পাড় ভাঙছে।", ["নদী", "নদী", "নদীর"]),
      ("গ্রামের", "গ্রাম ছোট। গ্রামে স্কুল নেই।", ["গ্রাম", "গ্রামে"]),
      ("শিক্ষকদের", "শিক্ষক এলেন। শিক্ষকরা বসলেন।", ["শিক্ষক", "শিক্ষক"]),
      ("বইটি", "বই ভালো। বইগুলো নতুন।", ["বই", "বই"]),
      ("নতুন সেতুর", "নতুন সেতু হলো। নতুন সেতুতে ভিড়।", ["নতুন সেতু", "নতুন সেতু"]),
      ("পাহাড়ে", "পাহাড় উঁচু। পাহাড়ের পথ।", ["পাহাড়", "পাহাড়ে"]),
      ("পাহা\u{9A1}\u{9BC}ে", "পাহা\u{9DC} উঁচু।", ["পাহা\u{9DC}"]),
    ])
  func finds(query: String, text: String, words: [String]) throws {
    #expect(try Self.found(query, text) == words)
  }

  @Test(
    "leaves alone what is no stem here, or another word",
    arguments: [
      // The stem stands nowhere as a word of its own.
      ("ঢাকায়", "ঢাকাই জামদানি, ঢাকনা", []), ("নদীর", "নদীমাতৃক দেশ", []),
      // What looks like an ending is a part of the word.
      ("খবর", "খব ও খবর", ["খবর"]), ("পাথর", "পাথ পাথর", ["পাথর"]),
      // Another word begins with the stem.
      ("গ্রামের", "গ্রাম আর গ্রামীণফোন", ["গ্রাম"]), ("বইটি", "বই, বইঠা", ["বই"]),
      // The stem inside another word.
      ("নদীর", "নদী ও শাখানদী", ["নদী"]),
      // English has no such endings.
      ("bridges", "bridge", []),
    ])
  func leaves(query: String, text: String, words: [String]) throws {
    #expect(try Self.found(query, text) == words)
  }

  @Test("a stem is found where it stands as it is typed, once")
  func once() throws {
    let words = try Self.found("ঢাকার", "ঢাকা, ঢাকার ও ঢাকারই")
    #expect(words == ["ঢাকা", "ঢাকার", "ঢাকার"])
  }

  @Test("loose folding goes for stems, too")
  func loose() throws {
    #expect(try Self.found("নদির", "নদী বাড়ছে, নদীতে স্রোত", isLoose: true) == ["নদী", "নদী"])
    #expect(try Self.found("নদির", "নদী বাড়ছে") == [])
  }
}
