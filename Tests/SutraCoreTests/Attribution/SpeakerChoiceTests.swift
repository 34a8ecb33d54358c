import Testing

@testable import SutraCore

/// Who is chosen where names, roles and bodies stand near, over a whole text.
@Suite("Who is chosen as the speaker")
struct SpeakerChoiceTests {
  /// The speakers of the quotations of a text; `-` for nobody known.
  private static func speakers(_ example: TextCase) -> [String] {
    Fixtures.article(example.text, language: example.language).attributions
      .map { $0.speaker?.name ?? "-" }
  }

  @Test(
    "a role means whoever the article tells to hold it",
    arguments: [
      // Right behind the name.
      TextCase("bn", "আবু তাহের মেম্বার জানান, সেতুটি ভেঙে গেছে।", "আবু তাহের"),
      // One of several in a row before the name.
      TextCase(
        "bn",
        "নিখোঁজের খোঁজে সংবাদ সম্মেলন করেন তাঁর বাবা ব্যবসায়ী করিম উদ্দিন। থানায় জিডি হয়েছে। নিখোঁজ তরুণের বাবা বলেন, কেউ খবর দেয়নি।",
        "করিম উদ্দিন"),
      TextCase(
        "bn",
        "মামলার বাদী ফুলপুর এলাকার বাসিন্দা ব্যবসায়ী রহিম উদ্দিন। পরে আদালতে বাদী বলেন, হামলা হয়েছে রাতে।",
        "রহিম উদ্দিন"),
      // With a word between the role and the rank.
      TextCase(
        "bn",
        "বৈঠকে ছিলেন নৌ উপদেষ্টা অবসরপ্রাপ্ত ব্রিগেডিয়ার জেনারেল করিম উদ্দিন। পরে সাংবাদিকদের নৌ উপদেষ্টা বলেন, ঘাট খোলা থাকবে।",
        "করিম উদ্দিন"),
      // The chief one, and not the other.
      TextCase(
        "bn",
        "চিঠি দেন চিফ প্রসিকিউটর করিম উদ্দিন। প্রসিকিউটর রহিম মিয়া ছুটিতে ছিলেন। চিফ প্রসিকিউটর বলেন, নথি পাওয়া গেছে।",
        "করিম উদ্দিন"),
      // Of a body by its short name.
      TextCase(
        "bn", "সভায় ছিলেন গণমঞ্চ পার্টির আহ্বায়ক করিম উদ্দিন। গণমঞ্চের আহ্বায়ক বলেন, ভোট হতে হবে।",
        "করিম উদ্দিন"),
    ])
  func roles(example: TextCase) { #expect(Self.speakers(example) == example.expected) }

  @Test(
    "\"this\" with a description is whom the sentence before is about, and no owner in it",
    arguments: [
      TextCase(
        "bn", "নতুন ছবির কাজ শুরু করেছেন অভিনেতা করিম উদ্দিন। এই অভিনেতা বলেন, শুটিং হবে বর্ষায়।",
        "করিম উদ্দিন"),
      TextCase("bn", "করিম উদ্দিনের বাড়িতে আগুন লেগেছে। এই শিক্ষক বলেন, বই পুড়ে গেছে।", "শিক্ষক"),
    ])
  func near(example: TextCase) { #expect(Self.speakers(example) == example.expected) }

  @Test(
    "a body goes on under its noun and under \"they\", where the verbs speak plainly of it",
    arguments: [
      TextCase(
        "bn", "নদীতে মাছ কমেছে বলে মন্তব্য করেছে সুজন। সংস্থাটি বলেছে, জাল তুলতে হবে।", "সুজন", "সুজন"),
      TextCase(
        "bn", "নির্বাচন কমিশন বলেছে, ভোট হবে শীতে। তারা আরও জানিয়েছে, ব্যালট ছাপা শেষ।",
        "নির্বাচন কমিশন", "নির্বাচন কমিশন"),
      TextCase(
        "bn", "আজ বুধবার জেলা প্রশাসনের এক বিজ্ঞপ্তিতে জানানো হয়েছে, ঘাট বন্ধ থাকবে।", "জেলা প্রশাসন"),
    ])
  func bodies(example: TextCase) { #expect(Self.speakers(example) == example.expected) }

  @Test(
    "a common word that opens its clause before a polite verb of speech is a name",
    arguments: [
      TextCase("bn", "ঘাটে ভিড় ছিল। স্নিগ্ধ বলেন, নৌকা আসেনি।", "স্নিগ্ধ"),
      TextCase("bn", "ঘাটে ভিড় ছিল। স্নিগ্ধ আরও বলেন, নৌকা আসেনি।", "স্নিগ্ধ"),
      TextCase("bn", "তাঁদের অন্তত ২৪ জন জানিয়েছেন, নৌকা আসেনি।", "-"),
    ])
  func words(example: TextCase) { #expect(Self.speakers(example) == example.expected) }

  @Test(
    "a subject may stand before more than what it demands, or in the clause before",
    arguments: [
      TextCase(
        "bn", "মতিঝিলের স্কুলে শিক্ষার্থীরা আন্দোলনের সময় নির্যাতনকারী শিক্ষকদের অপসারণের দাবি জানিয়েছেন।",
        "শিক্ষার্থীরা"),
      TextCase(
        "bn", "করিম উদ্দিন নেতা-কর্মীদের পাশে থাকার নির্দেশনা দেন এবং এলাকাবাসীকে সজাগ থাকার আহ্বান জানান।",
        "করিম উদ্দিন"),
    ])
  func subjects(example: TextCase) { #expect(Self.speakers(example) == example.expected) }

  @Test(
    "a list of demands is theirs who spoke right before, and what “our” demand is goes on with its speaker",
    arguments: [
      TextCase(
        "bn",
        "নয় দফা দাবি জানিয়েছেন শিক্ষার্থীরা। অধ্যক্ষের কাছে এসব তুলে ধরা হয়েছে। প্রধান দাবিগুলো হলো, ছাত্রাবাস খোলা ও পাঠাগার চালু করা।",
        "শিক্ষার্থীরা", "শিক্ষার্থীরা"),
      TextCase(
        "bn", "শিক্ষার্থীরা বলেন, ঘাট বন্ধ আছে। আমাদের দ্বিতীয় দাবি হলো, ঘাট খুলে দিতে হবে।",
        "শিক্ষার্থীরা", "শিক্ষার্থীরা"),
      TextCase("bn", "ঘাটে ভিড় ছিল। প্রধান দাবিগুলো হলো, ঘাট খোলা ও বাঁধ মেরামত করা।", "-"),
    ])
  func demands(example: TextCase) { #expect(Self.speakers(example) == example.expected) }

  @Test(
    "a country's minister is whom the text calls the counterpart there, and nobody of another country",
    arguments: [
      TextCase(
        "en",
        "Foreign minister Carlo Tassi was accused of weakness by his Spanish counterpart, Pedro Almar. The Spanish foreign minister said such remarks were wrong.",
        "Pedro Almar", "Pedro Almar"),
      TextCase(
        "en",
        "Spanish foreign minister Ana Ruiz met her Italian counterpart, Carlo Tassi. The Spanish foreign minister said the talks were good.",
        "Ana Ruiz"),
    ])
  func counterparts(example: TextCase) { #expect(Self.speakers(example) == example.expected) }

  @Test("news from another place is nobody's words who spoke before")
  func datelines() {
    let example = TextCase(
      "bn",
      "শিক্ষার্থীরা জানান, উপাচার্যকে পদত্যাগ করতে হবে। বেগমগঞ্জ (নোয়াখালী) : নোয়াখালী বিশ্ববিদ্যালয়ের উপাচার্য পদত্যাগ করেছেন।",
      "শিক্ষার্থীরা")
    #expect(Self.speakers(example) == example.expected)
  }
}
