import Testing

@testable import SutraCore

@Suite("Tokens")
struct TokenizerTests {
  @Test(
    "cuts words, numbers and marks",
    arguments: [
      ("নদীর পানি বাড়ছে।", "নদীর|পানি|বাড়ছে|।"),
      ("তিনি বলেন, ‘না’।", "তিনি|বলেন|,|‘|না|’|।"),
      ("ক্ষ্মতা র‌্যাব র‍্যাব", "ক্ষ্মতা|র‌্যাব|র‍্যাব"),
      ("নেতা-কর্মীরা", "নেতা-কর্মীরা"),
      ("নেতা - কর্মী", "নেতা|-|কর্মী"),
      ("২০২৪–২৫ সাল — শেষ", "২০২৪|–|২৫|সাল|—|শেষ"),
      ("১২,৫০০ টাকা", "১২,৫০০|টাকা"),
      ("৩.৫ শতাংশ।", "৩.৫|শতাংশ|।"),
      ("সংখ্যা ৫, ৬ ও ৭।", "সংখ্যা|৫|,|৬|ও|৭|।"),
      ("২১৪টি বিদ্যালয়", "২১৪টি|বিদ্যালয়"),
      ("ড. করিম", "ড.|করিম"),
      ("মো. আলী এলেন।", "মো.|আলী|এলেন|।"),
      ("৯ কি.মি. পথ", "৯|কি.মি.|পথ"),
      ("তিনি এলেন. তিনি গেলেন.", "তিনি|এলেন|.|তিনি|গেলেন|."),
      ("J. R. Das", "J.|R.|Das"),
      ("টাকা(১০০)নিন", "টাকা|(|১০০|)|নিন"),
      ("don’t", "don’t"),
      ("don't stop", "don't|stop"),
      ("কী?! হ্যাঁ…", "কী|?|!|হ্যাঁ|…"),
      ("a@b.com", "a|@|b.com"),
      ("😀 হাসি", "😀|হাসি"),
      ("এক\u{A0}দুই\u{2009}তিন", "এক|দুই|তিন"),
      ("সময়: ৯টা", "সময়|:|৯টা"),
      ("সকাল ১০:৩০ মিনিটে", "সকাল|১০:৩০|মিনিটে"),
      ("at 12:30pm local", "at|12:30pm|local"),
      ("in 2019: 5 dead", "in|2019|:|5|dead"),
      ("পর্ব ১: শুরু", "পর্ব|১|:|শুরু"),
      ("", ""),
      ("।", "।"),
    ])
  func cuts(text: String, words: String) throws {
    #expect(try Fixtures.tokens(text).words.joined(separator: "|") == words)
  }

  @Test("gives each token the bytes it stands on, in order and without overlap")
  func spans() throws {
    let text = try Fixtures.tokens("‘ক্ষমা চাই’, বললেন ড. এ. রহমান (৪৫)।")
    var last = 0
    for token in text.tokens {
      #expect(token.span.start >= last)
      #expect(!token.span.isEmpty)
      last = token.span.end
    }
    #expect(last == text.document.text.bytes.count)
  }

  @Test(
    "tells the kinds of tokens apart",
    arguments: [
      ("বই", .word), ("৪৫", .number), ("45", .number), ("।", .terminator), ("॥", .terminator),
      ("?", .terminator), (",", .comma), (":", .colon), (";", .colon), ("—", .dash),
      ("“", .openingQuote), ("”", .closingQuote), ("«", .openingQuote), ("»", .closingQuote),
      ("‘", .openingQuote), ("„", .openingQuote), ("[", .openingBracket), ("}", .closingBracket),
      ("%", .other), ("৳", .other), ("\u{FFFD}", .other),
    ] as [(String, TokenKind)])
  func kinds(text: String, kind: TokenKind) throws {
    let tokens = try Fixtures.tokens(text).tokens
    #expect(tokens.map(\.kind) == [kind])
  }

