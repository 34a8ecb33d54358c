/// What a language knows of a word's case endings, for those who look words up.
public struct WordStems: Sendable {
  private let pack: LanguagePack?

  /// Makes it for a language; one that is not known has no endings.
  public init(language code: String, in library: LanguageLibrary) {
    pack = library.pack(code)
  }

  /// The word without each of its possible endings, the longest stem first.
  ///
  /// The stems are folded: decomposed, without joiners, in small letters.
  public func stems(of word: String) -> [String] {
    guard let pack else { return [] }
    let key = KeyFolding.key(of: word)
    var lengths: Set<Int> = []
    pack.endings.forEachStem(of: key[...]) { length, _ in lengths.insert(length) }
    return lengths.sorted(by: >).map { String(decoding: key[..<$0], as: UTF8.self) }
  }
}
