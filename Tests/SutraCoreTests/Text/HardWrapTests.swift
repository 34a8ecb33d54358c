import Testing

@testable import SutraCore

@Suite("Lines of a fixed width")
struct HardWrapTests {
  /// Articles whose lines are filled in the tests, a paragraph an element.
  static let articles: [[String]] = [
    [
      "The bridge over the Calder has been shut since Monday, and nobody in the town can say when it will open again.",
      "“We saw the cracks in March and we told the council the same week,” said Helen Marlowe, who runs the ferry. “They wrote back that the cracks have been there for years.”",
      "The council denied that any warning had been ignored. A spokesman said that an engineer would look at the piers before the end of the month, and that the buses would go round by the mill until then.",
    ],
    [
      "Fishermen on the north shore say that the herring have come back after eleven years without a catch worth the diesel.",
      "“My father would not believe it,” said Tom Orr, who landed forty boxes on Friday morning.",
      "Scientists are more careful. A report by the harbour trust says that one good year is no recovery, and that quotas should stay where they are until the next count in autumn.",
    ],
    [
      "সুনামগঞ্জের হাওরে বোরো ধান কাটা শুরু হয়েছে, তবে শ্রমিকের অভাবে অনেক কৃষক ধান ঘরে তুলতে পারছেন না বলে জানিয়েছেন স্থানীয় বাসিন্দারা।",
      "কৃষক আবদুল মালেক বলেন, ‘পানি আসার আগে ধান কাটতে না পারলে সব শেষ হয়ে যাবে। আমরা দিন-রাত কাজ করছি, কিন্তু লোক পাওয়া যাচ্ছে না।’",
      "উপজেলা কৃষি কর্মকর্তা নাসরিন আক্তার বলেন, এবার উপজেলায় ১২ হাজার হেক্টর জমিতে ধানের আবাদ হয়েছে। এর মধ্যে অর্ধেকের বেশি ধান কাটা শেষ হয়েছে।",
    ],
    [
      "চট্টগ্রাম বন্দরে তিন দিন ধরে জাহাজ থেকে পণ্য খালাস বন্ধ থাকায় বহির্নোঙরে অপেক্ষায় আছে সতেরোটি জাহাজ।",
      "বন্দর কর্তৃপক্ষের সচিব রেজাউল করিম সাংবাদিকদের বলেন, “শ্রমিকদের সঙ্গে আলোচনা চলছে। আশা করি, কালকের মধ্যেই কাজ শুরু হবে।”",
      "শ্রমিক নেতারা অবশ্য বলছেন, লিখিত প্রতিশ্রুতি না পেলে তাঁরা কাজে ফিরবেন না। তাঁদের দাবি, দুই বছর ধরে মজুরি বাড়ানো হয়নি।",
    ],
  ]

  /// A way of filling lines, as programs have it.
  struct Filling: Sendable, CustomTestStringConvertible {
    let name: String
    let width: Int
    let measure: @Sendable (String) -> Int
    var lineEnd = "\n"
    var indent = ""

    var testDescription: String { "\(name) \(width)" }

    func lines(_ paragraph: String) -> [String] {
      var lines: [String] = []
      var line = ""
      for word in paragraph.split(separator: " ") {
        let longer = line.isEmpty ? String(word) : line + " " + word
        if !line.isEmpty, measure(indent + longer) > width {
          lines.append(line)
          line = String(word)
        } else {
          line = longer
        }
      }
      return (lines + [line]).map { indent + $0 }
    }

    func text(_ paragraphs: [String]) -> String {
      paragraphs.map { lines($0).joined(separator: lineEnd) }
        .joined(separator: lineEnd + lineEnd) + lineEnd
    }
  }

  static let fillings: [Filling] = [
    Filling(name: "letters", width: 64) { $0.unicodeScalars.count },
    Filling(name: "letters", width: 72) { $0.unicodeScalars.count },
    Filling(name: "letters", width: 78) { $0.unicodeScalars.count },
    Filling(name: "columns", width: 50, measure: columns),
    Filling(name: "columns", width: 60, measure: columns),
    Filling(name: "columns", width: 80, measure: columns),
    Filling(name: "columns", width: 100, measure: columns),
    Filling(name: "bytes", width: 150) { $0.utf8.count },
    Filling(name: "CR LF", width: 72, measure: { $0.unicodeScalars.count }, lineEnd: "\r\n"),
    Filling(name: "set in", width: 72, measure: { $0.unicodeScalars.count }, indent: "    "),
  ]

