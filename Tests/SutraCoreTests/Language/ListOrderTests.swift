import SutraResources
import Testing

@testable import SutraCore

@Suite("The order of names in lists")
struct ListOrderTests {
  @Test("is that of CLDR for Bengali")
  func bengali() {
    // Sorted by Unicode::Collate::Locale of Perl, locale bn.
    let names = [
      "অংশ", "আক্কেলপুর", "আমতলী", "আহমেদাবাদ", "ঈশ্বরদী", "উলিপুর", "ঐক্য",
      "ঔষধ", "কত", "কতা", "কৎ", "কত্ত", "কমলনগর", "কাঠালিয়া",
      "কাহারোল", "কোলকাতা", "জড", "জড়", "জড়া", "জঢ", "ডাল",
      "ড়াল", "তজুমদ্দিন", "দক্ষিণ সুনামগঞ্জ", "দুর্গাপুর", "নকলা", "পূর্ব এশিয়া", "বাউল",
      "বাংলা", "বাঃ", "বাঁকুড়া", "বাঁশ", "বাক", "বামনা", "মোড়েলগঞ্জ",
      "য়ুসুফ", "যোগ", "রংপুর সদর", "রামপাল", "লক্ষ্ণৌ", "হরিয়ানা", "হাসি",
    ]
    #expect(ListOrder.builtIn.sorted(names.reversed()) == names)
    #expect(ListOrder.builtIn.sorted(names.shuffled()) == names)
  }

  @Test("has digits before letters, Bengali before Latin, and overlooks case and marks")
  func mixed() {
    let names = ["12 গ্রাম", "৫ নদী", "৫০", "আমতলী", "Ada", "ádam", "Adam Smith", "Bell", "Ωμέγα"]
    #expect(ListOrder.builtIn.sorted(names.reversed()).first == "12 গ্রাম")
    #expect(
      ListOrder.builtIn.sorted(["Bell", "ada", "Åsa", "ঢাকা", "Ada"]) == [
        "ঢাকা", "Ada", "ada", "Åsa", "Bell",
      ])
  }

  @Test("is the same whichever way a letter is written, and total")
  func total() {
    #expect(ListOrder.builtIn.sorted(["বা\u{9A1}\u{9BC}ি", "বা\u{9DC}া"]).first == "বা\u{9DC}া")
    let odd = ["", " ", "\u{200D}", "\u{1B}[0m", "🙂", "১", "়", "্"]
    #expect(ListOrder.builtIn.sorted(odd).count == odd.count)
  }

  @Test("places of texts are those of their beginnings, the same for the same")
  func ranks() {
    let titles = ["হাওরে নৌকা", "অভয়াশ্রম", "Bridge", "ইলিশ", "অভয়াশ্রম", ""]
    #expect(ListOrder.builtIn.ranks(of: titles) == [3, 1, 4, 2, 1, 0])
    #expect(ListOrder.builtIn.ranks(of: ["ab2", "ab1"], by: 2) == [0, 0])
    #expect(ListOrder.builtIn.ranks(of: [String]()) == [])
  }
}
