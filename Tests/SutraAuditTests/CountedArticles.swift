/// An article whose sentences were counted by hand: a `+` before what somebody says, a `-` before what
/// the article claims itself, an empty line between paragraphs.
struct CountedArticle {
  let text: String
  /// For each sentence where its middle stands, in bytes, and whether somebody says it.
  let sentences: [(middle: Int, isAttributed: Bool)]

  init(_ marked: String) {
    var text = ""
    var sentences: [(Int, Bool)] = []
    for line in marked.split(separator: "\n", omittingEmptySubsequences: false) {
      guard let mark = line.first else {
        text += "\n\n"
        continue
      }
      let sentence = line.dropFirst(2)
      if !text.isEmpty, !text.hasSuffix("\n") { text += " " }
      sentences.append((text.utf8.count + sentence.utf8.count / 2, mark == "+"))
      text += sentence
    }
    self.text = text
    self.sentences = sentences
  }

  static let all = [
    CountedArticle(
      """
      - কুড়িগ্রামে ব্রহ্মপুত্রের পানি গতকাল সোমবার বিপৎসীমার ২৩ সেন্টিমিটার ওপর দিয়ে বয়ে গেছে।
      + পানি উন্নয়ন বোর্ডের নির্বাহী প্রকৌশলী রাকিবুল হাসান বলেন, আগামী দুই দিন পানি আরও বাড়তে পারে।
      - জেলার ৪২টি চরে এখন পানি উঠেছে।

      + চর রাজীবপুরের কৃষক আবদুল মজিদ বলেন, ‘আমার তিন বিঘা জমির ধান ডুবে গেছে।’
      + তিনি আরও বলেন, এখন পর্যন্ত কেউ ত্রাণ নিয়ে আসেননি।
      - উপজেলা প্রশাসন ১২ মেট্রিক টন চাল বরাদ্দ দিয়েছে।
      """),
    CountedArticle(
      """
      - রাজশাহীর বাগমারায় একটি সেতু তিন বছর ধরে ভাঙা পড়ে আছে।
      - প্রতিদিন কয়েক হাজার মানুষ নৌকায় নদী পার হয়।

      + স্থানীয় বাসিন্দাদের অভিযোগ, ঠিকাদার কাজ ফেলে চলে গেছেন।
      + উপজেলা প্রকৌশলী সেলিম রেজা জানান, নতুন করে দরপত্র ডাকা হয়েছে।
      + তাঁর দাবি, আগামী জুনের মধ্যে কাজ শেষ হবে।
      - ঠিকাদারের ফোন বন্ধ পাওয়া গেছে।
      """),
    CountedArticle(
      """
      + নাম প্রকাশে অনিচ্ছুক এক কর্মকর্তা বলেন, ব্যাংকটির তিন পরিচালক নিয়ম ভেঙে ঋণ নিয়েছেন।
      - ব্যাংকটির খেলাপি ঋণ এখন ৩ হাজার কোটি টাকা।
      - গত বছর তা ছিল ১ হাজার ২০০ কোটি টাকা।

      + বাংলাদেশ ব্যাংকের মুখপাত্র মেজবাউল করিম প্রথম আলোকে বলেন, বিষয়টি তদন্ত করা হচ্ছে।
      + তদন্ত প্রতিবেদনে বলা হয়েছে, চারটি ঋণের কোনো কাগজ পাওয়া যায়নি।
      - দেশে এখন ৬১টি ব্যাংক আছে।
      """),
    CountedArticle(
      """
      - চট্টগ্রাম বন্দরে গতকাল রাতে একটি কনটেইনারে আগুন লাগে।
      - ফায়ার সার্ভিসের পাঁচটি ইউনিট দুই ঘণ্টায় আগুন নেভায়।
      + ফায়ার সার্ভিসের উপপরিচালক জসিম উদ্দিন বলেন, “রাসায়নিক থেকে আগুনের সূত্রপাত।”
      + বন্দর কর্তৃপক্ষ জানিয়েছে, ক্ষয়ক্ষতির হিসাব এখনো হয়নি।
      - কেউ হতাহত হননি।
      """),
    CountedArticle(
      """
      - ফাইনালে কলকাতাকে ৩ উইকেটে হারিয়েছে ঢাকা।
      - জয়ের জন্য শেষ ওভারে দরকার ছিল ১১ রান।
      + ম্যাচ শেষে অধিনায়ক সোহেল রানা বলেন, ‘এই জয় আমাদের সমর্থকদের।’
      + কোচ মাহমুদা খাতুন জানান, দলের সবাই সুস্থ আছেন।
      - মাঠে দর্শক ছিল ২২ হাজার।
      - এটি ঢাকার তৃতীয় শিরোপা।
      """),
    CountedArticle(
      """
      + স্বাস্থ্য অধিদপ্তরের মতে, ডেঙ্গুতে এ বছর ৮৪ জনের মৃত্যু হয়েছে।
      - ঢাকার হাসপাতালগুলোতে এখন ৯০০ রোগী ভর্তি।
      + অধ্যাপক নাজমা বেগম মনে করেন, মশা মারার ওষুধ কাজ করছে না।
      + তিনি বলেন, ওষুধ বদলাতে হবে।
      - সিটি করপোরেশন গত মাসে নতুন ওষুধ কিনেছে।
      - এতে ব্যয় হয়েছে ১৪ কোটি টাকা।
      """),
    CountedArticle(
      """
      - নাটোরের একটি স্কুলে শিক্ষক আছেন দুজন, শিক্ষার্থী ৩১০ জন।
      + প্রধান শিক্ষক হাবিবুর রহমান বলেন, দুই বছর ধরে পদ খালি।
      + জেলা শিক্ষা কর্মকর্তা এই প্রতিবেদককে জানান, নিয়োগের চিঠি পাঠানো হয়েছে।
      - বিদ্যালয়টি প্রতিষ্ঠিত হয় ১৯৬৪ সালে।
      - এর ভবনের ছাদ দিয়ে পানি পড়ে।
      + এক অভিভাবক বলেন, ‘মেয়েকে অন্য স্কুলে দেব।’
      """),
    CountedArticle(
      """
      - সিলেটে চা-শ্রমিকেরা পাঁচ দিন ধরে কর্মবিরতি পালন করছেন।
      + শ্রমিকনেতা রাম ভজন কৈরী বলেছেন, দাবি না মানলে আন্দোলন চলবে।
      + বাগানমালিকদের সংগঠন এক বিবৃতিতে জানায়, আলোচনা চলছে।
      - শ্রমিকদের দৈনিক মজুরি ১৭০ টাকা।
      - দেশে চা-বাগান আছে ১৬৮টি।
      """),
    CountedArticle(
      """
      - The river burst its banks near Harlow on Monday night.
      + "We had ten minutes to leave," said Janet Okafor, who runs a bakery in the town.
      + The Environment Agency said that the water would keep rising until Wednesday.
      - Forty homes were flooded and two bridges are closed.

      + According to the council, no one was hurt.
      - The last flood of this size was in 1968.
      """),
    CountedArticle(
      """
      - The city bought 120 electric buses last year.
      - Only 31 of them are in service.
      + Transport chief Maria Lopez said the batteries were faulty.
      + "They stop in the middle of the road," a driver who asked not to be named told the Herald.
      + The maker, Volta Motors, denied that its batteries were to blame.
      - The contract was worth 84 million dollars.
      """),
    CountedArticle(
      """
      + Prosecutors allege that the mayor took bribes from three builders.
      + The mayor, Daniel Price, told reporters on Friday that he had done nothing wrong.
      - He was elected in 2019 with 54 percent of the vote.
      - The trial begins in March.
      + His lawyer said he would appeal any verdict.
      - Two of the builders have left the country.
      """),
    CountedArticle(
      """
      - Researchers in Oslo have measured the oldest known glacier ice in Europe.
      + The ice is more than 7,000 years old, the team wrote in a report published on Tuesday.
      + "It will be gone in thirty years," said lead author Ingrid Solberg.
      - The glacier has lost a third of its area since 1985.
      - It feeds two power stations.
      + She added that the loss could no longer be stopped.
      """),
    CountedArticle(
      """
      - Rovers won the cup on Saturday after a goal in the last minute.
      - More than 40,000 people were in the stadium.
      + "I just closed my eyes and kicked," said the striker Tom Adeyemi.
      + Coach Lena Fischer said her players had earned it.
      - It is the first cup for the club since 1991.
      - A parade is planned for Monday.
      """),
    CountedArticle(
      """
      + The ministry announced on Thursday that school meals will be free from September.
      - The plan costs 300 million pounds a year.
      + Critics say the money is not enough.
      + Helen Ward, who heads the teachers' union, called the plan a start.
      - One in four pupils gets a free meal now.
      - Scotland has had such meals since 2022.
      """),
    CountedArticle(
      """
      - A fire destroyed a warehouse in Leeds early on Sunday.
      + Police said they were treating the fire as arson.
      - Nobody was inside.
      + The owner, Ahmed Khan, told the BBC that he had received threats.
      + "I reported it twice," he said.
      - The building dates from 1904.
      - Firefighters stayed until noon.
      """),
  ]
}