  @Test(
    "tells from its neighbours which side a straight mark is",
    arguments: [
      ("\"না\" বলেন", [.openingQuote, .word, .closingQuote, .word]),
      ("বলেন \"না\"", [.word, .openingQuote, .word, .closingQuote]),
      ("(\"না\")", [.openingBracket, .openingQuote, .word, .closingQuote, .closingBracket]),
      ("'না'", [.openingQuote, .word, .closingQuote]),
      ("না \" হ্যাঁ", [.word, .closingQuote, .word]),
      ("\"'না'\"", [.openingQuote, .openingQuote, .word, .closingQuote, .closingQuote]),
      ("''না''", [.openingQuote, .word, .closingQuote]),
    ] as [(String, [TokenKind])])
  func straightMarks(text: String, kinds: [TokenKind]) throws {
    #expect(try Fixtures.tokens(text).tokens.map(\.kind) == kinds)
  }
}

@Suite("Sentences")
struct SentenceSplitterTests {
  @Test(
    "end where their own words end",
    arguments: [
      ("বৃষ্টি হয়েছে। পানি বেড়েছে।", ["বৃষ্টি হয়েছে।", "পানি বেড়েছে।"]),
      ("কী হয়েছে? কেউ জানে না!", ["কী হয়েছে?", "কেউ জানে না!"]),
      ("বৃষ্টি হয়েছে\nপানি বেড়েছে", ["বৃষ্টি হয়েছে", "পানি বেড়েছে"]),
      ("ড. করিম এলেন। মো. আলী গেলেন।", ["ড. করিম এলেন।", "মো. আলী গেলেন।"]),
      ("দর ৩.৫ টাকা। শেষ।", ["দর ৩.৫ টাকা।", "শেষ।"]),
      ("এলেন (দেরিতে।) গেলেন।", ["এলেন (দেরিতে।)", "গেলেন।"]),
      (
        "তিনি বলেন, “বৃষ্টি হবে। ছাতা নিন।” সবাই ছাতা নিল।",
        ["তিনি বলেন, “বৃষ্টি হবে। ছাতা নিন।”", "সবাই ছাতা নিল।"]
      ),
      ("“বৃষ্টি হবে।” বলেন তিনি। সবাই গেল।", ["“বৃষ্টি হবে।” বলেন তিনি।", "সবাই গেল।"]),
      ("“বৃষ্টি হবে।” হেসে বলেন তিনি।", ["“বৃষ্টি হবে।” হেসে বলেন তিনি।"]),
      ("‘আর না!’ লেখা ব্যানার ছিল। সবাই গেল।", ["‘আর না!’", "লেখা ব্যানার ছিল।", "সবাই গেল।"]),
      ("‘না’ বলে চলে গেলেন। শেষ।", ["‘না’ বলে চলে গেলেন।", "শেষ।"]),
      (
        "তিনি বলেন, “এক।\n“দুই।” শেষ।",
        ["তিনি বলেন, “এক।\n“দুই।”", "শেষ।"]
      ),
    ])
  func ends(text: String, sentences: [String]) throws {
    let tokens = try Fixtures.tokens(text)
    let found = SentenceSplitter(tokens).sentences().map { tokens.text($0.tokens) }
    #expect(found == sentences)
  }

  @Test("that never end are read in parts, and what is quoted counts as one word")
  func parts() throws {
    let most = Limits.sentenceTokens
    let words = String(repeating: "নদী ", count: most - 1)
    let quoted = "“\(String(repeating: "পানি ", count: 50))” "
    let tokens = try Fixtures.tokens("\(words)\(quoted)\(words)শেষ।")
    let sentences = SentenceSplitter(tokens).sentences()
    #expect(sentences.map { tokens.text($0.tokens).hasPrefix("নদী") } == [true, true, false])
    #expect(sentences.first?.tokens.count == most - 1 + 52)
    #expect(sentences.flatMap { Array($0.tokens) } == Array(tokens.tokens.indices))
  }

