/// Articles written for these tests.
public enum Texts {
  /// Three people speak; the last is not named.
  public static let bengali = """
    কাঁসাই নদীর ওপর নতুন সেতু

    কাঁসাই নদীর ওপর একটি নতুন সেতু তৈরি হবে। পৌরসভার চেয়ারম্যান রফিকুল ইসলাম বলেন, আগামী শীতে সেতুর কাজ শুরু হবে।

    প্রকৌশলী নাজমা পারভীন জানান, “সেতুটি দিয়ে লরিও চলতে পারবে।” তিনি আরও বলেন, খরচ হবে ১২ কোটি টাকা।

    ঘাটের মাঝি বলেন, “আমাদের কী হবে, কেউ জিজ্ঞেস করেনি।”

    """

  /// The same in English, shorter.
  public static let english = """
    New bridge over the Kasai

    A new bridge will be built over the river Kasai. “Work begins in winter,” said Mayor Susan Gale.

    """
}
