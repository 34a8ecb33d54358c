import Foundation
import SutraCore
import SutraLibrary
import Testing

@testable import SutraCommand

@Suite("The same words elsewhere")
struct SameWordsTests {
  /// Parts of sentences on one subject, a flooded bridge and its repair, no two of which say the same.
  private static let parts: [String: [[String]]] = [
    "bn": [
      [
        "বন্যার স্রোতে পাটাতন ভেসে গেছে", "ঠিকাদার বিল তুলে নিয়েছেন", "তিনটি পিলারে ফাটল ধরেছে", "নৌকায় পারাপারে ভাড়া বেড়েছে",
        "স্কুলের ছাত্ররা হেঁটে যাচ্ছে", "হাসপাতালে রোগী নেওয়া যাচ্ছে না", "সংযোগ সড়ক ধসে পড়েছে", "টোল আদায় বন্ধ হয়েছে",
        "প্রকৌশলীরা নকশা বদলেছেন", "জেলেরা নতুন ঘাট চান",
      ],
      [
        "তদন্ত কমিটি রোববার প্রতিবেদন দেবে", "কৃষকেরা ধান বাজারে তুলতে পারছেন না", "সেনাবাহিনী ভাসমান পথ বসাবে",
        "বীমার টাকা এখনো আসেনি", "পুরোনো লোহা নিলামে বিক্রি হবে", "মন্ত্রী হেলিকপ্টারে এলাকা দেখেছেন", "রাতে আলোর ব্যবস্থা নেই",
        "বরাদ্দের অর্ধেক ফেরত গেছে", "চীনের একটি সংস্থা জরিপ করছে", "গ্রামবাসী বাঁশের সাঁকো বেঁধেছে",
      ],
      [
        "আদালতে মামলা চলছে", "শীতের আগেই যান চলবে", "নির্বাচনে এটাই বড় প্রশ্ন", "ক্ষতিপূরণ তালিকায় চল্লিশ পরিবার", "মাছের দাম দ্বিগুণ",
        "সাংবাদিকদের ঢুকতে দেওয়া হয়নি", "জাহাজের ধাক্কাই কারণ", "পরিবেশ দপ্তর আপত্তি তুলেছে", "শ্রমিকেরা বেতন পাননি",
        "উদ্বোধনের ফলক চুরি হয়েছে",
      ],
    ],
    "en": [
      [
        "the current tore the deck away", "the contractor had cashed every invoice",
        "cracks run through three pillars",
        "boatmen charge twice the fare", "pupils walk an hour to class",
        "ambulances cannot reach the clinic",
        "the approach road slid into the water", "toll collection ended at noon",
        "engineers redrew the plans",
        "fishermen ask for another landing",
      ],
      [
        "an inquiry reports on Sunday", "farmers leave rice rotting in sheds",
        "soldiers will lay pontoons",
        "no insurer has paid so far", "old steel goes under the hammer",
        "ministers flew over the valley",
        "nobody lights the detour after dark", "half of the grant was returned",
        "a Danish firm measures the river bed",
        "villagers tied a footbridge of bamboo",
      ],
      [
        "two lawsuits are pending", "traffic resumes before winter", "voters talk of little else",
        "forty families await compensation", "catfish costs a fortune now",
        "reporters were kept outside",
        "a drifting barge is to blame", "ecologists object strongly",
        "welders went unpaid since June",
        "thieves stole the opening plaque",
      ],
    ],
  ]

  /// A hundred sentences of three parts; no two share more than one.
  private static func sentences(_ code: String) -> [String] {
    let parts = parts[code] ?? []
    return (0..<100).map { number in
      let (a, b) = (number % 10, number / 10)
      let joint = code == "bn" ? ", " : ", and "
      return "\(parts[0][a]), \(parts[1][b])\(joint)\(parts[2][(a + b) % 10])"
    }
  }

  /// The same words as somebody else prints them: shortened, with other digits and spelling, a word
  /// replaced, the order turned.
  private static func altered(_ text: String, _ number: Int, _ code: String) -> String {
    var words = text.split(separator: " ").map(String.init)
    switch number % 5 {
    case 0: words.removeLast(words.count / 3)
    case 1: words.removeFirst(words.count / 3)
    case 2: words[words.count / 2] = code == "bn" ? "বোধহয়" : "perhaps"
    case 3:
      let clauses = text.split(separator: ",").map { $0.drop { $0 == " " } }
      return clauses.reversed().joined(separator: ", ")
    default:
      return text.replacing("ী", with: "ি").replacing("ূ", with: "ু").replacing("forty", with: "40")
        .replacing("the ", with: "The ") + (code == "bn" ? " ২০২৪" : " 2024")
    }
    return words.joined(separator: " ")
  }

  private func kept(_ texts: [String], _ origin: String, _ code: String) -> KeptArticle {
    var kept = KeptArticles()
    let text = texts.joined(separator: "\n\n")
    var start = 0
    let quotes = texts.enumerated().map { number, words -> KeptQuote in
      defer { start += words.utf8.count + 2 }
      return KeptQuote(
        number: number + 1, start: start, end: start + words.utf8.count, text: words,
        words: kept.index(Array(words.utf8), code), type: "direct", speaker: nil, kind: nil,
        role: nil, cue: nil, act: nil, isNegated: false, addressee: nil, medium: nil, time: nil,
        percent: 90)
    }
    return KeptArticle(
      origin: origin, title: "", outlet: "", author: nil, published: 1_000, language: code,
      text: text, words: kept.index(Array(text.utf8), code), entities: [], quotes: quotes,
      sources: [])
  }

  @Test("of 200 altered quotes all are found, and none of 200 others is joined")
  func found() throws {
    let home = try TemporaryFolder()
    let library = try Library(path: home.path(of: "library.db"))
    for code in ["bn", "en"] {
      _ = try library.keep(kept(Self.sentences(code), "/\(code)", code), at: 1)
    }
    var questions = KeptArticles()
    var (hits, wrong) = (0, 0)
    for code in ["bn", "en"] {
      for (number, sentence) in Self.sentences(code).enumerated() {
        let asked = Self.altered(sentence, number, code)
        let found = try library.same(as: asked) { questions.query($0) }.map(\.found.quote.text)
        if found.contains(sentence) { hits += 1 }
        if found.contains(where: { $0 != sentence }) { wrong += 1 }
      }
    }
    #expect(hits == 200, "\(hits) of 200 found")
    #expect(wrong == 0, "\(wrong) of 200 joined with others")
  }

  @Test("who had it first stands first, and the difference is told word by word")
  func difference() throws {
    let home = try TemporaryFolder()
    let library = try Library(path: home.path(of: "library.db"))
    let first = "সেতুটি আগামী মাসে খুলবে, টোল কমবে ১২ টাকা"
    let copy = "সেতুটি আগামী সপ্তাহে খুলবে, টোল কমবে 12 টাকা"
    var later = kept([copy], "/copy", "bn")
    later.published = 2_000
    _ = try library.keep(later, at: 1)
    _ = try library.keep(kept([first], "/first", "bn"), at: 1)
    var questions = KeptArticles()
    let found = try library.same(as: first) { questions.query($0) }
    #expect(found.map(\.found.origin) == ["/first", "/copy"])
    #expect(found[0].difference.isNone)
    // The same number in other digits is no difference.
    #expect(found[1].difference.text == "সেতুটি আগামী [-মাসে] [+সপ্তাহে] খুলবে, টোল কমবে 12 টাকা")
    #expect(try library.same(as: "…") { questions.query($0) }.isEmpty)
  }
}