  @Test("cover every token once and tell the paragraph they begin in")
  func cover() throws {
    let tokens = try Fixtures.tokens("এক। “দুই\nতিন।” চার।\n\nপাঁচ")
    let sentences = SentenceSplitter(tokens).sentences()
    #expect(sentences.flatMap { Array($0.tokens) } == Array(tokens.tokens.indices))
    #expect(sentences.map(\.paragraph) == [0, 0, 1, 2])
  }
}

@Suite("Quotation marks")
struct QuoteMarkTests {
  @Test(
    "pair with their own style, outermost pairs only",
    arguments: [
      ("“এক” ‘দুই’ «তিন»", ["“এক”", "‘দুই’", "«তিন»"]),
      ("“এক ‘দুই’ তিন”", ["“এক ‘দুই’ তিন”"]),
      ("‘এক “দুই” তিন’", ["‘এক “দুই” তিন’"]),
      ("“এক “দুই” তিন”", ["“এক “দুই” তিন”"]),
      ("\"এক\" \"দুই\"", ["\"এক\"", "\"দুই\""]),
      ("“এক\"", ["“এক\""]),
      ("„এক”", ["„এক”"]),
      ("এক” দুই", []),
      ("’৭১ সালের পর", []),
      ("don't they're", []),
      ("“এক ‘দুই” তিন", ["“এক ‘দুই”"]),
    ])
  func pair(text: String, pairs: [String]) throws {
    let tokens = try Fixtures.tokens(text)
    #expect(tokens.pairs.map { tokens.text($0.open..<$0.close + 1) } == pairs)
    #expect(tokens.pairs.allSatisfy { !$0.isUnterminated })
  }

  @Test(
    "end with their paragraph when they are not closed",
    arguments: [
      ("তিনি বলেন, ‘এক। দুই।\nতিন।", "‘এক। দুই।"),
      ("তিনি বলেন, “এক।\nতিন ‘চার’।\nপাঁচ।", "“এক।"),
      ("‘এক\nদুই", "‘এক"),
      ("“এক ‘দুই\nতিন।", "“এক ‘দুই"),
    ])
  func unterminated(text: String, words: String) throws {
    let tokens = try Fixtures.tokens(text)
    let first = try #require(tokens.pairs.first { $0.isUnterminated })
    #expect(tokens.text(first.open..<first.close + 1) == words)
    #expect(tokens.pairs.count { $0.isUnterminated } == 1)
  }

  @Test("run over paragraphs that a closing mark or repeated opening marks join")
  func overParagraphs() throws {
    let joined = try Fixtures.tokens("“এক।\nদুই।”\nতিন।")
    #expect(joined.pairs.map { joined.text($0.open..<$0.close + 1) } == ["“এক।\nদুই।”"])
    let repeated = try Fixtures.tokens("“এক।\n“দুই।\n“তিন।”\nচার।")
    #expect(
      repeated.pairs.map { repeated.text($0.open..<$0.close + 1) } == ["“এক।\n“দুই।\n“তিন।”"])
    #expect(repeated.pairs.allSatisfy { !$0.isUnterminated })
  }

  @Test("cost one quotation, not the article")
  func costsOne() throws {
    let text = "‘এক।\nতিনি বলেন, ‘দুই’। তিনি বলেন, “তিন”।"
    let tokens = try Fixtures.tokens(text)
    let words = tokens.pairs.map { tokens.text($0.open..<$0.close + 1) }
    #expect(words == ["‘এক।", "‘দুই’", "“তিন”"])
    #expect(tokens.pairs.map(\.isUnterminated) == [true, false, false])
  }

  @Test("are left alone when they nest deeper than anybody writes")
  func deep() throws {
    let text = String(repeating: "“ক ", count: 500) + String(repeating: "” ", count: 500)
    let tokens = try Fixtures.tokens(text)
    #expect(tokens.pairs.count == 1)
  }
}
