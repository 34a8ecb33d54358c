/// Two texts and what differs between them, as it was put there by hand.
struct ComparedPair {
  let first: String
  let second: String
  /// The differences that are to be found, each by its kind.
  let differences: Set<String>

  /// A pair made of an article and edits of it: what stands there, what takes its place.
  init(_ text: String, _ edits: [(String, String)], _ differences: Set<String>) {
    first = text
    var changed = text
    for (old, new) in edits {
      precondition(changed.contains(old), "an edit of nothing: \(old)")
      changed = changed.replacing(old, with: new, maxReplacements: 1)
    }
    second = changed
    self.differences = differences
  }

  init(_ first: String, across second: String, _ differences: Set<String>) {
    (self.first, self.second, self.differences) = (first, second, differences)
  }

  private static let flood = """
    পানি বেড়েছে ব্রহ্মপুত্রে

    কুড়িগ্রামে ব্রহ্মপুত্রের পানি গতকাল সোমবার আরও বেড়েছে। পানি উন্নয়ন বোর্ডের প্রকৌশলী রাকিবুল হাসান বলেন, আগামী দুই দিন পানি আরও বাড়তে পারে। জেলার ৪২টি চরে এখন পানি উঠেছে।

    চর রাজীবপুরের কৃষক আবদুল মজিদ বলেন, ‘আমার তিন বিঘা জমির ধান ডুবে গেছে, ঘরেও পানি।’ উপজেলা প্রশাসন ১২ টন চাল বরাদ্দ দিয়েছে। বন্যায় এ পর্যন্ত ৭ জন মারা গেছেন।
    """

  private static let bank = """
    ঋণ নিয়ে তদন্ত

    ব্যাংকটির খেলাপি ঋণ এখন ৩ হাজার কোটি টাকা। বাংলাদেশ ব্যাংকের মুখপাত্র মেজবাউল করিম বলেন, বিষয়টি তদন্ত করা হচ্ছে। ব্যাংকের চেয়ারম্যান সেলিনা হায়াৎ বলেন, ‘আমরা কোনো নিয়ম ভাঙিনি, সব কাগজ আছে।’

    দেশে এখন ৬১টি ব্যাংক আছে। অর্থমন্ত্রী গতকাল সংসদে এ নিয়ে কথা বলেননি। আমানতকারীরা টাকা তুলতে ভিড় করছেন।
    """

  private static let harlow = """
    Flood hits Harlow

    The river burst its banks near Harlow on Monday night. "We had ten minutes to leave the house and no time to take anything," said Janet Okafor, who runs a bakery in the town. Mayor Paul Denning said that 12 people were missing.

    The council has opened two shelters for the night. Peter Vance, a farmer, said his sheep had drowned. Forty homes were flooded and two bridges are closed. The last flood of this size was in 1968.
    """

  private static let buses = """
    City buses stand idle

    The city bought 120 electric buses last year. Transport chief Maria Lopez said the batteries were faulty and would be replaced by the summer. The contract was worth 84 million dollars.

    "They stop in the middle of the road and we wait for hours," said Ken Abara, a driver. The maker has sent engineers to the depot. Passengers have been told to use the metro.
    """

