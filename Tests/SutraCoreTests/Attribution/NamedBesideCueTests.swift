import Testing

@testable import SutraCore

/// Whom the words right beside a verb of speech name, over a whole text.
@Suite("Who is named beside a verb of speech")
struct NamedBesideCueTests {
  private static func speakers(_ example: TextCase) -> [String] {
    Fixtures.article(example.text, language: example.language).attributions
      .map { $0.speaker?.name ?? "-" }
  }

  @Test(
    "a short name that is a word as well is the person whom the text names in full",
    arguments: [
      TextCase("bn", "সভায় ছিলেন ডা. অনন্যা রায়। অনন্যা বলেন, রোগী কমেছে।", "অনন্যা রায়"),
      TextCase("bn", "গান গেয়েছেন উজ্জ্বল হোসেন। নতুন গান নিয়ে উজ্জ্বল বলেছেন, ‘সময় লেগেছে।’", "উজ্জ্বল হোসেন"),
      // In full though its last word is one of the language.
      TextCase(
        "bn", "সেরা হয়েছেন সাদিয়া আক্তার মুক্তা। মুক্তা বলেন, মাঠে অনেক দর্শক ছিল।", "সাদিয়া আক্তার মুক্তা"),
      // Nobody has such a name here.
      TextCase("bn", "সভায় ছিলেন অনন্যা রায়। অনেকে বলেন, রোগী কমেছে।", "অনেকে"),
    ])
  func short(example: TextCase) { #expect(Self.speakers(example) == example.expected) }

  @Test(
    "a place speaks by a verb that is none of persons, right before it or behind it",
    arguments: [
      TextCase("bn", "চীন বলেছে, আলোচনা চলবে।", "চীন"),
      TextCase("bn", "হামলার খবর মিথ্যা বলে জানিয়েছে ইরান।", "ইরান"),
      // Where it happens is nobody.
      TextCase("bn", "ঢাকায় বলেছে, আলোচনা চলবে।", "-"),
      TextCase("bn", "করিম উদ্দিন ঢাকা থেকে বলেন, আলোচনা চলবে।", "করিম উদ্দিন"),
    ])
  func places(example: TextCase) { #expect(Self.speakers(example) == example.expected) }

  @Test(
    "an hour is nobody, nor is what somebody is only told to be",
    arguments: [
      TextCase("bn", "ওসি করিম উদ্দিন রাত ১২টায় যুগান্তরকে বলেন, আগুন নিভেছে।", "করিম উদ্দিন"),
      TextCase("bn", "করিম উদ্দিন আজ ১০টার দিকে যুগান্তরকে বলেন, আগুন নিভেছে।", "করিম উদ্দিন"),
      TextCase("bn", "প্রশিক্ষক হিসেবে কাজ করা করিম উদ্দিন বলেন, মাঠ ভেজা ছিল।", "করিম উদ্দিন"),
      TextCase("bn", "করিম উদ্দিনও বলেন, মাঠ ভেজা ছিল।", "করিম উদ্দিন"),
    ])
  func none(example: TextCase) { #expect(Self.speakers(example) == example.expected) }

  @Test(
    "\"one leader\" is not the leader whom the text names, \"the leader\" is",
    arguments: [
      TextCase(
        "bn", "মামলা করেছেন প্রকৌশলী করিম উদ্দিন। সংস্থার এক প্রকৌশলী বলেন, কাজ থেমে আছে।",
        "সংস্থার এক প্রকৌশলী"),
      TextCase(
        "bn", "মামলা করেছেন প্রকৌশলী করিম উদ্দিন। পরে প্রকৌশলী বলেন, কাজ থেমে আছে।", "করিম উদ্দিন"),
    ])
  func new(example: TextCase) { #expect(Self.speakers(example) == example.expected) }

  @Test(
    "\"they\" behind what is said are none of those told of in it",
    arguments: [
      TextCase(
        "bn", "শ্রমিকেরা সড়ক অবরোধ করেছেন। কর্মকর্তারা বেতন আটকে রেখেছেন বলে জানান তাঁরা।",
        "শ্রমিকেরা"),
      TextCase("bn", "শ্রমিকেরা সড়ক অবরোধ করেছেন। তাঁরা বলেন, বেতন আটকে আছে।", "শ্রমিকেরা"),
    ])
  func they(example: TextCase) { #expect(Self.speakers(example) == example.expected) }

  @Test("a name ends with its paragraph")
  func borders() {
    let article = Fixtures.article(
      "যা বললেন করিম উদ্দিন\n\nরহিম মিয়া এসেছিলেন। করিম উদ্দিন বলেন, সেতু খোলা।", language: "bn")
    #expect(article.entities.map(\.name).contains("রহিম মিয়া"))
    #expect(!article.entities.contains { $0.name.contains("\n") })
  }

  @Test("what was to be done owns no words")
  func verbalNoun() {
    let article = Fixtures.article(
      "ভাতা যতটুকু পাওয়ার কথা, অনেক সময় তার অর্ধেকও পাওয়া যায় না।", language: "bn")
    #expect(article.attributions.isEmpty)
  }

  @Test(
    "a pronoun is nobody named in what it says, and means whom a description brought in",
    arguments: [
      TextCase(
        "bn", "মেয়র করিম উদ্দিন সভায় ছিলেন। রহিম মিয়া যেন টুপি ফিরে পান, সে উদ্যোগ নিতে বলেছেন তিনি।",
        "করিম উদ্দিন"),
      TextCase(
        "bn", "ডিএনসিসির এক প্রকৌশলী জানান, কাজ থেমে আছে। তিনি আরও বলেন, টাকা নেই।",
        "এক প্রকৌশলী", "এক প্রকৌশলী"),
      TextCase("bn", "রহিম মিয়ার দাবি, তার মেয়ে সেখানে ছিল না।", "রহিম মিয়া"),
    ])
  func pronouns(example: TextCase) { #expect(Self.speakers(example) == example.expected) }

  @Test(
    "\"in it\" is the text that the sentence before tells of, \"they\" the body",
    arguments: [
      TextCase(
        "bn", "সোমবার ধর্ম মন্ত্রণালয়ের এক বিজ্ঞপ্তিতে এ তথ্য জানানো হয়। এতে বলা হয়, নিবন্ধন শুরু হবে।",
        "ধর্ম মন্ত্রণালয়"),
      TextCase(
        "bn", "নদীর দখল নিয়ে মন্তব্য করেছে বাংলাদেশ ব্যাংক। তারা বলেছে, ঋণ কমাতে হবে।", "বাংলাদেশ ব্যাংক"),
    ])
  func things(example: TextCase) { #expect(Self.speakers(example) == example.expected) }

  @Test(
    "what reporters see where they go is nobody's, what is thought opens its own sentence",
    arguments: [
      TextCase(
        "bn",
        "মেয়র করিম উদ্দিন বলেন, আগে চাঁদা দিতে হতো। সেতুতে গিয়ে দেখা যায়, স্বস্তিতে যাত্রী নিচ্ছেন চালকেরা।",
        "করিম উদ্দিন"),
      TextCase("bn", "ধারণা করা হচ্ছে, আগুন লেগেছে রান্নাঘর থেকে।", "-"),
      TextCase("bn", "রান্নাঘর থেকে আগুন লেগেছে। সেটিকে বড় ধারণা করা হয়।"),
    ])
  func seen(example: TextCase) { #expect(Self.speakers(example) == example.expected) }

  @Test(
    "a text told of before, a verb before a group, a ministry of three matters, and \"as well\"",
    arguments: [
      TextCase(
        "bn",
        "জনপ্রশাসন মন্ত্রণালয়ের এক প্রজ্ঞাপনে এ তথ্য জানানো হয়। কর্মীদের বদলি করা হয়েছে বলে জানানো হয়েছে।",
        "জনপ্রশাসন মন্ত্রণালয়"),
      TextCase("bn", "বাজারে আগুন লেগেছে। রাতেই তা নিভেছে বলে জানানো হয়েছে।", "-"),
      TextCase("bn", "এ নিয়ে চিন্তায় পড়েছেন শ্রমিকেরা। তাঁরা জানান, বেতন হয়নি।", "শ্রমিকেরা"),
      TextCase(
        "bn", "আইন, বিচার ও সংসদ বিষয়ক মন্ত্রণালয়ের এক বিজ্ঞপ্তিতে বলা হয়েছে, সবাইকে আসতে হবে।",
        "আইন, বিচার ও সংসদ বিষয়ক মন্ত্রণালয়"),
      TextCase("bn", "আইস্ক্রিনও জানিয়েছে, পরিকল্পনা চূড়ান্ত হয়নি।", "আইস্ক্রিন"),
    ])
  func bodies(example: TextCase) { #expect(Self.speakers(example) == example.expected) }

  @Test(
    "a headline that ends with a role tells nothing of the name that opens the text",
    arguments: [
      TextCase(
        "bn", "সালমা খান যুব কেন্দ্রের নাম বদলাবে: ক্রীড়া উপদেষ্টা\n\nসালমা খান কেন্দ্রের নাম বদলাবে বলে জানিয়েছেন ক্রীড়া উপদেষ্টা রফিক হাসান।",
        "রফিক হাসান", "রফিক হাসান"),
      TextCase(
        "bn", "সেতু খুলবে জুনে: সেতু উপদেষ্টা\n\nরহিম শেখ খুশি। সেতু জুনে খুলবে, বলেন সেতু উপদেষ্টা মিনা রায়।", "মিনা রায়",
        "মিনা রায়"),
    ])
  func headlines(example: TextCase) { #expect(Self.speakers(example) == example.expected) }

  @Test(
    "a hyphen before an ending is no part of a name",
    arguments: [
      TextCase("bn", "রাষ্ট্রপতি রফিক হাসান-কে না জানিয়ে চুক্তি হয়েছে। রাষ্ট্রপতি বলেন, ‘আমি জানি না।’", "রফিক হাসান"),
      TextCase("bn", "মেয়র মিনা রায়-এর সঙ্গে কথা হয়। মেয়র বলেন, খালটি খনন করা হবে।", "মিনা রায়"),
    ])
  func hyphens(example: TextCase) { #expect(Self.speakers(example) == example.expected) }
}
