import SutraResources
import Testing

@testable import SutraCore

/// A pair of names as articles have them, with roles behind a slash where they tell some.
private struct Pair: CustomTestStringConvertible, Sendable {
  let one: PersonName
  let other: PersonName

  init(_ one: String, _ other: String) {
    self.one = Self.name(one)
    self.other = Self.name(other)
  }

  private static func name(_ text: String) -> PersonName {
    let parts = text.split(separator: "/").map { $0.trimming() }
    return PersonName(parts[0], roles: Array(parts.dropFirst()))
  }

  var testDescription: String { "\(one.name) = \(other.name)" }
}

extension Substring {
  fileprivate func trimming() -> String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}

@Suite("One person under several names")
struct PersonIdentityTests {
  private static let identity = PersonIdentity(.builtIn)

  private static let same: [Pair] = [
    Pair("ভ্লাদিমির পুতিন", "পুতিন"), Pair("ভ্লাদিমির পুতিন", "Vladimir Putin"),
    Pair("পুতিন", "Vladimir Putin"), Pair("পুতিন", "Putin"),
    Pair("ভ্লাদিমির পুতিন / রুশ প্রেসিডেন্ট", "ভ্লাদিমির পুতিন / প্রেসিডেন্ট"),
    Pair("শেখ হাসিনা", "Sheikh Hasina"), Pair("শেখ হাসিনা", "হাসিনা"), Pair("Hasina", "শেখ হাসিনা"),
    Pair("ভলোদিমির জেলেনস্কি", "জেলেনস্কি"), Pair("জেলেনস্কি", "Volodymyr Zelensky"),
    Pair("Zelenskyy", "Volodymyr Zelensky"), Pair("Volodymyr Zelenskyy", "Volodymyr Zelensky"),
    Pair("ডোনাল্ড ট্রাম্প", "Donald Trump"), Pair("ডোনাল্ড ট্রাম্প", "ট্রাম্প"),
    Pair("Donald J. Trump", "Donald Trump"), Pair("Trump", "ডোনাল্ড ট্রাম্প"),
    Pair("নরেন্দ্র মোদি", "নরেন্দ্র মোদী"), Pair("নরেন্দ্র মোদী", "Narendra Modi"),
    Pair("মমতা বন্দ্যোপাধ্যায়", "Mamata Bandyopadhyay"), Pair("মুহাম্মদ ইউনূস", "মুহাম্মদ ইউনুস"),
    Pair("মুহাম্মদ ইউনূস", "Muhammad Yunus"), Pair("ড. মুহাম্মদ ইউনূস", "ইউনূস"),
    Pair("Mohammad Karim", "Muhammad Kareem"), Pair("Md. Karim Uddin", "Karim Uddin"),
    Pair("A. K. Azad", "Abul Kalam Azad"), Pair("J. Smith", "John Smith"),
    Pair("John F. Kennedy", "John Kennedy"), Pair("J. F. Kennedy", "John F. Kennedy"),
    Pair("Jacqueline Kennedy", "Jacqueline Kennedy Onassis"),
    Pair("Hillary Clinton", "Hillary Rodham Clinton"), Pair("George W. Bush", "George Bush"),
    Pair("Angela Merkel", "অ্যাঙ্গেলা মার্কেল"), Pair("মার্কেল", "অ্যাঙ্গেলা মার্কেল"),
    Pair("এমানুয়েল মাখোঁ", "মাখোঁ"), Pair("Emmanuel Macron", "Macron"),
    Pair("জো বাইডেন", "Joe Biden"), Pair("Biden", "জো বাইডেন"), Pair("বাইডেন", "জো বাইডেন"),
    Pair("কমলা হ্যারিস", "Kamala Harris"), Pair("Kamala Devi Harris", "Kamala Harris"),
    Pair("ইমরান খান", "Imran Khan"), Pair("শাহবাজ শরিফ", "শাহবাজ শরীফ"),
    Pair("Shehbaz Sharif", "Shahbaz Sharif"), Pair("নাজমা পারভীন", "নাজমা পারভিন"),
    Pair("নাজমা পারভীন / মেয়র", "পারভীন / মেয়র"), Pair("Ann Reed / mayor", "Reed / mayor"),
    Pair("Ann Reed / mayor of Port Ellery", "Ann Reed / mayor"),
    Pair("Captain Tom Hale", "Tom Hale"), Pair("Prof. Tom Hale", "Hale"),
    Pair("অধ্যাপক আনিসুজ্জামান", "আনিসুজ্জামান"), Pair("রফিকুল ইসলাম", "Rafiqul Islam"),
    Pair("Rafiqul Islam", "Rafikul Islam"), Pair("খালেদা জিয়া", "Khaleda Zia"),
    Pair("বেগম খালেদা জিয়া", "খালেদা জিয়া"), Pair("তারেক রহমান", "Tarique Rahman"),
    Pair("সের্গেই লাভরভ", "Sergei Lavrov"), Pair("Sergey Lavrov", "Sergei Lavrov"),
    Pair("সের্গেই লাভরভ / রুশ পররাষ্ট্রমন্ত্রী", "লাভরভ / পররাষ্ট্রমন্ত্রী"),
    Pair("বেনিয়ামিন নেতানিয়াহু", "Benjamin Netanyahu"), Pair("নেতানিয়াহু", "বেনিয়ামিন নেতানিয়াহু"),
  ]