  static let all: [ComparedPair] = [
    // Quotes that were shortened, changed, left out.
    ComparedPair(
      flood, [(" ধান ডুবে গেছে, ঘরেও পানি।’", " ধান ডুবে গেছে।’")], ["quote-shortened", "text-changed"]),
    ComparedPair(flood, [("তিন বিঘা", "পাঁচ বিঘা")], ["quote-changed", "number", "text-changed"]),
    ComparedPair(
      flood,
      [(" পানি উন্নয়ন বোর্ডের প্রকৌশলী রাকিবুল হাসান বলেন, আগামী দুই দিন পানি আরও বাড়তে পারে।", "")],
      ["quote-only-first", "quoted-only-first", "text-removed"]),
    ComparedPair(flood, [("৭ জন", "৯ জন")], ["number", "text-changed"]),
    ComparedPair(flood, [("১২ টন", "২০ টন")], ["number", "text-changed"]),
    ComparedPair(flood, [(" উপজেলা প্রশাসন ১২ টন চাল বরাদ্দ দিয়েছে।", "")], ["text-removed"]),
    ComparedPair(
      flood, [("৭ জন মারা গেছেন।", "৭ জন মারা গেছেন। সড়ক যোগাযোগ বন্ধ হয়ে গেছে।")], ["text-added"]),
    ComparedPair(bank, [(", সব কাগজ আছে।’", "।’")], ["quote-shortened", "text-changed"]),
    ComparedPair(bank, [("তদন্ত করা হচ্ছে", "তদন্ত করে দেখা হচ্ছে")], ["quote-changed", "text-changed"]),
    ComparedPair(bank, [("৩ হাজার কোটি টাকা", "৫ হাজার কোটি টাকা")], ["number", "text-changed"]),
    ComparedPair(bank, [(" আমানতকারীরা টাকা তুলতে ভিড় করছেন।", "")], ["text-removed"]),
    ComparedPair(
      bank,
      [
        (
          " ব্যাংকের চেয়ারম্যান সেলিনা হায়াৎ বলেন, ‘আমরা কোনো নিয়ম ভাঙিনি, সব কাগজ আছে।’", ""
        )
      ], ["quote-only-first", "quoted-only-first", "text-removed"]),
    ComparedPair(
      harlow, [(" and no time to take anything,\"", ",\"")], ["quote-shortened", "text-changed"]),
    ComparedPair(
      harlow, [("ten minutes", "five minutes")], ["quote-changed", "number", "text-changed"]),
    ComparedPair(
      harlow, [("12 people", "15 people")], ["quote-changed", "number", "text-changed"]),
    ComparedPair(
      harlow, [(" Peter Vance, a farmer, said his sheep had drowned.", "")],
      ["quote-only-first", "quoted-only-first", "text-removed"]),
    ComparedPair(harlow, [(" The last flood of this size was in 1968.", "")], ["text-removed"]),
    ComparedPair(
      harlow, [("are closed.", "are closed. Schools will stay shut until Thursday.")],
      ["text-added"]),
    ComparedPair(
      harlow,
      [
        (" The last flood of this size was in 1968.", ""),
        ("Monday night. ", "Monday night. The last flood of this size was in 1968. "),
      ], ["text-moved"]),
    ComparedPair(
      harlow,
      [
        (
          "drowned.", "drowned. \"We lost everything in one hour,\" said Rosa Klein, a teacher."
        )
      ], ["quote-only-second", "quoted-only-second", "text-added"]),
    ComparedPair(buses, [("120 electric", "130 electric")], ["number", "text-changed"]),
    ComparedPair(
      buses, [(" and would be replaced by the summer", "")], ["quote-shortened", "text-changed"]),
    ComparedPair(buses, [("wait for hours", "wait for days")], ["quote-changed", "text-changed"]),
    ComparedPair(buses, [("84 million", "90 million")], ["number", "text-changed"]),
    ComparedPair(
      buses,
      [
        (" Passengers have been told to use the metro.", ""),
        ("last year. ", "last year. Passengers have been told to use the metro. "),
      ], ["text-moved"]),
    // Across languages: people and numbers.
    ComparedPair(
      "শহরে বন্যা\n\nমেয়র মাহবুবা নাসরিন বলেন, এখনো ১২ জন নিখোঁজ।",
      across: "Flood in the city\n\nMayor Mahbuba Nasrin said that 15 people were missing.",
      ["named-otherwise", "number"]),
    ComparedPair(
      "সেতু নিয়ে ক্ষোভ\n\nপ্রকৌশলী রাকিবুল হাসান বলেন, কাজ শেষ হবে জুনে। কৃষক আবদুল মজিদ বলেন, কাজ বন্ধ আছে।",
      across: "Anger over a bridge\n\nEngineer Rakibul Hasan said the work would end in June.",
      ["named-otherwise", "quote-only-first", "quoted-only-first"]),
    ComparedPair(
      "Fire at the port\n\nOfficer Jasim Uddin said that chemicals caused the fire. It burned for 5 hours.",
      across: "বন্দরে আগুন\n\nকর্মকর্তা জসিম উদ্দিন বলেন, রাসায়নিক থেকে আগুন লাগে। আগুন জ্বলে ৩ ঘণ্টা।",
      ["named-otherwise", "number"]),
    ComparedPair(
      "চা-শ্রমিকদের কর্মবিরতি\n\nশ্রমিকনেতা কামাল হোসেন বলেন, আন্দোলন চলবে। শ্রমিকদের মজুরি ১৭০ টাকা।",
      across:
        "Tea workers strike\n\nUnion leader Kamal Hossain said the protest would go on. They earn 180 taka a day.",
      ["named-otherwise", "number"]),
    ComparedPair(
      "ডেঙ্গু বাড়ছে\n\nঅধ্যাপক নাজমা বেগম বলেন, ওষুধ কাজ করছে না।",
      across:
        "Dengue spreads\n\nProfessor Nazma Begum said the spray did not work. Karim Rahman, a doctor, said beds were full.",
      ["named-otherwise", "quote-only-second", "quoted-only-second"]),
  ]
}