  private static func columns(_ text: String) -> Int {
    text.unicodeScalars.count { $0.properties.generalCategory != .nonspacingMark }
  }

  private func document(_ text: String, joinsLines: Bool = true) -> Document {
    DocumentParser(languages: .builtIn, joinsLines: joinsLines)
      .document(id: "test", text: SourceText(validBytes: Array(text.utf8)))
  }

  @Test("are put together to the paragraphs that they were", arguments: articles, fillings)
  func joins(article: [String], filling: Filling) {
    let found = document(filling.text(article))
    #expect(found.paragraphs.map { found.text[$0] } == article)
  }

  @Test("keep every offset, and the text as it came", arguments: articles, fillings)
  func keepsOffsets(article: [String], filling: Filling) {
    let text = filling.text(article)
    let found = document(text)
    #expect(found.text.bytesAsTheyCame == Array(text.utf8))
    #expect(found.text.bytes.count == text.utf8.count)
    let lines = document(text, joinsLines: false)
    #expect(lines.text.bytes == Array(text.utf8))
    #expect(lines.paragraphs.first?.start == found.paragraphs.first?.start)
    #expect(lines.paragraphs.last?.end == found.paragraphs.last?.end)
  }

  @Test(
    "go on with an item of a list, and end before the next item",
    arguments: [
      "- The council will look at the piers of the bridge before the end of\n  the month and tell the town what it found.\n- The buses go round by the mill until then, which takes a quarter of\n  an hour more.",
      "১. সেতুর পিলার পরীক্ষা করে এক মাসের মধ্যে প্রতিবেদন দিতে হবে বলে জানানো\n   হয়েছে বৈঠকে।\n২. প্রতিবেদন না পাওয়া পর্যন্ত বাসগুলো বিকল্প পথে চলাচল করবে, এতে সময় বেশি\n   লাগবে।",
    ])
  func listItems(text: String) { #expect(document(text).paragraphs.count == 2) }

  /// Texts whose lines are what their writers meant.
  static let untouched: [String] = [
    // Verse.
    "The tide came in, the tide went out,\nThe ferry lay upon the sand,\nAnd no one heard the boatman shout\nAcross the narrow neck of land.\n\nThe lamp burned low, the lamp burned blue,\nThe keeper wrote his final page,\nAnd what he saw and what he knew\nHas yellowed with the paper’s age.",
    "নদীর জলে ভাসে আমার কাগজের নাও,\nকোন ঘাটে ভিড়বে তুমি বলে দিয়ে যাও।\nসন্ধ্যা নামে ধীরে ধীরে গাঁয়ের পথে,\nফিরে আসে রাখাল ছেলে মাটির রথে।\nজোনাকিরা জ্বলে ওঠে বাঁশের বনে,\nকত কথা জমে আছে আমার মনে।",
    "সবাই চেয়ে থাকে নতুন দিনের পানে\nআতশ বাজি ফোটে তারা মজে গানে গানে।\nপুরোনো দিন পড়ে থাকে স্মৃতির পাতায়\nভোরের আলো এসে পড়ে ঘরের ছাতায়\nনতুন বছর আনুক বয়ে সবার সুখ\nমুছে যাক যত আছে মনের দুখ।",
    "The river came at night and took the road to the harbour\nwhile all the lamps along the quay were burning for you",
    "সারা রাত জেগে থাকা মানুষেরা ভোরের আলোয় একে একে ফিরে যায় আর\nনদীর ওপারে জ্বলে ওঠে নতুন দিনের প্রথম আলো আর তার ছায়া",
    // Lists.
    "bread and butter\nmilk from the farm\na dozen eggs\nhalf a pound of tea\nmatches and candles\nsoap",
    "- The bridge stays shut until the engineers have been.\n- The buses go round by the mill from Monday.\n- The ferry runs every half hour until ten.\n- Tickets for the bridge are taken on the ferry.",
    "আবদুল মালেক, কৃষক\nনাসরিন আক্তার, কৃষি কর্মকর্তা\nরেজাউল করিম, সচিব\nহাসেম আলী, খামারি\nসেলিনা বেগম, শিক্ষক",
    // Turns.
    "Reporter: Did you see the cracks before the winter?\nHelen Marlowe: We saw them in March and told the council.\nReporter: What did the council say to you then?\nHelen Marlowe: That the cracks had been there for years.\nReporter: And who looked at the piers after that?\nHelen Marlowe: Nobody, as far as anybody here knows.",
    "প্রশ্ন: আপনি কবে প্রথম ফাটলটি দেখেছিলেন?\nউত্তর: মার্চ মাসে, তখনই কর্তৃপক্ষকে জানিয়েছি।\nপ্রশ্ন: তারা তখন আপনাকে কী বলেছিল?\nউত্তর: বলেছিল, ফাটল অনেক দিনের পুরোনো।",
    // Code, a table, an address.
    "for line in lines {\n  if line.isEmpty { continue }\n  let words = line.split(separator: \" \")\n  count += words.count\n  if words.count > longest { longest = words.count }\n}\nprint(count, longest)",
    "Place          Monday    Tuesday   Wednesday\nCalder Bridge  shut      shut      shut\nMill Road      open      open      open\nHarbour Ferry  half past half past every hour\nNorth Shore    open      shut      open",
    "Harbour Trust\n12 Quay Street\nCalderford\nTelephone 01632 960 111",
    // One sentence or one paragraph a line.
    "The bridge is shut.\nNobody knows for how long it will be.\nThe council says that an engineer comes on Friday.\nThe ferry runs.\nTickets for the bridge are taken on it, the trust says.",
    "সেতুটি বন্ধ।\nকত দিন বন্ধ থাকবে, কেউ জানে না।\nকর্তৃপক্ষ বলছে, শুক্রবার একজন প্রকৌশলী আসবেন।\nখেয়া চলছে।\nসেতুর টিকিটে খেয়া পার হওয়া যাচ্ছে।",
    "সেতু বন্ধ, ভরসা খেয়া\nনিজস্ব প্রতিবেদক, সুনামগঞ্জ\nসুনামগঞ্জের সেতুটি তিন দিন ধরে বন্ধ থাকায় মানুষের ভোগান্তি বেড়েছে।",
    "Herring come back to the north shore\nBy Tom Orr, Calderford\nFishermen say that the herring have come back after eleven years.",
    // Mail that quotes mail.
    "> We saw the cracks in March and we told the council in the same week,\n> and nobody has been here to look at them since.\n> Helen",
  ]

  @Test("are left as they are in verse, lists, turns, code, tables", arguments: untouched)
  func leaves(text: String) {
    let lines = text.split(separator: "\n").map { $0.drop { $0 == " " } }
    let found = document(text)
    #expect(found.paragraphs.map { found.text[$0] } == lines.map(String.init))
    #expect(!found.text.hasJoinedLines)
  }

  @Test("leave verse alone inside of a letter that is joined")
  func verseInLetter() {
    let letter = Self.fillings[1].text(Self.articles[0])
    let verse = "The tide came in,\nThe tide went out,\nAnd no one heard\nThe boatman shout."
    let found = document(letter + "\n" + verse + "\n\n" + letter)
    #expect(found.paragraphs.count == 10)
    #expect(found.text.hasJoinedLines)
  }

  @Test("give quotations and names that run over a line end whole")
  func quotations() throws {
    let text = Self.fillings[1].text(Self.articles[0])
    let article = Fixtures.analyzer.article(document(text))
    let contents = article.quotations.map { article.document.text[$0.content] }
    #expect(
      contents.contains { $0.hasPrefix("“We saw the cracks in March and we told the council") })
    #expect(article.entities.contains { $0.name == "Helen Marlowe" })
    #expect(!contents.contains { $0.contains("\n") })
    let line = String(decoding: AnalysisWriter.line(article), as: UTF8.self)
    #expect(
      line.contains(
        text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: #"\n"#)))
  }
}