  private static let different: [Pair] = [
    Pair("ভ্লাদিমির পুতিন", "ভলোদিমির জেলেনস্কি"), Pair("Vladimir Putin", "Lyudmila Putina"),
    Pair("শেখ হাসিনা", "শেখ মুজিবুর রহমান"), Pair("শেখ হাসিনা", "শেখ রেহানা"),
    Pair("George W. Bush", "George H. W. Bush"), Pair("Donald Trump", "Donald Trump Jr."),
    Pair("Martin King Jr.", "Martin King Sr."), Pair("Donald Trump", "Melania Trump"),
    Pair("ডোনাল্ড ট্রাম্প", "Melania Trump"), Pair("Ivanka Trump", "ডোনাল্ড ট্রাম্প"),
    Pair("তারেক রহমান", "জিয়াউর রহমান"), Pair("Tarique Rahman", "Ziaur Rahman"),
    Pair("খালেদা জিয়া", "জিয়াউর রহমান"), Pair("আব্দুল করিম", "আব্দুর রহিম"),
    Pair("আব্দুল করিম / অর্থমন্ত্রী", "আব্দুল করিম / শিক্ষামন্ত্রী"),
    Pair("John Smith / finance minister", "John Smith / education minister"),
    Pair("John Smith / minister of health", "John Smith / footballer"),
    Pair("রফিকুল ইসলাম / কবি", "রফিকুল ইসলাম / পুলিশ সুপার"),
    Pair("রফিকুল ইসলাম", "শফিকুল ইসলাম"), Pair("Rafiqul Islam", "Shafiqul Islam"),
    Pair("নাজমা পারভীন", "শাহানা পারভীন"), Pair("Ann Reed", "Mary Reed"),
    Pair("Ann Reed", "Anna Read"), Pair("Tom Hale", "Tom Hall"), Pair("Tim Hale", "Tom Hale"),
    Pair("করিম উদ্দিন", "রহিম উদ্দিন"), Pair("Karim Uddin", "রহিম উদ্দিন"),
    Pair("Hasan Mahmud", "Husain Mahmud"), Pair("হাসান মাহমুদ", "হোসেন মাহমুদ"),
    Pair("J. Smith", "Peter Smith"), Pair("A. K. Azad", "Syed Hasan Azad"),
    Pair("John F. Kennedy", "Robert F. Kennedy"), Pair("J. F. Kennedy", "R. F. Kennedy"),
    Pair("John F. Kennedy", "John G. Kennedy"), Pair("Bill Clinton", "Hillary Clinton"),
    Pair("Bill Clinton", "হিলারি ক্লিনটন"), Pair("Michelle Obama", "বারাক ওবামা"),
    Pair("বারাক ওবামা", "মিশেল ওবামা"), Pair("নওয়াজ শরিফ", "শাহবাজ শরিফ"),
    Pair("Nawaz Sharif", "শাহবাজ শরিফ"), Pair("রাহুল গান্ধী", "ইন্দিরা গান্ধী"),
    Pair("Rahul Gandhi", "Rajiv Gandhi"), Pair("Sonia Gandhi", "রাহুল গান্ধী"),
    Pair("Justin Trudeau", "Pierre Trudeau"), Pair("জাস্টিন ট্রুডো", "Pierre Trudeau"),
    Pair("Kim Jong Un", "Kim Jong Il"), Pair("কিম জং উন", "কিম জং ইল"),
    Pair("মমতা বন্দ্যোপাধ্যায়", "অভিষেক বন্দ্যোপাধ্যায়"), Pair("ইমরান খান", "শাহরুখ খান"),
    Pair("Imran Khan", "Sadiq Khan"), Pair("ইমরান খান", "Sadiq Khan"), Pair("পুতিন", "পুতুল"),
    Pair("Reed / mayor", "Reed / goalkeeper"), Pair("পারভীন / মেয়র", "পারভীন / গায়িকা"),
    Pair("রহমান / অর্থমন্ত্রী", "রহমান / খেলোয়াড়"), Pair("সের্গেই লাভরভ", "সের্গেই শোইগু"),
    Pair("Sergei Lavrov", "সের্গেই শোইগু"), Pair("Joe Biden", "Hunter Biden"),
    Pair("জো বাইডেন", "জিল বাইডেন"), Pair("Angela Merkel", "Angela Rayner"),
  ]

  @Test("of 60 pairs that are one at least 59 are joined, in both scripts, whichever comes first")
  func joined() {
    #expect(Self.same.count == 60)
    let missed = Self.same.filter {
      Self.identity.confidence($0.one, $0.other) <= PersonIdentity.joined
    }
    #expect(missed.count <= 1, "missed: \(missed.map(\.testDescription).joined(separator: ", "))")
    for pair in Self.same {
      let (there, back) = (
        Self.identity.confidence(pair.one, pair.other),
        Self.identity.confidence(pair.other, pair.one)
      )
      #expect(there == back)
    }
  }

  @Test("of 60 pairs that are two none is joined")
  func apart() {
    #expect(Self.different.count == 60)
    let joined = Self.different.filter {
      Self.identity.confidence($0.one, $0.other) > PersonIdentity.joined
    }
    #expect(joined.isEmpty, "joined: \(joined.map(\.testDescription).joined(separator: ", "))")
  }
}
